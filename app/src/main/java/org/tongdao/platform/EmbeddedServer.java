package org.tongdao.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * PostgreSQL from the jar, its data in one folder, fsync on; texts in the order of their code points whatever the machine's language. The process that holds the folder's lock owns the server; a second process on the same
 * folder joins it; a server left over by a killed process is stopped first.
 */
final class EmbeddedServer {

    private static final Duration START_WAIT = Duration.ofSeconds(60);

    private EmbeddedServer() {}

    /** Stopped when it is closed or, at the latest, when the process ends. */
    static Server open(Path folder) {
        return open(folder, true);
    }

    /** Stopped when it is closed, also when the process ends: what closes it then may still work with it before. */
    static Server openUntilClosed(Path folder) {
        return open(folder, false);
    }

    private static Server open(Path folder, boolean stopsWithProcess) {
        try {
            Files.createDirectories(folder);
            var data = folder.resolve("data").toAbsolutePath();
            var channel =
                    FileChannel.open(folder.resolve("owner.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            return lock == null ? join(data, channel) : own(folder.toAbsolutePath(), data, channel, stopsWithProcess);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the embedded database under " + folder + " could not start. Maybe the folder is not writable.", e);
        }
    }

    private static Server own(Path folder, Path data, FileChannel lock, boolean stopsWithProcess) throws IOException {
        var programs = folder.resolve("bin");
        Postmaster.stopLeftOver(data);
        HalfDone.remove(programs, data);
        var postgres = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(stopsWithProcess)
                .setOverrideWorkingDirectory(programs.toFile())
                .setPGStartupWait(START_WAIT)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("work_mem", "32MB")
                .setServerConfig("jit", "off")
                .setServerConfig("autovacuum_naptime", "5s")
                .setServerConfig("timezone", "UTC")
                .start();
        return new Server(url(postgres.getPort()), () -> {
            close(postgres);
            close(lock);
        });
    }

    private static Server join(Path data, FileChannel channel) {
        close(channel);
        int port = Postmaster.awaitPort(data, START_WAIT);
        return new Server(url(port), () -> {});
    }

    private static String url(int port) {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            throw new IllegalStateException("could not close " + resource, e);
        }
    }
}
