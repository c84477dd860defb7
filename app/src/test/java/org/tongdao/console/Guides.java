package org.tongdao.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The guides for people and the pictures they show. */
final class Guides {

    static final Path FOLDER = Path.of("..", "docs", "guide");
    static final Path PICTURES = Path.of("..", "docs", "images", "guide");
    private static final Pattern SHOWN = Pattern.compile("\\.\\./images/guide/([a-z0-9-]+)\\.png");

    private Guides() {}

    /** Names of all pictures that some guide shows. */
    static Set<String> pictures() {
        var names = new TreeSet<String>();
        try (var files = Files.newDirectoryStream(FOLDER, "*.md")) {
            for (var file : files) {
                SHOWN.matcher(Files.readString(file)).results().forEach(m -> names.add(m.group(1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
