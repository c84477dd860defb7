package org.tongdao.port;

import java.io.StringReader;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.tracking.EpcisEvent;
import org.tongdao.tracking.EpcisReader;
import org.tongdao.tracking.EpcisWriter;

/** What the railway told and cannot be booked yet, and what is wrong with its documents. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RailPending {

    private final JdbcClient jdbc;
    private final Clock clock;

    RailPending(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An event that was put aside. */
    record Parked(String document, EpcisEvent event) {}

    private record Row(String document, String event) {}

    void park(String document, EpcisEvent event, Hold hold) {
        jdbc.sql("INSERT INTO rail_parked (tenant_id, event_id, document, rule, subject, event, parked_at)"
                        + " VALUES (current_tenant(), ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(
                        event.context().eventId(),
                        document,
                        hold.rule(),
                        hold.subject(),
                        EpcisWriter.line(event),
                        now())
                .update();
    }

    /** Everything that still waits, in the order of its documents. */
    List<Parked> open() {
        var rows = jdbc.sql(
                        "SELECT document, event FROM rail_parked WHERE tenant_id = current_tenant() AND settled_at IS NULL ORDER BY document, event_id")
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
        jdbc.sql("UPDATE rail_parked SET settled_at = ? WHERE tenant_id = current_tenant() AND event_id = ?")
                .params(now(), parked.event().context().eventId())
                .update();
    }

    void refused(String document, String text) {
        insert(
                document,
                "",
                Finding.error(
                        "RAIL-REFUSED",
                        Place.of(document),
                        text,
                        "The railway cannot work with this train order; mend what it names and compose the train again."));
    }

    void finding(String document, Finding finding) {
        insert(document, finding.place().toString(), finding);
    }

    void contradiction(String document, EpcisEvent event) {
        insert(
                document,
                event.context().eventId(),
                Finding.warning(
                        "RAIL-CONTRADICTION",
                        Place.of(document),
                        event.at().toString(),
                        "This was told before with another time; the first telling stands. Ask the railway which is true."));
    }

    void otherWagon(String document, EpcisEvent event, String planned) {
        insert(
                document,
                event.context().eventId(),
                Finding.warning(
                        "RAIL-OTHER-WAGON",
                        Place.of(document),
                        event.parent(),
                        "The plan has wagon " + planned
                                + " for this container. Maybe the station changed the consist: ask it."));
    }

    void formerSeal(String document, EpcisEvent event, String seen, String active) {
        insert(
                document,
                event.context().eventId(),
                Finding.warning(
                        "RAIL-FORMER-SEAL",
                        Place.of(document),
                        seen,
                        "The doors were opened for an inspection and carry seal " + active
                                + " now; the railway still has the number from before. Tell it the new one."));
    }

    void unexpected(String document, EpcisEvent event) {
        insert(
                document,
                event.context().eventId(),
                Finding.warning(
                        "RAIL-UNEXPECTED",
                        Place.of(document),
                        event.milestone().map(Enum::name).orElse(""),
                        "A railway or border station tells T090 to T180; this event was left out."));
    }

    private void insert(String document, String place, Finding finding) {
        jdbc.sql("INSERT INTO rail_finding (tenant_id, document, place, rule, value, maybe, at)"
                        + " VALUES (current_tenant(), ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(document, place, finding.rule(), finding.value(), finding.maybe(), now())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
