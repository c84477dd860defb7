package org.tongdao.journey;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.platform.WorkClock;
import org.tongdao.platform.WorldClock;

/** What a journey must remember to go on after a kill: its clock, its seed, the cut-offs that have passed. */
@Component
@Transactional
class JourneyStore {

    private final JdbcClient jdbc;
    private final WorkClock stored;
    private final WorldClock clock;

    JourneyStore(JdbcClient jdbc, WorkClock stored, WorldClock clock) {
        this.jdbc = jdbc;
        this.stored = stored;
        this.clock = clock;
    }

    record Begun(long seed, Instant startedAt, Optional<Instant> finishedAt) {}

    /** Sets the work clock to where it was left, or to {@code start} on a fresh installation. */
    Instant resumeClock(Instant start) {
        var now = stored.find().orElse(start);
        moveClock(now);
        return now;
    }

    void moveClock(Instant now) {
        clock.set(now);
        jdbc.sql("INSERT INTO work_clock (tenant_id, now) VALUES (current_tenant(), :now)"
                        + " ON CONFLICT (tenant_id) DO UPDATE SET now = excluded.now")
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The journey of this batch: the one that was begun before, or a new one. */
    Begun begin(long batchId, long seed) {
        jdbc.sql(
                        "INSERT INTO journey (tenant_id, batch_id, seed, started_at) VALUES (current_tenant(), ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(batchId, seed, Timestamp.from(clock.instant()))
                .update();
        return jdbc.sql(
                        "SELECT seed, started_at, finished_at FROM journey WHERE tenant_id = current_tenant() AND batch_id = ?")
                .param(batchId)
                .query((row, n) -> new Begun(
                        row.getLong("seed"),
                        row.getTimestamp("started_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant)))
                .single();
    }

    void finish(long batchId) {
        jdbc.sql(
                        "UPDATE journey SET finished_at = ? WHERE tenant_id = current_tenant() AND batch_id = ? AND finished_at IS NULL")
                .params(Timestamp.from(clock.instant()), batchId)
                .update();
    }

    /** The latest cut-off that has passed for {@code hub}. */
    Optional<Instant> lastCutOff(String hub) {
        return jdbc.sql("SELECT max(at) FROM journey_cut_off WHERE tenant_id = current_tenant() AND hub = ?")
                .param(hub)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    void passCutOff(String hub, Instant at, int containers) {
        jdbc.sql(
                        "INSERT INTO journey_cut_off (tenant_id, hub, at, containers) VALUES (current_tenant(), ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(hub, Timestamp.from(at), containers)
                .update();
    }
}
