package org.tongdao.console;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** {@code serve --emulate} in a process of its own, so that a test can kill it as the world would. */
record ServeProcess(Process process, Path log, int port) {

    private static final Pattern CODE = Pattern.compile("/welcome\\?code=(\\S+)");

    static ServeProcess start(Path folder, int hurry) throws IOException, InterruptedException {
        int port = freePort();
        var log = Files.createTempFile(folder, "serve", ".log");
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.tongdao.Tongdao",
                "serve",
                "--emulate",
                "--hurry",
                String.valueOf(hurry),
                "--port",
                String.valueOf(port),
                "--home",
                folder.resolve("home").toString());
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // as a login from a laptop brings it along: a language that this machine does not have
        builder.environment().put("LANG", "zz_ZZ.UTF-8");
        var process = builder.start();
        var serve = new ServeProcess(process, log, port);
        serve.await("Tongdao is open");
        return serve;
    }

    /** The one-time code that the first start prints. */
    String code() throws IOException {
        var found = CODE.matcher(Files.readString(log));
        if (!found.find()) {
            throw new IllegalStateException("no code: " + Files.readString(log));
        }
        return found.group(1);
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, as Ctrl-C or a service manager ends it; all that it printed. */
    String end() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS)) {
            kill();
            throw new IllegalStateException("serve does not end: " + Files.readString(log));
        }
        return Files.readString(log);
    }

    private void await(String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!Files.readString(log).contains(text)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("serve does not open: " + Files.readString(log));
            }
            Thread.sleep(100);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
