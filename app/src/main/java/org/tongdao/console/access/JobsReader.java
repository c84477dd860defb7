package org.tongdao.console.access;

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
}
