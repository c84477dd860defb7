package org.tongdao.bench;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log of scans. */
@Component
class ScanStore {

    /** The home of a bench whose place does not name another node: LOC-ALA-GATE1 stands in ALA. */
    private static final String HOME = "URC";

    private static final Pattern NODE = Pattern.compile("^LOC-([A-Z]{3})-.*");

    private static final String COLUMNS = """
            SELECT s.id, s.client_id, s.station, s.place, s.device, s.actor, s.code, s.act, s.kind, s.subject, s.target, s.rule, s.value, s.severity,
                   s.scanned_at, s.next, r.scan_id IS NOT NULL AS reversed
            FROM scan s LEFT JOIN scan_reversal r ON r.tenant_id = s.tenant_id AND r.scan_id = s.id
            WHERE s.tenant_id = current_tenant()
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ScanStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    long add(ScanInput scan, Worker who, Done done) {
        var now = clock.instant();
        var place = NODE.matcher(scan.place());
        return jdbc.sql("""
                        INSERT INTO scan (tenant_id, client_id, station, place, device, actor, code, act, kind, subject, target, next, rule, value,
                                          severity, node, scanned_at, recorded_at)
                        VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""")
                .params(scan.id(), scan.station().name(), scan.place(), scan.device(), who.name(), scan.code())
                .params(done.act(), done.subject().kind(), done.subject().number(), done.target(), done.next())
                .params(done.finding().map(f -> f.rule()).orElse(""), done.value(), done.severity())
                .params(
                        place.matches() ? place.group(1) : HOME,
                        Timestamp.from(now.minusMillis(scan.agoMs())),
                        Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    Optional<Scanned> find(UUID clientId) {
        return jdbc.sql(COLUMNS + "AND s.client_id = ?")
                .param(clientId)
                .query(Scanned.class)
                .optional();
    }

    Optional<Scanned> find(long id) {
        return jdbc.sql(COLUMNS + "AND s.id = ?").param(id).query(Scanned.class).optional();
    }

    /** The last of this station and device, latest first. */
    List<Scanned> latest(Station station, String device, int count) {
        return jdbc.sql(COLUMNS + "AND s.station = ? AND s.device = ? ORDER BY s.id DESC LIMIT ?")
                .params(station.name(), device, count)
                .query(Scanned.class)
                .list();
    }

    /** What was scanned of one thing, latest first. */
    List<Scanned> of(String subject) {
        return jdbc.sql(COLUMNS + "AND s.subject = ? ORDER BY s.id DESC LIMIT 100")
                .param(subject)
                .query(Scanned.class)
                .list();
    }

    /** The codes that nobody knew, since then, latest first. */
    List<Scanned> unknown(OffsetDateTime since) {
        return jdbc.sql(COLUMNS + "AND s.rule = 'BENCH-UNKNOWN' AND s.recorded_at >= ? ORDER BY s.id DESC LIMIT 200")
                .param(since)
                .query(Scanned.class)
                .list();
    }

    void reverse(long scanId, Worker who, String reason) {
        jdbc.sql(
                        "INSERT INTO scan_reversal (tenant_id, scan_id, actor, role, reason, at) VALUES (current_tenant(), ?, ?, ?, ?, ?)")
                .params(scanId, who.name(), who.role(), reason, Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("DELETE FROM standing_scan WHERE tenant_id = current_tenant() AND scan_id = ?")
                .param(scanId)
                .update();
    }
}
