package org.tongdao.console;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongdao.customs.FarStep;

/** The term base is complete, and the templates use nothing else and nothing unsafe. */
class TermBaseTest {

    private static final Pattern USED =
            Pattern.compile("#\\{([a-zA-Z][\\w.]*)}|messages\\.msg\\('([a-zA-Z][\\w.]*)'\\)");

    private static final Pattern RULE = Pattern.compile("\"([A-Z]{2,}(?:-[A-Z0-9]+)+)\"");

    @Test
    void everyTermIsThereInFourLanguages() throws IOException {
        assertThat(terms()).allSatisfy(term -> {
            for (String language : List.of("en", "zh", "ru", "kk")) {
                assertThat(term.getField(language))
                        .as(term.getField("key") + " in " + language)
                        .isNotBlank();
            }
        });
    }

    @Test
    void everyLanguageHasTheSamePlaces() throws IOException {
        assertThat(terms()).allSatisfy(term -> {
            for (String language : List.of("zh", "ru", "kk")) {
                assertThat(places(term.getField(language)))
                        .as(term.getField("key") + " in " + language)
                        .isEqualTo(places(term.getField("en")));
            }
        });
    }

    /** The places that figures are put into, such as {@code {0}}. */
    private static Set<String> places(String text) {
        return Pattern.compile("\\{\\d[^}]*}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void noTermStandsTwice() throws IOException {
        assertThat(terms()).extracting(term -> term.getField("key")).doesNotHaveDuplicates();
    }

    @Test
    void everyRuleOfCustomsAndIntakeHasItsNameAndItsAdviceInTheReadersLanguage() throws IOException {
        Set<String> known = terms().stream().map(term -> term.getField("key")).collect(Collectors.toSet());
        Set<String> rules = new TreeSet<>();
        for (var folder : List.of("../engines/customs/src/main/java", "src/main/java/org/tongdao/declaration")) {
            rules.addAll(rulesIn(folder));
        }
        try (var rows = CsvReader.builder().ofNamedCsvRecord(Path.of("..", "data", "intake-rules.csv"))) {
            rows.stream()
                    .map(r -> r.getField("rule"))
                    .filter(r -> r.contains("-"))
                    .forEach(rules::add);
        }
        rules.removeAll(Set.of("SHA-1", "SHA-256", "UTF-8"));
        assertThat(rules).hasSizeGreaterThan(150);
        assertThat(rules).allSatisfy(rule -> assertThat(known).contains("finding." + rule, "advice." + rule));
    }

    /** How code writes a line of the trail: the first words of the call, and the other ones where two are to choose from. */
    private static final Pattern ACT = Pattern.compile("\\b(?:audit\\.write|trail\\.write|written|told|outcome|change)"
            + "\\((?![^;\"]*addFlash)[^;\"]*?\"([a-z][a-z -]+[a-z])\"(?:\\s*:\\s*\"([a-z][a-z -]+[a-z])\")?");

    @Test
    void everyActOfTheTrailReadsInTheReadersLanguage() throws IOException {
        Set<String> known = terms().stream().map(term -> term.getField("key")).collect(Collectors.toSet());
        Set<String> acts = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main/java/org/tongdao"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                var code = Files.readString(file);
                if (code.contains("Audit audit") || code.contains("Trail trail")) {
                    ACT.matcher(code)
                            .results()
                            .flatMap(m -> Stream.of(m.group(1), m.group(2)).filter(Objects::nonNull))
                            .forEach(acts::add);
                }
            }
        }
        acts.remove("nobody"); // somebody who is not known, no act
        assertThat(acts).hasSizeGreaterThan(75).contains("take in", "departure refused", "replay webhook");
        assertThat(acts)
                .allSatisfy(act -> assertThat(known)
                        .contains("trail." + act.replace(' ', '_').replace('-', '.')));
    }

    @Test
    void everyRuleOfRoutesTariffsNetworksAndAssignmentHasItsNameAndItsAdviceInTheReadersLanguage() throws IOException {
        Set<String> known = terms().stream().map(term -> term.getField("key")).collect(Collectors.toSet());
        Set<String> rules = new TreeSet<>();
        for (var folder : List.of(
                "../engines/routing/src/main/java",
                "../engines/ledger/src/main/java",
                "src/main/java/org/tongdao/planning",
                "src/main/java/org/tongdao/settlement",
                "src/main/java/org/tongdao/console/route")) {
            rules.addAll(rulesIn(folder));
        }
        rules.removeIf(rule -> !rule.matches("(NET|ROUTE|ASSIGN|DISRUPTION|RATE)-.*"));
        assertThat(rules).hasSizeGreaterThan(70);
        assertThat(rules).allSatisfy(rule -> assertThat(known).contains("finding." + rule, "maybe." + rule));
    }

    private static Set<String> rulesIn(String folder) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            Set<String> rules = new TreeSet<>();
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                RULE.matcher(Files.readString(file)).results().forEach(m -> rules.add(m.group(1)));
            }
            return rules;
        }
    }

    @Test
    void stepsAndRulesOfTheCountryOfArrivalSpeakEveryLanguage() throws IOException {
        var english = terms().stream().collect(Collectors.toMap(t -> t.getField("key"), t -> t.getField("en")));
        for (var kind : FarStep.Kind.values()) {
            assertThat(english.get("arrival.step." + kind)).as(kind.name()).isEqualTo(kind.english());
        }
        try (var rows = CsvReader.builder().ofNamedCsvRecord(Path.of("..", "data", "far-side.csv"))) {
            var priced = rows.stream()
                    .map(r -> r.getField("rule"))
                    .filter(r -> !r.matches("procedure-.*|ens-.*|ics2-enforced"))
                    .toList();
            assertThat(priced).isNotEmpty().allMatch(rule -> english.containsKey("arrival.rule." + rule));
        }
    }

    @Test
    void templatesUseOnlyKnownTerms() throws IOException {
        Set<String> known = terms().stream().map(term -> term.getField("key")).collect(Collectors.toSet());
        Set<String> used = new TreeSet<>();
        for (String text : templates()) {
            USED.matcher(text).results().forEach(m -> used.add(m.group(1) != null ? m.group(1) : m.group(2)));
        }
        assertThat(used).hasSizeGreaterThan(100);
        assertThat(known).containsAll(used);
    }

    @Test
    void templatesHoldNoScriptNoStyleAndNoUnescapedText() throws IOException {
        for (String text : templates()) {
            assertThat(text).doesNotContain("th:utext", "__${", " style=", "onclick", "hx-on", "<style");
            assertThat(text).doesNotContainPattern("<script(?![^>]*src=)");
        }
    }

    private static List<NamedCsvRecord> terms() throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(Path.of("..", "data", "glossary.csv"))) {
            return rows.stream().toList();
        }
    }

    private static List<String> templates() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }
}
