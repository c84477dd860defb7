package org.tongdao.visibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.tracking.Epc;
import org.tongdao.tracking.EpcisEvent;
import org.tongdao.tracking.Stay;

/** What partners told, beside the log: the tracker does not read these rows. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Reports {

    private static final String INSERT = """
            INSERT INTO epcis_report (tenant_id, capture, event_id, sha256, form, action, biz_step, disposition,
                                      read_point, biz_location, at, parent, document, recorded_at)
            VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String INDEX = """
            INSERT INTO epcis_report_epc (tenant_id, epc, report)
            SELECT tenant_id, ?, id FROM epcis_report WHERE tenant_id = current_tenant() AND event_id = ?""";
    private static final String ABOUT = """
            SELECT DISTINCT ON (r.id, t.thing) t.thing, r.event_id, r.form, r.action, r.biz_step, r.disposition, r.at, c.teller,
                   coalesce(nullif(r.biz_location, ''), r.read_point) AS place
            FROM unnest(:things::text[]) AS t (thing)
            JOIN epcis_report r ON r.tenant_id = current_tenant()
             AND (r.id IN (SELECT x.report FROM epcis_report_epc x WHERE x.tenant_id = current_tenant() AND x.epc = t.thing)
                  OR r.parent <> '' AND r.parent = t.thing)
            JOIN epcis_capture c ON c.tenant_id = r.tenant_id AND c.id = r.capture""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Reports(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** One writer of a tenant at a time: what is known cannot change between look and write. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('epcis report'), current_tenant())")
                .query((row, n) -> 0)
                .list();
    }

    /** Content by event id, of all that have one of these ids or contents. */
    Map<String, byte[]> known(List<CaptureReading.Told> told) {
        Map<String, byte[]> known = new HashMap<>();
        jdbc.sql("SELECT event_id, sha256 FROM epcis_report WHERE tenant_id = current_tenant()"
                        + " AND (event_id = ANY (:ids) OR sha256 = ANY (:contents::bytea[]))")
                .param("ids", told.stream().map(CaptureReading.Told::eventId).toArray(String[]::new))
                .param(
                        "contents",
                        told.stream().map(CaptureReading.Told::sha256).toArray(byte[][]::new))
                .query(row -> {
                    known.put(row.getString(1), row.getBytes(2));
                });
        return known;
    }

    void add(long capture, List<CaptureReading.Told> fresh, Instant now) {
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> names = new ArrayList<>();
        for (var told : fresh) {
            EpcisEvent event = told.event().orElseThrow();
            rows.add(row(capture, told, event, now));
            var epcs = new TreeSet<String>();
            event.epcs().forEach(epc -> epcs.add(plain(epc)));
            epcs.forEach(epc -> names.add(new Object[] {epc, told.eventId()}));
        }
        batches.batchUpdate(INSERT, rows);
        batches.batchUpdate(INDEX, names);
    }

    private static Object[] row(long capture, CaptureReading.Told told, EpcisEvent event, Instant now) {
        var context = event.context();
        return new Object[] {
            capture,
            told.eventId(),
            told.sha256(),
            formOf(event),
            event.action().name(),
            context.why().bizStep(),
            context.why().disposition(),
            context.where().readPoint(),
            context.where().bizLocation(),
            Timestamp.from(event.at()),
            event.parent().isEmpty() ? "" : plain(event.parent()),
            told.document(),
            Timestamp.from(now)
        };
    }

    private static String formOf(EpcisEvent event) {
        return event.getClass().getSimpleName().replace("Event", "").toUpperCase(java.util.Locale.ROOT);
    }

    /** Two spellings of a bag are one bag. */
    static String plain(String uri) {
        return Epc.find(uri).map(Epc::uri).orElse(uri);
    }

    /** What was told about a parcel, and about what it lay in while it lay there; in time order. */
    List<Report> about(String parcel, List<Stay> custody) {
        Map<String, List<Stay>> stays = new HashMap<>();
        custody.forEach(stay ->
                stays.computeIfAbsent(stay.parent(), s -> new ArrayList<>()).add(stay));
        List<String> things = new ArrayList<>(stays.keySet());
        things.add(parcel);
        Map<String, Report> found = new HashMap<>();
        jdbc.sql(ABOUT).param("things", things.toArray(String[]::new)).query(row -> {
            var report = report(row);
            var thing = row.getString("thing");
            if (thing.equals(parcel)
                    || stays.getOrDefault(thing, List.of()).stream()
                            .anyMatch(s -> !report.at().isBefore(s.from())
                                    && !report.at().isAfter(s.until()))) {
                found.put(report.eventId(), report);
            }
        });
        return found.values().stream()
                .sorted(java.util.Comparator.comparing(Report::at).thenComparing(Report::eventId))
                .toList();
    }

    private static Report report(ResultSet row) throws SQLException {
        var form = row.getString("form");
        return new Report(
                row.getString("event_id"),
                form.charAt(0) + form.substring(1).toLowerCase(java.util.Locale.ROOT) + "Event",
                row.getString("action"),
                row.getString("biz_step"),
                row.getString("disposition"),
                row.getString("place"),
                row.getTimestamp("at").toInstant(),
                row.getString("teller"));
    }
}
