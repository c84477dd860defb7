package org.tongdao.intake;

import java.util.Optional;

/** Which orders to list. Orders come newest first; {@code before} is the id of the last one of the page before. */
public record OrderFilter(
        Optional<String> merchant,
        Optional<Long> batchId,
        Optional<String> country,
        Optional<String> orderNoStart,
        Optional<Long> before,
        int limit) {

    public static OrderFilter newest(int limit) {
        return new OrderFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }
}
