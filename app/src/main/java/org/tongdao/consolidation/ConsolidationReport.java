package org.tongdao.consolidation;

/**
 * What one consolidation came to.
 *
 * @param parcels now in a bag
 * @param leftBehind parcels and bags that could not go
 */
public record ConsolidationReport(int parcels, int bags, int containers, int leftBehind) {

    static final ConsolidationReport NOTHING = new ConsolidationReport(0, 0, 0, 0);

    ConsolidationReport plus(ConsolidationReport more) {
        return new ConsolidationReport(
                parcels + more.parcels, bags + more.bags, containers + more.containers, leftBehind + more.leftBehind);
    }
}
