package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** Which of the ways left is offered first: the promise, then what changes least, then the price; of late ways the least late. */
class RescueTest {

    private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");
    private static final Odds SURE = new Odds(new double[] {1});

    private static Journey.Leg leg(String line, int departs) {
        var at = START.plusSeconds(3600L * departs);
        var there = at.plusSeconds(7200);
        return new Journey.Leg(line, "rail", 0, "A" + line, "B" + line, at, there, there, at, 0);
    }

    private static Journey journey(int arrives, int cost, Journey.Leg... legs) {
        return new Journey(
                List.of(legs), START, START, START.plusSeconds(3600L * arrives), cost, 0, 0, 0, legs.length - 1);
    }

    private static List<Rescue.Way> ways(Journey old, int promised, Journey... others) {
        var offers = new ArrayList<Offer>();
        for (var other : others) {
            offers.add(new Offer(other, SURE));
        }
        return Rescue.of(old, START.plusSeconds(3600L * promised), offers);
    }

    private static List<Integer> costs(List<Rescue.Way> ways) {
        return ways.stream().map(w -> w.offer().journey().cost()).toList();
    }

    private final Journey old = journey(100, 9, leg("x", 1), leg("y", 10), leg("z", 20));

    @Test
    void aWayThatKeepsThePromiseComesBeforeACheaperOneThatDoesNot() {
        var ways = ways(old, 100, journey(101, 1, leg("x", 1)), journey(100, 50, leg("q", 1)));
        assertThat(costs(ways)).containsExactly(50, 1);
        assertThat(ways).extracting(Rescue.Way::keepsPromise).containsExactly(true, false);
        assertThat(ways.get(1).late()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void ofThoseThatKeepItTheOneThatChangesFewestLegsComesFirst() {
        var ways = ways(
                old,
                100,
                journey(90, 10, leg("x", 1)),
                journey(90, 20, leg("x", 1), leg("y", 10)),
                journey(90, 5, leg("q", 1)));
        assertThat(costs(ways)).containsExactly(20, 10, 5);
        assertThat(ways).extracting(Rescue.Way::changed).containsExactly(1, 2, 3);
    }

    @Test
    void ofEqualChangesTheCheapestAndOfEqualPricesTheEarliestComesFirst() {
        var ways = ways(
                old, 100, journey(95, 20, leg("q", 1)), journey(90, 20, leg("r", 1)), journey(99, 10, leg("s", 1)));
        assertThat(costs(ways)).containsExactly(10, 20, 20);
        assertThat(ways.get(1).offer().journey().arrives())
                .isBefore(ways.get(2).offer().journey().arrives());
    }

    @Test
    void ofLateOnesTheLeastLateComesFirstWhateverItCosts() {
        var ways = ways(old, 50, journey(70, 1, leg("x", 1)), journey(60, 99, leg("q", 1)));
        assertThat(costs(ways)).containsExactly(99, 1);
        assertThat(ways.get(0).late()).isEqualTo(Duration.ofHours(10));
    }

    @Test
    void theSameLineAtAnotherTimeIsAChange() {
        var ways = ways(old, 100, journey(90, 1, leg("x", 2), leg("y", 10), leg("z", 20)));
        assertThat(ways).extracting(Rescue.Way::changed).containsExactly(1);
    }

    @Test
    void theOrderDoesNotHangOnTheOrderOfTheOffers() {
        var random = Dice.of(3, "rescue");
        var all = new ArrayList<Journey>();
        for (int i = 0; i < 30; i++) {
            var legs = new ArrayList<Journey.Leg>();
            for (var line : List.of("x", "y", "z", "q")) {
                if (random.nextBoolean()) {
                    legs.add(leg(line, random.nextInt(3)));
                }
            }
            // the cost is a number of its own, so that no two are equal
            all.add(journey(80 + random.nextInt(40), 1000 * random.nextInt(3) + i, legs.toArray(Journey.Leg[]::new)));
        }
        var first = costs(ways(old, 100, all.toArray(Journey[]::new)));
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(all, new Random(i));
            assertThat(costs(ways(old, 100, all.toArray(Journey[]::new)))).isEqualTo(first);
        }
        assertThat(first).hasSize(30);
    }

    @Test
    void noneOfTwoNeighboursIsTheWrongWayRound() {
        var random = Dice.of(9, "neighbours");
        var all = new ArrayList<Journey>();
        for (int i = 0; i < 200; i++) {
            all.add(journey(
                    80 + random.nextInt(40),
                    random.nextInt(5),
                    random.nextBoolean() ? leg("x", 1) : leg("q", 1),
                    random.nextBoolean() ? leg("y", 10) : leg("r", 1)));
        }
        var ways = ways(old, 100, all.toArray(Journey[]::new));
        for (int i = 1; i < ways.size(); i++) {
            var a = ways.get(i - 1);
            var b = ways.get(i);
            assertThat(a.late()).isLessThanOrEqualTo(b.late());
            if (a.late().equals(b.late())) {
                assertThat(a.changed()).isLessThanOrEqualTo(b.changed());
                if (a.changed() == b.changed()) {
                    assertThat(a.offer().journey().cost())
                            .isLessThanOrEqualTo(b.offer().journey().cost());
                }
            }
        }
    }

    @Test
    void withoutAnOfferThereIsNoWay() {
        assertThat(ways(old, 100)).isEmpty();
    }
}
