package org.tongdao.wires;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** {@code PUT out/KEY}, {@code GET in}, {@code DELETE in/KEY} below one address; docs/formats/wires.md. */
final class HttpCarrier implements Carrier {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<Integer> TAKEN = Set.of(200, 201, 202, 204);
    /** Answers about the message itself, not about us or the way there. */
    private static final Set<Integer> UNWANTED = Set.of(400, 409, 410, 413, 415, 422);

    private final URI address;
    private final Supplier<String> token;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param token sent as bearer token; empty: none */
    HttpCarrier(URI address, Supplier<String> token) {
        this.address = URI.create(address.toString().replaceFirst("/*$", "/"));
        this.token = token;
    }

    @Override
    public void deliver(String key, byte[] payload) throws IOException {
        var answer = ask(request("out/" + encoded(key)).PUT(HttpRequest.BodyPublishers.ofByteArray(payload)));
        if (!TAKEN.contains(answer.statusCode())) {
            throw refused(key, answer.statusCode());
        }
    }

    @Override
    public Optional<Incoming> next() throws IOException {
        var answer = ask(request("in").GET());
        if (answer.statusCode() == 204) {
            return Optional.empty();
        }
        var key = answer.headers().firstValue("X-Message-Key").orElse("");
        if (answer.statusCode() != 200 || key.isEmpty()) {
            throw new IOException("GET " + address + "in answered " + answer.statusCode());
        }
        return Optional.of(new Waiting(key, answer.body()));
    }

    @Override
    public void close() {
        // the client has nothing to be closed in Java 17
    }

    private final class Waiting implements Incoming {
        private final String key;
        private final byte[] payload;

        Waiting(String key, byte[] payload) {
            this.key = key;
            this.payload = payload;
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public byte[] payload() {
            return payload;
        }

        @Override
        public void acknowledge() throws IOException {
            var answer = ask(request("in/" + encoded(key)).DELETE());
            if (!TAKEN.contains(answer.statusCode()) && answer.statusCode() != 404) {
                throw new IOException("DELETE " + address + key + " answered " + answer.statusCode());
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
        var secret = token.get();
        return secret.isEmpty() ? request : request.header("Authorization", "Bearer " + secret);
    }

    private HttpResponse<byte[]> ask(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private IOException refused(String key, int status) {
        String what = "PUT " + address + key + " answered " + status;
        return UNWANTED.contains(status) ? new MessageRefused(what) : new IOException(what);
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
