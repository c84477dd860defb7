package org.tongdao.port;

/**
 * What becomes of a pulled parcel.
 *
 * @param newSeal needed when it goes back into its container, else empty
 */
public record PullEnd(long pullId, Outcome outcome, String newSeal, String reason, String actor) {

    /** Exactly one of these ends a pull. */
    public enum Outcome {
        /** Back in its bag and container, which travels on with it. */
        RELOADED,
        /** Sent back to the merchant. */
        RETURNED,
        /** Destroyed or forfeited. */
        DISPOSED
    }
}
