package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongdao.terms.Dice;
import org.tongdao.terms.Finding;

/** The shipped network with one thing wrong: told by its rule with file, line, column and value, and nothing else is lost. */
class NetworkRulesTest {

    private static final Path SHIPPED = Path.of("../../data/network");
    private static final List<String> FILES =
            List.of("places.csv", "lines.csv", "calls.csv", "calendar.csv", "links.csv");

    private static String shipped(String file) {
        try {
            return Files.readString(SHIPPED.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NetworkFolder.Read read(Map<String, String> changed) {
        return NetworkFolder.read(file -> Optional.of(changed.getOrDefault(file, shipped(file))));
    }

    /** Line of the file as an editor counts, its cells split at commas that stand outside quotes. */
    private static List<String> cells(String file, int line) {
        return new ArrayList<>(
                List.of(shipped(file).split("\n")[line - 1].split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)));
    }

    private static int column(String file, String name) {
        return cells(file, 1).indexOf(name);
    }

    private static String with(String file, int line, String column, String value) {
        var cells = cells(file, line);
        cells.set(column(file, column), value);
        var lines = new ArrayList<>(List.of(shipped(file).split("\n")));
        lines.set(line - 1, String.join(",", cells));
        return String.join("\n", lines) + "\n";
    }

    @Test
    void theShippedNetworkHasNoFinding() {
        assertThat(read(Map.of()).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "places.csv, 3, lat, 91, NET-NUMBER",
        "places.csv, 3, lon, far, NET-NUMBER",
        "places.csv, 3, zone, Asia/Nowhere, NET-NUMBER",
        "places.csv, 3, hours, 12345 25:00-26:00, NET-NUMBER",
        "places.csv, 3, handling, -1:00, NET-NUMBER",
        "places.csv, 3, risk, 1.5, NET-NUMBER",
        "places.csv, 3, dwell, 4:00/1:00/2:00, NET-NUMBER",
        "places.csv, 3, inspected, 2, NET-NUMBER",
        "places.csv, 3, place, '', NET-MISSING",
        "lines.csv, 2, line, '', NET-MISSING",
        "lines.csv, 2, mode, balloon, NET-MODE",
        "lines.csv, 2, gauge_mm, 1000, NET-NUMBER",
        "lines.csv, 2, slots, -5, NET-NUMBER",
        "lines.csv, 2, max_kg, heavy, NET-NUMBER",
        "lines.csv, 2, cut_off, soon, NET-NUMBER",
        "calls.csv, 3, place, XXX, NET-PLACE-UNKNOWN",
        "calls.csv, 3, line, QQ, NET-LINE-UNKNOWN",
        "calls.csv, 3, cost, -10, NET-NUMBER",
        "places.csv, 3, lat, '', NET-MISSING",
        "places.csv, 3, zone, '', NET-MISSING",
        "places.csv, 3, country, QQ, NET-WORD",
        "lines.csv, 2, via, QQ, NET-WORD",
        "lines.csv, 2, goods, dangeruos, NET-WORD",
        "lines.csv, 2, regimes, 96, NET-WORD",
        "calendar.csv, 2, days, '', NET-MISSING",
        "links.csv, 2, mode, balloon, NET-MODE",
        "calendar.csv, 2, days, 8, NET-NUMBER",
        "calendar.csv, 2, times, 25:00, NET-NUMBER",
        "calendar.csv, 2, from, 2026-13-01, NET-NUMBER",
        "links.csv, 2, from, XXX, NET-PLACE-UNKNOWN",
        "links.csv, 2, time, 0, NET-ORDER",
        "links.csv, 2, cost, much, NET-NUMBER"
    })
    void oneWrongCellIsToldWhereItStands(String file, int line, String column, String value, String rule) {
        var findings = read(Map.of(file, with(file, line, column, value))).findings();
        assertThat(findings).as(findings.toString()).anySatisfy(f -> {
            assertThat(f.rule()).isEqualTo(rule);
            assertThat(f.place().source()).isEqualTo(file);
            assertThat(f.place().line()).isEqualTo(line);
            assertThat(f.value()).isEqualTo(value);
            assertThat(f.maybe()).startsWith("Maybe: ");
            assertThat(f.stops()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"places.csv", "lines.csv", "calls.csv", "calendar.csv", "links.csv"})
    void aMissingColumnIsNamedAndAnEmptyFileIsTold(String file) {
        for (var name : cells(file, 1)) {
            var header = shipped(file).replaceFirst(Pattern.quote(name), "x" + name);
            var findings = read(Map.of(file, header)).findings();
            assertThat(findings.stream().filter(f -> f.rule().equals("NET-COLUMN")))
                    .allSatisfy(f -> assertThat(f.place().column()).isEqualTo(name));
        }
        assertThat(read(Map.of(file, "")).findings())
                .extracting(Finding::rule)
                .containsAnyOf("NET-EMPTY", "NET-COLUMN", "NET-FILE");
        assertThat(read(Map.of(file, "")).sound()).isFalse();
    }

    @Test
    void whateverIsWrittenIntoACellIsReadOrToldAndNeverThrown() {
        var garbage = List.of(
                "",
                " ",
                "\"",
                "-",
                "0",
                "-1",
                "1e999",
                "NaN",
                "99999999999999",
                "24:60",
                "2026-02-30",
                "a,b",
                "\u0000",
                "😀",
                "=1+1",
                "|",
                ";",
                "12345678",
                "1/2/3",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
        var random = Dice.of(5, "garbage");
        int told = 0;
        for (int i = 0; i < 400; i++) {
            var file = FILES.get(random.nextInt(FILES.size()));
            int line = 2 + random.nextInt(shipped(file).split("\n").length - 1);
            var columns = cells(file, 1);
            var column = columns.get(random.nextInt(columns.size()));
            var value = garbage.get(random.nextInt(garbage.size()));
            var read = read(Map.of(file, with(file, line, column, value)));
            assertThat(read.network().stations())
                    .as(file + line + column + value)
                    .isNotEmpty();
            read.findings().forEach(f -> {
                assertThat(FILES).contains(f.place().source());
                assertThat(f.maybe()).isNotBlank();
            });
            told += read.findings().isEmpty() ? 0 : 1;
        }
        assertThat(told).isGreaterThan(200);
    }

    @Test
    void aRowThatIsTakenOutTakesNothingElseWithIt() {
        var whole = read(Map.of()).network();
        var links = shipped("links.csv").split("\n");
        for (int line = 2; line <= links.length; line += 5) {
            var rest = new ArrayList<>(List.of(links));
            rest.remove(line - 1);
            var read = read(Map.of("links.csv", String.join("\n", rest) + "\n"));
            assertThat(read.network().lines()).isEqualTo(whole.lines());
            assertThat(read.network().links()).hasSize(whole.links().size() - 1);
            assertThat(whole.links()).containsAll(read.network().links());
        }
    }

    @Test
    void everyRuleOfTheFolderIsTriedInSomeTest() throws IOException {
        var rules = words(Path.of("src/main/java/org/tongdao/routing"), Pattern.compile("\"(NET-[A-Z-]+)\""));
        var tried = words(Path.of("src/test/java/org/tongdao/routing"), Pattern.compile("(NET-[A-Z-]+)"));
        assertThat(rules).hasSizeGreaterThan(12);
        assertThat(tried).containsAll(rules);
    }

    private static Set<String> words(Path folder, Pattern pattern) throws IOException {
        var all = new TreeSet<String>();
        try (var files = Files.list(folder)) {
            for (var file : files.collect(Collectors.toList())) {
                pattern.matcher(Files.readString(file)).results().forEach(m -> all.add(m.group(1)));
            }
        }
        return all;
    }

    @Test
    void theSameFolderReadsEqualTwice() {
        assertThat(read(new HashMap<>())).isEqualTo(read(Map.of()));
    }
}
