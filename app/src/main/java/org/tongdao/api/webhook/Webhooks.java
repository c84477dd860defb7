package org.tongdao.api.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.platform.Loop;

/** Endpoints that are told what happens. While one is disabled or down its events wait; nothing is ever skipped. */
@Component
public class Webhooks {

    /** An endpoint without its secret. {@code waiting} events lie before it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Endpoint(
            String id,
            String url,
            List<String> types,
            String merchant,
            boolean enabled,
            long lastSeq,
            int failures,
            @Nullable Instant retryAt,
            Instant createdAt) {}

    /** One try to deliver one event. */
    public record Attempt(String id, long seq, Instant at, int status, String error, boolean replay) {}

    static final Duration OLD_SECRET_LIVES = Duration.ofDays(1);
    private static final String COLUMNS = "id, url, types, merchant, enabled, last_seq, failures, retry_at, created_at";

    /** What an endpoint may be told of. */
    public static final List<String> TYPES = List.of(
            "orders.accepted", "parcels.cleared", "parcels.held", "parcels.moved", "train.departed", "train.arrived");

    private final JdbcClient jdbc;
    private final Feed feed;
    private final Egress egress;
    private final Clock clock;

    Webhooks(JdbcClient jdbc, Feed feed, Egress egress, Clock clock) {
        this.egress = egress;
        this.jdbc = jdbc;
        this.feed = feed;
        this.clock = clock;
    }

    /** What is wrong with an endpoint that somebody wants; {@code field} is a JSON pointer. */
    public record Fault(String field, String rule, String value, String maybe) {}

    public Optional<Fault> fault(String url, List<String> types) {
        var refused = egress.refuses(url);
        if (refused.isPresent()) {
            return Optional.of(new Fault("/url", "WEBHOOK-URL", url, refused.get()));
        }
        return TYPES.containsAll(types)
                ? Optional.empty()
                : Optional.of(new Fault("/types", "WEBHOOK-TYPE", types.toString(), "some of " + TYPES));
    }

    /** A secret to sign with, Standard Webhooks form; shown once. */
    public static String newSecret() {
        return Signature.newSecret();
    }

    /** A new endpoint hears of everything from now on; returns its number. */
    @Transactional
    public long add(String url, List<String> types, String merchant, String secret) {
        return jdbc.sql("""
            INSERT INTO webhook (tenant_id, url, types, merchant, secret, last_seq, created_at)
            VALUES (current_tenant(), ?, ?, ?, ?, ?, ?) RETURNING id\
            """)
                .params(url, types.toArray(String[]::new), merchant, secret, feed.last(), now())
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    public List<Endpoint> list(Optional<String> merchant) {
        return query("true", 0, merchant);
    }

    @Transactional(readOnly = true)
    public Optional<Endpoint> find(long id, Optional<String> merchant) {
        return query("id = :id", id, merchant).stream().findFirst();
    }

    private List<Endpoint> query(String which, long id, Optional<String> merchant) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM webhook WHERE tenant_id = current_tenant() AND removed_at IS NULL AND " + which
                        + " AND (:all OR merchant = :merchant) ORDER BY id")
                .param("id", id)
                .param("all", merchant.isEmpty())
                .param("merchant", merchant.orElse(""))
                .query(Webhooks::endpoint)
                .list();
    }

    /** Enabling tries at once. */
    @Transactional
    public void enable(long id, boolean enabled) {
        Loop.ring(Post.LOOP);
        jdbc.sql("""
            UPDATE webhook SET enabled = ?, retry_at = NULL, failures = 0, failing_since = NULL
            WHERE tenant_id = current_tenant() AND id = ?\
            """).params(enabled, id).update();
    }

    /** A new secret; the old one signs as well for a day. */
    @Transactional
    public void rotate(long id, String secret) {
        jdbc.sql("""
            UPDATE webhook SET old_secret = secret, old_until = ?, secret = ? WHERE tenant_id = current_tenant() AND id = ?\
            """)
                .params(Timestamp.from(Clock.systemUTC().instant().plus(OLD_SECRET_LIVES)), secret, id)
                .update();
    }

    @Transactional
    public void remove(long id) {
        jdbc.sql("UPDATE webhook SET removed_at = ?, enabled = false WHERE tenant_id = current_tenant() AND id = ?")
                .params(now(), id)
                .update();
    }

    /** Tells the events {@code from} to {@code to} once more, whatever was told before. */
    @Transactional
    public void replay(long id, long from, long to) {
        Loop.ring(Post.LOOP);
        jdbc.sql("INSERT INTO webhook_replay (tenant_id, webhook_id, next_seq, to_seq) VALUES"
                        + " (current_tenant(), ?, ?, ?)")
                .params(id, from, to)
                .update();
    }

    /** The newest attempts, from below {@code before}. */
    @Transactional(readOnly = true)
    public List<Attempt> attempts(long id, Optional<Long> before, int limit) {
        return jdbc.sql("""
            SELECT id, seq, at, status, error, replay FROM webhook_attempt
            WHERE tenant_id = current_tenant() AND webhook_id = ? AND id < ? ORDER BY id DESC LIMIT ?\
            """)
                .params(id, before.orElse(Long.MAX_VALUE), limit)
                .query((rs, n) -> new Attempt(
                        rs.getString(1),
                        rs.getLong(2),
                        rs.getTimestamp(3).toInstant(),
                        rs.getInt(4),
                        rs.getString(5),
                        rs.getBoolean(6)))
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Endpoint endpoint(ResultSet rs, int n) throws SQLException {
        var retry = rs.getTimestamp("retry_at");
        return new Endpoint(
                rs.getString("id"),
                rs.getString("url"),
                List.of((String[]) rs.getArray("types").getArray()),
                rs.getString("merchant"),
                rs.getBoolean("enabled"),
                rs.getLong("last_seq"),
                rs.getInt("failures"),
                retry == null ? null : retry.toInstant(),
                rs.getTimestamp("created_at").toInstant());
    }
}
