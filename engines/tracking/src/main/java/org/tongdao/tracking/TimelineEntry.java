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
 * @param bench whether it is a stop or release by our own people, not an inspection
 */
public record TimelineEntry(
        Milestone milestone, String node, Instant at, Certainty certainty, Optional<Instant> planned, boolean bench) {

    public TimelineEntry(Milestone milestone, String node, Instant at, Certainty certainty, Optional<Instant> planned) {
        this(milestone, node, at, certainty, planned, false);
    }

    /** The key of its words: the milestone, unless our own people put the parcel aside or let it go on. */
    public String words() {
        return bench ? milestone + ".bench" : milestone.name();
    }

    /** A fact was seen; a plan is what the timetable says; an estimate is the plan moved by the delay so far. */
    public enum Certainty {
        FACT,
        ESTIMATE,
        PLAN
    }
}
