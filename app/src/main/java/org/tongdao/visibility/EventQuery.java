package org.tongdao.visibility;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question to the log, in the words of the EPCIS 2.0 query. An empty list asks for nothing in particular.
 *
 * @param words values by member: {@code eventType}, {@code action}, {@code bizStep}, {@code disposition}, {@code eventID}, {@code bizLocation}, {@code readPoint}
 * @param epcs at least one of them is in {@code epcList} or {@code childEPCs}
 * @param anyEpcs the same, or the parent
 * @param after the {@code next} of the page before
 */
public record EventQuery(
        Map<Member, List<String>> words,
        Span eventTime,
        Span recordTime,
        List<String> epcs,
        List<String> anyEpcs,
        Optional<String> after,
        int perPage) {

    /** Members that are asked for by value. */
    public enum Member {
        TYPE,
        ACTION,
        BIZ_STEP,
        DISPOSITION,
        EVENT_ID,
        BIZ_LOCATION,
        READ_POINT
    }

    /** From the first instant on, before the second. */
    public record Span(Optional<Instant> from, Optional<Instant> before) {}

    /** Events as JSON in time order; {@code next} is empty on the last page. */
    public record Page(List<String> events, Optional<String> next) {}
}
