package org.tongdao.api;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program's key, without its secret.
 *
 * @param hint the first letters of the secret
 * @param scopes what it may do, {@link #SCOPES}
 * @param merchant whose orders it sees and sends; empty: all of the tenant
 */
public record ApiKey(
        int tenant,
        long id,
        String name,
        String hint,
        List<String> scopes,
        String merchant,
        String createdBy,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime expiresAt,
        @Nullable OffsetDateTime revokedAt) {

    /** What a key may be allowed to do. */
    public static final List<String> SCOPES = List.of(
            "orders:write",
            "orders:read",
            "events:read",
            "webhooks:manage",
            "files:drop",
            "prints:take",
            "epcis:capture",
            "epcis:query");

    public boolean may(String scope) {
        return scopes.contains(scope);
    }

    public boolean isOpen() {
        return revokedAt == null;
    }
}
