package org.tongdao.console.rooms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongdao.console.frame.Address;

/**
 * What the orders list shows; the whole filter is the address of the page, so that it can be kept and sent.
 *
 * @param q order number (or its beginning), or a parcel number
 * @param after the list goes on below this key; null starts at the newest
 */
record OrderFilter(
        @Nullable String q,
        @Nullable Long batch,
        @Nullable String country,
        @Nullable String hub,
        @Nullable State state,
        @Nullable String bag,
        @Nullable Long after) {

    /** Conditions joined with AND, over o (customer_order) and p (parcel). */
    String where() {
        List<String> all = new ArrayList<>(List.of("o.tenant_id = current_tenant()"));
        Map<String, Object> given = values();
        add(all, given, "q", """
                o.id IN (SELECT id FROM customer_order
                         WHERE tenant_id = current_tenant() AND order_no ~>=~ :q AND order_no ~<~ (:q || '\uFFFF')
                         UNION SELECT order_id FROM parcel WHERE tenant_id = current_tenant() AND parcel_no = upper(:q))""");
        add(all, given, "batch", "o.batch_id = :batch");
        add(all, given, "country", "o.country = :country");
        add(
                all,
                given,
                "hub",
                "o.id IN (SELECT order_id FROM parcel WHERE tenant_id = current_tenant() AND hub = :hub)");
        add(all, given, "after", "o.id < :after");
        add(all, given, "bag", """
                o.id IN (SELECT c.order_id FROM bag b JOIN bag_parcel bp ON bp.tenant_id = b.tenant_id AND bp.bag_id = b.id
                         JOIN parcel c ON c.tenant_id = bp.tenant_id AND c.id = bp.parcel_id WHERE b.tenant_id = current_tenant() AND b.sscc = :bag)""");
        if (state != null) {
            all.add("(" + State.expression() + ") = '" + state.name() + "'");
        }
        return String.join("\n  AND ", all);
    }

    private static void add(List<String> all, Map<String, Object> given, String name, String condition) {
        if (given.containsKey(name)) {
            all.add(condition);
        }
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        text(values, "q", q);
        text(values, "country", country == null ? null : country.toUpperCase(Locale.ROOT));
        text(values, "hub", hub);
        text(values, "bag", bag);
        if (batch != null) {
            values.put("batch", batch);
        }
        if (after != null) {
            values.put("after", after);
        }
        return values;
    }

    private static void text(Map<String, Object> values, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value.strip());
        }
    }

    /** The same filter as an address under this path, from the key on. */
    String address(String path, @Nullable Long from) {
        return Address.of(path)
                .with("q", q)
                .with("batch", batch)
                .with("country", country)
                .with("hub", hub)
                .with("state", state)
                .with("bag", bag)
                .with("after", from)
                .toString();
    }
}
