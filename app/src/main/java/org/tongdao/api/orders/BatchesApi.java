package org.tongdao.api.orders;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongdao.api.http.Cursor;
import org.tongdao.api.http.ProblemException;
import org.tongdao.api.key.Caller;
import org.tongdao.intake.IntakeLists;

/** Files in as jobs, what became of them, and how far a job is. */
@RestController
class BatchesApi {

    /** More than one line can have. */
    private static final int FINDINGS = 1_000;

    private final Jobs jobs;
    private final IntakeLists lists;

    BatchesApi(Jobs jobs, IntakeLists lists) {
        this.jobs = jobs;
        this.lists = lists;
    }

    @PostMapping("/api/v1/files")
    ResponseEntity<byte[]> file(
            @RequestBody byte[] body,
            @RequestParam String name,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            HttpServletRequest http,
            Locale language) {
        if (!name.matches("[\\p{L}\\p{N}_-][\\p{L}\\p{N}._ -]{0,99}")) {
            throw ProblemException.parameter("name", "a file name of letters, digits, space and . _ -");
        }
        var call =
                new Reading.Call(Caller.of(http), Optional.ofNullable(idempotencyKey), language, http.getServletPath());
        return OrdersApi.answer(jobs.file(call, body, name));
    }

    @GetMapping("/api/v1/jobs")
    Cursor.Page<Jobs.Job> jobs(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            HttpServletRequest http) {
        int most = Cursor.limit(limit);
        return Cursor.Page.of(
                jobs.list(Cursor.read(cursor), Caller.merchant(http), most + 1), most, job -> Long.valueOf(job.id()));
    }

    @GetMapping("/api/v1/jobs/{id}")
    Jobs.Job job(@PathVariable long id, HttpServletRequest http) {
        return jobs.find(id, Caller.merchant(http)).orElseThrow(ProblemException::notFound);
    }

    /** One result for each row, as far as the job is. */
    @GetMapping(path = "/api/v1/jobs/{id}/rows", produces = MediaType.APPLICATION_JSON_VALUE)
    String rows(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "200") int limit,
            HttpServletRequest http) {
        int most = Cursor.limit(limit);
        job(id, http);
        long from = Cursor.read(cursor).orElse(0L);
        var rows = jobs.rows(id, from, most + 1);
        var next = rows.size() > most ? ",\"next\":\"" + Cursor.write(from + most) + "\"" : "";
        return "{\"items\":[" + String.join(",", rows.subList(0, Math.min(most, rows.size()))) + "]" + next + "}";
    }

    @GetMapping("/api/v1/batches")
    Cursor.Page<IntakeLists.BatchRow> batches(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            HttpServletRequest http) {
        int most = Cursor.limit(limit);
        return Cursor.Page.of(
                lists.listBatches(Caller.merchant(http), Cursor.read(cursor), most + 1),
                most,
                IntakeLists.BatchRow::id);
    }

    @GetMapping("/api/v1/batches/{id}")
    IntakeLists.BatchRow batch(@PathVariable long id, HttpServletRequest http) {
        return lists.listBatches(Caller.merchant(http), Optional.of(id + 1), 1).stream()
                .filter(b -> b.id() == id)
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** What was wrong with its rows, by line. */
    @GetMapping("/api/v1/batches/{id}/findings")
    Cursor.Page<IntakeLists.FindingRow> findings(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest http) {
        batch(id, http);
        long after = Cursor.read(cursor).orElse(-1L);
        var rows = lists.listFindings(id, Optional.ofNullable(rule), after, FINDINGS);
        if (rows.size() < FINDINGS) {
            return new Cursor.Page<>(rows, null);
        }
        long torn =
                rows.get(FINDINGS - 1).line(); // its other findings may be on the next page: it goes there as a whole
        var whole = rows.stream().filter(row -> row.line() < torn).toList();
        return new Cursor.Page<>(whole, Cursor.write(torn - 1));
    }
}
