package org.tongdao.api.orders;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.tongdao.api.http.MediaTypes;
import org.tongdao.api.http.Problem;
import org.tongdao.api.http.ProblemException;
import org.tongdao.api.key.Caller;

/** Orders in: one by one, up to a thousand at once, more as a job. */
@RestController
class OrdersApi {

    private static final int MOST_ROWS = 1_000;
    private static final int MOST_BYTES = 32 << 20;
    private static final int LONGEST_KEY = 200;
    private static final int PATIENCE_S = 60;

    private final Reading reading;
    private final Lanes lanes;
    private final Wording wording;
    private final Jobs jobs;

    OrdersApi(Reading reading, Lanes lanes, Wording wording, Jobs jobs) {
        this.reading = reading;
        this.lanes = lanes;
        this.wording = wording;
        this.jobs = jobs;
    }

    @PostMapping("/api/v1/orders")
    ResponseEntity<byte[]> one(
            @RequestBody byte[] body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            HttpServletRequest http,
            Locale language) {
        MediaTypes.json(http);
        var call = call(http, idempotencyKey, language);
        var request = reading.one(call, small(body));
        if (request.isEmpty() && idempotencyKey == null) {
            return answer(wording.single(wording.refused(request.items().get(0), language)));
        }
        return answer(stored(request));
    }

    @PostMapping("/api/v1/orders/bulk")
    ResponseEntity<byte[]> many(
            @RequestBody byte[] body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            HttpServletRequest http,
            Locale language) {
        MediaTypes.json(http);
        var call = call(http, idempotencyKey, language);
        var tree = reading.tree(small(body));
        var list = tree.path("orders");
        if (!list.isArray() || list.isEmpty() || tree.size() != 1) {
            throw new ProblemException(
                    Problem.of(400, "not-orders", "Send an object with one member: orders, a list."));
        }
        if (list.size() > MOST_ROWS) {
            return answer(jobs.orders(call, body, list.size()));
        }
        return answer(stored(reading.many(call, body, list, 0)));
    }

    private static Reading.Call call(HttpServletRequest http, @Nullable String idempotencyKey, Locale language) {
        var key = Optional.ofNullable(idempotencyKey).map(String::strip);
        if (key.isPresent() && (key.get().isEmpty() || key.get().length() > LONGEST_KEY)) {
            throw new ProblemException(
                    Problem.of(400, "idempotency-key", "An Idempotency-Key has 1 to " + LONGEST_KEY + " characters."));
        }
        return new Reading.Call(Caller.of(http), key, language, http.getServletPath());
    }

    private static byte[] small(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw new ProblemException(Problem.of(413, "too-large", "At most 32 MB fit a call; send a file instead."));
        }
        return body;
    }

    private Answer stored(Request request) {
        var waiting = lanes.put(request);
        try {
            if (waiting.isPresent()) {
                return waiting.get().get(PATIENCE_S, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("orders were not stored", e.getCause());
        } catch (TimeoutException e) {
            // told below: the same key gives the answer later
        }
        throw new ProblemException(Problem.of(
                429, "busy", "Too many orders wait; send it again in a few seconds with the same Idempotency-Key."));
    }

    static ResponseEntity<byte[]> answer(Answer answer) {
        var headers = new HttpHeaders();
        headers.setContentType(
                answer.isProblem() ? MediaType.parseMediaType(Problem.TYPE) : MediaType.APPLICATION_JSON);
        if (answer.repeated()) {
            headers.set("Idempotent-Replayed", "true");
        }
        return ResponseEntity.status(answer.status())
                .headers(headers)
                .body(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
