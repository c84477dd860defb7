package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** Bookings in any order: never above capacity, never worse than what was free, and the room comes back. */
class BookingsTest {

    private static Network small(long seed, int slots) {
        var network = RandomNetworks.of(seed);
        var lines = network.lines().stream()
                .map(l -> new Line(
                        l.id(),
                        l.mode(),
                        l.gaugeMm(),
                        l.calls(),
                        l.days(),
                        l.cutOff(),
                        new Line.Capacity(slots, 0, 40_000 * slots, 0),
                        l.admission(),
                        l.delay(),
                        l.risk(),
                        l.source()))
                .toList();
        return new Network(network.stations(), lines, network.links());
    }

    private static Shipment shipment(String id, SplittableRandom random) {
        var ready = RandomNetworks.START.plusSeconds(60L * random.nextInt(1440));
        int from = random.nextInt(4);
        return new Shipment(
                id,
                "P" + from,
                "P" + (from + 1 + random.nextInt(3)) % 4,
                ready,
                ready.plusSeconds(86_400L * (1 + random.nextInt(4))),
                50 + 50 * random.nextInt(4),
                random.nextInt(30_000),
                0,
                1);
    }

    private static List<String> faults(Network network, List<Shipment> all, Bookings bookings) {
        var out = new HashMap<String, String>();
        all.forEach(s -> out.put(s.id(), "not booked"));
        bookings.ways().keySet().forEach(out::remove);
        return AssignChecker.check(network, all, new Assignment(bookings.ways(), out, 0, 0, 0)).stream()
                .map(f -> f.rule() + " " + f.value())
                .toList();
    }

    @Test
    void whateverIsBookedAndCancelledNoDepartureIsAboveItsCapacity() {
        int booked = 0;
        int refused = 0;
        for (int seed = 0; seed < 30; seed++) {
            var random = Dice.of(seed, "bookings");
            var network = small(seed, 2);
            var bookings = new Bookings(Timetable.of(network, RandomNetworks.START, RandomNetworks.DAYS));
            Map<String, Shipment> asked = new HashMap<>();
            for (int i = 0; i < 40; i++) {
                var s = shipment("S" + i, random);
                var answer = bookings.book(s);
                assertThat(answer.way().isPresent()).isEqualTo(answer.reason().isEmpty());
                booked += answer.way().isPresent() ? 1 : 0;
                refused += answer.reason().startsWith("full: ") ? 1 : 0;
                asked.put(s.id(), s);
                if (random.nextInt(5) == 0) {
                    String id = "S" + random.nextInt(i + 1);
                    boolean there = bookings.ways().containsKey(id);
                    assertThat(bookings.cancel(id)).isEqualTo(there);
                    assertThat(bookings.ways()).doesNotContainKey(id);
                }
                assertThat(faults(network, new ArrayList<>(asked.values()), bookings))
                        .as("network " + seed + " after " + i)
                        .isEmpty();
            }
        }
        assertThat(booked).isGreaterThan(100);
        assertThat(refused).isGreaterThan(20);
    }

    @Test
    void theSameBookingAgainTakesNoMoreRoom() {
        for (int seed = 0; seed < 20; seed++) {
            var random = Dice.of(seed, "again");
            var bookings = new Bookings(Timetable.of(small(seed, 2), RandomNetworks.START, RandomNetworks.DAYS));
            var s = shipment("S", random);
            var first = bookings.book(s);
            for (int i = 0; i < 5; i++) {
                assertThat(bookings.book(s)).as("network " + seed).isEqualTo(first);
            }
        }
    }

    @Test
    void whatIsCancelledCanBeBookedByAnother() {
        int found = 0;
        for (int seed = 0; seed < 40; seed++) {
            var random = Dice.of(seed, "freed");
            var bookings = new Bookings(Timetable.of(small(seed, 1), RandomNetworks.START, RandomNetworks.DAYS));
            var s = shipment("first", random);
            var first = bookings.book(s).way();
            var second = new Shipment(
                    "second", s.from(), s.to(), s.ready(), s.deadline(), s.slots(), s.kg(), s.m3(), s.priority());
            bookings.book(second);
            bookings.cancel("second");
            assertThat(bookings.cancel("second")).isFalse();
            bookings.cancel("first");
            assertThat(bookings.book(second).way()).as("network " + seed).isEqualTo(first);
            found += first.isPresent() ? 1 : 0;
        }
        assertThat(found).isGreaterThan(5);
    }

    @Test
    void anUnlimitedNetworkGivesEveryoneTheCheapestWay() {
        for (int seed = 0; seed < 15; seed++) {
            var random = Dice.of(seed, "unlimited");
            var t = Timetable.of(small(seed, 0), RandomNetworks.START, RandomNetworks.DAYS);
            var bookings = new Bookings(t);
            var s = shipment("S", random);
            Optional<Journey> first = bookings.book(s).way();
            for (int i = 0; i < 30; i++) {
                var same = new Shipment(
                        "S" + i, s.from(), s.to(), s.ready(), s.deadline(), s.slots(), s.kg(), s.m3(), s.priority());
                assertThat(bookings.book(same).way()).as("network " + seed).isEqualTo(first);
            }
        }
    }
}
