package org.tongdao.planning;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was promised to whom, turn by turn, each with its reason. Called inside the door's transaction. */
@Component
class Promises {

    private final JdbcClient jdbc;
    private final Clock clock;

    Promises(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The next promise; empty: no way is known. */
    void write(Holder subject, Optional<Instant> promised, String reason, String who) {
        jdbc.sql("""
                        INSERT INTO promise (tenant_id, subject, subject_id, turn, promised_at, reason, told_by, at)
                        SELECT current_tenant(), :kind, :id, 1 + count(*), :promised, :reason, :who, :now
                        FROM promise WHERE tenant_id = current_tenant() AND subject = :kind AND subject_id = :id""")
                .param("kind", subject.kind())
                .param("id", subject.id())
                .param(
                        "promised",
                        promised.map(p -> p.atOffset(ZoneOffset.UTC)).orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("reason", reason)
                .param("who", who)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    List<Promised> list(Holder subject) {
        return jdbc.sql("""
                        SELECT * FROM promise WHERE tenant_id = current_tenant() AND subject = ? AND subject_id = ? ORDER BY turn""")
                .params(subject.kind(), subject.id())
                .query((row, n) -> new Promised(
                        row.getInt("turn"),
                        Optional.ofNullable(row.getTimestamp("promised_at")).map(Timestamp::toInstant),
                        row.getString("reason"),
                        row.getString("told_by"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    Optional<Instant> last(Holder subject) {
        return jdbc.sql("""
                        SELECT promised_at FROM promise WHERE tenant_id = current_tenant() AND subject = ? AND subject_id = ?
                        ORDER BY turn DESC LIMIT 1""")
                .params(subject.kind(), subject.id())
                .query((row, n) ->
                        Optional.ofNullable(row.getTimestamp("promised_at")).map(Timestamp::toInstant))
                .optional()
                .flatMap(p -> p);
    }
}
