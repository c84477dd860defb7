package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem.Room;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Size;

class LoadCheckerTest {

    private static final ContainerType TYPE = new ContainerType("T", new Size(4000, 1000, 1000), 1_000_000, 2_000_000);
    private static final ContainerOffer OFFER = new ContainerOffer(TYPE, 1, 1);
    private static final Cargo CUBE = Cargo.of("cube", List.of(500, 500, 500), 8, 50_000);

    private static Stowed at(String cargo, int x, int y, int z) {
        return new Stowed(cargo, x, y, z, 500, 500, 500);
    }

    private static List<String> rules(LoadProblem problem, Stowed... boxes) {
        return LoadChecker.check(problem, List.of(new Loaded(problem.fleet().get(0), List.of(boxes)))).stream()
                .map(Finding::rule)
                .distinct()
                .toList();
    }

    private static LoadProblem problem(LoadRules rules, Cargo... cargo) {
        return new LoadProblem("x", List.of(OFFER), List.of(cargo), rules, List.of(), List.of());
    }

    private static final LoadRules FREE = LoadRules.SUPPORT_ONLY;

    @Test
    void aSoundLoadHasNoFinding() {
        assertThat(rules(
                        problem(LoadRules.CTU, CUBE),
                        at("cube", 1500, 0, 0),
                        at("cube", 1500, 500, 0),
                        at("cube", 1500, 0, 500),
                        at("cube", 2000, 0, 0),
                        at("cube", 2000, 500, 0),
                        at("cube", 2000, 500, 500)))
                .isEmpty();
    }

    @Test
    void boundsOverlapSupportAndTurningAreSeen() {
        assertThat(rules(problem(FREE, CUBE), at("cube", 3600, 0, 0))).containsExactly("LOAD-OUTSIDE");
        assertThat(rules(problem(FREE, CUBE), at("cube", 0, 0, 0), at("cube", 499, 0, 0)))
                .containsExactly("LOAD-OVERLAP");
        assertThat(rules(problem(FREE, CUBE), at("cube", 0, 0, 0), at("cube", 1, 0, 500)))
                .containsExactly("LOAD-SUPPORT");
        var box = Cargo.of("box", List.of(600, 500, 400), 9, 1).with(List.of(false, false, true));
        assertThat(rules(problem(FREE, box), new Stowed("box", 0, 0, 0, 600, 400, 500)))
                .containsExactly("LOAD-ORIENTATION");
        assertThat(rules(problem(FREE, box), new Stowed("box", 0, 0, 0, 500, 600, 400)))
                .isEmpty();
    }

    @Test
    void whatWasNotOfferedIsSeen() {
        var one = Cargo.of("cube", List.of(500, 500, 500), 1, 50_000);
        assertThat(rules(problem(FREE, one), at("cube", 0, 0, 0), at("cube", 500, 0, 0)))
                .containsExactly("LOAD-QUANTITY");
        assertThat(rules(problem(FREE, one), at("ghost", 0, 0, 0))).containsExactly("LOAD-CARGO");
        assertThat(rules(problem(FREE, one, one))).containsExactly("LOAD-ID");
        var twice = List.of(new Loaded(OFFER, List.of()), new Loaded(OFFER, List.of()));
        assertThat(LoadChecker.check(problem(FREE, one), twice))
                .extracting(Finding::rule)
                .containsExactly("LOAD-FLEET");
        var other = new Loaded(ContainerOffer.any(TYPE), List.of());
        assertThat(LoadChecker.check(problem(FREE, one), List.of(other)))
                .extracting(Finding::rule)
                .containsExactly("LOAD-CONTAINER");
    }

    @Test
    void aBoxBearsWhatComesDownThroughAllAboveIt() {
        var weak = CUBE.with(new Cargo.Strength(60_000, Integer.MAX_VALUE));
        var three = new ContainerType("T", new Size(4000, 1000, 1500), 0, 9_000_000);
        var problem = LoadProblem.of("x", three, List.of(weak), FREE);
        assertThat(rules(problem, at("cube", 0, 0, 0), at("cube", 0, 0, 500))).isEmpty();
        assertThat(rules(problem, at("cube", 0, 0, 0), at("cube", 0, 0, 500), at("cube", 0, 0, 1000)))
                .containsExactly("LOAD-BEARING");
        var low = LoadProblem.of("x", three, List.of(CUBE.with(new Cargo.Strength(Long.MAX_VALUE, 1))), FREE);
        assertThat(rules(low, at("cube", 0, 0, 0), at("cube", 0, 0, 500), at("cube", 0, 0, 1000)))
                .containsExactly("LOAD-LAYERS");
    }

    @Test
    void massItsCentreAndTheFloorAreSeen() {
        var lead = Cargo.of("cube", List.of(500, 500, 500), 8, 600_000);
        assertThat(rules(problem(FREE, lead), at("cube", 0, 0, 0), at("cube", 500, 0, 0)))
                .containsExactly("LOAD-PAYLOAD");
        assertThat(rules(problem(LoadRules.CTU, CUBE), at("cube", 0, 0, 0)))
                .containsExactly("LOAD-CENTRE", "LOAD-HALF");
        assertThat(rules(problem(FREE.withMaxPerMetreG(90_000), CUBE), at("cube", 0, 0, 0), at("cube", 500, 0, 0)))
                .containsExactly("LOAD-FLOOR");
        assertThat(rules(problem(FREE.withMaxPerMetreG(90_000), CUBE), at("cube", 750, 0, 0), at("cube", 1250, 0, 0)))
                .isEmpty();
    }

    @Test
    void aWeightThatWasCorrectedUpwardShows() {
        var plan = List.of(new Loaded(OFFER, List.of(at("cube", 1750, 250, 0))));
        var corrected = Cargo.of("cube", List.of(500, 500, 500), 8, 1_000_001);
        assertThat(LoadChecker.check(problem(LoadRules.CTU, CUBE), plan)).isEmpty();
        assertThat(LoadChecker.check(problem(LoadRules.CTU, corrected), plan))
                .extracting(Finding::rule)
                .containsExactly("LOAD-PAYLOAD");
    }

    @Test
    void whatLeavesLaterIsNeverInTheWay() {
        var early = CUBE.with(new Cargo.Sorting(1, "", "", false));
        var late = Cargo.of("late", List.of(500, 500, 500), 8, 50_000).with(new Cargo.Sorting(2, "", "", false));
        var two = problem(FREE, early, late);
        assertThat(rules(two, at("late", 0, 0, 0), at("cube", 500, 0, 0), at("cube", 0, 0, 500)))
                .isEmpty();
        assertThat(rules(two, at("cube", 0, 0, 0), at("late", 2000, 0, 0))).containsExactly("LOAD-STOP");
        assertThat(rules(two, at("cube", 0, 0, 0), at("late", 0, 0, 500))).containsExactly("LOAD-STOP");
        assertThat(rules(two, at("cube", 500, 0, 0), at("late", 0, 0, 0))).containsExactly("LOAD-ORDER");
        var held = CUBE.with(new Cargo.Sorting(3, "", "", true));
        assertThat(rules(problem(FREE, held, late), at("cube", 0, 0, 0), at("late", 500, 0, 0)))
                .containsExactly("LOAD-ACCESS");
    }

    @Test
    void kindsGroupsReservedRoomAndStandingBoxesAreSeen() {
        var a = CUBE.with(new Cargo.Sorting(1, "g", "acid", false));
        var b = Cargo.of("b", List.of(500, 500, 500), 1, 1).with(new Cargo.Sorting(1, "", "food", false));
        var rules =
                FREE.with(List.of(new LoadRules.Apart("R1", "food", "acid"))).withWholeGroups();
        assertThat(rules(problem(rules, a, b), at("cube", 0, 0, 0), at("b", 500, 0, 0)))
                .containsExactly("LOAD-GROUP", "LOAD-APART");
        var base = problem(FREE, CUBE);
        assertThat(rules(base.with(List.of(new Room(400, 0, 0, 200, 200, 200)), List.of()), at("cube", 0, 0, 0)))
                .containsExactly("LOAD-RESERVED");
        var stands = base.with(List.of(), List.of(at("cube", 0, 0, 0)));
        assertThat(rules(stands, at("cube", 500, 0, 0))).containsExactly("LOAD-STANDING");
    }

    private static List<String> allRules(LoadProblem problem, List<Loaded> containers) {
        return LoadChecker.check(problem, containers).stream()
                .map(Finding::rule)
                .toList();
    }

    @Test
    void aGroupIsTornByWhatStandsToo() {
        var g = new Cargo.Sorting(1, "g", "", false);
        var two = new ContainerOffer(TYPE, 2, 1);
        var cube = Cargo.of("cube", List.of(500, 500, 500), 2, 1).with(g);
        var stood = at("cube", 0, 0, 0);
        var problem =
                new LoadProblem("x", List.of(two), List.of(cube), FREE.withWholeGroups(), List.of(), List.of(stood));
        var added = List.of(at("cube", 500, 0, 0), at("cube", 1000, 0, 0));
        assertThat(allRules(problem, List.of(new Loaded(two, List.of(stood)), new Loaded(two, added))))
                .containsExactly("LOAD-GROUP");
        assertThat(allRules(problem, List.of(new Loaded(two, List.of(stood, added.get(0))))))
                .containsExactly("LOAD-GROUP");
        assertThat(allRules(problem, List.of(new Loaded(two, List.of(stood, added.get(0), added.get(1))))))
                .isEmpty();
        assertThat(allRules(problem, List.of(new Loaded(two, List.of(stood))))).isEmpty();
    }

    @Test
    void whatStandsNeedsItsContainerAndThatIsOfTheFirstType() {
        var other = new ContainerOffer(new ContainerType("other", TYPE.inner(), 1_000_000, 2_000_000), 1, 1);
        var boxes = List.of(at("cube", 0, 0, 0));
        var fleet = List.of(other, OFFER);
        var stands = new LoadProblem("x", fleet, List.of(CUBE), FREE, List.of(), boxes);
        assertThat(allRules(stands, List.of(new Loaded(OFFER, boxes)))).containsExactly("LOAD-CONTAINER");
        assertThat(allRules(stands, List.of(new Loaded(other, boxes)))).isEmpty();
        assertThat(allRules(stands, List.of())).containsExactly("LOAD-STANDING");
        var reserved = stands.with(List.of(new Room(3000, 0, 0, 10, 10, 10)), List.of());
        assertThat(allRules(reserved, List.of(new Loaded(OFFER, boxes)))).containsExactly("LOAD-CONTAINER");
        assertThat(allRules(reserved, List.of(new Loaded(other, List.of()), new Loaded(OFFER, boxes))))
                .isEmpty();
    }
}
