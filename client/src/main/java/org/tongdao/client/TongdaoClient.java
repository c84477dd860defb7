package org.tongdao.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Calls one installation with one key. Writing calls carry an idempotency key and are repeated by themselves when the connection breaks or the server is
 * busy: the server gives the first answer again, so that nothing happens twice.
 */
public final class TongdaoClient {

    private static final int TRIES = 4;
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final URI root;
    private final String key;
    private final Duration firstPause;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /**
     * A client that waits one second before it repeats a call, then two, then four.
     *
     * @param root address of the installation, such as {@code https://tongdao.example}
     * @param key a key of the console, {@code tdk_…}
     */
    public TongdaoClient(URI root, String key) {
        this(root, key, Duration.ofSeconds(1));
    }

    TongdaoClient(URI root, String key, Duration firstPause) {
        this.root = root;
        this.key = key;
        this.firstPause = firstPause;
    }

    /** Sends one order; {@code idempotencyKey} is the shop's own name of this call, the same for every repetition. */
    public Answer sendOrder(String orderJson, String idempotencyKey) throws IOException, InterruptedException {
        return post("/api/v1/orders", orderJson, idempotencyKey);
    }

    /** Sends many orders, {@code {"orders": […]}}; more than a thousand are answered by a job. */
    public Answer sendOrders(String ordersJson, String idempotencyKey) throws IOException, InterruptedException {
        return post("/api/v1/orders/bulk", ordersJson, idempotencyKey);
    }

    /**
     * Tells events, an EPCIS 2.0 document in JSON-LD; the answer's {@link Answer#location} is where their outcomes will stand. Needs no key of repetition:
     * an event is recognised by its id and its content.
     */
    public Answer captureEvents(String epcisDocument) throws IOException, InterruptedException {
        return patiently(request("/api/v1/epcis/capture")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(epcisDocument))
                .build());
    }

    /** Asks for events by the parameters of an EPCIS query, such as {@code EQ_bizStep}; {@link Answer#next} leads to the next page. */
    public Answer queryEvents(Map<String, String> parameters) throws IOException, InterruptedException {
        return get("/api/v1/epcis/events?"
                + parameters.entrySet().stream()
                        .map(p -> URLEncoder.encode(p.getKey(), StandardCharsets.UTF_8) + "="
                                + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                        .sorted()
                        .collect(Collectors.joining("&")));
    }

    /** Reads a path with its query, such as {@code /api/v1/orders?limit=20}. */
    public Answer get(String path) throws IOException, InterruptedException {
        return patiently(request(path).GET().build());
    }

    private Answer post(String path, String json, String idempotencyKey) throws IOException, InterruptedException {
        return patiently(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path)).timeout(TIMEOUT).header("Authorization", "Bearer " + key);
    }

    private Answer patiently(HttpRequest request) throws IOException, InterruptedException {
        var pause = firstPause;
        for (int left = TRIES - 1; ; left--) {
            try {
                var answer = once(request);
                if (left == 0 || !answer.isWorthRepeating()) {
                    return answer;
                }
            } catch (IOException e) {
                if (left == 0) {
                    throw e;
                }
            }
            Thread.sleep(pause.toMillis());
            pause = pause.multipliedBy(2);
        }
    }

    private Answer once(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        var head = answer.headers();
        boolean replayed = head.firstValue("Idempotent-Replayed").isPresent();
        var next = head.firstValue("Link").orElse("").replaceFirst("^<([^>]*)>.*", "$1");
        return new Answer(
                answer.statusCode(),
                answer.body(),
                replayed,
                head.firstValue("Location").orElse(""),
                next);
    }
}
