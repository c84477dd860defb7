package org.tongdao.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongdao.journey.TidyUp;
import org.tongdao.platform.FolderWire;
import org.tongdao.platform.Tenancy;

/** Thirty days after a lesson has ended nothing of its ground is kept but its number; the attempt keeps its score. A job of the pulse. */
@Component
class Retention {

    private static final long EVERY = Duration.ofHours(1).toNanos();

    private final AttemptStore attempts;
    private final GroundStore ground;
    private final FolderWire folders;
    private final Map<Integer, Long> looked = new ConcurrentHashMap<>();

    Retention(AttemptStore attempts, GroundStore ground, FolderWire folders) {
        this.attempts = attempts;
        this.ground = ground;
        this.folders = folders;
    }

    @EventListener
    void tidy(TidyUp due) {
        long now = System.nanoTime();
        Long last = looked.get(Tenancy.current());
        if (last == null || now - last > EVERY) {
            for (int over : attempts.over()) {
                Tenancy.run(over, this::empty);
            }
            looked.put(Tenancy.current(), now);
        }
    }

    /** Files first: what is left when this is cut off is found again by its rows. */
    private void empty() {
        remove(folders.root());
        ground.empty();
    }

    private static void remove(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException fault) throws IOException {
                    Files.delete(dir);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("could not remove " + folder, e);
        }
    }
}
