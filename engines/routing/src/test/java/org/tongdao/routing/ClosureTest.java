package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A place that is closed for a time: to the minute, for trains and for trucks, and named when it is the reason. */
class ClosureTest {

    private static final Network NETWORK =
            NetworkFolder.read(Path.of("../../data/network")).network();
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    private static DoorSearch.Answer truck(Disruption closed, Instant ready, Instant by) {
        return new DoorSearch(closed.on(NETWORK), 14)
                .ask(new DoorSearch.Question("WAW", "BER", ready, Cargo.PLAIN, "", Set.of(), by));
    }

    private static Disruption closed(String place, Instant from, Instant until) {
        return Disruption.closed(NETWORK, place, from, until);
    }

    @Test
    void aTruckToAClosedPlaceArrivesInTheMinuteInWhichItOpens() {
        var until = MONDAY.plus(Duration.ofDays(3));
        var way = truck(closed("BER", MONDAY, until), MONDAY, Instant.MAX)
                .offers()
                .get(0)
                .journey();
        assertThat(way.legs()).singleElement().satisfies(l -> {
            assertThat(l.arrives()).isEqualTo(until);
            assertThat(l.departs()).isAfter(MONDAY);
        });
    }

    @Test
    void aTruckFromAClosedPlaceLeavesInTheMinuteInWhichItOpensAndOneThatLeftBeforeGoesOn() {
        var from = MONDAY.plus(Duration.ofHours(1));
        var until = MONDAY.plus(Duration.ofDays(2));
        var closed = closed("WAW", from, until);
        assertThat(truck(closed, MONDAY, Instant.MAX).offers().get(0).journey().departs())
                .as("left before the closing")
                .isEqualTo(MONDAY);
        assertThat(truck(closed, from, Instant.MAX).offers().get(0).journey().departs())
                .isEqualTo(until);
    }

    @Test
    void whereTheClosedPlaceIsTheReasonItIsNamedForTrucksAndForTrains() {
        var weeks = closed("BER", MONDAY, MONDAY.plus(Duration.ofDays(9)));
        assertThat(truck(weeks, MONDAY, MONDAY.plus(Duration.ofDays(4))).blockers())
                .containsExactly(new Blocker(Blocker.Kind.CLOSED, "BER", ""));
        var border = closed("DST", MONDAY.minus(Duration.ofDays(3)), MONDAY.plus(Duration.ofDays(60)));
        var answer =
                new DoorSearch(border.on(NETWORK), 28).ask(new DoorSearch.Question("DST", "ALA", MONDAY, Cargo.PLAIN));
        assertThat(answer.offers()).isEmpty();
        assertThat(answer.findings().get(0).value()).isEqualTo("closed DST");
        assertThat(answer.findings().get(0).maybe()).contains("without this rule there is a way by DA");
    }

    @Test
    void aLateTrainThatWouldComeIntoAClosureDoesNotRun() {
        var line = NETWORK.line("DA");
        var leaves = new Calendar(line.days(), NETWORK.zone(line))
                .between(MONDAY, MONDAY.plus(Duration.ofDays(8)))
                .get(0);
        var late = Disruption.delayed(new Departure("DA", leaves), Duration.ofHours(5));
        var shut = closed("DST", leaves.plus(Duration.ofHours(4)), leaves.plus(Duration.ofHours(6)));
        var t = Timetable.of(late.and(shut).on(NETWORK), MONDAY.minus(Duration.ofDays(1)), 12);
        var open = Timetable.of(late.on(NETWORK), MONDAY.minus(Duration.ofDays(1)), 12);
        int minute = t.minute(leaves.plus(Duration.ofHours(5)));
        assertThat(departs(open, "DST", minute)).isTrue();
        assertThat(departs(t, "DST", minute)).isFalse();
    }

    private static boolean departs(Timetable t, String place, int minute) {
        for (int i = 0; i < t.connections.length; i += Timetable.STRIDE) {
            boolean there =
                    t.nodePlace[t.connections[i + 2]] == t.findPlace(place).orElseThrow();
            if (there && t.connections[i] == minute) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aTrainThatStandsThroughTheClosureIsStoppedAndOneThatLeavesBeforeIsNot() {
        var line = NETWORK.line("DM"); // at MSQ from 122:00 to 124:00 after it left
        var leaves = MONDAY;
        var in = leaves.plus(Duration.ofHours(122));
        assertThat(new Closure("MSQ", in.plusSeconds(600), in.plusSeconds(1_200)).stops(line, leaves))
                .isTrue();
        assertThat(new Closure("MSQ", in.minusSeconds(600), in).stops(line, leaves))
                .isFalse();
        assertThat(new Closure("MSQ", in.minusSeconds(600), in.plusSeconds(1)).stops(line, leaves))
                .isTrue();
        var out = leaves.plus(Duration.ofHours(124));
        assertThat(new Closure("MSQ", out.plusSeconds(1), out.plusSeconds(9)).stops(line, leaves))
                .isFalse();
        assertThat(new Closure("MSQ", out, out.plusSeconds(9)).stops(line, leaves))
                .isTrue();
        assertThat(new Closure("ALA", in, out).stops(line, leaves)).isFalse();
        assertThatThrownBy(() -> new Closure("MSQ", out, in)).hasMessageContaining("wrong way round");
    }

    @Test
    void twoDisruptionsTogetherHoldWhatEachHolds() {
        var one = closed("DST", MONDAY, MONDAY.plusSeconds(600_000));
        var two = closed("BER", MONDAY, MONDAY.plusSeconds(600));
        var both = one.and(two).and(one);
        assertThat(both.gone()).containsAll(one.gone()).containsAll(two.gone());
        assertThat(both.closures())
                .isEqualTo(List.of(one.closures().get(0), two.closures().get(0)));
        var way = truck(new Disruption(Set.of(), Set.of()), MONDAY, Instant.MAX)
                .offers()
                .get(0)
                .journey();
        assertThat(two.hits(NETWORK, way)).as("it arrives after the opening").isFalse();
        assertThat(closed("BER", MONDAY, way.arrives()).hits(NETWORK, way)).isFalse();
        assertThat(closed("BER", MONDAY, way.arrives().plusSeconds(1)).hits(NETWORK, way))
                .isTrue();
        assertThat(closed("WAW", way.departs(), way.departs().plusSeconds(1)).hits(NETWORK, way))
                .isTrue();
    }
}
