package org.tongdao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The papers at the root say what is there, and nothing that is not. */
class PaperworkTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT))`");

    @Test
    void theReadmeFitsOnAPageOrTwo() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md")).size()).isLessThanOrEqualTo(120);
    }

    @Test
    void everyLinkInThePapersLeadsSomewhere() throws IOException {
        for (var paper : papers()) {
            var links = LINK.matcher(Files.readString(paper))
                    .results()
                    .map(m -> m.group(1))
                    .toList();
            for (var link : links) {
                assertThat(paper.resolveSibling(link))
                        .as(ROOT.relativize(paper) + " → " + link)
                        .exists();
            }
        }
    }

    @Test
    void everyTestThatThePapersNameExists() throws IOException {
        var tests = tests();
        for (var paper : papers()) {
            var named = TEST.matcher(Files.readString(paper))
                    .results()
                    .map(m -> m.group(1))
                    .toList();
            assertThat(tests).as(paper.getFileName().toString()).containsAll(named);
        }
    }

    @Test
    void everyDecisionFitsOnAPage() throws IOException {
        for (var record : list(ROOT.resolve("docs/adr"))) {
            assertThat(Files.readAllLines(record).size()).as(record.toString()).isLessThanOrEqualTo(60);
        }
    }

    private static List<String> tests() throws IOException {
        try (var engines = Files.walk(ROOT.resolve("engines"));
                var app = Files.walk(ROOT.resolve("app/src/test/java"));
                var emulator = Files.walk(ROOT.resolve("emulator/src"))) {
            return Stream.of(engines, app, emulator)
                    .flatMap(files -> files)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .toList();
        }
    }

    private static List<Path> papers() throws IOException {
        return Stream.concat(list(ROOT).stream(), list(ROOT.resolve("docs")).stream())
                .toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".md")).sorted().toList();
        }
    }
}
