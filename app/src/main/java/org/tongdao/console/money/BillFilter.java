package org.tongdao.console.money;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.tongdao.console.frame.Address;

/**
 * Which charges are shown; the filter is the address of the page.
 *
 * @param q parcel or order number
 * @param month of the departure, by Beijing time, {@code 2026-01}
 * @param after the list goes on below this charge
 */
record BillFilter(
        @Nullable String merchant,
        @Nullable String q,
        @Nullable YearMonth month,
        @Nullable String after) {

    String address(String path, @Nullable String from) {
        return Address.of(path)
                .with("merchant", merchant)
                .with("q", q)
                .with("month", month)
                .with("after", from)
                .toString();
    }

    static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
