package org.tongdao.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls are repeated with the same key when that can help, and not when it cannot. */
class TongdaoClientTest {

    private static final int BREAKS = 0;

    private final Queue<Integer> answers = new ArrayDeque<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private TongdaoClient client;

    @BeforeEach
    void aServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", call -> {
            var head = call.getRequestHeaders();
            seen.add(call.getRequestMethod() + " " + call.getRequestURI() + " " + head.getFirst("Authorization") + " "
                    + head.getFirst("Idempotency-Key") + " "
                    + new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            int status = answers.remove();
            if (status != BREAKS) {
                byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
                call.getResponseHeaders().set("Idempotent-Replayed", "true");
                call.getResponseHeaders().set("Location", "/there");
                call.getResponseHeaders().set("Link", "</api/v1/next?a=b>; rel=\"next\"");
                call.sendResponseHeaders(status, body.length);
                call.getResponseBody().write(body);
            }
            call.close();
        });
        server.start();
        var root = URI.create("http://localhost:" + server.getAddress().getPort());
        client = new TongdaoClient(root, "tdk_x", Duration.ofMillis(1));
    }

    @AfterEach
    void closed() {
        server.stop(0);
    }

    @Test
    void anOrderGoesOutWithItsKeys() throws Exception {
        answers.add(201);
        var answer = client.sendOrder("{\"orderNo\":\"1\"}", "shop-1");
        assertThat(answer).isEqualTo(new Answer(201, "{}", true, "/there", "/api/v1/next?a=b"));
        assertThat(seen).containsExactly("POST /api/v1/orders Bearer tdk_x shop-1 {\"orderNo\":\"1\"}");
    }

    @Test
    void aBusyServerAndABrokenLineAreTriedAgainWithTheSameKey() throws Exception {
        answers.addAll(List.of(429, BREAKS, 200));
        assertThat(client.sendOrders("{}", "shop-2").isGood()).isTrue();
        assertThat(seen).hasSize(3).containsOnly("POST /api/v1/orders/bulk Bearer tdk_x shop-2 {}");
    }

    @Test
    void eventsAreToldAndAskedFor() throws Exception {
        answers.addAll(List.of(202, 200));
        assertThat(client.captureEvents("{}").location()).isEqualTo("/there");
        assertThat(client.queryEvents(Map.of("EQ_bizStep", "departing", "MATCH_epc", "urn:a:b|urn:a:c"))
                        .isGood())
                .isTrue();
        assertThat(seen)
                .containsExactly(
                        "POST /api/v1/epcis/capture Bearer tdk_x null {}",
                        "GET /api/v1/epcis/events?EQ_bizStep=departing&MATCH_epc=urn%3Aa%3Ab%7Curn%3Aa%3Ac Bearer tdk_x null ");
    }

    @Test
    void aRefusalIsFinal() throws Exception {
        answers.add(422);
        assertThat(client.sendOrder("{}", "shop-3").isGood()).isFalse();
        assertThat(seen).hasSize(1);
    }

    @Test
    void afterFourTriesTheLastAnswerCounts() throws Exception {
        answers.addAll(List.of(503, 503, 503, 503));
        assertThat(client.get("/api/v1/orders?limit=1").status()).isEqualTo(503);
        assertThat(seen).hasSize(4);
    }
}
