package org.tongdao.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts parcels at their end by lane and month, Beijing's calendar. */
@Component
class LaneIndexQuery {

    /** With the December before, so that January has its month before. */
    private static final String INDEX = """
            WITH done AS (
              SELECT g.hub, date_trunc('month', coalesce(g.delivered_at, g.returned_at) AT TIME ZONE 'Asia/Shanghai') AS month, g.gross_g,
                     c.amount_minor, extract(epoch FROM g.delivered_at - g.released_at)::numeric / 86400 AS days
              FROM parcel_gates g
              LEFT JOIN LATERAL (SELECT sum(f.amount_minor) AS amount_minor FROM freight_charge f
                                 WHERE f.tenant_id = g.tenant_id AND f.parcel_id = g.parcel_id AND f.currency = 'CNY'
                                   AND NOT EXISTS (SELECT FROM journal_entry r WHERE r.tenant_id = f.tenant_id AND r.reverses = f.entry_id)) c ON true
              WHERE g.tenant_id = current_tenant() AND g.released_at IS NOT NULL AND g.hub IS NOT NULL
                AND coalesce(g.delivered_at, g.returned_at) >= make_timestamptz(:year - 1, 12, 1, 0, 0, 0, 'Asia/Shanghai')
                AND coalesce(g.delivered_at, g.returned_at) < make_timestamptz(:year + 1, 1, 1, 0, 0, 0, 'Asia/Shanghai')),
            months AS (
              SELECT hub, month, count(days) AS parcels, count(*) - count(days) AS returned,
                     round(percentile_disc(0.5) WITHIN GROUP (ORDER BY days), 1) AS days,
                     round(percentile_disc(0.9) WITHIN GROUP (ORDER BY days), 1) AS days_p90,
                     avg(CASE WHEN days <= 14 THEN 1.0 ELSE 0 END) AS within,
                     round(sum(amount_minor) / 100.0 / nullif(sum(gross_g) FILTER (WHERE amount_minor IS NOT NULL) / 1000.0, 0), 2) AS cny
              FROM done GROUP BY hub, month),
            compared AS (
              SELECT m.*, CASE WHEN adjoins THEN days - lag(days) OVER w END AS trend_days, CASE WHEN adjoins THEN cny - lag(cny) OVER w END AS trend_cny
              FROM (SELECT *, lag(month) OVER (PARTITION BY hub ORDER BY month) = month - interval '1 month' AS adjoins FROM months) m
              WINDOW w AS (PARTITION BY hub ORDER BY month))
            SELECT * FROM compared WHERE month >= make_date(:year, 1, 1) ORDER BY month DESC, hub
            """;

    private static final String ENDS = """
            SELECT extract(year FROM min(at) AT TIME ZONE 'Asia/Shanghai')::int AS first, extract(year FROM max(at) AT TIME ZONE 'Asia/Shanghai')::int AS last
            FROM parcel_fact WHERE tenant_id = current_tenant() AND milestone IN ('T250', 'T900') HAVING count(*) > 0
            """;

    private final JdbcClient jdbc;

    LaneIndexQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Latest first. */
    List<Integer> years() {
        return jdbc.sql(ENDS)
                .query((row, n) -> downwards(row.getInt("last"), row.getInt("first")))
                .optional()
                .orElse(List.of());
    }

    private static List<Integer> downwards(int last, int first) {
        return IntStream.rangeClosed(first, last)
                .map(y -> first + last - y)
                .boxed()
                .toList();
    }

    List<LaneIndex> list(int year) {
        return jdbc.sql(INDEX).param("year", year).query((row, n) -> read(row)).list();
    }

    private static LaneIndex read(ResultSet row) throws SQLException {
        return new LaneIndex(
                row.getString("hub"),
                YearMonth.from(row.getTimestamp("month").toLocalDateTime()),
                row.getLong("parcels"),
                row.getLong("returned"),
                row.getBigDecimal("days"),
                row.getBigDecimal("days_p90"),
                row.getDouble("within"),
                row.getBigDecimal("cny"),
                row.getBigDecimal("trend_days"),
                row.getBigDecimal("trend_cny"));
    }
}
