package org.tongdao.loading;

/**
 * A container that is to go by a train.
 *
 * @param type as in data/corridor/containers.csv; 20…, 40… or 45…; one that starts with 20 takes half of 40 ft
 * @param grossG with the container itself
 * @param route where it goes; containers of one route stand together and a pair of 20' shares it
 * @param worth what taking it along is worth against others, above 0; see {@link #worth}
 */
public record TrainBox(String no, String type, long grossG, String route, int worth) {

    private static final int ONE_TWENTY = 10;
    private static final int DUE = 4;
    /** The shortest there are. */
    static final int SHORTEST_FT = 20;

    private static final int FORTY = 40;
    private static final int FORTY_FIVE = 45;
    private static final int TWENTY_MM = 6_058;
    private static final int FORTY_MM = 12_192;
    private static final int FORTY_FIVE_MM = 13_716;
    /** Between two containers on one wagon: ISO 668. */
    static final int GAP_MM = 76;

    private static final int MOST_PRIORITY = 9;

    /** A box that waits for nothing but room. */
    public TrainBox(String no, String type, long grossG, String route) {
        this(no, type, grossG, route, worth(type, 1, false));
    }

    /**
     * Ten per 20 feet and priority, four times that when the next train would bring it too late.
     *
     * @param priority 1 to {@value #MOST_PRIORITY}
     */
    public static int worth(String type, int priority, boolean lateByNext) {
        int feet = type.startsWith("20") ? ONE_TWENTY : 2 * ONE_TWENTY;
        return feet * Math.max(1, Math.min(MOST_PRIORITY, priority)) * (lateByNext ? DUE : 1);
    }

    boolean isTwenty() {
        return type.startsWith("20");
    }

    /** Nominal length; a 45' only travels on wagons of a pool. */
    int feet() {
        return isTwenty() ? SHORTEST_FT : type.startsWith("45") ? FORTY_FIVE : FORTY;
    }

    int lengthMm() {
        return isTwenty() ? TWENTY_MM : type.startsWith("45") ? FORTY_FIVE_MM : FORTY_MM;
    }
}
