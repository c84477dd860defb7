package org.tongdao.api.orders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.api.ApiKey;
import org.tongdao.intake.ImportRequest;
import org.tongdao.intake.Intake;
import org.tongdao.intake.SingleOrders;
import org.tongdao.platform.Tenancy;
import org.tongdao.terms.Finding;

/** Does the next piece of a job in one transaction with its results and its progress: killed anywhere, it goes on where it was. */
@Component
class JobWork {

    private static final int PIECE = 500;

    private record Open(
            long id, String kind, String name, String merchant, byte[] payload, int total, int done, long key) {}

    private final JdbcClient jdbc;
    private final SingleOrders orders;
    private final Intake intake;
    private final Reading reading;
    private final Wording wording;
    private final Clock clock;

    JobWork(JdbcClient jdbc, SingleOrders orders, Intake intake, Reading reading, Wording wording, Clock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.intake = intake;
        this.reading = reading;
        this.wording = wording;
        this.clock = clock;
    }

    /** One piece of the oldest open job of the running tenant; false when there is none that nobody else works at. */
    @Transactional
    public boolean step() {
        var open = jdbc.sql("""
                SELECT id, kind, name, merchant, payload, total, done, api_key AS key FROM api_job
                WHERE tenant_id = current_tenant() AND finished_at IS NULL ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED""").query(Open.class).optional();
        if (open.isEmpty()) {
            return false;
        }
        if (open.get().kind().equals("file")) {
            takeFile(open.get());
        } else {
            takeOrders(open.get());
        }
        return true;
    }

    private void takeOrders(Open job) {
        var key = new ApiKey(
                Tenancy.current(),
                job.key(),
                "",
                "",
                List.of(),
                job.merchant(),
                "",
                clock.instant().atOffset(java.time.ZoneOffset.UTC),
                null,
                null);
        var call = new Reading.Call(key, Optional.empty(), Locale.ENGLISH, "");
        var list = reading.tree(job.payload()).path("orders");
        int to = Math.min(list.size(), job.done() + PIECE);
        var items = new java.util.ArrayList<Request.Item>();
        for (int i = job.done(); i < to; i++) {
            items.add(reading.item(call, list.get(i), "/orders/" + i));
        }
        orders.lock();
        var checked = items.stream()
                .filter(Request.Item::isSound)
                .flatMap(item -> Optional.ofNullable(item.order()).stream())
                .toList();
        var verdicts = orders.accept(checked, job.merchant().isEmpty() ? "api" : job.merchant())
                .iterator();
        var results = items.stream()
                .map(item -> item.isSound()
                        ? wording.result(item, verdicts.next(), Locale.ENGLISH)
                        : wording.refused(item, Locale.ENGLISH))
                .map(Wording.JSON::writeValueAsString)
                .toArray(String[]::new);
        keep(job, results);
        progress(job, to, to == list.size());
    }

    private void keep(Open job, String[] results) {
        jdbc.sql("""
                INSERT INTO api_job_row (tenant_id, job_id, row_no, result)
                SELECT current_tenant(), :job, :first + n - 1, r FROM unnest(:results::text[]) WITH ORDINALITY AS t (r, n)""")
                .param("job", job.id())
                .param("first", job.done())
                .param("results", results)
                .update();
    }

    private void progress(Open job, int done, boolean finished) {
        jdbc.sql(
                        "UPDATE api_job SET done = ?, finished_at = CASE WHEN ? THEN ?::timestamptz END WHERE tenant_id = current_tenant() AND id = ?")
                .params(done, finished, Timestamp.from(clock.instant()), job.id())
                .update();
    }

    private void takeFile(Open job) {
        try {
            Path folder = Files.createTempDirectory("job");
            Path file = Files.write(folder.resolve(job.name()), job.payload());
            try {
                var owner = job.merchant().isEmpty() ? "default" : job.merchant();
                finish(job, new ImportRequest(file, owner, Optional.empty()));
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write the file of job " + job.id(), e);
        }
    }

    private void finish(Open job, ImportRequest request) {
        var report = intake.importApart(request);
        var failure = report.refusals().stream().map(JobWork::said).collect(Collectors.joining("; "));
        jdbc.sql("UPDATE api_job SET total = ?, done = ?, batch_id = nullif(?, 0), failure = ?, finished_at = ?"
                        + " WHERE tenant_id = current_tenant() AND id = ?")
                .params(
                        report.rows(),
                        report.rows(),
                        report.batchId(),
                        failure,
                        Timestamp.from(clock.instant()),
                        job.id())
                .update();
    }

    private static String said(Finding finding) {
        return finding.rule() + " " + finding.place() + ": " + finding.maybe();
    }
}
