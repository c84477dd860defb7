package org.tongdao.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

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
        boolean replayed = answer.headers().firstValue("Idempotent-Replayed").isPresent();
        return new Answer(answer.statusCode(), answer.body(), replayed);
    }
}
