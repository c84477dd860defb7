package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a leg uses up, and a calendar without some of its departures. */
class StretchTest {

    private static final Network NETWORK =
            NetworkFolder.read(Path.of("../../data/network")).network();
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    private static List<Journey> ways(Network network) {
        return new DoorSearch(network, 28)
                .ask(new DoorSearch.Question("URC", "WAW", MONDAY, Cargo.PLAIN)).offers().stream()
                        .map(Offer::journey)
                        .toList();
    }

    @Test
    void aLegUsesEveryStretchFromWhereItBoardsToWhereItLeaves() {
        for (var way : ways(NETWORK)) {
            for (var leg : way.legs()) {
                var used = Stretch.of(NETWORK, leg);
                if (leg.line().isEmpty()) {
                    assertThat(used).isEmpty();
                    continue;
                }
                assertThat(used.get(0).from()).isEqualTo(leg.from());
                assertThat(used.get(0).departs()).isEqualTo(leg.departs());
                assertThat(used.get(used.size() - 1).to()).isEqualTo(leg.to());
                assertThat(used.get(used.size() - 1).arrives()).isEqualTo(leg.arrives());
                for (int i = 1; i < used.size(); i++) {
                    assertThat(used.get(i).from()).isEqualTo(used.get(i - 1).to());
                    assertThat(used.get(i).number()).isEqualTo(used.get(i - 1).number() + 1);
                }
            }
        }
    }

    @Test
    void aLegThatBoardsOnTheWayNamesTheDepartureFromTheFirstCall() {
        var leg = new Journey.Leg(
                "UD",
                "rail",
                1435,
                "AKL",
                "DST",
                Instant.parse("2026-11-24T19:00:00Z"),
                Instant.parse("2026-11-24T20:30:00Z"),
                MONDAY,
                MONDAY,
                0);
        assertThat(Stretch.of(NETWORK, leg))
                .extracting(Stretch::departure, Stretch::number)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        new Departure("UD", Instant.parse("2026-11-24T02:00:00Z")), 2));
    }

    @Test
    void aLegOfAnotherNetworkIsAWrongCall() {
        var leg = new Journey.Leg("UD", "rail", 1435, "DST", "URC", MONDAY, MONDAY, MONDAY, MONDAY, 0);
        assertThatThrownBy(() -> Stretch.of(NETWORK, leg)).hasMessageContaining("another network");
        var unknown = new Journey.Leg("ZZ", "rail", 1435, "DST", "URC", MONDAY, MONDAY, MONDAY, MONDAY, 0);
        assertThatThrownBy(() -> Stretch.of(NETWORK, unknown)).hasMessageContaining("no line 'ZZ'");
    }

    @Test
    void withoutADepartureTheOthersStayAndTheSearchGoesRoundIt() {
        var all = departures(NETWORK);
        var some = ways(NETWORK).stream()
                .flatMap(w -> w.legs().stream())
                .flatMap(l -> Stretch.of(NETWORK, l).stream())
                .map(Stretch::departure)
                .limit(6)
                .toList();
        var left = departures(NETWORK.without(some));
        var expected = new HashSet<>(all);
        some.forEach(expected::remove);
        assertThat(left).isEqualTo(expected).hasSizeLessThan(all.size());
        assertThat(ways(NETWORK.without(some)).stream().flatMap(w -> w.legs().stream()))
                .allSatisfy(l -> assertThat(Stretch.of(NETWORK, l))
                        .extracting(Stretch::departure)
                        .doesNotContainAnyElementsOf(some));
    }

    @Test
    void aDepartureThatNeverRunsTakesNothingAway() {
        assertThat(NETWORK.without(List.of(new Departure("UD", MONDAY)))).isEqualTo(NETWORK);
        assertThat(NETWORK.without(List.of())).isSameAs(NETWORK);
    }

    private static Set<Departure> departures(Network network) {
        var t = Timetable.of(network, MONDAY, 28);
        var all = new HashSet<Departure>();
        for (int p = 0; p < t.patterns(); p++) {
            for (int k = 0; k < t.trips[p]; k++) {
                all.add(new Departure(
                        network.lines().get(t.patternLine[p]).id(), t.instant(t.departure[t.timeAt(p, 0, k)])));
            }
        }
        return all;
    }
}
