package org.tongdao.api.orders;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.api.http.Problem;

/** The first answers to idempotency keys. Kept in the transaction of what they tell of: an answer without its effect cannot be. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Answers {

    /** A key of a caller; two callers may use the same text. */
    record Slot(long apiKey, String text) {}

    /** What is kept: the answer, and of which body. */
    record Kept(byte[] sha256, Answer answer) {

        /** The kept answer for the same body, a problem for another. */
        Answer to(byte[] other) {
            return Arrays.equals(sha256, other) ? answer.again() : REUSED;
        }
    }

    private static final Answer REUSED = new Answer(
            409,
            Wording.JSON.writeValueAsString(Problem.of(
                    409,
                    "idempotency-key-reused",
                    "This Idempotency-Key came before with another body; use a new key for another request.")),
            false);

    private final JdbcTemplate jdbc;

    Answers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static Optional<Slot> slot(Request request) {
        return request.idempotencyKey().map(text -> new Slot(request.key().id(), text));
    }

    Map<Slot, Kept> find(List<Request> requests) {
        var slots = requests.stream().flatMap(r -> slot(r).stream()).distinct().toList();
        Map<Slot, Kept> found = new HashMap<>();
        if (!slots.isEmpty()) {
            jdbc.query(
                    """
                    SELECT a.api_key, a.idem_key, a.body_sha256, a.status, a.body
                    FROM unnest(?::bigint[], ?::text[]) AS k (api_key, idem_key)
                    JOIN api_answer a ON a.tenant_id = current_tenant() AND a.api_key = k.api_key AND a.idem_key = k.idem_key""",
                    set -> {
                        var c = set.getConnection();
                        set.setArray(
                                1,
                                c.createArrayOf(
                                        "bigint",
                                        slots.stream().map(Slot::apiKey).toArray()));
                        set.setArray(
                                2,
                                c.createArrayOf(
                                        "text", slots.stream().map(Slot::text).toArray()));
                    },
                    row -> {
                        found.put(
                                new Slot(row.getLong(1), row.getString(2)),
                                new Kept(row.getBytes(3), new Answer(row.getInt(4), row.getString(5), false)));
                    });
        }
        return found;
    }

    void keep(Map<Slot, Kept> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        var slots = new ArrayList<>(fresh.keySet());
        var kept = new ArrayList<>(fresh.values());
        jdbc.update("""
                INSERT INTO api_answer (tenant_id, api_key, idem_key, body_sha256, status, body)
                SELECT current_tenant(), k.* FROM unnest(?::bigint[], ?::text[], ?::bytea[], ?::int[], ?::text[]) AS k""", set -> {
            var c = set.getConnection();
            set.setArray(
                    1,
                    c.createArrayOf("bigint", slots.stream().map(Slot::apiKey).toArray()));
            set.setArray(
                    2, c.createArrayOf("text", slots.stream().map(Slot::text).toArray()));
            set.setArray(
                    3, c.createArrayOf("bytea", kept.stream().map(Kept::sha256).toArray(byte[][]::new)));
            set.setArray(
                    4,
                    c.createArrayOf(
                            "int", kept.stream().map(k -> k.answer().status()).toArray()));
            set.setArray(
                    5,
                    c.createArrayOf(
                            "text", kept.stream().map(k -> k.answer().body()).toArray()));
        });
    }
}
