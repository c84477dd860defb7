package org.tongdao.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tongdao.platform.TestHome;

/** {@code ship} in a process of its own, so that a test can kill it as the world would. */
record ShipProcess(Path folder, Process process) {

    private static @Nullable Path finished;

    private static final Path SMALL = Path.of("..", "examples", "winter-train", "small.csv");

    /** The folder of results of one run that nobody disturbed; made once for all tests that look at it. */
    static synchronized Path undisturbed() throws IOException, InterruptedException {
        if (finished == null) {
            var ship = start(SMALL, TestHome.create());
            ship.summary();
            finished = ship.folder.resolve("out");
        }
        return finished;
    }

    static ShipProcess start(Path folder) throws IOException {
        return start(SMALL, folder);
    }

    static ShipProcess start(Path orders, Path folder) throws IOException {
        Files.createDirectories(folder);
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.tongdao.Tongdao",
                "ship",
                orders.toString(),
                "--seed",
                "11",
                "--home",
                folder.resolve("home").toString(),
                "--out",
                folder.resolve("out").toString());
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("log.txt").toFile()))
                .start();
        return new ShipProcess(folder, process);
    }

    /** SIGKILL after {@code wait}; true when it was still running then. */
    boolean killAfter(Duration wait) throws InterruptedException {
        boolean ended = process.waitFor(wait.toMillis(), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        return !ended;
    }

    String summary() throws IOException, InterruptedException {
        if (!process.waitFor(4, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("ship did not end: " + Files.readString(folder.resolve("log.txt")));
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    "ship ended with " + process.exitValue() + ": " + Files.readString(folder.resolve("log.txt")));
        }
        return Files.readString(folder.resolve("out").resolve("summary.json"));
    }
}
