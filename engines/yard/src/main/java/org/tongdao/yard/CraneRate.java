package org.tongdao.yard;

/**
 * How long the crane set of one transload track works on a train: {@code setup + lifts × seconds per lift}.
 *
 * <p>The published figures of Alashankou fit this line exactly: 120 lifts at 60 s take 130 minutes, at 40 s 90 minutes, with 10 minutes of setup
 * (gov.cn 2024-07-08). A container costs two lifts: off one wagon, on to the other.
 *
 * @param setupMinutes before the first lift
 * @param secondsPerLift of the whole crane set working on the train, not of one crane
 * @param liftsPerContainer usually 2
 */
public record CraneRate(double setupMinutes, double secondsPerLift, int liftsPerContainer) {

    public CraneRate {
        if (setupMinutes < 0 || secondsPerLift <= 0 || liftsPerContainer < 1) {
            throw new IllegalArgumentException("not a crane rate: setup %s min, %s s per lift, %d lifts per container"
                    .formatted(setupMinutes, secondsPerLift, liftsPerContainer));
        }
    }

    /** Seconds for a train of {@code containers}, e.g. 60 containers at 60 s per lift: 7,800. */
    public long seconds(int containers) {
        return Math.round(60 * setupMinutes + (double) containers * liftsPerContainer * secondsPerLift);
    }

    /** Seconds from the start of the transload until container {@code nth} (1…) hangs free of its old wagon. */
    public long offSeconds(int nth) {
        return Math.round(60 * setupMinutes + ((double) (nth - 1) * liftsPerContainer + 1) * secondsPerLift);
    }

    /** Seconds from the start of the transload until container {@code nth} (1…) stands on its new wagon. */
    public long onSeconds(int nth) {
        return seconds(nth);
    }

    public CraneRate withSecondsPerLift(double seconds) {
        return new CraneRate(setupMinutes, seconds, liftsPerContainer);
    }
}
