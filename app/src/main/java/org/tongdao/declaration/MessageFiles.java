package org.tongdao.declaration;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tongdao.terms.Finding;
import tools.jackson.databind.json.JsonMapper;

/** What the customs commands share: reading files and printing findings. */
final class MessageFiles {

    private MessageFiles() {}

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ". Maybe the path is wrong.", e);
        }
    }

    static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder + ". Maybe a file is in its place.", e);
        }
    }

    /** Prints findings, as text or JSON; returns the exit code: 1 when one of them is an error. */
    static int print(List<Finding> findings, boolean json, PrintStream out) {
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(findings));
        } else {
            findings.forEach(f ->
                    out.println(f.severity() + " " + f.rule() + " " + f.place() + " '" + f.value() + "' " + f.maybe()));
        }
        return findings.stream().anyMatch(Finding::stops) ? 1 : 0;
    }
}
