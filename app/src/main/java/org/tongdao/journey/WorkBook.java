package org.tongdao.journey;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.platform.WorkClock;

/** What the standing work notes down: tenants, their clocks, how a pulse went, which job failed. */
@Component
class WorkBook {

    private static final String FAILED = """
            INSERT INTO work_failure (tenant_id, job, rule, value, maybe) VALUES (current_tenant(), ?, ?, ?, ?)
            ON CONFLICT (tenant_id, job) WHERE resolved_at IS NULL
            DO UPDATE SET rule = excluded.rule, value = excluded.value, maybe = excluded.maybe,
                          last_at = clock_timestamp(), times = work_failure.times + 1
            """;
    private static final String PULSE = """
            INSERT INTO work_pulse (tenant_id, node, at, work_now, next_due) VALUES (current_tenant(), :node, clock_timestamp(), :now, :next)
            ON CONFLICT (tenant_id) DO UPDATE SET node = excluded.node, at = excluded.at, work_now = excluded.work_now, next_due = excluded.next_due
            """;

    private final JdbcClient jdbc;
    private final WorkClock stored;
    private final ApplicationEventPublisher events;

    WorkBook(JdbcClient jdbc, WorkClock stored, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.stored = stored;
        this.events = events;
    }

    /** All tenants of the installation in which somebody works. */
    @Transactional(readOnly = true)
    public List<Integer> tenants() {
        return jdbc.sql("SELECT id FROM tenant WHERE closed_at IS NULL ORDER BY id")
                .query(Integer.class)
                .list();
    }

    /** The emulated time of this tenant; nothing when it lives by the wall clock. */
    @Transactional(readOnly = true)
    public Optional<Instant> clock() {
        return stored.find();
    }

    /** How the world of this tenant goes on when it is a training ground. */
    @Transactional(readOnly = true)
    public Optional<Course> course() {
        return jdbc.sql("SELECT scenario, hurry, seeks, run_to FROM training_world WHERE tenant_id = current_tenant()")
                .query(Course.class)
                .optional();
    }

    /** Tells training that its clock stands here now. */
    @Transactional
    public int moved(Instant now) {
        events.publishEvent(new GroundMoved(now));
        return 0;
    }

    /** Tells who keeps what is no longer needed. */
    public int tidy() {
        events.publishEvent(new TidyUp());
        return 0;
    }

    @Transactional
    public void moveClock(Instant now) {
        jdbc.sql("INSERT INTO work_clock (tenant_id, now) VALUES (current_tenant(), :now)"
                        + " ON CONFLICT (tenant_id) DO UPDATE SET now = greatest(work_clock.now, excluded.now)")
                .param("now", Timestamp.from(now))
                .update();
    }

    /**
     * The seed of this tenant's emulated world: the one it began under, as a world or in its latest journey, else {@code seed}. Nothing when the
     * tenant has already spoken to a real far side, whose place no emulation may take.
     */
    @Transactional
    public Optional<Long> worldSeed(long seed) {
        var known = jdbc.sql("SELECT seed FROM emulated_world WHERE tenant_id = current_tenant()")
                .query(Long.class)
                .optional();
        if (known.isPresent() || spokeToRealFarSide()) {
            return known;
        }
        return Optional.of(jdbc.sql("INSERT INTO emulated_world (tenant_id, seed) VALUES (current_tenant(), coalesce("
                        + "(SELECT seed FROM journey WHERE tenant_id = current_tenant() ORDER BY started_at DESC, batch_id DESC LIMIT 1), ?))"
                        + " RETURNING seed")
                .param(seed)
                .query(Long.class)
                .single());
    }

    private boolean spokeToRealFarSide() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM work_clock WHERE tenant_id = current_tenant())"
                        + " AND EXISTS (SELECT FROM outbox WHERE tenant_id = current_tenant() AND sent_at IS NOT NULL)")
                .query(Boolean.class)
                .single();
    }

    @Transactional
    public void pulse(String node, Instant workNow, Optional<Instant> nextDue) {
        jdbc.sql(PULSE)
                .param("node", node)
                .param("now", Timestamp.from(workNow))
                .param("next", nextDue.map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                .update();
    }

    @Transactional
    public void failed(String job, String rule, String value, String maybe) {
        jdbc.sql(FAILED).params(job, rule, value, maybe).update();
    }

    @Transactional
    public void resolved(String job) {
        jdbc.sql(
                        "UPDATE work_failure SET resolved_at = clock_timestamp() WHERE tenant_id = current_tenant() AND job = ? AND resolved_at IS NULL")
                .param(job)
                .update();
    }
}
