package org.tongdao.tracking;

import java.time.Instant;

/**
 * Why a parcel does not move: an authority keeps it or what it lies in, or our own people put it aside.
 *
 * @param reason as the event said it, e.g. a customs receipt text
 * @param node where, empty when unknown
 * @param bench whether our own people put it aside, so that nobody blames customs
 */
public record Hold(String reason, String node, Instant since, boolean bench) {

    /** The extension that carries the reason. */
    static final String REASON = "tongdao:reason";

    /** The extension of what was scanned at the bench. */
    private static final String ACT = "tongdao:act";

    static boolean isHold(EpcisEvent event) {
        return event.milestone().filter(m -> m == Milestone.T120).isPresent()
                && event.context().why().disposition().equals("reserved");
    }

    /** Whether our own people stopped the parcel or let it go on. */
    static boolean isBench(EpcisEvent event) {
        return event.milestone().filter(m -> m == Milestone.T120).isPresent()
                && event.context().extensions().containsKey(ACT);
    }

    static Hold of(EpcisEvent event) {
        var context = event.context();
        String reason = context.extensions().getOrDefault(REASON, "");
        return new Hold(reason, context.where().node(), event.at(), isBench(event));
    }
}
