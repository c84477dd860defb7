package org.tongdao.console.broker;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Order files by regime: under which terms each is declared, and how far it is. */
@Component
class RegimeReader {

    record File(
            long id,
            String fileName,
            String regime,
            boolean pilotZone,
            String emsNo,
            @Nullable OffsetDateTime askedAt,
            @Nullable OffsetDateTime doneAt,
            long parcels,
            long declared,
            long simplified,
            long withheld,
            long released) {

        /** Parcels that were never declared, whatever keeps them back. */
        public long open() {
            return parcels - declared;
        }

        public boolean isWorking() {
            return askedAt != null && doneAt == null;
        }
    }

    private static final String FILES = """
            SELECT b.id, b.file_name, CASE WHEN x.parcels > x.declared THEN coalesce(t.regime, '9610') ELSE x.regimes END AS regime, coalesce(t.pilot_zone, false) AS pilot_zone, coalesce(t.ems_no, '') AS ems_no,
                   r.asked_at, r.done_at, x.parcels, x.declared, x.simplified, x.withheld, x.released
            FROM (SELECT * FROM order_batch WHERE tenant_id = current_tenant() AND orders > 0 ORDER BY id DESC LIMIT 12) b
            LEFT JOIN declaration_request r ON r.tenant_id = b.tenant_id AND r.batch_id = b.id
            LEFT JOIN declaration_terms t ON t.tenant_id = b.tenant_id AND t.batch_id = b.id
            CROSS JOIN LATERAL (
                SELECT count(*) AS parcels, count(d.declared) AS declared, count(d.simplified) AS simplified, count(c.parcel_id) AS released,
                       string_agg(DISTINCT d.regimes, ' ') AS regimes,
                       count(*) FILTER (WHERE d.declared IS NULL AND EXISTS (SELECT FROM declaration_finding f
                           WHERE f.tenant_id = p.tenant_id AND f.parcel_id = p.id AND f.severity = 'ERROR')) AS withheld
                FROM parcel p
                LEFT JOIN (SELECT parcel_id, 1 AS declared, max(regime) AS regimes, max(CASE statistics_flag WHEN 'A' THEN 1 END) AS simplified
                           FROM declaration WHERE tenant_id = current_tenant() GROUP BY parcel_id) d ON d.parcel_id = p.id
                LEFT JOIN clearance c ON c.tenant_id = p.tenant_id AND c.parcel_id = p.id
                WHERE p.tenant_id = b.tenant_id AND p.batch_id = b.id) x
            ORDER BY b.id DESC
            """;

    private final JdbcClient jdbc;

    RegimeReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest twelve files. */
    @Transactional(readOnly = true)
    public List<File> files() {
        return jdbc.sql(FILES).query(File.class).list();
    }
}
