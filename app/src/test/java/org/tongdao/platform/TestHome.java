package org.tongdao.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A home folder for one test run. */
public final class TestHome {

    private TestHome() {}

    public static Path create() {
        try {
            var parent = Files.createDirectories(Path.of("target", "homes").toAbsolutePath());
            return Files.createTempDirectory(parent, "home");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
