package org.tongdao.api.webhook;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The numbered events of a tenant. Numbers are given after the commit, one giver at a time: 1, 2, 3 … without gap, so that a reader who has n and n+1
 * knows that nothing lies between.
 */
@Component
class Feed {

    static final JsonMapper JSON = JsonMapper.builder().build();

    /** One event as it is read and delivered. */
    record Event(
            long seq,
            String type,
            Instant timestamp,
            @JsonRawValue String data) {

        String id() {
            return "evt_" + seq;
        }

        String body() {
            return JSON.writeValueAsString(this);
        }
    }

    private final JdbcClient jdbc;

    Feed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Numbers what was committed since; returns how many. */
    @Transactional
    public int number() {
        boolean any = jdbc.sql(
                        "SELECT EXISTS (SELECT FROM api_event WHERE tenant_id = current_tenant() AND seq IS NULL)")
                .query(Boolean.class)
                .single();
        if (!any) {
            return 0;
        }
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('api-feed'), current_tenant())")
                .query((rs, n) -> 0)
                .list();
        return jdbc.sql("""
            UPDATE api_event e SET seq = fresh.seq
            FROM (SELECT id, row_number() OVER (ORDER BY id)
                         + (SELECT coalesce(max(seq), 0) FROM api_event WHERE tenant_id = current_tenant()) AS seq
                  FROM api_event WHERE tenant_id = current_tenant() AND seq IS NULL) fresh
            WHERE e.tenant_id = current_tenant() AND e.id = fresh.id\
            """).update();
    }

    /** Events behind {@code after}, in their order; of one merchant and of some types only when given. */
    @Transactional(readOnly = true)
    public List<Event> list(long after, Optional<String> merchant, List<String> types, int limit) {
        return jdbc.sql("""
            SELECT seq, type, at, data FROM api_event
            WHERE tenant_id = current_tenant() AND seq > :after AND (:all OR merchant = :merchant)
              AND (cardinality(:types::text[]) = 0 OR type = ANY (:types::text[]))
            ORDER BY seq LIMIT :limit\
            """)
                .param("after", after)
                .param("all", merchant.isEmpty())
                .param("merchant", merchant.orElse(""))
                .param("types", types.toArray(String[]::new))
                .param("limit", limit)
                .query((rs, n) -> new Event(
                        rs.getLong(1), rs.getString(2), rs.getTimestamp(3).toInstant(), rs.getString(4)))
                .list();
    }

    /** The number of the last event. */
    @Transactional(readOnly = true)
    public long last() {
        return jdbc.sql("SELECT coalesce(max(seq), 0) FROM api_event WHERE tenant_id = current_tenant()")
                .query(Long.class)
                .single();
    }
}
