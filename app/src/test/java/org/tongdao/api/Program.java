package org.tongdao.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A program with a key; every answer it gets is held against the contract. */
final class Program {

    /** An answer. */
    record Told(int status, String body, HttpHeaders headers) {
        boolean replayed() {
            return headers.firstValue("Idempotent-Replayed").isPresent();
        }

        String location() {
            return headers.firstValue("Location").orElse("");
        }

        /** Path and query of the next page, empty on the last. */
        String link() {
            return headers.firstValue("Link").orElse("").replaceFirst("^<([^>]*)>.*", "$1");
        }

        JsonNode json() {
            return Contract.JSON.readTree(body);
        }

        String text(String pointer) {
            return json().at(pointer).asString("");
        }
    }

    private final String root;
    private final String secret;
    private final Contract contract;
    private final HttpClient client = HttpClient.newHttpClient();

    Program(int port, String secret, Contract contract) {
        this.root = "http://localhost:" + port;
        this.secret = secret;
        this.contract = contract;
    }

    Told get(String path) {
        return send("GET", path, null, Map.of());
    }

    /** Asks again for up to 30 seconds until the answer is as it is waited for. */
    Told until(String path, Predicate<Told> wanted) {
        var told = get(path);
        for (int i = 0; i < 300 && !wanted.test(told); i++) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            told = get(path);
        }
        if (!wanted.test(told)) {
            throw new AssertionError("waited in vain: " + told.body());
        }
        return told;
    }

    Told post(String path, String body) {
        return send("POST", path, body, Map.of());
    }

    Told post(String path, String body, String idempotencyKey) {
        return send("POST", path, body, Map.of("Idempotency-Key", idempotencyKey));
    }

    Told send(String method, String path, @Nullable String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (!secret.isEmpty()) {
            request.header("Authorization", "Bearer " + secret);
        }
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            contract.check(method, path, answer.statusCode(), type, answer.body());
            return new Told(answer.statusCode(), answer.body(), answer.headers());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
