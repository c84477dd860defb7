package org.tongdao.port;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tongdao.emulator.rail.RailConduct;
import org.tongdao.emulator.rail.Railway;

/** The rail wire's folders of one tenant, as a test looks at them and disturbs them. */
record RailFiles(Path root) {

    void railwayUntil(Instant end) {
        new Railway(root, 7, RailConduct.asInLife()).deliver(end);
    }

    Path wirePath(String side) {
        return root.resolve("rail").resolve(side);
    }

    List<Path> list(String side) {
        try (var files = Files.list(wirePath(side))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Path> moveAside(List<Path> documents) {
        try {
            var aside = Files.createDirectories(wirePath("aside"));
            var moved = new ArrayList<Path>();
            for (var document : documents) {
                moved.add(Files.move(document, aside.resolve(document.getFileName())));
            }
            return moved;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keepBack(String trainNo) {
        moveAside(list("in").stream()
                .filter(f -> f.toString().endsWith("_EPCIS_" + trainNo + ".json"))
                .toList());
    }

    void bringBack() {
        list("aside").forEach(this::putIn);
    }

    void putIn(Path document) {
        try {
            Files.copy(document, wirePath("in").resolve(document.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes what was told, in every document that waits. */
    void rewrite(String from, String to) {
        for (var file : list("in")) {
            var text = text(file);
            if (text.contains(from)) {
                write(file.getFileName().toString(), text.replace(from, to));
            }
        }
    }

    void write(String name, String content) {
        try {
            Files.createDirectories(wirePath("in"));
            Files.writeString(wirePath("in").resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
