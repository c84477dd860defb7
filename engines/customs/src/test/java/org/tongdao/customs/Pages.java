package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/** Pages under {@code docs/customs} that tests write: run with {@code -Dtongdao.write-docs=true} to renew them, otherwise a stale page fails. */
final class Pages {

    private static final String HEADER =
            "<!-- Written by a test from the engine's tables (engines/customs, -Dtongdao.write-docs=true). Do not edit. -->\n";

    private Pages() {}

    static void compare(String name, String text) {
        var file = Tables.above("docs").resolve("customs").resolve(name);
        var wanted = HEADER + text;
        try {
            if (Boolean.getBoolean("tongdao.write-docs")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, wanted);
            }
            assertThat(Files.readString(file))
                    .as("docs/customs/" + name + " is stale")
                    .isEqualTo(wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String row(Object... cells) {
        var line = new StringBuilder("|");
        for (var cell : cells) {
            line.append(' ')
                    .append(String.valueOf(cell).replace("|", "\\|").replace("\n", " "))
                    .append(" |");
        }
        return line.append('\n').toString();
    }

    static String head(String... columns) {
        return row((Object[]) columns) + "|" + "---|".repeat(columns.length) + "\n";
    }

    static String most(int number) {
        return number == Integer.MAX_VALUE ? "any" : String.format(Locale.ROOT, "%d", number);
    }

    static String joined(List<String> parts) {
        return parts.isEmpty() ? "–" : String.join(", ", parts);
    }
}
