package org.tongdao.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads {@code postmaster.pid}: who runs on a data folder, on which port, and how to end what a killed process left behind. */
final class Postmaster {

    private static final Duration STOP_WAIT = Duration.ofSeconds(30);
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    private Postmaster() {}

    /** Stops a server that still runs on {@code data}, or removes the note of one that is gone. */
    static void stopLeftOver(Path data) throws IOException {
        var lines = lines(data);
        if (lines.isEmpty()) {
            return;
        }
        long pid = Long.parseLong(lines.get(PID_LINE).trim());
        if (runsOn(data, pid)) {
            interrupt(pid);
            await(
                    STOP_WAIT,
                    () -> ProcessHandle.of(pid).map(p -> !p.isAlive()).orElse(true),
                    "the left-over server " + pid + " does not stop");
        }
        Files.deleteIfExists(pidFile(data));
    }

    /** The port of the server that another process is running or just starting. */
    static int awaitPort(Path data, Duration wait) {
        await(wait, () -> port(data).isPresent(), "no server comes up on " + data);
        return port(data).orElseThrow();
    }

    private static Optional<Integer> port(Path data) {
        var lines = lines(data);
        boolean ready = lines.size() > STATUS_LINE && lines.get(STATUS_LINE).startsWith("ready");
        return ready ? Optional.of(Integer.parseInt(lines.get(PORT_LINE).trim())) : Optional.empty();
    }

    /** A process number is used again by others: it counts only when its command line names our folder. */
    private static boolean runsOn(Path data, long pid) throws IOException {
        var commandLine = Path.of("/proc", String.valueOf(pid), "cmdline");
        return Files.isReadable(commandLine)
                && new String(Files.readAllBytes(commandLine), StandardCharsets.UTF_8).contains(data.toString());
    }

    /** SIGINT is PostgreSQL's fast shutdown; Java can only send TERM and KILL. */
    private static void interrupt(long pid) throws IOException {
        new ProcessBuilder("kill", "-INT", String.valueOf(pid)).inheritIO().start();
    }

    private static List<String> lines(Path data) {
        var file = pidFile(data);
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    private static Path pidFile(Path data) {
        return data.resolve("postmaster.pid");
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Duration wait, Condition condition, String otherwise) {
        long end = System.nanoTime() + wait.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(otherwise + " within " + wait.toSeconds() + " s");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for PostgreSQL", e);
        }
    }
}
