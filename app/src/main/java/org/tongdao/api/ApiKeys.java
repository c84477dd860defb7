package org.tongdao.api;

import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.platform.Sha256;

/** The keys of programs. A secret has 256 bits and is shown once; the database keeps its hash. */
@Component
public class ApiKeys {

    /** A fresh key and its secret, which cannot be read again. */
    public record Issued(long id, String secret) {}

    /** A key that was looked up, for as long as a revocation elsewhere may go unnoticed. */
    private record Kept(ApiKey key, long untilNanos) {}

    private static final String START = "tdk_";
    private static final long KEPT_NANOS = 5_000_000_000L;
    private static final int MOST_KEPT = 10_000;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String COLUMNS =
            "tenant_id, id, name, hint, scopes, merchant, created_by, created_at, expires_at, revoked_at";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    ApiKeys(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Makes a key for the running tenant. */
    @Transactional
    public Issued issue(String name, List<String> scopes, String merchant, String by) {
        if (!ApiKey.SCOPES.containsAll(scopes) || scopes.isEmpty()) {
            throw new IllegalArgumentException("scopes " + scopes + ". Maybe one of " + ApiKey.SCOPES + " was meant.");
        }
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        String secret = START + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        long id = jdbc.sql("""
                INSERT INTO api_key (tenant_id, name, hint, sha256, scopes, merchant, created_by)
                VALUES (current_tenant(), ?, ?, ?, ?, ?, ?) RETURNING id""")
                .params(name, secret.substring(0, 9), Sha256.hex(secret), scopes.toArray(String[]::new), merchant, by)
                .query(Long.class)
                .single();
        return new Issued(id, secret);
    }

    /** The keys of the running tenant, newest first; of one merchant only when given. */
    @Transactional(readOnly = true)
    public List<ApiKey> list(Optional<String> merchant) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM api_key"
                        + " WHERE tenant_id = current_tenant() AND (? OR merchant = ?) ORDER BY id DESC")
                .params(merchant.isEmpty(), merchant.orElse(""))
                .query(ApiKeys::key)
                .list();
    }

    /** Ends a key; false when there is none to end, or when it belongs to another merchant. */
    @Transactional
    public boolean revoke(long id, Optional<String> merchant) {
        kept.values().removeIf(k -> k.key().id() == id);
        return jdbc.sql(
                                "UPDATE api_key SET revoked_at = clock_timestamp()"
                                        + " WHERE tenant_id = current_tenant() AND id = ? AND revoked_at IS NULL AND (? OR merchant = ?)")
                        .params(id, merchant.isEmpty(), merchant.orElse(""))
                        .update()
                == 1;
    }

    /** Who shows this secret: asked of the database at most every five seconds. */
    public Optional<ApiKey> find(String secret) {
        if (!secret.startsWith(START) || secret.length() > 100) {
            return Optional.empty();
        }
        String hash = Sha256.hex(secret);
        long now = System.nanoTime();
        Kept known = kept.get(hash);
        if (known != null && known.untilNanos() - now > 0) {
            return Optional.of(known.key());
        }
        var found = Objects.requireNonNull(transaction.execute(t -> look(hash)));
        kept.remove(hash);
        if (kept.size() > MOST_KEPT) {
            kept.clear();
        }
        found.ifPresent(key -> kept.put(hash, new Kept(key, now + KEPT_NANOS)));
        return found;
    }

    private Optional<ApiKey> look(String hash) {
        jdbc.sql("SELECT set_config('app.shown_key', ?, true)")
                .param(hash)
                .query(String.class)
                .single();
        return jdbc.sql("SELECT " + COLUMNS + " FROM api_key WHERE sha256 = ? AND revoked_at IS NULL"
                        + " AND (expires_at IS NULL OR expires_at > clock_timestamp())")
                .param(hash)
                .query(ApiKeys::key)
                .optional();
    }

    private static ApiKey key(ResultSet row, int n) throws SQLException {
        Array scopes = row.getArray("scopes");
        return new ApiKey(
                row.getInt("tenant_id"),
                row.getLong("id"),
                row.getString("name"),
                row.getString("hint"),
                List.of((String[]) scopes.getArray()),
                row.getString("merchant"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("expires_at", OffsetDateTime.class),
                row.getObject("revoked_at", OffsetDateTime.class));
    }
}
