package org.tongdao.customs;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the repository's data folder and, when it is there, the shared reference beside the checkout. */
final class Tables {

    private Tables() {}

    static Reader data(String name) {
        try {
            return Files.newBufferedReader(above("data/" + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TariffBook tariff() {
        return CsvTariffBook.read("hs-starter", data("hs-starter.csv"));
    }

    /** A path of the shared reference; does not exist on machines without it. */
    static Path shared(String path) {
        var set = System.getProperty("tongdao.shared");
        var root = set != null ? Path.of(set) : above("shared");
        return root.resolve("reference").resolve(path);
    }

    static Path above(String path) {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(path))) {
                return folder.resolve(path);
            }
        }
        return Path.of(path);
    }
}
