package org.tongdao.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.Cargo;
import org.tongdao.loading.ContainerOffer;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.loading.LoadRules;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Bags of one size as one kind, and the exchange of places between them. */
class AlikeTest {

    private static final ContainerOffer TWENTY =
            ContainerOffer.any(Fleet.shipped().types().get(0));
    private static final List<Cargo> TEN = IntStream.rangeClosed(1, 10)
            .mapToObj(i -> Stuffing.cargo(
                    "B" + i, i % 2 == 0 ? List.of(600, 400, 500) : List.of(400, 600, 500), 1_000L * i * i))
            .toList();

    @Test
    void bagsOfOneSizeAreOneKindWhicheverWayTheyLie() {
        assertThat(new Alike(TEN, Alike.Mass.MEAN).kinds()).singleElement().satisfies(kind -> {
            assertThat(kind.quantity()).isEqualTo(10);
            assertThat(kind.grossG()).isEqualTo(38_500);
        });
        assertThat(new Alike(TEN, Alike.Mass.HEAVIEST).kinds().get(0).grossG()).isEqualTo(100_000);
    }

    @Test
    void heavyAndLightAreDealtInTurnAndTheHeavyLieBelow() {
        var alike = new Alike(TEN, Alike.Mass.MEAN);
        var kind = alike.kinds().get(0).id();
        var first = alike.bind(new Loaded(TWENTY, stacks(kind, 3, 2)));
        assertThat(first.boxes().stream().map(Stowed::cargo))
                .containsExactlyInAnyOrder("B10", "B1", "B9", "B2", "B8", "B3");
        assertThat(first.boxes().stream().filter(b -> b.z() == 0).map(Stowed::cargo))
                .containsExactlyInAnyOrder("B10", "B9", "B8");
        assertThat(alike.left(List.of(Finding.warning("LEFT-ROOM", Place.of(kind), "4 of 10", "No room is left."))))
                .extracting(f -> f.place().source())
                .containsExactlyInAnyOrder("B4", "B5", "B6", "B7");
    }

    @Test
    void bagsChangePlacesUntilTheCentreOfGravityIsWithinTheCode() {
        var boxes = IntStream.range(0, 10)
                .mapToObj(i -> new Stowed("B" + (i + 1), i * 580, 976, 0, 600, 400, 500))
                .toList();
        var load = new Loaded(TWENTY, boxes);
        assertThat(Stuffed.of(TEN, TWENTY, boxes).figures().eccentricityX()).isGreaterThan(0.05);
        var trimmed = Trim.trimmed(load, TEN, LoadRules.CTU, Set.of());
        var after = Stuffed.of(TEN, TWENTY, trimmed.boxes()).figures();
        assertThat(Math.abs(after.eccentricityX())).isLessThan(0.05);
        assertThat(after.massG()).isEqualTo(385_000);
        var kept = Trim.trimmed(load, TEN, LoadRules.CTU, Set.copyOf(boxes));
        assertThat(kept.boxes()).as("what is fixed keeps its bag").isEqualTo(boxes);
    }

    private static List<Stowed> stacks(String kind, int stacks, int high) {
        return IntStream.range(0, stacks * high)
                .mapToObj(i -> new Stowed(kind, 600 * (i / high), 0, 500 * (i % high), 600, 400, 500))
                .toList();
    }
}
