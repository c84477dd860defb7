package org.tongdao.customs;

import java.util.List;
import org.tongdao.terms.Finding;

/**
 * What an import order pays and why; amounts in fen.
 *
 * @param way how it may come in
 * @param lines one for each line of the order; empty for general trade
 * @param quotaFen what it takes of the buyer's yearly quota
 * @param version of limits and rates, stored with the decision
 * @param findings what stands against it
 */
public record TaxAssessment(
        String orderNo, Way way, List<Line> lines, long quotaFen, String version, List<Finding> findings) {

    /** How an order may come in. */
    public enum Way {
        /** Within the limits: no duty, a share of VAT and consumption tax. */
        COMPOSITE,
        /** One single item over the limit of an order, within the year: everything in full. */
        FULL,
        /** Not as retail import. */
        GENERAL_TRADE
    }

    /** The taxes of one line; {@code valueFen} includes its part of freight and insurance. */
    public record Line(String hs, long valueFen, long dutyFen, long consumptionFen, long vatFen) {

        public long taxFen() {
            return dutyFen + consumptionFen + vatFen;
        }
    }

    public TaxAssessment {
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
    }

    public long taxFen() {
        return lines.stream().mapToLong(Line::taxFen).sum();
    }
}
