package org.tongdao.console.plan;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.platform.Tenancy;

/**
 * What lies in no bag, counted by lane, regime and day of acceptance. Where counting takes longer than a page should, the page shows the last count with its
 * age, and the next one is made meanwhile.
 */
@Component
class LaneCounts {

    private static final Duration AT_ONCE = Duration.ofMillis(150);
    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final int OFTEN = 9;

    /** A count that is older than this is only shown when a new one takes long: nobody plans the morning by yesterday's floor. */
    private static final Duration OLD = Duration.ofMinutes(1);

    /** Longer than this nobody waits for the first count, or for one after an old one. */
    private static final String LIMIT = "SET LOCAL statement_timeout = '2s'";

    private static final String COUNT = """
            SELECT p.hub, p.regime, (p.accepted_at AT TIME ZONE 'Asia/Shanghai')::date AS day, c.parcel_id IS NOT NULL AS released, s.parcel_id IS NOT NULL AS stopped,
                   count(*) AS parcels, sum(p.gross_g)::bigint AS gross_g, sum(p.volume_mm3)::bigint AS volume_mm3, min(p.accepted_at) AS oldest
            FROM parcel p LEFT JOIN clearance c ON c.tenant_id = p.tenant_id AND c.parcel_id = p.id
            LEFT JOIN (SELECT DISTINCT tenant_id, parcel_id FROM stopped_parcel) s ON s.tenant_id = p.tenant_id AND s.parcel_id = p.id
            WHERE p.tenant_id = current_tenant() AND NOT EXISTS (SELECT FROM bag_parcel b WHERE b.tenant_id = p.tenant_id AND b.parcel_id = p.id)
            GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 3, 2
            """;

    /** Parcels of one lane and regime, accepted on one day in Beijing. */
    record Group(
            String hub,
            String regime,
            LocalDate day,
            boolean released,
            boolean stopped,
            long parcels,
            long grossG,
            long volumeMm3,
            @Nullable OffsetDateTime oldest) {

        boolean isReady() {
            return released && !stopped;
        }
    }

    /** A count, {@code nanos} of the machine's own clock when it ended; {@code known} is false while the first one is still made. */
    record Counted(List<Group> groups, long nanos, Duration took, boolean known) {

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - nanos);
        }

        /** A long count is made less often: at most a tenth of the time goes into it. */
        boolean isOlderThan(Duration least) {
            var often = took.multipliedBy(OFTEN);
            return age().compareTo(often.compareTo(least) > 0 ? often : least) > 0;
        }

        boolean isQuick() {
            return took.compareTo(AT_ONCE) <= 0;
        }
    }

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Map<Integer, Counted> last = new ConcurrentHashMap<>();
    private final Set<Integer> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService aside = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "lane-counts");
        thread.setDaemon(true);
        return thread;
    });

    LaneCounts(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @PreDestroy
    void stop() {
        aside.shutdownNow();
    }

    /** The count of now, or the last one when counting is slow; none while the first one takes long. */
    Counted counted() {
        int tenant = Tenancy.current();
        var known = last.get(tenant);
        if (known != null && known.isQuick()) {
            return count(tenant, "");
        }
        if ((known == null || known.isOlderThan(OLD)) && !running.contains(tenant)) {
            try {
                return count(tenant, LIMIT);
            } catch (QueryTimeoutException e) {
                startAside(tenant);
            }
        } else if (known != null && known.isOlderThan(FRESH)) {
            startAside(tenant);
        }
        return known == null ? new Counted(List.of(), System.nanoTime(), AT_ONCE, false) : known;
    }

    /** After an act that moved parcels the last count is not shown any more. */
    void forget() {
        last.remove(Tenancy.current());
    }

    private void startAside(int tenant) {
        if (running.add(tenant)) {
            aside.execute(() -> countAside(tenant));
        }
    }

    private void countAside(int tenant) {
        try {
            Tenancy.run(tenant, () -> count(tenant, ""));
        } finally {
            running.remove(tenant);
        }
    }

    private Counted count(int tenant, String limit) {
        long start = System.nanoTime();
        var groups = requireNonNull(transaction.execute(t -> {
            if (!limit.isEmpty()) {
                jdbc.sql(limit).update();
            }
            return jdbc.sql(COUNT).query(Group.class).list();
        }));
        long end = System.nanoTime();
        var counted = new Counted(groups, end, Duration.ofNanos(end - start), true);
        last.put(tenant, counted);
        return counted;
    }
}
