package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongdao.terms.Dice;

class OddsSearchTest {

    private static final Network CORRIDOR =
            NetworkFolder.read(Path.of("../../data/network")).network();
    private static final Instant READY = Instant.parse("2026-11-23T08:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"ALA", "TAS", "MOW", "WAW", "CPE", "DUI", "PRG", "BAK", "CND", "OSS", "HAM"})
    void theFoldedDistributionIsTheOneThatASimulationDraws(String to) {
        var t = Timetable.of(CORRIDOR, READY.minusSeconds(86_400), 90);
        var search = new OddsSearch(t);
        int from = t.findPlace(to.equals("OSS") ? "KSC" : "URC").orElseThrow();
        var ways = new ParetoSearch(t, new ParetoSearch.Question(Set.of(Criteria.COST)))
                .find(from, t.findPlace(to).orElseThrow(), t.minute(READY));
        assertThat(ways).isNotEmpty();
        for (var way : ways.subList(0, Math.min(3, ways.size()))) {
            var odds = search.of(way);
            int draws = 6_000;
            var days = new Simulation(t, Dice.of(3, to)).days(way, draws);
            assertThat(odds.days(0.5)).as(to + " P50 " + way).isCloseTo(days[draws / 2], within(0.2));
            assertThat(odds.days(0.9)).as(to + " P90").isCloseTo(days[draws * 9 / 10], within(0.45));
            double limit = odds.days(0.7);
            long there = java.util.Arrays.stream(days).filter(d -> d <= limit).count();
            assertThat(odds.within(limit)).as(to + " within").isCloseTo(there / (double) draws, within(0.03));
        }
    }

    @Test
    void withoutChanceTheJourneyArrivesAsPlanned() {
        var network = new Network(
                List.of(station("A", 0), station("B", 120)),
                List.of(new Line(
                        "L",
                        "rail",
                        1435,
                        List.of(new Line.Call("A", 0, 0, 0, 0), new Line.Call("B", 600, 600, 5, 1)),
                        List.of(new Line.Days(
                                java.time.LocalDate.MIN,
                                java.time.LocalDate.MAX,
                                Set.of(java.time.DayOfWeek.values()),
                                List.of(java.time.LocalTime.NOON))),
                        new Line.CutOff(60, 60),
                        new Line.Capacity(1, 2, 0, 0),
                        Line.Admission.ALL,
                        Triangle.NONE,
                        0,
                        "")),
                List.of());
        var t = Timetable.of(network, READY, 5);
        var way = new EarliestArrival(t).find(0, 1, 0).orElseThrow();
        var odds = new OddsSearch(t).of(way);
        double planned = 16 / 24.0;
        assertThat(odds.days(0.01)).isEqualTo(planned);
        assertThat(odds.days(0.99)).isEqualTo(planned);
        assertThat(odds.within(planned - 0.1)).isZero();
        assertThat(odds.within(planned)).isCloseTo(1, within(1e-9));
        assertThatThrownBy(() -> new OddsSearch(Timetable.of(CORRIDOR, READY, 5)).of(way))
                .hasMessageContaining("another timetable");
    }

    /** Two hours late or not at all, at a place from where trucks leave. */
    private static Network lateTrainThen(Link... trucks) {
        var daily = new Line.Days(
                java.time.LocalDate.MIN,
                java.time.LocalDate.MAX,
                Set.of(java.time.DayOfWeek.values()),
                List.of(java.time.LocalTime.MIDNIGHT));
        var train = new Line(
                "L",
                "rail",
                1435,
                List.of(new Line.Call("A", 0, 0, 0, 0), new Line.Call("B", 540, 540, 5, 1)),
                List.of(daily),
                new Line.CutOff(0, 0),
                new Line.Capacity(1, 2, 0, 0),
                Line.Admission.ALL,
                new Triangle(0, 0, 240),
                0,
                "");
        return new Network(List.of(station("A", 0), station("B", 0), station("C", 0)), List.of(train), List.of(trucks));
    }

    private static Link truck(String hours, int cost) {
        return new Link("B", "C", "road", OpeningHours.parse(hours), 60, cost, 0, "");
    }

    private static double soon(Network network) {
        var t = Timetable.of(network, READY, 5);
        int ready = t.minute(READY.plusSeconds(16 * 3600));
        var way = new EarliestArrival(t).find(0, 2, ready).orElseThrow();
        return new OddsSearch(t).of(way).within(0.5);
    }

    @Test
    void ofTwoTrucksOnOneRoadTheOneThatWasPlannedIsFollowed() {
        var always = truck("1234567 00:00-24:00", 100);
        var mornings = truck("1234567 08:00-10:00", 100);
        double awake = soon(lateTrainThen(always));
        double early = soon(lateTrainThen(mornings));
        assertThat(awake).as("a late train is met").isCloseTo(0.75, within(0.01));
        assertThat(early).as("a late train waits for tomorrow").isLessThan(awake - 0.2);
        assertThat(soon(lateTrainThen(mornings, always)))
                .as("nothing tells them apart: who is open")
                .isEqualTo(awake);
        assertThat(soon(lateTrainThen(always, mornings))).isEqualTo(awake);
    }

    @Test
    void whatNeverArrivesIsMissingInTheShares() {
        assertThat(new Odds(new double[] {0.25, 0.5}).days(0.9)).isInfinite();
        assertThat(new Odds(new double[] {0.25, 0.5}).within(99)).isEqualTo(0.75);
    }

    private static Station station(String id, int handling) {
        return new Station(
                id,
                "",
                "",
                "XX",
                0,
                0,
                java.time.ZoneOffset.UTC,
                OpeningHours.ALWAYS,
                new Station.Handling(handling, 0, -1, 0),
                new Station.Storage(0, 0),
                Station.Check.NONE,
                "");
    }
}
