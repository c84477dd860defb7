package org.tongdao.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads {@code postmaster.pid}: who runs on a data folder, on which port, and how to end what a killed process left behind. */
final class Postmaster {

    private static final Duration STOP_WAIT = Duration.ofSeconds(30);
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    private Postmaster() {}

    /** Stops whatever still runs on {@code data} (a server, or the making of one), and removes the note of a server that is gone. */
    static void stopLeftOver(Path data) throws IOException {
        var left = ProcessHandle.allProcesses()
                .filter(process -> runsOn(data, process.pid()))
                .toList();
        for (var process : left) {
            interrupt(process.pid());
        }
        await(
                STOP_WAIT,
                () -> left.stream().noneMatch(ProcessHandle::isAlive),
                "what was left over on " + data + " does not stop");
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
    private static boolean runsOn(Path data, long pid) {
        try {
            var words = Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"), StandardCharsets.ISO_8859_1);
            return Arrays.asList(words.split("\u0000")).contains(data.toString());
        } catch (IOException e) {
            return false; // it ended meanwhile, or belongs to somebody else
        }
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
