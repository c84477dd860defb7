package org.tongdao.api.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Brings events to endpoints: in order, one after the other, and never the next before the last was taken. */
@Component
class Courier {

    private static final int AT_ONCE = 200;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Feed feed;
    private final Round round;
    private final Egress egress;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TIMEOUT)
            .build();

    Courier(Feed feed, Round round, Egress egress) {
        this.feed = feed;
        this.round = round;
        this.egress = egress;
    }

    /** One round for the running tenant; returns how many deliveries were tried. */
    int deliver(Instant now) {
        feed.number();
        int tried = 0;
        for (var due : round.take(now)) {
            try {
                tried += again(due, now);
                tried += fresh(due, now);
            } finally {
                round.release(due.id());
            }
        }
        return tried;
    }

    private int fresh(Round.Due due, Instant now) {
        long last = feed.last();
        var events = feed.list(due.lastSeq(), merchant(due), due.types(), AT_ONCE);
        int tried = 0;
        for (var event : events) {
            tried++;
            var outcome = send(due, event, now);
            if (!outcome.isGood()) {
                round.failed(due, event.seq(), outcome, now);
                return tried;
            }
            round.delivered(due, event.seq(), outcome, now);
        }
        if (events.size() < AT_ONCE && last > due.lastSeq()) {
            round.passed(due.id(), last);
        }
        return tried;
    }

    /** A stretch asked for again stops at a failure and goes on with the next round. */
    private int again(Round.Due due, Instant now) {
        int tried = 0;
        for (var again = round.again(due.id()); again.isPresent() && tried < AT_ONCE; again = round.again(due.id())) {
            long to = again.get().to();
            var next = feed.list(again.get().next() - 1, merchant(due), due.types(), 1).stream()
                    .findFirst()
                    .filter(event -> event.seq() <= to);
            if (next.isEmpty()) {
                round.toldAll(again.get());
                continue;
            }
            tried++;
            var outcome = send(due, next.get(), now);
            if (!outcome.isGood()) {
                round.failed(due, next.get().seq(), outcome, now);
                return tried;
            }
            round.told(again.get(), next.get().seq(), outcome, now);
        }
        return tried;
    }

    private static Optional<String> merchant(Round.Due due) {
        return Optional.of(due.merchant()).filter(m -> !m.isEmpty());
    }

    private Round.Outcome send(Round.Due due, Feed.Event event, Instant now) {
        var refusal = egress.refuses(due.url());
        if (refusal.isPresent()) {
            return new Round.Outcome(0, refusal.get());
        }
        var body = event.body();
        long timestamp = now.getEpochSecond();
        var request = HttpRequest.newBuilder(URI.create(due.url()))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("webhook-id", event.id())
                .header("webhook-timestamp", "" + timestamp)
                .header("webhook-signature", Signature.header(due.secrets(), event.id(), timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return new Round.Outcome(status, status >= 200 && status < 300 ? "" : "answered " + status);
        } catch (IOException e) {
            return new Round.Outcome(0, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Round.Outcome(0, "stopped");
        }
    }
}
