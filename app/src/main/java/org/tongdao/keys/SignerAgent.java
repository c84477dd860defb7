package org.tongdao.keys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.Executors;
import org.tongdao.customs.Signer;
import org.tongdao.platform.WorkStopped;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs for others on this PC's own address only, for whoever knows the token. It sees the bytes to be signed (a SignedInfo of at most a few hundred bytes),
 * never a message; it keeps no list and no copy.
 */
final class SignerAgent implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 16 * 1024;

    private final HttpServer server;
    private final Signer key;
    private final Pace pace;
    private final byte[] token;

    /** @param port 0: any free one */
    SignerAgent(int port, Signer key, Pace pace, String token) throws IOException {
        this.key = key;
        this.pace = pace;
        this.token = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newFixedThreadPool(2, work -> {
            var made = new Thread(work, "tongdao-signer");
            made.setDaemon(true);
            return made;
        }));
    }

    void start() {
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            if (!MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token)) {
                send(exchange, 401, new byte[0]);
                return;
            }
            var asked =
                    exchange.getRequestMethod() + ' ' + exchange.getRequestURI().getPath();
            switch (asked) {
                case "GET /key" -> send(exchange, 200, about());
                case "POST /sign" -> sign(exchange);
                default -> send(exchange, 404, new byte[0]);
            }
        } catch (WorkStopped e) {
            refuse(exchange, new AgentKey.Refusal(e.rule(), e.value(), e.maybe()));
        } catch (RuntimeException e) {
            refuse(exchange, new AgentKey.Refusal("KEY-FAILED", String.valueOf(e.getMessage()), "see the agent's PC"));
        }
    }

    private synchronized byte[] about() {
        if (key instanceof Probed probed) {
            probed.probe();
        }
        return JSON.writeValueAsBytes(new AgentKey.About(
                key.keyName(), key.profile(), Base64.getEncoder().encodeToString(key.certificate())));
    }

    private void sign(HttpExchange exchange) throws IOException {
        byte[] content = exchange.getRequestBody().readNBytes(LONGEST + 1);
        boolean signedInfo = new String(content, StandardCharsets.UTF_8).startsWith("<ds:SignedInfo ");
        if (content.length > LONGEST || !signedInfo) {
            send(exchange, 400, new byte[0]);
            return;
        }
        byte[] signature;
        synchronized (this) {
            pace.await();
            signature = key.sign(content);
        }
        if (!key.profile().holds(key.certificate(), content, signature)) {
            throw new WorkStopped("KEY-SIGNATURE", key.keyName(), "the key's own signature does not hold");
        }
        send(exchange, 200, signature);
    }

    private static void refuse(HttpExchange exchange, AgentKey.Refusal why) throws IOException {
        send(exchange, 503, JSON.writeValueAsBytes(why));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
