package org.tongdao.console.rooms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for a person, what is due today, what leaves soon. */
@Component
class TodayReader {

    /** One queue; {@code name} is a key of the term base, {@code oldest} since when its first item waits. */
    record Queue(
            String name,
            String path,
            String tone,
            long count,
            @Nullable OffsetDateTime oldest) {
        public String shownTone() {
            return count == 0 ? "ok" : tone;
        }
    }

    /** Standing work that fails now, as a finding. */
    record Alarm(String job, String rule, String value, String maybe, OffsetDateTime firstAt) {}

    record Day(LocalDate day, int declared, int released, int sameDay) {}

    record Leaving(
            String trainNo,
            String fromNode,
            String toNode,
            OffsetDateTime plannedDeparture,
            int containers,
            long grossG,
            int parcels,
            int capacityFfe,
            double ffe) {
        public int fill() {
            return capacityFfe == 0 ? 0 : (int) Math.round(100 * ffe / capacityFfe);
        }
    }

    private static final String QUEUES = """
            SELECT 'accepted' AS name, '/orders?state=ACCEPTED' AS path, 'warn' AS tone, count(*) AS count, min(p.accepted_at) AS oldest
            FROM parcel p WHERE p.tenant_id = current_tenant()
              AND NOT EXISTS (SELECT FROM declaration d WHERE d.tenant_id = p.tenant_id AND d.parcel_id = p.id)
            UNION ALL
            SELECT 'declared', '/orders?state=DECLARED', '', count(*), min(d.created_at) FROM declaration d
            WHERE d.tenant_id = current_tenant() AND d.live
              AND NOT EXISTS (SELECT FROM clearance c WHERE c.tenant_id = d.tenant_id AND c.parcel_id = d.parcel_id)
            UNION ALL
            SELECT 'held', '/declarations', 'bad', count(*), min(q.since) FROM (%s) q
            UNION ALL
            SELECT 'cleared', '/orders?state=CLEARED', '', count(*), min(c.released_at) FROM clearance c
            WHERE c.tenant_id = current_tenant()
              AND NOT EXISTS (SELECT FROM bag_parcel b WHERE b.tenant_id = c.tenant_id AND b.parcel_id = c.parcel_id)
            UNION ALL
            SELECT 'unbooked', '/containers', 'warn', count(*), min(k.sealed_at) FROM container k
            WHERE k.tenant_id = current_tenant() AND k.sealed_at IS NOT NULL
              AND NOT EXISTS (SELECT FROM container_leg l WHERE l.tenant_id = k.tenant_id AND l.container_id = k.id)
            UNION ALL
            SELECT 'failed', '/orders?state=FAILED', 'warn', count(*), min(f.at) FROM parcel_fact f
            WHERE f.tenant_id = current_tenant() AND f.milestone = 'T240' AND NOT EXISTS (SELECT FROM parcel_fact n
              WHERE n.tenant_id = f.tenant_id AND n.parcel_id = f.parcel_id AND (n.at > f.at OR n.milestone IN ('T250', 'T900')))
            UNION ALL
            SELECT 'returned', '/orders?state=RETURNED', 'warn', count(*), min(r.opened_at) FROM return_case r WHERE r.tenant_id = current_tenant()
            """;

    private static final String DAYS = """
            SELECT (d.created_at AT TIME ZONE 'Asia/Shanghai')::date AS day, count(*) AS declared, count(c.released_at) AS released,
                   count(*) FILTER (WHERE (c.released_at AT TIME ZONE 'Asia/Shanghai')::date = (d.created_at AT TIME ZONE 'Asia/Shanghai')::date) AS same_day
            FROM declaration d
            LEFT JOIN clearance c ON c.tenant_id = d.tenant_id AND c.parcel_id = d.parcel_id AND c.declaration_id = d.id
            WHERE d.tenant_id = current_tenant()
            GROUP BY 1 ORDER BY 1 DESC LIMIT 7
            """;

    private static final String LEAVING = """
            SELECT t.train_no, t.from_node, t.to_node, t.planned_departure, count(l.container_id) AS containers, t.gross_g,
                   coalesce(sum(k.parcels), 0) AS parcels, s.capacity_ffe, s.booked_ffe AS ffe
            FROM train t
            JOIN service_run s ON s.tenant_id = t.tenant_id AND s.id = t.service_run_id
            LEFT JOIN wagon_load l ON l.tenant_id = t.tenant_id AND l.train_id = t.id
            LEFT JOIN container k ON k.tenant_id = l.tenant_id AND k.id = l.container_id
            WHERE t.tenant_id = current_tenant() AND t.planned_departure > :now AND t.planned_departure <= :until
              AND NOT EXISTS (SELECT FROM train_fact f WHERE f.tenant_id = t.tenant_id AND f.train_id = t.id AND f.milestone = 'T090')
            GROUP BY t.tenant_id, t.id, s.capacity_ffe, s.booked_ffe ORDER BY t.planned_departure, t.train_no
            """;

    private final JdbcClient jdbc;

    TodayReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<Queue> queues() {
        return jdbc.sql(QUEUES.formatted(ReceiptReader.QUEUE))
                .query(Queue.class)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Alarm> alarms() {
        return jdbc.sql(
                        "SELECT job, rule, value, maybe, first_at FROM work_failure WHERE tenant_id = current_tenant() AND resolved_at IS NULL ORDER BY first_at")
                .query(Alarm.class)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Day> days() {
        return jdbc.sql(DAYS).query(Day.class).list();
    }

    /** Trains that leave in the next 48 hours. */
    @Transactional(readOnly = true)
    public List<Leaving> leaving(Instant now) {
        return jdbc.sql(LEAVING)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plusSeconds(48 * 3600).atOffset(ZoneOffset.UTC))
                .query(Leaving.class)
                .list();
    }
}
