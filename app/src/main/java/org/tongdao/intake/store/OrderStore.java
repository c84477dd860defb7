package org.tongdao.intake.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Stores a handful of orders in two statements: what of them is known, and all rows of those that are new. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OrderStore {

    /** What became of one order: ACCEPTED, DUPLICATE, CONFLICT or REJECTED, and why. */
    public record Verdict(String outcome, long orderId, String parcelNo, long batchId, Optional<Finding> finding) {}

    /**
     * What became of all.
     *
     * @param batchId 0 when nothing was new
     */
    public record Stored(long batchId, int accepted, List<Verdict> verdicts) {}

    private record Known(long orderId, String content, String parcelNo, long batchId) {}

    private final DataSource dataSource;

    OrderStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public Stored accept(List<NewOrder> orders, String merchant, Instant at) {
        if (orders.isEmpty()) {
            return new Stored(0, 0, List.of());
        }
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            var known = known(connection, orders);
            var taken = taken(connection, orders);
            var fresh = fresh(orders, known, taken);
            long batch = fresh.isEmpty() ? 0 : insert(connection, fresh, new OrderArrays.Batch(merchant, at), known);
            return new Stored(batch, fresh.size(), verdicts(orders, known, taken, Set.copyOf(fresh)));
        } catch (SQLException e) {
            throw new IllegalStateException("could not store " + orders.size() + " orders", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static List<NewOrder> fresh(List<NewOrder> orders, Map<String, Known> known, Set<String> taken) {
        var keys = new HashSet<>(known.keySet());
        var given = new HashSet<>(taken);
        return orders.stream()
                .filter(order -> !keys.contains(order.key())
                        && (order.givenNo().isEmpty() || given.add(order.givenNo()))
                        && keys.add(order.key()))
                .toList();
    }

    private static List<Verdict> verdicts(
            List<NewOrder> orders, Map<String, Known> known, Set<String> taken, Set<NewOrder> fresh) {
        var verdicts = new ArrayList<Verdict>(orders.size());
        for (var order : orders) {
            var stored = known.get(order.key());
            if (stored == null) {
                verdicts.add(new Verdict("REJECTED", 0, "", 0, Optional.of(takenNumber(order))));
            } else if (!stored.content().equals(order.content())) {
                verdicts.add(new Verdict("CONFLICT", stored.orderId(), "", 0, Optional.of(conflict(order))));
            } else {
                var outcome = fresh.contains(order) ? "ACCEPTED" : "DUPLICATE";
                verdicts.add(
                        new Verdict(outcome, stored.orderId(), stored.parcelNo(), stored.batchId(), Optional.empty()));
            }
        }
        return verdicts;
    }

    private static Finding takenNumber(NewOrder order) {
        return Finding.error(
                "PARCEL-NO-TAKEN",
                Place.cell("order", 1, "parcelNo"),
                order.givenNo(),
                "the parcel number is refused; leave it empty to get a new one");
    }

    private static Finding conflict(NewOrder order) {
        return Finding.error(
                "ORDER-CONFLICT",
                Place.cell("order", 1, "orderNo"),
                order.orderNo(),
                "an order with this number was taken in with other content; neither replaces the other, give a new number or cancel the first");
    }

    private static Map<String, Known> known(Connection connection, List<NewOrder> orders) throws SQLException {
        var known = new HashMap<String, Known>();
        try (var ask = connection.prepareStatement(OrderSql.KNOWN)) {
            OrderArrays.keys(connection, ask, orders);
            try (var rows = ask.executeQuery()) {
                while (rows.next()) {
                    var key = rows.getString(1) + "\n" + rows.getString(2) + "\n" + rows.getString(3);
                    known.put(key, new Known(rows.getLong(4), rows.getString(5), rows.getString(6), rows.getLong(7)));
                }
            }
        }
        return known;
    }

    private static Set<String> taken(Connection connection, List<NewOrder> orders) throws SQLException {
        var given = orders.stream()
                .map(NewOrder::givenNo)
                .filter(no -> !no.isEmpty())
                .toArray(String[]::new);
        var taken = new HashSet<String>();
        if (given.length > 0) {
            try (var ask = connection.prepareStatement(OrderSql.TAKEN)) {
                ask.setArray(1, connection.createArrayOf("text", given));
                try (var rows = ask.executeQuery()) {
                    while (rows.next()) {
                        taken.add(rows.getString(1));
                    }
                }
            }
        }
        return taken;
    }

    /** Adds what it stores to {@code known}; returns the batch. */
    private static long insert(
            Connection connection, List<NewOrder> fresh, OrderArrays.Batch batch, Map<String, Known> known)
            throws SQLException {
        long id = 0;
        try (var insert = connection.prepareStatement(OrderSql.INSERT)) {
            new OrderArrays(connection, insert, fresh).bind(batch);
            try (var rows = insert.executeQuery()) {
                while (rows.next()) {
                    var order = fresh.get(rows.getInt(1) - 1);
                    id = rows.getLong(4);
                    known.put(order.key(), new Known(rows.getLong(2), order.content(), rows.getString(3), id));
                }
            }
        }
        warnings(connection, fresh, id);
        return id;
    }

    private static void warnings(Connection connection, List<NewOrder> fresh, long batch) throws SQLException {
        if (fresh.stream().allMatch(order -> order.warnings().isEmpty())) {
            return;
        }
        try (var insert = connection.prepareStatement(OrderSql.FINDING)) {
            int line = 0;
            for (var order : fresh) {
                int seq = 0;
                for (var f : order.warnings()) {
                    insert.setLong(1, batch);
                    insert.setLong(2, line + Math.max(1, f.place().line()));
                    insert.setInt(3, ++seq);
                    insert.setString(4, f.rule());
                    insert.setString(5, f.severity().name());
                    insert.setString(6, f.place().column());
                    insert.setString(7, Staging.visible(f.value()));
                    insert.setString(8, f.maybe());
                    insert.addBatch();
                }
                line += order.rows().size();
            }
            insert.executeBatch();
        }
    }
}
