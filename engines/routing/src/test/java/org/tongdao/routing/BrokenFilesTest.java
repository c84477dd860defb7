package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** Whatever somebody does to the files: what is wrong is told with its file, what is right goes on, and nothing is thrown. */
class BrokenFilesTest {

    private static final int TRIALS = System.getProperty("slow") == null ? 400 : 20_000;
    private static final List<String> WRONG = List.of(
            "",
            "-1",
            "999999999999",
            "NaN",
            "1e99",
            "\"",
            "\"\"\"",
            "25:61",
            "-0:30",
            "2026-13-45",
            "8",
            "P9999",
            "�",
            "a,b,c",
            "\n",
            "0",
            "|||",
            "rocket",
            "Mars/Base");

    private static final Map<String, String> SOUND =
            NetworkWriter.files(NetworkGenerator.of(NetworkGenerator.Kind.FREIGHT, 30, 5));

    private static String broken(String text, SplittableRandom random) {
        var lines = new ArrayList<>(List.of(text.split("\n")));
        int at = random.nextInt(lines.size());
        switch (random.nextInt(7)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            case 2 -> {
                return text.substring(0, random.nextInt(text.length()));
            }
            case 3 -> lines.set(at, WRONG.get(random.nextInt(WRONG.size())));
            case 4 -> lines.set(at, lines.get(at) + "," + WRONG.get(random.nextInt(WRONG.size())));
            default -> {
                var fields = lines.get(at).split(",", -1);
                fields[random.nextInt(fields.length)] = WRONG.get(random.nextInt(WRONG.size()));
                lines.set(at, String.join(",", fields));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    @Test
    void brokenFilesAreToldAndWhatIsLeftIsSearched() {
        int told = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            var random = Dice.of(trial, "broken");
            var files = new LinkedHashMap<>(SOUND);
            for (int i = 0; i <= random.nextInt(3); i++) {
                String name = NetworkFolder.FILES.get(random.nextInt(NetworkFolder.FILES.size()));
                files.computeIfPresent(name, (k, text) -> broken(text, random));
            }
            var read = NetworkFolder.read(file -> Optional.ofNullable(files.get(file)));
            told += read.sound() ? 0 : 1;
            assertThat(read.findings()).as("trial %d", trial).allSatisfy(f -> {
                assertThat(f.place().toString()).contains(".csv");
                assertThat(f.maybe()).startsWith("Maybe: ");
                assertThat(f.rule()).startsWith("NET-");
            });
            searchable(read.network(), random, "trial " + trial);
        }
        assertThat(told).isGreaterThan(TRIALS / 2);
    }

    private static void searchable(Network network, SplittableRandom random, String name) {
        if (network.stations().size() < 2) {
            return;
        }
        var start = NetworkGenerator.FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        var t = Timetable.of(network, start, 3);
        int from = random.nextInt(network.stations().size());
        int to = (from + 1) % network.stations().size();
        var earliest = new EarliestArrival(t).find(from, to, 600);
        var rounds = new RoundSearch(t).find(from, to, 600);
        assertThat(rounds.isEmpty()).as(name).isEqualTo(earliest.isEmpty());
        earliest.ifPresent(way -> assertThat(way.arrives()).as(name).isAfter(start));
    }

    @Test
    void nothingIsWrongBeforeSomebodyDoesSomething() {
        assertThat(NetworkFolder.read(file -> Optional.ofNullable(SOUND.get(file)))
                        .findings())
                .isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgainAlike() {
        for (int seed = 0; seed < TRIALS / 4; seed++) {
            var network = RandomNetworks.of(seed);
            var files = NetworkWriter.files(network);
            var read = NetworkFolder.read(file -> Optional.ofNullable(files.get(file)));
            assertThat(read.network().lines()).as("network %d", seed).isEqualTo(network.lines());
            assertThat(read.network().links()).as("network %d", seed).isEqualTo(network.links());
            assertThat(read.network().stations())
                    .extracting(Station::id, Station::zone, Station::hours, Station::handling, Station::storage)
                    .isEqualTo(network.stations().stream()
                            .map(s -> org.assertj.core.groups.Tuple.tuple(
                                    s.id(), s.zone(), s.hours(), s.handling(), s.storage()))
                            .toList());
        }
    }
}
