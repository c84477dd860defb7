package org.tongdao.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts delivered parcels by lane and month, Beijing's calendar. */
@Component
class LaneIndexQuery {

    private static final String INDEX = """
            WITH done AS (
              SELECT g.hub, date_trunc('month', g.delivered_at AT TIME ZONE 'Asia/Shanghai') AS month, g.gross_g, c.amount_minor,
                     extract(epoch FROM g.delivered_at - g.released_at)::numeric / 86400 AS days
              FROM parcel_gates g
              LEFT JOIN LATERAL (SELECT sum(f.amount_minor) AS amount_minor FROM freight_charge f
                                 WHERE f.tenant_id = g.tenant_id AND f.parcel_id = g.parcel_id AND f.currency = 'CNY'
                                   AND NOT EXISTS (SELECT FROM journal_entry r WHERE r.tenant_id = f.tenant_id AND r.reverses = f.entry_id)) c ON true
              WHERE g.tenant_id = current_tenant() AND g.delivered_at IS NOT NULL AND g.released_at IS NOT NULL AND g.hub IS NOT NULL),
            months AS (
              SELECT hub, month, count(*) AS parcels,
                     round(percentile_disc(0.5) WITHIN GROUP (ORDER BY days), 1) AS days,
                     round(percentile_disc(0.9) WITHIN GROUP (ORDER BY days), 1) AS days_p90,
                     avg(CASE WHEN days <= 14 THEN 1.0 ELSE 0 END) AS within,
                     round(sum(amount_minor) / 100.0 / nullif(sum(gross_g) FILTER (WHERE amount_minor IS NOT NULL) / 1000.0, 0), 2) AS cny
              FROM done GROUP BY hub, month)
            SELECT m.*, days - lag(days) OVER w AS trend_days, cny - lag(cny) OVER w AS trend_cny
            FROM months m WINDOW w AS (PARTITION BY hub ORDER BY month) ORDER BY month DESC, hub LIMIT 200
            """;

    private final JdbcClient jdbc;

    LaneIndexQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<LaneIndex> list() {
        return jdbc.sql(INDEX).query((row, n) -> read(row)).list();
    }

    private static LaneIndex read(ResultSet row) throws SQLException {
        return new LaneIndex(
                row.getString("hub"),
                YearMonth.from(row.getTimestamp("month").toLocalDateTime()),
                row.getLong("parcels"),
                row.getBigDecimal("days"),
                row.getBigDecimal("days_p90"),
                row.getDouble("within"),
                row.getBigDecimal("cny"),
                row.getBigDecimal("trend_days"),
                row.getBigDecimal("trend_cny"));
    }
}
