package org.tongdao.wires;

import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real RabbitMQ (Debian: rabbitmq-server) in a process and a folder of its own; tests are skipped where it is not installed. */
final class Broker implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");

    private final Path folder;
    private final int port;
    private Process process;

    private Broker(Path folder, int port) throws IOException, InterruptedException {
        this.folder = folder;
        this.port = port;
        this.process = run();
    }

    static Broker start(Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.exists(PROGRAM), "no rabbitmq-server on this machine");
        return new Broker(folder, freePort());
    }

    URI address() {
        return URI.create("amqp://guest:guest@127.0.0.1:" + port);
    }

    /** As when the power fails; what was confirmed lies on its disk. */
    void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    void startAgain() throws IOException, InterruptedException {
        process = run();
    }

    private Process run() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(PROGRAM.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("broker.log").toFile());
        var environment = builder.environment();
        environment.put("HOME", folder.toString());
        environment.put("RABBITMQ_NODENAME", "tongdao" + port + "@localhost");
        environment.put("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1");
        environment.put("RABBITMQ_NODE_PORT", String.valueOf(port));
        environment.put("RABBITMQ_DIST_PORT", String.valueOf(freePort()));
        environment.put("RABBITMQ_MNESIA_BASE", folder.resolve("data").toString());
        environment.put("RABBITMQ_LOG_BASE", folder.resolve("log").toString());
        environment.put(
                "RABBITMQ_ENABLED_PLUGINS_FILE", folder.resolve("plugins").toString());
        environment.put("RABBITMQ_CONFIG_FILE", folder.resolve("none").toString());
        environment.put("RABBITMQ_PID_FILE", folder.resolve("pid").toString());
        var started = builder.start();
        await(started);
        return started;
    }

    private void await(Process started) throws IOException, InterruptedException {
        var factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(port);
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < end && started.isAlive()) {
            try (var connection = factory.newConnection()) {
                if (connection.isOpen()) {
                    return;
                }
            } catch (IOException | java.util.concurrent.TimeoutException e) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        throw new IllegalStateException("the broker does not open: " + Files.readString(folder.resolve("broker.log")));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
