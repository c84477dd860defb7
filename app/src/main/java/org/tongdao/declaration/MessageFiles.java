package org.tongdao.declaration;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import tools.jackson.databind.json.JsonMapper;

/** What the customs commands share: reading files and printing findings. */
final class MessageFiles {

    private static final String NOT_THERE = "FILE-NOT-THERE";

    private MessageFiles() {}

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ". Maybe the path is wrong.", e);
        }
    }

    /** Reads each file; one that is not there is a finding, and the others are read all the same. */
    static void each(List<Path> files, List<Finding> findings, BiConsumer<Path, byte[]> reader) {
        for (var file : files) {
            byte[] content;
            try {
                content = Files.readAllBytes(file);
            } catch (IOException e) {
                findings.add(
                        Finding.error(
                                NOT_THERE,
                                Place.of(file.toString()),
                                file.toString(),
                                "The file cannot be read. Check the path and who may read it; the other files were looked at."));
                continue;
            }
            reader.accept(file, content);
        }
    }

    static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder + ". Maybe a file is in its place.", e);
        }
    }

    /** Prints findings, as text or JSON; returns the exit code: 2 when a file could not be read, 1 when another is an error. */
    static int print(List<Finding> findings, boolean json, PrintStream out) {
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(findings));
        } else {
            findings.forEach(f ->
                    out.println(f.severity() + " " + f.rule() + " " + f.place() + " '" + f.value() + "' " + f.maybe()));
        }
        if (findings.stream().anyMatch(f -> f.rule().equals(NOT_THERE))) {
            return 2;
        }
        return findings.stream().anyMatch(Finding::stops) ? 1 : 0;
    }
}
