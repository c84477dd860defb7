package org.tongdao.api.webhook;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is due for delivery and what came of it; each method is one short transaction, none is open while a far server is waited for. */
@Component
class Round {

    /** One endpoint that is due. */
    record Due(
            long id,
            String url,
            List<String> types,
            String merchant,
            List<String> secrets,
            long lastSeq,
            int failures,
            @Nullable Instant failingSince) {}

    /** A stretch that was asked for again. */
    record Again(long id, long webhook, long next, long to) {}

    /** How one delivery went. */
    record Outcome(int status, String error) {
        boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    private static final Duration LEASE = Duration.ofMinutes(2);
    static final Duration PATIENCE = Duration.ofDays(3);
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4));

    private final JdbcClient jdbc;

    Round(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How long to wait after so many failures in a row. */
    static Duration wait(int failures) {
        return WAITS.get(Math.min(Math.max(failures, 1), WAITS.size()) - 1);
    }

    /** Takes every endpoint that is due; nobody else has them until they are given back or the lease ends. */
    @Transactional
    public List<Due> take(Instant now) {
        return jdbc.sql("""
            UPDATE webhook SET leased_until = :until
            WHERE tenant_id = current_tenant() AND enabled AND removed_at IS NULL AND (retry_at IS NULL OR retry_at <= :now)
              AND (leased_until IS NULL OR leased_until <= :now)
            RETURNING id, url, types, merchant, secret, old_secret, old_until, last_seq, failures, failing_since\
            """)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(LEASE)))
                .query((rs, n) -> {
                    var secrets = new ArrayList<String>(List.of(rs.getString("secret")));
                    var until = rs.getTimestamp("old_until");
                    if (until != null && until.toInstant().isAfter(now)) {
                        secrets.add(rs.getString("old_secret"));
                    }
                    var since = rs.getTimestamp("failing_since");
                    return new Due(
                            rs.getLong("id"),
                            rs.getString("url"),
                            List.of((String[]) rs.getArray("types").getArray()),
                            rs.getString("merchant"),
                            List.copyOf(secrets),
                            rs.getLong("last_seq"),
                            rs.getInt("failures"),
                            since == null ? null : since.toInstant());
                })
                .list();
    }

    @Transactional
    public void release(long webhook) {
        jdbc.sql("UPDATE webhook SET leased_until = NULL WHERE tenant_id = current_tenant() AND id = ?")
                .param(webhook)
                .update();
    }

    @Transactional
    public void delivered(Due to, long seq, Outcome outcome, Instant at) {
        log(to.id(), seq, outcome, at, false);
        passed(to.id(), seq);
    }

    /** Nothing up to here concerns the endpoint any more. */
    @Transactional
    public void passed(long webhook, long seq) {
        jdbc.sql("""
            UPDATE webhook SET last_seq = ?, failures = 0, failing_since = NULL, retry_at = NULL
            WHERE tenant_id = current_tenant() AND id = ? AND last_seq < ?\
            """).params(seq, webhook, seq).update();
    }

    /** Plans the next try; after three days of failures the endpoint is disabled, and its events wait. */
    @Transactional
    public void failed(Due to, long seq, Outcome outcome, Instant at) {
        log(to.id(), seq, outcome, at, false);
        var since = to.failingSince() == null ? at : to.failingSince();
        boolean over = Duration.between(since, at).compareTo(PATIENCE) > 0;
        jdbc.sql("""
            UPDATE webhook SET failures = ?, failing_since = ?, retry_at = ?, enabled = enabled AND NOT ?
            WHERE tenant_id = current_tenant() AND id = ?\
            """)
                .params(
                        to.failures() + 1,
                        Timestamp.from(since),
                        Timestamp.from(at.plus(wait(to.failures() + 1))),
                        over,
                        to.id())
                .update();
        if (over) {
            jdbc.sql("INSERT INTO audit_log (tenant_id, actor, role, action, subject, reason) VALUES"
                            + " (current_tenant(), 'tongdao', 'API', 'disable webhook', ?, 'three days of failures')")
                    .param(to.id() + " " + to.url())
                    .update();
        }
    }

    @Transactional(readOnly = true)
    public Optional<Again> again(long webhook) {
        return jdbc.sql("""
            SELECT id, webhook_id AS webhook, next_seq AS next, to_seq AS to FROM webhook_replay
            WHERE tenant_id = current_tenant() AND webhook_id = ? AND next_seq <= to_seq ORDER BY id LIMIT 1\
            """).param(webhook).query(Again.class).optional();
    }

    @Transactional
    public void told(Again again, long seq, Outcome outcome, Instant at) {
        log(again.webhook(), seq, outcome, at, true);
        jdbc.sql("UPDATE webhook_replay SET next_seq = ? WHERE tenant_id = current_tenant() AND id = ?")
                .params(seq + 1, again.id())
                .update();
    }

    @Transactional
    public void toldAll(Again again) {
        jdbc.sql("UPDATE webhook_replay SET next_seq = to_seq + 1 WHERE tenant_id = current_tenant() AND id = ?")
                .param(again.id())
                .update();
    }

    private void log(long webhook, long seq, Outcome outcome, Instant at, boolean replay) {
        jdbc.sql("""
            INSERT INTO webhook_attempt (tenant_id, webhook_id, seq, at, status, error, replay)
            VALUES (current_tenant(), ?, ?, ?, ?, ?, ?)\
            """)
                .params(webhook, seq, Timestamp.from(at), outcome.status(), outcome.error(), replay)
                .update();
    }
}
