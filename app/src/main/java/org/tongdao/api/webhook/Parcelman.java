package org.tongdao.api.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Brings one signed message to one address that a stranger gave: only where {@link Egress} lets it, following no redirect, reading no answer. */
@Component
public class Parcelman {

    /** A message; {@code id} is the same when it is sent again. */
    public record Delivery(String url, String secret, String id, String body) {}

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Egress egress;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TIMEOUT)
            .build();

    Parcelman(Egress egress) {
        this.egress = egress;
    }

    /** Whether it was taken. */
    public boolean post(Delivery delivery, Instant now) {
        if (egress.refuses(delivery.url()).isPresent()) {
            return false;
        }
        long timestamp = now.getEpochSecond();
        var signature = Signature.header(List.of(delivery.secret()), delivery.id(), timestamp, delivery.body());
        var request = HttpRequest.newBuilder(URI.create(delivery.url()))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("webhook-id", delivery.id())
                .header("webhook-timestamp", "" + timestamp)
                .header("webhook-signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(delivery.body()))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
