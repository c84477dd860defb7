package org.tongdao.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The folder-drop transport: {@code <var>/wire/<tenant>/<wire>/out} and {@code …/in}. Files appear whole (temporary name, then rename); a file taken
 * in moves to {@code …/done} after its transaction is committed. Sending again writes the same bytes under the same name.
 */
@Component
public class FolderWire {

    /** Files that share a transaction: what is said twice about a thing is then worked out once. */
    private static final int TOGETHER = 256;

    /** Of them in the first transaction, so that there is soon something to apply. */
    private static final int FIRST_TOGETHER = 64;

    /** No further file joins a transaction that has so many bytes. */
    private static final long BYTES_TOGETHER = 16_000_000;

    private static final String WAITING = """
            SELECT id, wire, message_key, payload FROM outbox
            WHERE tenant_id = current_tenant() AND wire = ANY (?) AND sent_at IS NULL AND dead_reason IS NULL
            ORDER BY id FOR UPDATE SKIP LOCKED
            """;
    private static final String SENT = """
            UPDATE outbox SET sent_at = ?, attempts = attempts + 1 WHERE tenant_id = current_tenant() AND id = ANY (?)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Path root;

    FolderWire(JdbcClient jdbc, Clock clock, TransactionTemplate transaction, PlatformSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
        this.root = settings.home().resolve("wire");
    }

    /** What applies one file; it runs in the transaction that takes the file in, and must be idempotent through {@link Inbox}. */
    @FunctionalInterface
    public interface Reader {
        void read(String fileName, byte[] content);
    }

    /** A file that lay on the wire. */
    public record Arrived(String fileName, byte[] content) {}

    private record Waiting(long id, String wire, String messageKey, byte[] payload) {}

    /** The folder that holds all wires of the current tenant. */
    public Path root() {
        return root.resolve(String.valueOf(Tenancy.current()));
    }

    public Path out(String wire) {
        return folder(wire, "out");
    }

    public Path in(String wire) {
        return folder(wire, "in");
    }

    /** Writes what waits in the outbox for these wires, oldest first; returns how many files it wrote. */
    @Transactional
    public int send(List<String> wires) {
        var waiting = jdbc.sql(WAITING)
                .param(wires.toArray(new String[0]))
                .query(Waiting.class)
                .list();
        for (var message : waiting) {
            writeWhole(out(message.wire()).resolve(message.messageKey()), message.payload());
        }
        if (!waiting.isEmpty()) {
            var ids = waiting.stream().map(Waiting::id).toArray(Long[]::new);
            jdbc.sql(SENT).params(Timestamp.from(clock.instant()), ids).update();
        }
        return waiting.size();
    }

    @Transactional
    public int send(String wire) {
        return send(List.of(wire));
    }

    /** Takes in every file that is there, in the order of their names, one transaction each; returns how many. */
    public int receive(String wire, Reader reader) {
        var files = list(in(wire));
        for (var file : files) {
            byte[] content = read(file);
            transaction.executeWithoutResult(
                    status -> reader.read(file.getFileName().toString(), content));
            move(file, folder(wire, "done").resolve(file.getFileName()));
        }
        return files.size();
    }

    /**
     * Takes in every file that is there, in the order of their names, many in one transaction; returns how many. For readers to whom order means nothing.
     *
     * <p>While one lot is applied the next is read and prepared by other threads, never more than one ahead.
     *
     * @param prepare what can be done with a file alone; a pure function, called by several threads
     */
    public <T> int receiveTogether(String wire, Function<Arrived, T> prepare, Consumer<List<T>> reader) {
        var files = list(in(wire));
        var done = folder(wire, "done");
        var ready = prepared(files, 0, FIRST_TOGETHER, prepare);
        int from = 0;
        while (from < files.size()) {
            int until = from + ready.size();
            var lot = ready;
            var next = CompletableFuture.supplyAsync(() -> prepared(files, until, TOGETHER, prepare));
            transaction.executeWithoutResult(status -> reader.accept(lot));
            files.subList(from, until).forEach(file -> move(file, done.resolve(file.getFileName())));
            from = until;
            ready = next.join();
        }
        return files.size();
    }

    private static <T> List<T> prepared(List<Path> files, int from, int most, Function<Arrived, T> prepare) {
        return readTogether(files.subList(from, Math.min(files.size(), from + most))).parallelStream()
                .map(prepare)
                .toList();
    }

    private static List<Arrived> readTogether(List<Path> files) {
        var arrived = new ArrayList<Arrived>();
        long bytes = 0;
        for (int i = 0; i < files.size() && bytes < BYTES_TOGETHER; i++) {
            var content = read(files.get(i));
            arrived.add(new Arrived(files.get(i).getFileName().toString(), content));
            bytes += content.length;
        }
        return arrived;
    }

    /** Puts a file under its name in one step, so that no reader sees half of it. */
    public static void writeWhole(Path target, byte[] content) {
        try {
            var temporary = target.resolveSibling("." + target.getFileName() + ".part");
            Files.write(temporary, content);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + target, e);
        }
    }

    private Path folder(String wire, String side) {
        try {
            return Files.createDirectories(root.resolve(String.valueOf(Tenancy.current()))
                    .resolve(wire)
                    .resolve(side));
        } catch (IOException e) {
            throw new UncheckedIOException("could not make the folders of wire " + wire, e);
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> !f.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not list " + folder, e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("could not move " + from, e);
        }
    }
}
