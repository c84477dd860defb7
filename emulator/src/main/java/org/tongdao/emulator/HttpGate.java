package org.tongdao.emulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * {@code PUT /WIRE/out/KEY} lays a document before the offices, {@code GET /WIRE/in} offers the oldest answer, {@code DELETE /WIRE/in/KEY} takes it away;
 * docs/formats/wires.md. The same key with other bytes is refused (409). On this machine's own address only.
 */
public final class HttpGate implements AutoCloseable {

    private static final int LONGEST = 32 << 20;

    private final HttpServer server;
    private final Path tenantFolder;

    /**
     * Opens the gate.
     *
     * @param port 0: any free one
     * @param tenantFolder the folders that the offices work over
     */
    public HttpGate(int port, Path tenantFolder) {
        this.tenantFolder = tenantFolder;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " cannot be used. Maybe another program listens there.", e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newFixedThreadPool(2, work -> {
            var made = new Thread(work, "http-gate");
            made.setDaemon(true);
            return made;
        }));
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var parts = exchange.getRequestURI().getPath().split("/", -1);
            var asked = exchange.getRequestMethod() + ' ' + (parts.length > 2 ? parts[2] : "");
            boolean wire = parts.length > 2 && parts[1].matches("customs|rail|carrier");
            boolean key = parts.length == 4 && parts[3].matches("[A-Za-z0-9][A-Za-z0-9._-]{0,200}");
            if (wire && key && asked.equals("PUT out")) {
                take(exchange, folder(parts[1], "out").resolve(parts[3]));
            } else if (wire && parts.length == 3 && asked.equals("GET in")) {
                offer(exchange, folder(parts[1], "in"));
            } else if (wire && key && asked.equals("DELETE in")) {
                boolean gone = done(parts[1], parts[3]);
                exchange.sendResponseHeaders(gone ? 204 : 404, -1);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void take(HttpExchange exchange, Path file) throws IOException {
        byte[] content = exchange.getRequestBody().readNBytes(LONGEST);
        if (Files.exists(file)) {
            exchange.sendResponseHeaders(Arrays.equals(Files.readAllBytes(file), content) ? 200 : 409, -1);
            return;
        }
        var part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.write(part, content);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        exchange.sendResponseHeaders(201, -1);
    }

    private static void offer(HttpExchange exchange, Path folder) throws IOException {
        Optional<Path> oldest;
        try (var files = Files.list(folder)) {
            oldest = files.filter(f -> !f.getFileName().toString().startsWith("."))
                    .sorted()
                    .findFirst();
        }
        if (oldest.isEmpty()) {
            exchange.sendResponseHeaders(204, -1);
            return;
        }
        byte[] content = Files.readAllBytes(oldest.get());
        exchange.getResponseHeaders()
                .set("X-Message-Key", oldest.get().getFileName().toString());
        exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
    }

    private boolean done(String wire, String key) throws IOException {
        var file = folder(wire, "in").resolve(key);
        if (!Files.exists(file)) {
            return false;
        }
        Files.move(file, folder(wire, "done").resolve(key), StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private Path folder(String wire, String side) throws IOException {
        return Files.createDirectories(tenantFolder.resolve(wire).resolve(side));
    }
}
