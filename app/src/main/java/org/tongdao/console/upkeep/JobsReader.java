package org.tongdao.console.upkeep;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the standing work of this tenant goes: the last pulse, and what failed. Times are wall-clock times. */
@Component
class JobsReader {

    /** The last pulse; {@code secondsAgo} on the database's clock. */
    record Pulse(
            String node,
            OffsetDateTime at,
            long secondsAgo,
            @Nullable OffsetDateTime nextDue) {
        public String tone() {
            return secondsAgo > 60 ? "bad" : "ok";
        }
    }

    record Failure(
            String job,
            String rule,
            String value,
            String maybe,
            OffsetDateTime firstAt,
            OffsetDateTime lastAt,
            int times,
            @Nullable OffsetDateTime resolvedAt) {}

    private final JdbcClient jdbc;

    JobsReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<Pulse> pulse() {
        return jdbc.sql(
                        "SELECT node, at, extract(epoch FROM clock_timestamp() - at)::bigint AS seconds_ago, next_due FROM work_pulse WHERE tenant_id = current_tenant()")
                .query(Pulse.class)
                .optional();
    }

    /** Open failures first, then the latest that are over. */
    @Transactional(readOnly = true)
    public List<Failure> failures() {
        return jdbc.sql("""
                SELECT job, rule, value, maybe, first_at, last_at, times, resolved_at FROM work_failure
                WHERE tenant_id = current_tenant() ORDER BY resolved_at IS NULL DESC, last_at DESC LIMIT 30""").query(Failure.class).list();
    }

    /** A message that a wire gave up. */
    record Dead(long id, String wire, String messageKey, int attempts, String reason, OffsetDateTime createdAt) {}

    @Transactional(readOnly = true)
    public List<Dead> dead() {
        return jdbc.sql("""
                SELECT id, wire, message_key, attempts, dead_reason AS reason, created_at FROM outbox
                WHERE tenant_id = current_tenant() AND dead_reason IS NOT NULL ORDER BY id DESC LIMIT 100""").query(Dead.class).list();
    }

    /** The same bytes under the same key go once more (I-14); false when it waits already. */
    @Transactional
    public boolean again(long message) {
        return jdbc.sql(
                                "UPDATE outbox SET dead_reason = NULL, attempts = 0, refusals = 0 WHERE tenant_id = current_tenant() AND id = ? AND dead_reason IS NOT NULL")
                        .param(message)
                        .update()
                == 1;
    }

    /** Why a message does not go once more, as a key of the term base; empty when there is none of that number. */
    @Transactional(readOnly = true)
    public Optional<String> whyNot(long message) {
        return jdbc.sql("""
                SELECT CASE WHEN sent_at IS NOT NULL THEN 'admin.again.sent' ELSE 'admin.again.waits' END FROM outbox
                WHERE tenant_id = current_tenant() AND id = ?""").param(message).query(String.class).optional();
    }

    /** A place that programs are told at, and does not answer. */
    record Failing(
            long id,
            String url,
            String merchant,
            int failures,
            OffsetDateTime since,
            @Nullable OffsetDateTime retryAt,
            long behind) {}

    @Transactional(readOnly = true)
    public List<Failing> failing() {
        return jdbc.sql("""
                SELECT w.id, w.url, w.merchant, w.failures, w.failing_since AS since, w.retry_at,
                       (SELECT coalesce(max(e.seq), 0) FROM api_event e WHERE e.tenant_id = w.tenant_id) - w.last_seq AS behind
                FROM webhook w WHERE w.tenant_id = current_tenant() AND w.removed_at IS NULL AND w.failures > 0 ORDER BY w.failing_since LIMIT 100""").query(Failing.class).list();
    }

    /** Work of a program that is under way or ended badly. */
    record Asked(
            long id,
            String kind,
            String name,
            int total,
            int done,
            @Nullable OffsetDateTime finishedAt,
            @Nullable String failure) {}

    @Transactional(readOnly = true)
    public List<Asked> asked() {
        return jdbc.sql("""
                SELECT id, kind, name, total, done, finished_at, failure FROM api_job
                WHERE tenant_id = current_tenant() AND (finished_at IS NULL OR failure <> '') ORDER BY id DESC LIMIT 50""").query(Asked.class).list();
    }
}
