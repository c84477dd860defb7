package org.tongdao.statistics;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.statistics.StatisticsReport.Counts;
import org.tongdao.statistics.StatisticsReport.Flow;
import org.tongdao.statistics.StatisticsReport.SameDay;
import org.tongdao.statistics.StatisticsReport.Stage;

/** Counts and percentiles over the view parcel_gates. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class GateQuery {

    private static final String FROM =
            " FROM parcel_gates WHERE tenant_id = current_tenant() AND (:batch = 0 OR batch_id = :batch)";

    private static final String COUNTS = """
            SELECT count(*)::int AS parcels, count(released_at)::int AS cleared, count(departed_at)::int AS departed,
                   count(delivered_at)::int AS delivered, count(returned_at)::int AS returned,
                   (count(*) FILTER (WHERE departed_at IS NOT NULL AND delivered_at IS NULL AND returned_at IS NULL))::int AS underway,
                   (count(*) FILTER (WHERE departed_at IS NULL AND delivered_at IS NULL AND returned_at IS NULL))::int AS waiting
            """ + FROM;

    private static final String FLOWS =
            """
            SELECT regime, country, currency, count(*)::int AS parcels, (sum(gross_g) / 1000)::numeric(19, 3) AS kilograms, sum(goods_value) AS value
            """ + FROM + " GROUP BY regime, country, currency ORDER BY regime, country, currency";

    private static final String DOOR = """
            SELECT count(*)::int AS parcels,
                   (percentile_cont(0.5) WITHIN GROUP (ORDER BY days))::numeric(9, 2) AS p50,
                   (percentile_cont(0.9) WITHIN GROUP (ORDER BY days))::numeric(9, 2) AS p90,
                   (avg((days <= 14)::int))::numeric(5, 4) AS share_within14_days
            FROM (SELECT (extract(epoch FROM delivered_at - accepted_at) / 86400)::double precision AS days
            """ + FROM + " AND delivered_at IS NOT NULL) d";

    private static final String STAGES = """
            SELECT s.name, count(s.days)::int AS parcels,
                   coalesce(percentile_cont(0.5) WITHIN GROUP (ORDER BY s.days), 0)::numeric AS median_days
            FROM (SELECT *""" + FROM + """
            ) g CROSS JOIN LATERAL (VALUES
                (1, 'accepted-released', extract(epoch FROM g.released_at - g.accepted_at) / 86400),
                (2, 'released-departed', extract(epoch FROM g.departed_at - g.released_at) / 86400),
                (3, 'departed-hub', extract(epoch FROM g.received_at - g.departed_at) / 86400),
                (4, 'hub-door', extract(epoch FROM g.delivered_at - g.received_at) / 86400)) AS s (sequence, name, days)
            GROUP BY s.sequence, s.name ORDER BY s.sequence
            """;

    private static final String SAME_DAY = """
            SELECT released, same_day, CASE WHEN released = 0 THEN 0 ELSE (same_day::numeric / released)::numeric(5, 4) END AS share
            FROM (SELECT count(released_at)::int AS released,
                         (count(*) FILTER (WHERE (released_at AT TIME ZONE 'Asia/Shanghai')::date
                                               = (declared_at AT TIME ZONE 'Asia/Shanghai')::date))::int AS same_day
            """ + FROM + ") s";

    private final JdbcClient jdbc;

    GateQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Counts counts(Scope scope) {
        return jdbc.sql(COUNTS)
                .param("batch", scope.batch())
                .query(Counts.class)
                .single();
    }

    public List<Flow> flows(Scope scope) {
        return jdbc.sql(FLOWS).param("batch", scope.batch()).query(Flow.class).list();
    }

    public Optional<DoorToDoor> doorToDoor(Scope scope) {
        return jdbc.sql(DOOR + " HAVING count(*) > 0")
                .param("batch", scope.batch())
                .query(DoorToDoor.class)
                .optional();
    }

    public List<Stage> stages(Scope scope) {
        return jdbc.sql(STAGES).param("batch", scope.batch()).query(Stage.class).list();
    }

    public SameDay sameDay(Scope scope) {
        return jdbc.sql(SAME_DAY)
                .param("batch", scope.batch())
                .query(SameDay.class)
                .single();
    }
}
