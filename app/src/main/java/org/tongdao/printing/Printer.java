package org.tongdao.printing;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A label printer.
 *
 * @param host name or address in the network; empty: an agent beside it fetches its work
 * @param resting it did not answer and is not asked before this time
 * @param seenAt when it last printed or its agent last asked
 * @param places codes of the places whose labels it prints
 * @param waiting copies that wait for it
 */
public record Printer(
        String name,
        String host,
        int port,
        @Nullable OffsetDateTime resting,
        @Nullable OffsetDateTime seenAt,
        List<String> places,
        long waiting) {

    /** Port of raw printing, which label printers listen at. */
    public static final int RAW = 9100;

    public boolean hasAgent() {
        return host.isEmpty();
    }
}
