package org.tongdao.port;

/**
 * What becomes of a pulled parcel.
 *
 * @param newSeal needed when it goes into a container, else empty
 * @param onto the container of a later train that takes it, else {@link Onto#NONE}
 */
public record PullEnd(long pullId, Outcome outcome, String newSeal, String reason, String actor, Onto onto) {

    /** A container on a train that stands where the inspectors have the parcel. */
    public record Onto(String trainNo, String containerNo) {

        public static final Onto NONE = new Onto("", "");
    }

    public PullEnd(long pullId, Outcome outcome, String newSeal, String reason, String actor) {
        this(pullId, outcome, newSeal, reason, actor, Onto.NONE);
    }

    /** Exactly one of these ends a pull. */
    public enum Outcome {
        /** Back in its bag and container, which travels on with it. */
        RELOADED,
        /** Into a container of a later train to the same hub. */
        FORWARDED,
        /** Sent back to the merchant. */
        RETURNED,
        /** Destroyed or forfeited. */
        DISPOSED
    }
}
