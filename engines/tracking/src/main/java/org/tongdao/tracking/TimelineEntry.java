package org.tongdao.tracking;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of a parcel's story, told or foretold.
 *
 * @param node node id, empty when unknown
 * @param at when it happened or is expected
 * @param certainty how sure {@code at} is
 * @param planned when the plan had it, empty when it was not planned
 */
public record TimelineEntry(
        Milestone milestone, String node, Instant at, Certainty certainty, Optional<Instant> planned) {

    /** A fact was seen; a plan is what the timetable says; an estimate is the plan moved by the delay so far. */
    public enum Certainty {
        FACT,
        ESTIMATE,
        PLAN
    }
}
