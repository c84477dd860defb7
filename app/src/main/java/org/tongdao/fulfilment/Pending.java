package org.tongdao.fulfilment;

import java.io.StringReader;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.tracking.EpcisEvent;
import org.tongdao.tracking.EpcisReader;
import org.tongdao.tracking.EpcisWriter;

/** What waits: events about unknown numbers, and faults that somebody must look at. */
@Component
class Pending {

    private final JdbcClient jdbc;
    private final Clock clock;

    Pending(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An event that was put aside. */
    record Parked(String document, EpcisEvent event) {}

    private record Row(String document, String event) {}

    void park(String document, EpcisEvent event, String subject) {
        jdbc.sql("INSERT INTO parked_event (tenant_id, event_id, document, subject, event, parked_at)"
                        + " VALUES (current_tenant(), ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(event.context().eventId(), document, subject, EpcisWriter.line(event), now())
                .update();
    }

    /** Parked events whose number has become known in the meantime. */
    List<Parked> placeable() {
        var rows = jdbc.sql("""
                        SELECT e.document, e.event FROM parked_event e
                        WHERE e.tenant_id = current_tenant() AND e.settled_at IS NULL
                          AND (EXISTS (SELECT FROM parcel p WHERE p.tenant_id = e.tenant_id AND p.parcel_no = e.subject)
                            OR EXISTS (SELECT FROM bag b WHERE b.tenant_id = e.tenant_id AND b.sscc = e.subject)
                            OR EXISTS (SELECT FROM container c JOIN container_handover h ON h.tenant_id = c.tenant_id AND h.container_id = c.id
                                       WHERE c.tenant_id = e.tenant_id AND c.container_no || '/' || c.seal_no = e.subject))
                        ORDER BY e.document, e.event_id""")
                .query((row, n) -> new Row(row.getString(1), row.getString(2)))
                .list();
        var parked = new ArrayList<Parked>();
        for (var row : rows) {
            EpcisReader.read(
                    new StringReader(row.event()), row.document(), e -> parked.add(new Parked(row.document(), e)));
        }
        return parked;
    }

    void settle(Parked parked) {
        jdbc.sql("UPDATE parked_event SET settled_at = ? WHERE tenant_id = current_tenant() AND event_id = ?")
                .params(now(), parked.event().context().eventId())
                .update();
    }

    void refused(String document, String text) {
        insert(
                document,
                "",
                Finding.error(
                        "CARRIER-REFUSED",
                        Place.of(document),
                        text,
                        "The warehouse cannot work with this handover; mend what it names and announce the container again."));
    }

    void finding(String document, Finding finding) {
        insert(document, finding.place().toString(), finding);
    }

    void contradiction(String document, String eventId, String value) {
        insert(
                document,
                eventId,
                Finding.error(
                        "CARRIER-CONTRADICTION",
                        Place.of(document),
                        value,
                        "This parcel had its end already; the first telling stands. Ask the carrier which is true."));
    }

    void unexpected(String document, EpcisEvent event) {
        insert(
                document,
                event.context().eventId(),
                Finding.warning(
                        "CARRIER-UNEXPECTED",
                        Place.of(document),
                        event.milestone().map(Enum::name).orElse(""),
                        "A warehouse or carrier tells T200 to T250, T900 or a discrepancy; this event was left out."));
    }

    private void insert(String document, String place, Finding finding) {
        jdbc.sql("INSERT INTO carrier_finding (tenant_id, document, place, rule, value, maybe, at)"
                        + " VALUES (current_tenant(), ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(document, place, finding.rule(), finding.value(), finding.maybe(), now())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
