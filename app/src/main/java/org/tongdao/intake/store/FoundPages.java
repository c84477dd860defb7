package org.tongdao.intake.store;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tongdao.platform.CopyRows;
import org.tongdao.terms.Finding;

/** Findings of one import, kept in a temporary file until the rows are through, so that memory stays flat however many there are. */
final class FoundPages implements AutoCloseable {

    private static final char CELL = '\u001F';

    private final Path file;
    private final BufferedWriter out;

    FoundPages() {
        try {
            file = Files.createTempFile("tongdao-findings", ".txt");
            out = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException("could not keep findings", e);
        }
    }

    void add(long line, List<Finding> findings) {
        int seq = 0;
        for (var f : findings) {
            write(line + "" + CELL + ++seq + CELL + f.rule() + CELL + f.severity() + CELL
                    + flat(f.place().column()) + CELL + flat(f.value()) + CELL + flat(f.maybe()));
        }
    }

    private void write(String text) {
        try {
            out.write(text);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("could not keep findings", e);
        }
    }

    private static String flat(String text) {
        return Staging.visible(text).replace('\n', ' ').replace('\r', ' ').replace(CELL, ' ');
    }

    void copyTo(CopyRows rows) {
        try {
            out.flush();
            try (BufferedReader in = Files.newBufferedReader(file)) {
                for (var text = in.readLine(); text != null; text = in.readLine()) {
                    rows.row((Object[]) text.split("" + CELL, -1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not read findings back", e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("could not remove " + file, e);
        }
    }
}
