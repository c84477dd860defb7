package org.tongdao.loading;

/**
 * A container that is to go by a train.
 *
 * @param type as in data/corridor/containers.csv; a type that starts with 20 takes half a wagon
 * @param grossG with the container itself
 * @param route where it goes; containers of one route stand together and a pair of 20' shares it
 * @param worth what taking it along is worth against others, above 0; see {@link #worth}
 */
public record TrainBox(String no, String type, long grossG, String route, int worth) {

    private static final int ONE_TWENTY = 10;
    private static final int DUE = 4;
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
}
