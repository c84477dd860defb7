package org.tongdao.api.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.api.ApiKey;
import org.tongdao.api.Trail;
import org.tongdao.platform.Loop;

/** Work that is put down first and done after. A job is one row; its progress is a column of it. */
@Component
class Jobs {

    /** What a caller sees of a job. {@code rows} is 0 while the file is not read. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Job(
            String id,
            String kind,
            String name,
            String state,
            int rows,
            int done,
            @Nullable String batchId,
            String failure,
            Instant createdAt,
            @Nullable Instant finishedAt) {}

    private final JdbcClient jdbc;
    private final Answers answers;
    private final Trail trail;
    private final Clock clock;

    Jobs(JdbcClient jdbc, Answers answers, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.answers = answers;
        this.trail = trail;
        this.clock = clock;
    }

    /** Puts a call for many orders down; 202 and where to look. */
    @Transactional
    public Answer orders(Reading.Call call, byte[] body, int rows) {
        return once(call, body, () -> insert(call.key(), "orders", "", body, rows));
    }

    @Transactional
    public Answer file(Reading.Call call, byte[] body, String name) {
        return once(call, body, () -> insert(call.key(), "file", name, body, 0));
    }

    private Answer once(Reading.Call call, byte[] body, java.util.function.Supplier<Job> work) {
        var sha = Reading.sha256(call.route(), body);
        var request = new Request(call.key(), call.idempotencyKey(), sha, List.of(), call.language(), true);
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('api'), current_tenant())")
                .query((rs, n) -> 0)
                .list();
        var kept = answers.find(List.of(request));
        var slot = Answers.slot(request);
        if (slot.isPresent() && kept.containsKey(slot.get())) {
            return kept.get(slot.get()).to(sha);
        }
        var job = work.get();
        trail.write(call.key(), "job", job.kind() + " " + job.id());
        var answer = new Answer(202, Wording.JSON.writeValueAsString(job), false);
        slot.ifPresent(s -> answers.keep(Map.of(s, new Answers.Kept(sha, answer))));
        return answer;
    }

    private Job insert(ApiKey key, String kind, String name, byte[] payload, int rows) {
        var now = clock.instant();
        long id = jdbc.sql("""
                INSERT INTO api_job (tenant_id, api_key, kind, name, merchant, payload, total, created_at)
                VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?) RETURNING id""")
                .params(key.id(), kind, name, key.merchant(), payload, rows, Timestamp.from(now))
                .query(Long.class)
                .single();
        Loop.ring(Clerk.LOOP);
        return new Job("" + id, kind, name, "waiting", rows, 0, null, "", now, null);
    }

    @Transactional(readOnly = true)
    public Optional<Job> find(long id, Optional<String> merchant) {
        return query("AND id = :key", id, merchant, 1).stream().findFirst();
    }

    /** Newest first, from below {@code before}. */
    @Transactional(readOnly = true)
    public List<Job> list(Optional<Long> before, Optional<String> merchant, int limit) {
        return query("AND id < :key", before.orElse(Long.MAX_VALUE), merchant, limit);
    }

    /** Results of rows from {@code from} on, as JSON. */
    @Transactional(readOnly = true)
    public List<String> rows(long id, long from, int limit) {
        return jdbc.sql("""
                SELECT result FROM api_job_row WHERE tenant_id = current_tenant() AND job_id = ? AND row_no >= ? ORDER BY row_no LIMIT ?""").params(id, from, limit).query(String.class).list();
    }

    private List<Job> query(String which, long key, Optional<String> merchant, int limit) {
        return jdbc.sql("""
                SELECT id, kind, name, total, done, batch_id, failure, created_at, finished_at FROM api_job
                WHERE tenant_id = current_tenant() %s AND (:all OR merchant = :merchant) ORDER BY id DESC LIMIT :limit""".formatted(which))
                .param("key", key)
                .param("all", merchant.isEmpty())
                .param("merchant", merchant.orElse(""))
                .param("limit", limit)
                .query((rs, n) -> {
                    var finished = rs.getTimestamp("finished_at");
                    var failure = rs.getString("failure");
                    int done = rs.getInt("done");
                    return new Job(
                            rs.getString("id"),
                            rs.getString("kind"),
                            rs.getString("name"),
                            finished == null
                                    ? (done > 0 ? "running" : "waiting")
                                    : failure.isEmpty() ? "done" : "failed",
                            rs.getInt("total"),
                            done,
                            rs.getString("batch_id"),
                            failure,
                            rs.getTimestamp("created_at").toInstant(),
                            finished == null ? null : finished.toInstant());
                })
                .list();
    }
}
