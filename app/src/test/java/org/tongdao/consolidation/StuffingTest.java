package org.tongdao.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.Cargo;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Dice;
import org.tongdao.terms.Finding;

class StuffingTest {

    private static final Fleet FLEET = Fleet.shipped();

    @Test
    void everyBagGetsOnePlaceAndEveryContainerPassesTheChecker() {
        for (int n : new int[] {1, 2, 3, 7, 60, 150}) {
            var bags = bags(n, n);
            var lots = Stuffing.all(bags, FLEET.types());
            assertThat(lots.leftOut()).as(n + " bags").isEmpty();
            assertThat(lots.containers())
                    .as(n + " bags")
                    .allMatch(c -> c.verdict().isEmpty());
            assertThat(lots.containers().stream()
                            .flatMap(c -> c.loaded().boxes().stream().map(Stowed::cargo)))
                    .as(n + " bags")
                    .containsExactlyInAnyOrderElementsOf(
                            bags.stream().map(Cargo::id).toList());
        }
    }

    @Test
    void equalBagsFillTheFirstContainerToMoreThanEightyFivePercent() {
        var bags = IntStream.range(0, 420)
                .mapToObj(i -> Stuffing.cargo("B" + i, List.of(600, 400, 650), 9_000 + 20 * i))
                .toList();
        var first = Stuffing.all(bags, FLEET.types()).containers().get(0);
        assertThat(first.loaded().fill()).isGreaterThan(0.85);
    }

    @Test
    void aSmallLoadTakesTheSmallContainerAndAHeavyOneWhatCostsLeast() {
        assertThat(Stuffing.all(bags(1, 30), FLEET.types()).containers())
                .singleElement()
                .satisfies(c -> assertThat(c.type().code()).isEqualTo("20GP"));
        var heavy = IntStream.range(0, 40)
                .mapToObj(i -> Stuffing.cargo("P" + i, List.of(1200, 800, 900), 500_000))
                .toList();
        assertThat(Stuffing.all(heavy, FLEET.types()).containers()).allMatch(Stuffed::mayGo);
    }

    @Test
    void equalBagsGiveEqualPlans() {
        assertThat(Stuffing.all(bags(5, 120), FLEET.types())).isEqualTo(Stuffing.all(bags(5, 120), FLEET.types()));
    }

    @Test
    void aPieceLargerThanEveryContainerStaysBehindWithItsLimit() {
        var bags = new ArrayList<>(bags(3, 5));
        bags.add(Stuffing.cargo("mast", List.of(600, 400, 2_900), 30_000));
        var lots = Stuffing.all(bags, FLEET.types());
        assertThat(lots.leftOut()).extracting(Finding::rule).containsExactly("LEFT-SIZE");
        assertThat(lots.leftOut().get(0).place().source()).isEqualTo("mast");
    }

    @Test
    void bagsThatStandStayWhereTheyAre() {
        var bags = bags(9, 40);
        var first =
                Stuffing.one(bags, FLEET.types().get(0), List.of()).containers().get(0);
        var stand = first.loaded().boxes().subList(0, 12);
        var again = Stuffing.one(bags, FLEET.types().get(0), stand);
        assertThat(again.containers().get(0).loaded().boxes()).startsWith(stand.toArray(Stowed[]::new));
        assertThat(again.containers().get(0).verdict()).isEmpty();
        assertThat(again.leftOut()).isEmpty();
    }

    /** As the bag desk fills them, and now and then a piece. */
    static List<Cargo> bags(long seed, int n) {
        var dice = Dice.of(seed, "bags");
        var bags = new ArrayList<Cargo>();
        for (int i = 0; i < n; i++) {
            boolean piece = dice.nextInt(10) == 0;
            var size = piece
                    ? List.of(300 + dice.nextInt(900), 200 + dice.nextInt(500), 100 + dice.nextInt(900))
                    : List.of(600, 400, 100 + 50 * dice.nextInt(14));
            bags.add(Stuffing.cargo("B" + i, size, 3_000 + dice.nextInt(27_000)));
        }
        return bags;
    }
}
