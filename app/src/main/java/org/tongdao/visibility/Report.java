package org.tongdao.visibility;

import java.time.Instant;

/**
 * What a partner told about a parcel or what it lay in: shown beside the facts, never one of them.
 *
 * @param type EPCIS event type, such as {@code ObjectEvent}
 * @param place URI of where, empty when not told
 * @param teller name of the key that told it
 */
public record Report(
        String eventId,
        String type,
        String action,
        String bizStep,
        String disposition,
        String place,
        Instant at,
        String teller) {}
