package org.tongdao.api.orders;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongdao.api.ApiKey;
import org.tongdao.intake.CheckedOrder;

/**
 * What one call wants stored.
 *
 * @param idempotencyKey as the caller sent it
 * @param sha256 of route and body
 * @param items the orders of the call
 */
record Request(
        ApiKey key, Optional<String> idempotencyKey, byte[] sha256, List<Item> items, Locale language, boolean bulk) {

    /**
     * One order of a call.
     *
     * @param order null when it could not even be read
     * @param unread what was wrong then, and otherwise nothing
     */
    record Item(
            String base,
            String orderNo,
            @Nullable CheckedOrder order,
            List<org.tongdao.api.http.Problem.Fault> unread) {

        boolean isSound() {
            return order != null && order.isSound();
        }
    }

    boolean isEmpty() {
        return items.stream().noneMatch(Item::isSound);
    }
}
