package org.tongdao.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The files of a wire in the order of their names, cut into lots that share a transaction; several hands take the next one each. */
final class WireLots {

    /** Files that share a transaction: what is said twice about a thing is then worked out once. */
    private static final int TOGETHER = 128;

    /** Of them in the first transaction, so that there is soon something to apply. */
    private static final int FIRST_TOGETHER = 64;

    /** Fewer than these are not worth a transaction of their own. */
    private static final int LAST_TOGETHER = 32;

    /** No further file joins a transaction that has so many bytes. */
    private static final long BYTES_TOGETHER = 16_000_000;

    private static final int MOST_HANDS = 3;

    private final List<Path> files;
    private int taken;
    private boolean stopped;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    WireLots(List<Path> files) {
        this.files = files;
    }

    /** A lot; {@code before} ends when the one before it is committed, {@code done} is for its own end. */
    record Lot(
            List<Path> files,
            List<FolderWire.Arrived> arrived,
            CompletableFuture<Void> before,
            CompletableFuture<Void> done) {}

    /** How many may work side by side without one standing idle from the start. */
    int hands() {
        int more = Math.max(0, files.size() - FIRST_TOGETHER);
        return Math.min(MOST_HANDS, 1 + (more + TOGETHER - 1) / TOGETHER);
    }

    synchronized Optional<Lot> next() {
        if (stopped || taken == files.size()) {
            return Optional.empty();
        }
        int most = most();
        var arrived = new ArrayList<FolderWire.Arrived>();
        long bytes = 0;
        int from = taken;
        while (taken < files.size() && arrived.size() < most && bytes < BYTES_TOGETHER) {
            var file = files.get(taken++);
            var content = FolderWire.read(file);
            arrived.add(new FolderWire.Arrived(file.getFileName().toString(), content));
            bytes += content.length;
        }
        var before = last;
        last = new CompletableFuture<>();
        return Optional.of(new Lot(files.subList(from, taken), arrived, before, last));
    }

    /** The last lots are smaller, so that all hands end at about the same time. */
    private int most() {
        int share = (files.size() - taken) / MOST_HANDS;
        return taken == 0 ? FIRST_TOGETHER : Math.max(LAST_TOGETHER, Math.min(TOGETHER, share));
    }

    /** Nobody takes another lot; what failed is tried again with the next look at the folder. */
    synchronized void stop(Lot failed, Throwable why) {
        stopped = true;
        failed.done().completeExceptionally(why);
    }
}
