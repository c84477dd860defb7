package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.loading.PackPlan.Place;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Size;

/** Balancing changes where boxes stand, never which, and never breaks what was sound. */
class LoadBalanceTest {

    private static final int L = 5870;
    private static final int W = 2330;

    private record Case(PackProblem problem, long[] massG, List<Place> places) {}

    private static final List<Case> CASES =
            LongStream.rangeClosed(1, 10).mapToObj(LoadBalanceTest::made).toList();

    private static Case made(long seed) {
        var random = new Random(seed);
        var family = MadeLoads.family(6, seed);
        var types = new ArrayList<PackProblem.BoxType>();
        for (var t : family.types()) {
            types.add(new PackProblem.BoxType(
                    types.size(),
                    t.sizes().stream().map(s -> s * 10).toList(),
                    t.upright(),
                    Math.max(1, t.quantity() / 2)));
        }
        var problem = new PackProblem(1, L, W, 2200, types);
        var mass = new long[types.size()];
        for (int t = 0; t < mass.length; t++) {
            mass[t] = types.get(t).volume() / 1_000_000 * (50 + random.nextInt(400));
        }
        var plan = PackSolver.solve(problem, new PackCargo(problem), PackLimits.nodes(true, 4), p -> true);
        return new Case(problem, mass, plan.places());
    }

    private static LoadBalance balance(Case c, LoadRules rules, boolean place) {
        return new LoadBalance(c.problem(), c.massG(), rules, new int[c.massG().length], place);
    }

    private static List<Finding> checked(Case c, List<Place> places, LoadRules rules) {
        var cargo = new ArrayList<Cargo>();
        for (var t : c.problem().types()) {
            cargo.add(Cargo.of("" + t.id(), t.sizes(), t.quantity(), c.massG()[t.id()])
                    .with(t.upright()));
        }
        var type = new ContainerType("x", new Size(L, W, 2200), 0, 90_000_000);
        var problem = LoadProblem.of("x", type, cargo, rules);
        var boxes = LoadOrder.of(places.stream()
                .map(p -> new Stowed("" + p.type(), p.x(), p.y(), p.z(), p.dx(), p.dy(), p.dz()))
                .toList());
        return LoadChecker.check(problem, List.of(new Loaded(problem.fleet().get(0), boxes)));
    }

    private static List<Place> sizes(List<Place> places) {
        return places.stream()
                .map(p -> new Place(p.type(), 0, 0, 0, Math.max(p.dx(), p.dy()), Math.min(p.dx(), p.dy()), p.dz()))
                .sorted(Comparator.comparing(Place::toString))
                .toList();
    }

    @Test
    void whatIsCalledBalancedTheCheckerCallsSoundAndItIsTheSameBoxes() {
        int balanced = 0;
        for (var c : CASES) {
            var better = balance(c, LoadRules.CTU, false).balanced(c.places());
            if (better.isPresent()) {
                assertThat(checked(c, better.get(), LoadRules.CTU)).isEmpty();
                assertThat(sizes(better.get())).isEqualTo(sizes(c.places()));
                balanced++;
            }
        }
        assertThat(balanced).isGreaterThan(4);
    }

    @Test
    void excessIsAboveZeroExactlyWhenTheCheckerComplains() {
        for (var c : CASES) {
            double excess = balance(c, LoadRules.CTU, false).excess(c.places());
            boolean complains = checked(c, c.places(), LoadRules.CTU).stream()
                    .anyMatch(f -> f.rule().equals("LOAD-CENTRE") || f.rule().equals("LOAD-HALF"));
            assertThat(excess > 0).isEqualTo(complains);
        }
    }

    /** Nine parts of the mass in the first of three sections: only with the heavy one in the middle are they in balance. */
    @Test
    void onlySectionsOfOneStopChangePlaces() {
        var types = new ArrayList<PackProblem.BoxType>();
        var places = new ArrayList<Place>();
        for (int t = 0; t < 3; t++) {
            types.add(new PackProblem.BoxType(t, List.of(1900, W, 500), List.of(false, false, true), 1));
            places.add(new Place(t, 1900 * t, 0, 0, 1900, W, 500));
        }
        var problem = new PackProblem(1, L, W, 2200, types);
        long[] mass = {9_000, 1_000, 1_000};
        var free = new LoadBalance(problem, mass, LoadRules.CTU, new int[] {1, 1, 1}, false).balanced(places);
        assertThat(free.orElseThrow().stream()
                        .sorted(Comparator.comparingInt(Place::x))
                        .map(Place::type))
                .containsExactly(1, 0, 2);
        var some = new LoadBalance(problem, mass, LoadRules.CTU, new int[] {2, 2, 1}, false).balanced(places);
        assertThat(some.orElseThrow().stream()
                        .sorted(Comparator.comparingInt(Place::x))
                        .map(Place::type))
                .containsExactly(1, 0, 2);
        assertThat(new LoadBalance(problem, mass, LoadRules.CTU, new int[] {3, 2, 1}, false).balanced(places))
                .isEmpty();
    }

    @Test
    void whatMayNotMoveAlongTheLengthStaysWhereItIsThere() {
        for (var c : CASES) {
            var after = balance(c, LoadRules.CTU, true).balanced(c.places());
            after.ifPresent(places -> assertThat(
                            places.stream().map(Place::x).sorted().toList())
                    .isEqualTo(c.places().stream().map(Place::x).sorted().toList()));
        }
    }

    @Test
    void beyondWhatStandsNewBoxesMoveTowardsTheDoorTogether() {
        var type = new PackProblem.BoxType(0, List.of(500, 500, 500), List.of(true, true, true), 9);
        var problem = new PackProblem(1, 6000, 500, 500, List.of(type));
        var balance = new LoadBalance(problem, new long[] {1000}, LoadRules.CTU, new int[1], true);
        var stands = new Place(0, 0, 0, 0, 500, 500, 500);
        var next = new Place(0, 500, 0, 0, 500, 500, 500);
        var both = balance.balancedBeyond(List.of(stands, next), 1, List.of());
        assertThat(both).isPresent();
        assertThat(both.orElseThrow().get(0)).isEqualTo(stands);
        assertThat(both.orElseThrow().get(1).x()).isEqualTo(5500);
        var reserved = List.of(new int[] {3000, 0, 0, 4000, 500, 500});
        assertThat(balance.balancedBeyond(List.of(stands, next), 1, reserved)).isEmpty();
        assertThat(balance.balancedBeyond(List.of(stands), 1, List.of())).isEmpty();
    }

    /** Two boxes stand in the middle, two more at the door and at the side are moved to where they balance. */
    @Test
    void whatLiesBeyondIsMovedBackAndAcrossWhereItIsTooFarAway() {
        var type = new PackProblem.BoxType(0, List.of(500, 500, 500), List.of(true, true, true), 4);
        var problem = new PackProblem(1, L, W, 2200, List.of(type));
        var balance = new LoadBalance(problem, new long[] {1000}, LoadRules.CTU, new int[1], true);
        var stand = List.of(new Place(0, 2300, 900, 0, 500, 500, 500), new Place(0, 2300, 900, 500, 500, 500, 500));
        var all = new ArrayList<>(stand);
        all.add(new Place(0, L - 500, 0, 0, 500, 500, 500));
        all.add(new Place(0, L - 500, 0, 500, 500, 500, 500));
        assertThat(balance.excess(all)).isPositive();
        var moved = balance.balancedBeyond(all, 2, List.of()).orElseThrow();
        assertThat(balance.excess(moved)).isZero();
        assertThat(moved.subList(0, 2)).isEqualTo(stand);
        assertThat(moved.get(2).x()).isBetween(2800, 3500);
        assertThat(moved.get(2).y()).isEqualTo(930);
        assertThat(moved.get(3))
                .isEqualTo(new Place(0, moved.get(2).x(), moved.get(2).y(), 500, 500, 500, 500));
    }

    @Test
    void weightlessBoxesAreAlwaysInBalance() {
        var c = CASES.get(2);
        var balance = new LoadBalance(
                c.problem(), new long[c.massG().length], LoadRules.CTU, new int[c.massG().length], false);
        assertThat(balance.excess(c.places())).isZero();
        assertThat(balance.balanced(c.places())).contains(c.places());
    }
}
