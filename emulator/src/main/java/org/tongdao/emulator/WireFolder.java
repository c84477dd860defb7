package org.tongdao.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folders of one wire as the far side sees them: it reads {@code out}, writes {@code in}, and never touches a file that the application has taken
 * to {@code done}.
 */
public final class WireFolder {

    private final Path folder;

    /** The wire {@code name} (customs, rail, carrier) below the wire folder of one tenant. */
    public WireFolder(Path tenantFolder, String name) {
        this.folder = tenantFolder.resolve(name);
        try {
            Files.createDirectories(folder.resolve("out"));
            Files.createDirectories(folder.resolve("in"));
        } catch (IOException e) {
            throw new UncheckedIOException("could not make the folders of " + folder, e);
        }
    }

    /** Everything that was sent and is whole, in the order of the names. */
    public List<Sent> sent() {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.sorted()
                    .map(WireFolder::named)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not list " + folder, e);
        }
    }

    /** True when this answer was written before, whether the application has taken it in or not. */
    public boolean answered(String fileName) {
        return Files.exists(folder.resolve("in").resolve(fileName))
                || Files.exists(folder.resolve("done").resolve(fileName));
    }

    /** Puts an answer under its name in one step, so that no reader sees half of it. */
    public void write(String fileName, byte[] content) {
        var temporary = folder.resolve("in").resolve("." + fileName + ".part");
        try {
            Files.write(temporary, content);
            Files.move(temporary, folder.resolve("in").resolve(fileName), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + fileName, e);
        }
    }

    private static Optional<Sent> named(Path file) {
        return WireName.parse(file.getFileName().toString()).map(name -> new Sent(name, file));
    }
}
