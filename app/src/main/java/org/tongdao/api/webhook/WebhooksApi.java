package org.tongdao.api.webhook;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongdao.api.Trail;
import org.tongdao.api.http.Cursor;
import org.tongdao.api.http.Problem;
import org.tongdao.api.http.ProblemException;
import org.tongdao.api.key.Caller;

/** Endpoints of a program, what was told to them, and telling it again. */
@RestController
class WebhooksApi {

    /** What a caller sends to add one. */
    record Wanted(@Nullable String url, @Nullable List<String> types) {}

    /** A stretch of the feed. */
    record Stretch(long from, long to) {}

    /** A secret, shown once. */
    record Secret(String id, String secret) {}

    private final Webhooks webhooks;
    private final Feed feed;
    private final TransactionTemplate together;
    private final Trail trail;

    WebhooksApi(Webhooks webhooks, Feed feed, Trail trail, PlatformTransactionManager transactions) {
        this.webhooks = webhooks;
        this.feed = feed;
        this.trail = trail;
        this.together = new TransactionTemplate(transactions);
    }

    /** The feed itself: for a daily comparison, or instead of an endpoint. Here {@code next} is the {@code after} of the next page. */
    @GetMapping("/api/v1/events")
    Cursor.Page<Feed.Event> events(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "200") int limit,
            HttpServletRequest http) {
        int most = Cursor.limit(limit);
        feed.number();
        var rows = feed.list(after, Caller.merchant(http), List.of(), most + 1);
        var shown = rows.subList(0, Math.min(most, rows.size()));
        return new Cursor.Page<>(
                shown, rows.size() > most ? "" + shown.get(most - 1).seq() : null);
    }

    @PostMapping("/api/v1/webhooks")
    @ResponseStatus(HttpStatus.CREATED)
    Secret add(@RequestBody Wanted wanted, HttpServletRequest http) {
        var url = wanted.url() == null ? "" : wanted.url();
        List<String> types = wanted.types() == null ? List.of() : wanted.types();
        webhooks.fault(url, types).ifPresent(fault -> {
            throw ProblemException.invalid(
                    "The endpoint cannot be used.",
                    List.of(new Problem.Fault(fault.field(), fault.rule(), "ERROR", "", fault.value(), fault.maybe())));
        });
        var secret = Webhooks.newSecret();
        var key = Caller.of(http);
        long id = Objects.requireNonNull(together.execute(t -> {
            long added = webhooks.add(url, types, key.merchant(), secret);
            trail.write(key, "add webhook", added + " " + url);
            return added;
        }));
        return new Secret("" + id, secret);
    }

    @GetMapping("/api/v1/webhooks")
    Cursor.Page<Webhooks.Endpoint> list(HttpServletRequest http) {
        return new Cursor.Page<>(webhooks.list(Caller.merchant(http)), null);
    }

    @GetMapping("/api/v1/webhooks/{id}")
    Webhooks.Endpoint one(@PathVariable long id, HttpServletRequest http) {
        return webhooks.find(id, Caller.merchant(http)).orElseThrow(ProblemException::notFound);
    }

    @DeleteMapping("/api/v1/webhooks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, HttpServletRequest http) {
        one(id, http);
        change(http, "remove webhook", "" + id, () -> webhooks.remove(id));
    }

    @PostMapping("/api/v1/webhooks/{id}/enable")
    Webhooks.Endpoint enable(@PathVariable long id, HttpServletRequest http) {
        return turn(id, true, http);
    }

    @PostMapping("/api/v1/webhooks/{id}/disable")
    Webhooks.Endpoint disable(@PathVariable long id, HttpServletRequest http) {
        return turn(id, false, http);
    }

    private Webhooks.Endpoint turn(long id, boolean on, HttpServletRequest http) {
        one(id, http);
        change(http, on ? "enable webhook" : "disable webhook", "" + id, () -> webhooks.enable(id, on));
        return one(id, http);
    }

    @PostMapping("/api/v1/webhooks/{id}/secret")
    Secret rotate(@PathVariable long id, HttpServletRequest http) {
        one(id, http);
        var secret = Webhooks.newSecret();
        change(http, "change secret of webhook", "" + id, () -> webhooks.rotate(id, secret));
        return new Secret("" + id, secret);
    }

    @PostMapping("/api/v1/webhooks/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Stretch replay(@PathVariable long id, @RequestBody Stretch stretch, HttpServletRequest http) {
        one(id, http);
        if (stretch.from() < 1 || stretch.to() < stretch.from()) {
            throw ProblemException.invalid(
                    "The stretch is empty.",
                    List.of(new Problem.Fault(
                            "/from", "REPLAY-STRETCH", "ERROR", "", stretch.toString(), "1 ≤ from ≤ to")));
        }
        var subject = id + " " + stretch.from() + "–" + stretch.to();
        change(http, "replay webhook", subject, () -> webhooks.replay(id, stretch.from(), stretch.to()));
        return stretch;
    }

    @GetMapping("/api/v1/webhooks/{id}/attempts")
    Cursor.Page<Webhooks.Attempt> attempts(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            HttpServletRequest http) {
        one(id, http);
        int most = Cursor.limit(limit);
        var rows = webhooks.attempts(id, Cursor.read(cursor), most + 1);
        return Cursor.Page.of(rows, most, a -> Long.valueOf(a.id()));
    }

    /** The change and its line in the trail, both or neither. */
    private void change(HttpServletRequest http, String action, String subject, Runnable work) {
        together.executeWithoutResult(t -> {
            work.run();
            trail.write(Caller.of(http), action, subject);
        });
    }
}
