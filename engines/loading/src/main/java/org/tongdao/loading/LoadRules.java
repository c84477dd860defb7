package org.tongdao.loading;

import java.util.List;

/**
 * What every load of a problem has to obey, and what it is to be best at.
 *
 * @param support share of its base on which each box stands, 0 to 1; where a box has a limit of strength the whole base is asked for
 * @param maxEccentricity distance of the centre of gravity from the middle, in parts of the inner length and width; 1 for no limit
 * @param maxHalfShare share of the mass in one half of the length; 1 for no limit
 * @param maxPerMetreG mass on one metre of the container's length, counted from the front wall; {@code Long.MAX_VALUE} for no limit
 * @param wholeGroups whether the boxes of a group travel in one container or not at all
 * @param apart kinds that may not share a container
 */
public record LoadRules(
        double support,
        double maxEccentricity,
        double maxHalfShare,
        long maxPerMetreG,
        boolean wholeGroups,
        List<Apart> apart,
        Objective objective) {

    /**
     * Two kinds that may not share a container; equal kinds: no two boxes of that kind.
     *
     * @param id of the rule, e.g. {@code IMDG-7.2.4}, told with what it excludes
     */
    public record Apart(String id, String oneKind, String otherKind) {

        boolean hits(String a, String b) {
            return oneKind.equals(a) && otherKind.equals(b) || oneKind.equals(b) && otherKind.equals(a);
        }
    }

    /** What the loaded subset is to be best in; all boxes together always go as cheap as was found. */
    public enum Objective {
        VOLUME,
        VALUE,
        /** Of one container, what a cubic metre in it costs: the type and the load for which that is least. */
        COST_PER_M3,
        /** Of one container, what a box in it costs. */
        COST_PER_PARCEL;

        boolean asksCost() {
            return this == COST_PER_M3 || this == COST_PER_PARCEL;
        }
    }

    private static final double PALLET_ECCENTRICITY = 0.1;

    /** CTU Code annex 7: ±5 % of length and width, 60 % of the mass in half the length; whole support. */
    public static final LoadRules CTU = new LoadRules(1, 0.05, 0.6, Long.MAX_VALUE, false, List.of(), Objective.VOLUME);

    /** Full support and nothing else. */
    public static final LoadRules SUPPORT_ONLY =
            new LoadRules(1, 1, 1, Long.MAX_VALUE, false, List.of(), Objective.VOLUME);

    public LoadRules with(List<Apart> apart) {
        return new LoadRules(support, maxEccentricity, maxHalfShare, maxPerMetreG, wholeGroups, apart, objective);
    }

    public LoadRules withSupport(double support) {
        return new LoadRules(support, maxEccentricity, maxHalfShare, maxPerMetreG, wholeGroups, apart, objective);
    }

    public LoadRules withMaxPerMetreG(long maxPerMetreG) {
        return new LoadRules(support, maxEccentricity, maxHalfShare, maxPerMetreG, wholeGroups, apart, objective);
    }

    public LoadRules withWholeGroups() {
        return new LoadRules(support, maxEccentricity, maxHalfShare, maxPerMetreG, true, apart, objective);
    }

    public LoadRules with(Objective objective) {
        return new LoadRules(support, maxEccentricity, maxHalfShare, maxPerMetreG, wholeGroups, apart, objective);
    }

    /** The same on a pallet: its centre of gravity may lie up to a tenth off the middle (assumed), and it has no halves and no metres of floor. */
    LoadRules onPallet() {
        return new LoadRules(
                support,
                Math.max(maxEccentricity, PALLET_ECCENTRICITY),
                1,
                Long.MAX_VALUE,
                wholeGroups,
                apart,
                objective);
    }

    boolean asksBalance() {
        return maxEccentricity < 0.5 || maxHalfShare < 1;
    }
}
