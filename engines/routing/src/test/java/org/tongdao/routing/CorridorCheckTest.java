package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shipped network against what is published, and docs/corridor-check.md, which this test writes with -Dwrite.docs. */
class CorridorCheckTest {

    private static final Network NETWORK =
            NetworkFolder.read(Path.of("../../data/network")).network();
    private static final Path PAGE = Path.of("../../docs/corridor-check.md");

    /** A lane as published: days from readiness to ready at the end, and by which modes. */
    private record Published(
            String from, String to, Set<String> modes, String via, double low, double high, String source) {}

    private static final Set<String> RAIL = Set.of("rail", "road");
    private static final Set<String> SEA = Set.of("rail", "road", "sea");
    private static final Set<String> AIR = Set.of("air", "road");
    private static final Set<String> CASPIAN = Set.of("rail", "road", "ferry");

    private static final List<Published> PUBLISHED = List.of(
            new Published(
                    "URC",
                    "ALA",
                    RAIL,
                    "",
                    2,
                    5,
                    "Urumqi to Kazakhstan 48 h (2019), Central Asia 44-66 h (2018), train hours without the wait for"
                            + " the train [S47 S48]"),
            new Published("URC", "TAS", RAIL, "", 3, 6, "Urumqi to Uzbekistan 72 h (2019), train hours [S47]"),
            new Published(
                    "URC",
                    "MOW",
                    RAIL,
                    "",
                    7,
                    9.5,
                    "Urumqi to Moscow 7 d (2018), to Russia 8 d (2019) [S47 S48]; 1.5 d more"
                            + " for the days without a train"),
            new Published(
                    "URC",
                    "RTM",
                    RAIL,
                    "",
                    12,
                    17,
                    "Urumqi to the Netherlands 16 d (2019), to Europe 15 d (2018) [S47 S48]"),
            new Published("URC", "MIL", RAIL, "", 12, 20, "Urumqi to Italy 19 d (2019) [S47]"),
            new Published("ALT", "TAS", RAIL, "", 2, 3, "Khorgos dry port to Central Asia 2-3 d [S24]"),
            new Published(
                    "ALT",
                    "MOW",
                    RAIL,
                    "",
                    4,
                    6,
                    "Khorgos dry port to Moscow 4-5 d [S24]; a day more for the days without a train"),
            new Published(
                    "ALT", "DUI", RAIL, "", 10, 13, "Khorgos dry port to Europe 12-13 d [S24]; 11 d was seen [P1]"),
            new Published(
                    "AKL",
                    "WAW",
                    RAIL,
                    "",
                    7,
                    15,
                    "parcels Alashankou to the EU within 15 d, 10-11 d seen [P1 P3 P5 P9]"),
            new Published("ALT", "BAK", CASPIAN, "", 7, 11, "Altynkol to Baku 9 d (2024) [S34]"),
            new Published("ALT", "PTI", CASPIAN, "", 10, 15, "Altynkol to Poti 12 d (2024) [S34]"),
            new Published("ALT", "CND", CASPIAN, "", 15, 23, "Altynkol to Constanta 20-22 d (2024) [S34]"),
            new Published(
                    "TAO",
                    "HAM",
                    SEA,
                    "",
                    35,
                    48,
                    "China to Europe by sea 35-45 d port to port [S50]; half a week for the weekly ship"),
            new Published("URC", "PAR", AIR, "", 2, 10, "China to Europe by air 1-5 d, 7-10 d to the door [S50]"));

    private record Row(Published lane, double planned, double p50, double p90, double p50Low, double p50High) {}

    private static Row row(Published lane) {
        var planned = new double[14];
        var p50 = new double[14];
        var p90 = new double[14];
        var start = Instant.parse("2026-11-02T00:00:00Z");
        for (int day = 0; day < 14; day++) {
            var ready = start.plusSeconds(86_400L * day + 28_800);
            var t = Timetable.of(
                    NETWORK, ready.minusSeconds(86_400), 70, l -> lane.modes().contains(l.mode()), false);
            var way = new EarliestArrival(t)
                    .find(
                            t.findPlace(lane.from()).orElseThrow(),
                            t.findPlace(lane.to()).orElseThrow(),
                            t.minute(ready))
                    .orElseThrow();
            var odds = new OddsSearch(t).of(way);
            planned[day] = java.time.Duration.between(ready, way.arrives()).toMinutes() / 1440.0;
            p50[day] = odds.days(0.5);
            p90[day] = odds.days(0.9);
        }
        return new Row(
                lane,
                mean(planned),
                mean(p50),
                mean(p90),
                Arrays.stream(p50).min().orElseThrow(),
                Arrays.stream(p50).max().orElseThrow());
    }

    private static double mean(double[] days) {
        return Arrays.stream(days).average().orElseThrow();
    }

    private static String page(List<Row> rows) {
        var lines = Stream.of(
                "# The shipped corridor against what is published",
                "Written by `CorridorCheckTest`; a stale page fails the build. Means over goods ready at 08:00 UTC on"
                        + " each of 14 days, fastest way by timetable, days from",
                "readiness to ready for the receiver. P50 and P90 come from the spreads of data/network, most of which"
                        + " are assumed; sources are those of the file's own columns.",
                "The test asks that the mean P50 lies within the range: the published one, or where only single figures or"
                        + " years are published those with a margin of days that is ours;",
                "where a range was widened for another reason the last column says why.",
                "",
                "| from | to | planned | P50 | P50 from-to | P90 | range | source |",
                "|---|---|---|---|---|---|---|---|");
        return Stream.concat(lines, rows.stream().map(CorridorCheckTest::line))
                        .collect(java.util.stream.Collectors.joining("\n"))
                + "\n";
    }

    private static String line(Row r) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %.1f | %.1f-%.1f | %.1f | %.1f-%.1f | %s |",
                r.lane().from(),
                r.lane().to(),
                r.planned(),
                r.p50(),
                r.p50Low(),
                r.p50High(),
                r.p90(),
                r.lane().low(),
                r.lane().high(),
                r.lane().source());
    }

    @Test
    void theCorridorAgreesWithPublishedRangesAndThePageSaysSo() throws IOException {
        var rows = PUBLISHED.stream().map(CorridorCheckTest::row).toList();
        var page = page(rows);
        if (System.getProperty("write.docs") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(rows)
                .allSatisfy(r -> assertThat(r.p50())
                        .as(line(r))
                        .isBetween(r.lane().low(), r.lane().high()));
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }
}
