package org.tongdao.fulfilment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what happened, once each, and tells the others what is new. */
@Component
class Facts {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Returns returns;
    private final Pending pending;

    Facts(JdbcClient jdbc, ApplicationEventPublisher events, Returns returns, Pending pending) {
        this.jdbc = jdbc;
        this.events = events;
        this.returns = returns;
        this.pending = pending;
    }

    /** A parcel reached a milestone; {@code eventId} is the event that said so. */
    record Fact(long parcelId, String milestone, int attempt, String node, Instant at, String detail, String eventId) {}

    private record Move(String milestone, String node) {}

    void received(long containerId, String hub, Instant at) {
        int added = jdbc.sql("INSERT INTO warehouse_arrival (tenant_id, container_id, hub, arrived_at)"
                        + " VALUES (current_tenant(), ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(containerId, hub, Timestamp.from(at))
                .update();
        if (added == 1) {
            events.publishEvent(new ContainersReceived(List.of(containerId), at));
        }
    }

    void record(String document, List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        var fresh = insert(facts);
        returns.open(fresh.stream().filter(f -> f.milestone().equals("T900")).toList());
        publish(fresh);
        if (fresh.size() < facts.size()) {
            contradictions(document, facts);
        }
    }

    private List<Fact> insert(List<Fact> facts) {
        return jdbc.sql("""
                        INSERT INTO parcel_fact (tenant_id, parcel_id, milestone, attempt, node, at, detail)
                        SELECT current_tenant(), f.* FROM unnest(?::bigint[], ?::text[], ?::int[], ?::text[], ?::timestamptz[], ?::text[])
                            AS f (parcel_id, milestone, attempt, node, at, detail)
                        ORDER BY f.at, f.milestone, f.parcel_id
                        ON CONFLICT DO NOTHING
                        RETURNING parcel_id, milestone, attempt, node, at, detail""")
                .params(
                        column(facts, Fact::parcelId),
                        column(facts, Fact::milestone),
                        column(facts, Fact::attempt),
                        column(facts, Fact::node),
                        column(facts, Fact::at),
                        column(facts, Fact::detail))
                .query((row, n) -> new Fact(
                        row.getLong(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant(),
                        row.getString(6),
                        ""))
                .list();
    }

    /** One event for all parcels of a document that reached the same milestone at the same place. */
    private void publish(List<Fact> fresh) {
        var moves = new TreeMap<Move, List<Fact>>(
                Comparator.comparing(Move::milestone).thenComparing(Move::node));
        for (var fact : fresh) {
            moves.computeIfAbsent(new Move(fact.milestone(), fact.node()), m -> new ArrayList<>())
                    .add(fact);
        }
        moves.forEach((move, facts) -> events.publishEvent(new ParcelsMoved(
                move.milestone(),
                facts.stream().map(Fact::parcelId).sorted().toList(),
                move.node(),
                facts.stream().map(Fact::at).max(Comparator.naturalOrder()).orElseThrow())));
    }

    /** Facts that were refused although they are not on record in these words: a second end of the same parcel, or another time for the same step. */
    private void contradictions(String document, List<Fact> facts) {
        jdbc.sql("""
                        SELECT f.event_id, p.parcel_no || ' ' || f.milestone
                        FROM unnest(?::bigint[], ?::text[], ?::int[], ?::timestamptz[], ?::text[]) AS f (parcel_id, milestone, attempt, at, event_id)
                        JOIN parcel p ON p.tenant_id = current_tenant() AND p.id = f.parcel_id
                        LEFT JOIN parcel_fact k ON k.tenant_id = p.tenant_id AND k.parcel_id = f.parcel_id AND k.milestone = f.milestone
                             AND k.attempt = f.attempt AND k.at = f.at
                        WHERE k.parcel_id IS NULL ORDER BY 1, 2""")
                .params(
                        column(facts, Fact::parcelId),
                        column(facts, Fact::milestone),
                        column(facts, Fact::attempt),
                        column(facts, Fact::at),
                        column(facts, Fact::eventId))
                .query(row -> {
                    pending.contradiction(document, row.getString(1), row.getString(2));
                });
    }

    private static String[] column(List<Fact> facts, Function<Fact, Object> field) {
        return facts.stream().map(f -> String.valueOf(field.apply(f))).toArray(String[]::new);
    }
}
