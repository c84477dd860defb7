package org.tongdao.customs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.stream.Stream;

/** The 42 synthetic messages of the shared reference, one of each type; tests are skipped where they are not. */
final class Fixtures {

    private Fixtures() {}

    static Stream<CebType> types() {
        return CebCatalogue.official().list().stream();
    }

    static byte[] bytes(CebType type) {
        var file = Tables.shared("customs/fixtures/" + type.rootElement() + ".xml");
        assumeTrue(Files.exists(file), "no fixtures on this machine");
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
