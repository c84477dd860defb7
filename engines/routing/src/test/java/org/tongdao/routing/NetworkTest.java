package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** The records of a network hold together, and taking departures out and putting them in are each other's opposites. */
class NetworkTest {

    private static final Instant START = RandomNetworks.START;

    private static Sketch sketch() {
        return new Sketch().places("Z", "A", "B", "C").line("L", "135 08:00", "A, B 300 10, C 700 10");
    }

    private static Set<Departure> departures(Network network) {
        var all = new HashSet<Departure>();
        for (var line : network.lines()) {
            new Calendar(line.days(), network.zone(line))
                    .between(START, START.plus(Duration.ofDays(6)))
                    .forEach(at -> all.add(new Departure(line.id(), at)));
        }
        return all;
    }

    @Test
    void linesAndLinksOfUnknownPlacesAndPlacesTwiceAreRefusedByName() {
        assertThatThrownBy(() -> sketch().line("M", "1 08:00", "A, Nowhere 60").network())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line M")
                .hasMessageContaining("'Nowhere'");
        assertThatThrownBy(() -> sketch().link("A", "Nowhere", 10, 0).network()).hasMessageContaining("'Nowhere'");
        assertThatThrownBy(() -> sketch().link("Nowhere", "A", 10, 0).network()).hasMessageContaining("'Nowhere'");
        assertThatThrownBy(() -> sketch().places("Z", "B").network()).hasMessageContaining("'B' stands twice");
        assertThatThrownBy(() -> sketch().line("M", "1 08:00", "A").network())
                .as("a line of one call")
                .hasMessageContaining("M has 1 calls");
    }

    @Test
    void aLineIsFoundByItsIdAndAnotherIsAWrongCall() {
        assertThat(sketch().network().line("L").calls()).hasSize(3);
        assertThatThrownBy(() -> sketch().network().line("X")).hasMessageContaining("no line 'X'");
    }

    @Test
    void placesStandInTheOrderOfTheirFile() {
        assertThat(sketch().network().stationIndex())
                .containsExactly(java.util.Map.entry("A", 0), java.util.Map.entry("B", 1), java.util.Map.entry("C", 2));
    }

    @Test
    void aTimetableBeginsADayBeforeTheLongestRideToABoardingAndSixtyDaysAtMost() {
        assertThat(new Network(List.of(), List.of(), List.of()).leadDays()).isEqualTo(1);
        assertThat(sketch().network().leadDays()).as("300 minutes to B").isEqualTo(2);
        assertThat(sketch().line("M", "1 08:00", "A, B 1440, C 9000").network().leadDays())
                .isEqualTo(2);
        assertThat(sketch().line("M", "1 08:00", "A, B 1441, C 9000").network().leadDays())
                .isEqualTo(3);
        assertThat(sketch().line("M", "1 08:00", "A, B 500000, C 600000")
                        .network()
                        .leadDays())
                .isEqualTo(60);
    }

    @Test
    void whatIsTakenOutIsGoneAndNothingElse() {
        for (int seed = 0; seed < 40; seed++) {
            var network = RandomNetworks.of(seed);
            var random = Dice.of(seed, "taken out");
            var all = departures(network);
            var gone = all.stream().filter(d -> random.nextInt(3) == 0).toList();
            var left = new HashSet<>(all);
            gone.forEach(left::remove);
            assertThat(departures(network.without(gone))).isEqualTo(left);
            assertThat(departures(network.without(gone).with(gone)))
                    .as("put in again")
                    .isEqualTo(all);
        }
    }

    @Test
    void whatNeverRunsCanBeTakenOutWithoutAChange() {
        var network = RandomNetworks.of(2);
        var never = new Departure(network.lines().get(0).id(), START.plusSeconds(17));
        assertThat(network.without(List.of(never))).isEqualTo(network);
        assertThat(network.without(List.of(new Departure("no such line", START))))
                .isEqualTo(network);
        assertThat(network.without(List.of())).isSameAs(network);
        assertThat(network.with(List.of())).isSameAs(network);
    }

    @Test
    void disruptionsTogetherAreTheSameInEitherOrder() {
        for (int seed = 0; seed < 40; seed++) {
            var network = RandomNetworks.of(seed);
            var all = new ArrayList<>(departures(network));
            all.sort(java.util.Comparator.comparing(Departure::leaves).thenComparing(Departure::line));
            var one = Disruption.cancelled(all.get(0));
            var two = Disruption.delayed(all.get(all.size() / 2), Duration.ofMinutes(95));
            var three = Disruption.closed(network, "P1", START, START.plus(Duration.ofHours(30)));
            var expected = departures(one.and(two).and(three).on(network));
            assertThat(departures(three.and(two).and(one).on(network))).isEqualTo(expected);
            assertThat(departures(two.and(three.and(one)).on(network))).isEqualTo(expected);
        }
    }

    @Test
    void aLateTrainRunsAsOftenAsBefore() {
        for (int seed = 0; seed < 40; seed++) {
            var network = RandomNetworks.of(seed);
            var late = departures(network).stream()
                    .min(java.util.Comparator.comparing(Departure::leaves).thenComparing(Departure::line));
            var after = departures(Disruption.delayed(late.orElseThrow(), Duration.ofMinutes(7))
                    .on(network));
            assertThat(after).hasSameSizeAs(departures(network)).doesNotContain(late.get());
            assertThat(after)
                    .contains(
                            new Departure(late.get().line(), late.get().leaves().plus(Duration.ofMinutes(7))));
        }
    }

    @Test
    void whatIsWrittenOfARandomNetworkReadsBackEqual() {
        for (int seed = 0; seed < 30; seed++) {
            var network = RandomNetworks.of(seed);
            var files = NetworkWriter.files(network);
            var read = NetworkFolder.read(file -> Optional.ofNullable(files.get(file)));
            assertThat(read.network().links()).isEqualTo(network.links());
            assertThat(read.network().stations()).isEqualTo(network.stations());
            assertThat(departures(read.network())).isEqualTo(departures(network));
            assertThat(NetworkWriter.files(read.network())).isEqualTo(files);
        }
    }

    @Test
    void aClosureTheWrongWayRoundAndADelayOfNothingAreWrongCalls() {
        assertThatThrownBy(() -> new Closure("A", START, START)).hasMessageContaining("wrong way round");
        assertThatThrownBy(() -> Disruption.delayed(new Departure("L", START), Duration.ZERO))
                .hasMessageContaining("a delay of PT0S");
    }
}
