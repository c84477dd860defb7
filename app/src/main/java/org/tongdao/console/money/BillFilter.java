package org.tongdao.console.money;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

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
        var address = UriComponentsBuilder.fromPath(path);
        put(address, "merchant", merchant);
        put(address, "q", q);
        put(address, "month", month);
        put(address, "after", from);
        return address.encode().toUriString();
    }

    static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void put(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            address.queryParam(name, value.toString().strip());
        }
    }
}
