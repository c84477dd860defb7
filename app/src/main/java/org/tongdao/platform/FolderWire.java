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

    /** What applies a lot of files in the transaction that takes them in; it must be idempotent through {@link Inbox}. */
    @FunctionalInterface
    public interface LotReader<T> {

        /** What comes after {@code turn.run()} sees all that the lots before did; what comes before it runs beside them and must not need them. */
        void read(List<T> lot, Runnable turn);
    }

    /**
     * Takes in every file that is there, in the order of their names, many in one transaction; returns how many.
     *
     * <p>A few lots are worked on at a time by threads of their own, and committed one after another.
     *
     * @param prepare what can be done with a file alone; a pure function, called by several threads
     */
    public <T> int receiveTogether(String wire, Function<Arrived, T> prepare, LotReader<T> reader) {
        var files = list(in(wire));
        var done = folder(wire, "done");
        var lots = new WireLots(files);
        int tenant = Tenancy.current();
        var hands = new ArrayList<CompletableFuture<Void>>();
        for (int hand = 1; hand < lots.hands(); hand++) {
            hands.add(CompletableFuture.runAsync(
                    () -> Tenancy.run(tenant, () -> work(lots, prepare, reader, done)),
                    task -> new Thread(task, "wire-lots").start()));
        }
        try {
            work(lots, prepare, reader, done);
        } finally {
            hands.forEach(hand -> hand.handle((nothing, failure) -> 0).join());
        }
        hands.forEach(CompletableFuture::join);
        return files.size();
    }

    private <T> void work(WireLots lots, Function<Arrived, T> prepare, LotReader<T> reader, Path done) {
        for (var next = lots.next(); next.isPresent(); next = lots.next()) {
            var lot = next.get();
            try {
                var ready = lot.arrived().stream().map(prepare).toList();
                transaction.executeWithoutResult(
                        status -> reader.read(ready, () -> lot.before().join()));
                lot.files().forEach(file -> move(file, done.resolve(file.getFileName())));
                lot.done().complete(null);
            } catch (RuntimeException | Error e) {
                lots.stop(lot, e);
                throw e;
            }
        }
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

    static byte[] read(Path file) {
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
