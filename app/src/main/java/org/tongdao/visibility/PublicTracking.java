package org.tongdao.visibility;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongdao.tracking.DeliveryStatus;
import org.tongdao.tracking.TimelineEntry.Certainty;

/**
 * A parcel as the public sees it, in the reader's language.
 *
 * @param status for styling; {@code statusText} is for reading
 * @param place name of the node where it was last seen, empty when nowhere yet
 * @param eta expected at the door; empty once it ended, while it is held, or when nothing is planned yet
 * @param consignee masked name
 * @param destination city and country, no street
 * @param holdText why it waits, empty when it does not
 */
public record PublicTracking(
        String parcelNo,
        DeliveryStatus status,
        String statusText,
        String place,
        Optional<Instant> since,
        Optional<Instant> eta,
        String consignee,
        String destination,
        String holdText,
        List<Step> steps) {

    /** One line of the story, newest last; {@code certaintyText} says whether it happened, is estimated or planned. */
    public record Step(String code, String text, String place, Instant at, Certainty certainty, String certaintyText) {}

    public PublicTracking {
        steps = List.copyOf(steps);
    }
}
