package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of the model, one by one, on a network that is drawn as text. */
class TimetableTest {

    private final Map<String, String> files = new HashMap<>();

    @BeforeEach
    void threePlacesAndTwoTrains() {
        files.put("places.csv", """
            place,country,lat,lon,zone,hours,handling,handling_cost,transload,transload_cost,free,storage_day
            A,PL,52,21,Europe/Warsaw,,0:00,0,,,,
            B,PL,52.1,21,Europe/Warsaw,,2:00,100,10:00,300,24:00,144
            C,PL,52.2,21,Europe/Warsaw,,1:00,50,,,,
            """);
        files.put(
                "lines.csv",
                "line,mode,gauge_mm,cut_off,cut_off_dangerous\nAB,rail,1435,1:00,5:00\nBC,rail,1435,1:00,5:00\n");
        files.put(
                "calls.csv",
                "line,place,arrive,depart,cost\nAB,A,0,0,0\nAB,B,4:00,4:00,1000\nBC,B,0,0,0\nBC,C,3:00,3:00,700\n");
        files.put("calendar.csv", "line,from,to,days,times\nAB,,,1234567,06:00\nBC,,,1234567,13:00\n");
    }

    private void change(String file, String from, String to) {
        var text = files.getOrDefault(file, "");
        assertThat(text).contains(from);
        files.put(file, text.replace(from, to));
    }

    private Timetable table(String start, boolean dangerous) {
        var read = NetworkFolder.read(file -> Optional.ofNullable(files.get(file)));
        assertThat(read.findings().stream().filter(f -> f.stops())).isEmpty();
        return Timetable.of(read.network(), Instant.parse(start), 10, line -> true, dangerous);
    }

    private Journey go(String start, String ready) {
        var t = table(start, false);
        return new EarliestArrival(t).find(0, 2, t.minute(Instant.parse(ready))).orElseThrow();
    }

    @Test
    void aJourneyAddsCarriageHandlingAndStorage() {
        var way = go("2026-11-02T00:00:00Z", "2026-11-02T00:00:00Z");
        assertThat(way.arrives()).isEqualTo(Instant.parse("2026-11-02T16:00:00Z"));
        assertThat(way.cost()).isEqualTo(100_000 + 10_000 + 70_000 + 5_000);
        assertThat(way.transfers()).isEqualTo(1);
        assertThat(way.legs()).extracting(Journey.Leg::line).containsExactly("AB", "BC");
        assertThat(way.legs().get(1).latest()).isEqualTo(Instant.parse("2026-11-02T11:00:00Z"));
    }

    @Test
    void aTrainAfterTheCutOffIsMissed() {
        assertThat(go("2026-11-02T00:00:00Z", "2026-11-02T04:01:00Z").departs())
                .isEqualTo(Instant.parse("2026-11-03T05:00:00Z"));
    }

    @Test
    void dangerousGoodsHaveTheirOwnCutOff() {
        var t = table("2026-11-02T00:00:00Z", true);
        var way = new EarliestArrival(t)
                .find(0, 2, t.minute(Instant.parse("2026-11-02T00:00:01Z")))
                .orElseThrow();
        assertThat(way.departs()).isEqualTo(Instant.parse("2026-11-03T05:00:00Z"));
    }

    @Test
    void aWaitBeyondTheFreeTimeIsPaid() {
        change("calendar.csv", "BC,,,1234567", "BC,,,4");
        var way = go("2026-11-02T00:00:00Z", "2026-11-02T00:00:00Z");
        int paidHours = 24 * 3 + 1 - 24;
        assertThat(way.storage()).isEqualTo(paidHours * 600);
        assertThat(way.cost()).isEqualTo(185_000 + way.storage());
    }

    @Test
    void anotherGaugeTakesTheTransload() {
        change("lines.csv", "BC,rail,1435", "BC,rail,1520");
        change("calendar.csv", "13:00", "21:00");
        var way = go("2026-11-02T00:00:00Z", "2026-11-02T00:00:00Z");
        assertThat(way.legs().get(0).ready()).isEqualTo(Instant.parse("2026-11-02T19:00:00Z"));
        assertThat(way.legs().get(1).departs()).isEqualTo(Instant.parse("2026-11-02T20:00:00Z"));
        assertThat(way.cost()).isEqualTo(100_000 + 30_000 + 70_000 + 5_000);
    }

    @Test
    void goodsThatComeAfterTheClosingWaitForTheOpening() {
        change("places.csv", "B,PL,52.1,21,Europe/Warsaw,", "B,PL,52.1,21,Europe/Warsaw,1234567 11:00-12:00");
        var way = go("2026-11-02T00:00:00Z", "2026-11-02T00:00:00Z");
        assertThat(way.legs().get(0).ready()).isEqualTo(Instant.parse("2026-11-02T12:00:00Z"));
        assertThat(way.legs().get(1).departs())
                .isEqualTo(Instant.parse("2026-11-02T12:00:00Z").plusSeconds(86_400));
    }

    @Test
    void theTrainKeepsToTheClockOnTheWallOverTheChange() {
        assertThat(go("2026-10-22T00:00:00Z", "2026-10-24T00:00:00Z").departs())
                .isEqualTo(Instant.parse("2026-10-24T04:00:00Z"));
        assertThat(go("2026-10-22T00:00:00Z", "2026-10-25T00:00:00Z").departs())
                .isEqualTo(Instant.parse("2026-10-25T05:00:00Z"));
    }

    @Test
    void aLinkIsTakenWhenItIsQuickerAndKeepsItsHours() {
        files.put("links.csv", "from,to,mode,hours,time,cost\nA,C,road,12345 10:00-11:00,3:00,9000\n");
        var way = go("2026-11-02T00:00:00Z", "2026-11-02T00:00:00Z");
        assertThat(way.legs()).hasSize(1);
        assertThat(way.arrives()).isEqualTo(Instant.parse("2026-11-02T12:00:00Z"));
        assertThat(way.transfers()).isZero();
    }

    @Test
    void aLinkDoesNotFollowALink() {
        files.put("links.csv", "from,to,mode,hours,time,cost\nA,B,road,,0:10,1\nB,C,road,,0:10,1\n");
        var way = go("2026-11-02T00:00:00Z", "2026-11-02T00:00:00Z");
        assertThat(way.legs()).extracting(Journey.Leg::mode).isNotEqualTo(java.util.List.of("road", "road"));
    }

    @Test
    void linesThatAreNotAdmittedDoNotRun() {
        var read = NetworkFolder.read(file -> Optional.ofNullable(files.get(file)));
        var t = Timetable.of(
                read.network(), Instant.parse("2026-11-02T00:00:00Z"), 10, l -> !l.id().equals("BC"), false);
        assertThat(new EarliestArrival(t).find(0, 2, 0)).isEmpty();
        assertThat(new RoundSearch(t).find(0, 2, 0)).isEmpty();
        assertThat(new ParetoSearch(t, new ParetoSearch.Question(EnumSet.of(Criteria.COST))).find(0, 2, 0))
                .isEmpty();
    }

    @Test
    void fromAPlaceToItselfNothingMoves() {
        var t = table("2026-11-02T00:00:00Z", false);
        assertThat(new EarliestArrival(t).find(1, 1, 99).orElseThrow().legs()).isEmpty();
        assertThat(new RoundSearch(t).find(1, 1, 99)).hasSize(1);
    }

    @Test
    void aDeadlineThatCannotBeKeptIsTold() {
        var t = table("2026-11-02T00:00:00Z", false);
        assertThat(new EarliestArrival(t).latestReady(0, 2, 0, 10)).isNegative();
        assertThat(new EarliestArrival(t).latestReady(0, 2, 0, 16 * 60)).isEqualTo(4 * 60);
    }

    @Test
    void criteriaAreReadByName() {
        assertThat(Criteria.parse("arrival, COST")).containsExactly(Criteria.ARRIVAL, Criteria.COST);
        assertThatThrownBy(() -> Criteria.parse("beauty")).hasMessageContaining("'beauty'");
    }

    @Test
    void aHorizonOutOfRangeIsRefused() {
        var read = NetworkFolder.read(file -> Optional.ofNullable(files.get(file)));
        assertThatThrownBy(() -> Timetable.of(read.network(), Instant.EPOCH, 0)).hasMessageContaining("Maybe 28");
        assertThatThrownBy(() -> new Network(java.util.List.of(), read.network().lines(), java.util.List.of()))
                .hasMessageContaining("Maybe places.csv");
    }

    @Test
    void theFirstDepartureThatTakesGoodsIsTheOneACountFinds() {
        for (int seed = 0; seed < 20; seed++) {
            var t = Timetable.of(RandomNetworks.of(seed), RandomNetworks.START, RandomNetworks.DAYS);
            for (int p = 0; p < t.patterns(); p++) {
                for (int i = 0; i < t.patternStop[p + 1] - t.patternStop[p]; i++) {
                    for (int at = -700; at < 8 * 1440; at += 331) {
                        int k = 0;
                        while (k < t.trips[p] && t.deadline[t.timeAt(p, i, k)] < at) {
                            k++;
                        }
                        assertThat(t.firstTrip(p, i, at))
                                .as(seed + " " + p + " " + i + " " + at)
                                .isEqualTo(k);
                    }
                }
            }
        }
    }

    @Test
    void connectionsStandInTheOrderOfTheirDepartureAndNoneIsMissing() {
        for (int seed = 0; seed < 40; seed++) {
            var t = Timetable.of(RandomNetworks.of(seed), RandomNetworks.START, RandomNetworks.DAYS);
            int expected = 0;
            for (int p = 0; p < t.patterns(); p++) {
                expected += (t.patternStop[p + 1] - t.patternStop[p] - 1) * t.trips[p];
            }
            assertThat(t.connections.length / Timetable.STRIDE).isEqualTo(expected);
            var seen = new java.util.HashSet<Integer>();
            for (int i = 0; i < t.connections.length; i += Timetable.STRIDE) {
                int p = t.connections[i + 7];
                int stop = t.connections[i + 6] - t.patternStop[p];
                int trip = t.connections[i + 3] - t.patternTrip[p];
                assertThat(t.connections[i]).isEqualTo(t.departure[t.timeAt(p, stop, trip)]);
                assertThat(seen.add(t.timeAt(p, stop, trip))).isTrue();
                if (i > 0) {
                    assertThat(t.connections[i]).isGreaterThanOrEqualTo(t.connections[i - Timetable.STRIDE]);
                }
            }
        }
    }
}
