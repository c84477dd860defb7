package org.tongdao.fulfilment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The questions that people at the desk ask. */
@Component
class OverseasDesk {

    private static final int LIMIT = 1000;

    private final JdbcClient jdbc;

    OverseasDesk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OverseasContainer> containers() {
        return jdbc.sql("SELECT * FROM overseas_container WHERE tenant_id = current_tenant()"
                        + " ORDER BY arrived_at DESC, container_no, seal_no LIMIT " + LIMIT)
                .query((row, n) -> new OverseasContainer(
                        row.getString("container_no"),
                        row.getString("seal_no"),
                        row.getString("hub"),
                        row.getTimestamp("arrived_at").toInstant(),
                        Optional.ofNullable(row.getObject("received_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        count(row)))
                .list();
    }

    List<Discrepancy> discrepancies() {
        return jdbc.sql(
                        "SELECT parcel_no, kind, bool_or(source = 'counted') AS counted, bool_or(source = 'reported') AS reported,"
                                + " bool_or(parcel_id IS NOT NULL) AS ours, min(hub) AS hub, min(at) AS at FROM discrepancy"
                                + " WHERE tenant_id = current_tenant() GROUP BY parcel_no, kind ORDER BY min(at) DESC, parcel_no, kind LIMIT "
                                + LIMIT)
                .query((row, n) -> new Discrepancy(
                        row.getString("parcel_no"),
                        row.getString("kind"),
                        row.getBoolean("counted"),
                        row.getBoolean("reported"),
                        row.getBoolean("ours"),
                        row.getString("hub"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    List<ReturnCase> returnCases() {
        return jdbc.sql(
                        "SELECT p.parcel_no, o.order_no, r.opened_at, r.cause, r.duty_free_until, r.rule FROM return_case r"
                                + " JOIN parcel p ON p.tenant_id = r.tenant_id AND p.id = r.parcel_id"
                                + " JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id"
                                + " WHERE r.tenant_id = current_tenant() ORDER BY r.duty_free_until, p.parcel_no LIMIT "
                                + LIMIT)
                .query((row, n) -> new ReturnCase(
                        row.getString("parcel_no"),
                        row.getString("order_no"),
                        row.getTimestamp("opened_at").toInstant(),
                        row.getString("cause"),
                        Optional.ofNullable(row.getObject("duty_free_until", LocalDate.class)),
                        row.getString("rule")))
                .list();
    }

    List<CarrierFinding> findings() {
        return jdbc.sql(
                        "SELECT document, place, rule, value, maybe, at FROM carrier_finding WHERE tenant_id = current_tenant()"
                                + " UNION ALL SELECT document, event_id, 'CARRIER-UNKNOWN', subject,"
                                + " 'Nothing of ours has this number. It is tried again with every document; ask the carrier when it stays.', parked_at"
                                + " FROM parked_event WHERE tenant_id = current_tenant() AND settled_at IS NULL"
                                + " ORDER BY 6 DESC, 1, 2, 3 LIMIT " + LIMIT)
                .query((row, n) -> new CarrierFinding(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getTimestamp(6).toInstant()))
                .list();
    }

    private static OverseasContainer.Count count(ResultSet row) throws SQLException {
        return new OverseasContainer.Count(
                row.getLong("listed"),
                row.getLong("found"),
                row.getLong("short"),
                row.getLong("over"),
                row.getLong("delivered"),
                row.getLong("returned"));
    }
}
