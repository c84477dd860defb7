package org.tongdao.api.drop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The folders of one merchant: {@code in} is written by him; {@code ack}, {@code err} and {@code done} by us. What appears in a folder appears whole, by
 * renaming; names that begin with a dot or end in {@code .part} or {@code .tmp} are still being written.
 */
record Box(Path folder) {

    private static final int LONGEST_NAME = 150;

    /** Files that wait, by name. */
    List<Path> waiting() {
        try (var files = Files.list(folder.resolve("in"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !Files.isSymbolicLink(file))
                    .filter(file -> isWhole(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not list " + folder, e);
        }
    }

    static boolean isWhole(String name) {
        return !name.startsWith(".")
                && !name.endsWith(".part")
                && !name.endsWith(".tmp")
                && name.length() <= LONGEST_NAME;
    }

    /** Puts a text into a folder of the box. */
    void put(String into, String name, String text) {
        place(into, name, part -> Files.writeString(part, text));
    }

    /** Puts a file into a folder of the box that {@code writing} writes. */
    void place(String into, String name, Writing writing) {
        try {
            var target = Files.createDirectories(folder.resolve(into)).resolve(name);
            var part = target.resolveSibling("." + name + ".part");
            writing.to(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + name + " into " + folder.resolve(into), e);
        }
    }

    /** Takes a file out of {@code in}; one of the same name that was there before stays beside it. */
    void done(Path file, String sha256) {
        var name = file.getFileName().toString();
        try {
            var done = Files.createDirectories(folder.resolve("done"));
            try {
                Files.move(file, done.resolve(name));
            } catch (FileAlreadyExistsException e) {
                Files.move(
                        file, done.resolve(sha256.substring(0, 12) + "-" + name), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not put " + name + " away", e);
        }
    }

    /** Writes a file. */
    interface Writing {
        void to(Path file) throws IOException;
    }
}
