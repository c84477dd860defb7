package org.tongdao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Guides name things that exist: their pictures are taken by browser tests, their links lead somewhere, each role has one. */
class GuidesTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    @Test
    void everyPictureIsThereAndIsTakenByATest() throws IOException {
        var taken = new StringBuilder();
        try (var tests =
                Files.newDirectoryStream(java.nio.file.Path.of("src/test/java/org/tongdao/console"), "*IT.java")) {
            for (var test : tests) {
                taken.append(Files.readString(test));
            }
        }
        assertThat(Guides.pictures()).hasSizeGreaterThan(5).allSatisfy(name -> {
            assertThat(Guides.PICTURES.resolve(name + ".png")).exists();
            assertThat(taken).contains("\"" + name + "\")");
        });
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        try (var files = Files.newDirectoryStream(Guides.FOLDER, "*.md")) {
            for (var file : files) {
                LINK.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .filter(link -> Files.notExists(file.resolveSibling(link)))
                        .forEach(link -> dead.add(file.getFileName() + " -> " + link));
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void everyRoleHasItsGuide() {
        for (var guide :
                List.of("operator", "bench", "broker", "dispatcher", "merchant", "administrator", "routes", "api")) {
            assertThat(Guides.FOLDER.resolve(guide + ".md")).exists();
        }
    }

    @Test
    void everyTestThatTheAcceptancePageNamesIsThere() throws IOException {
        var page = Files.readString(Guides.FOLDER.resolveSibling("acceptance.md"));
        try (var tests = Files.walk(java.nio.file.Path.of("src/test/java"))) {
            var known = tests.map(file -> file.getFileName().toString()).toList();
            assertThat(Pattern.compile("`(\\w+(?:IT|Test))`")
                            .matcher(page)
                            .results()
                            .map(m -> m.group(1) + ".java"))
                    .isNotEmpty()
                    .isSubsetOf(known);
        }
    }
}
