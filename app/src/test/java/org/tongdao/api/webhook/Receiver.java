package org.tongdao.api.webhook;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A shop's server: takes deliveries, or says that it cannot. */
final class Receiver implements AutoCloseable {

    /** One delivery as it came. */
    record Delivery(String id, String timestamp, String signature, String body) {
        long seq() {
            return Long.parseLong(id.substring("evt_".length()));
        }
    }

    private final HttpServer server;
    private final List<Delivery> taken = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        server.createContext("/", call -> {
            var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var head = call.getRequestHeaders();
            if (answer == 204) {
                taken.add(new Delivery(
                        head.getFirst("webhook-id"),
                        head.getFirst("webhook-timestamp"),
                        head.getFirst("webhook-signature"),
                        body));
            }
            if (answer == 302) {
                call.getResponseHeaders()
                        .set(
                                "Location",
                                "http://localhost:" + server.getAddress().getPort() + "/x");
            }
            call.sendResponseHeaders(answer, -1);
            call.close();
        });
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook";
    }

    void answers(int status) {
        answer = status;
    }

    List<Delivery> taken() {
        return taken;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
