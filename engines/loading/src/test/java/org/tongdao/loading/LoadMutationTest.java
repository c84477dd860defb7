package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;

/** Every sound load is spoilt in every way there is, one fault at a time; the checker has to name the fault. */
class LoadMutationTest {

    private static final int PROBLEMS = 8;

    private record Case(LoadProblem problem, Loaded loaded) {

        List<String> rules(List<Stowed> boxes) {
            return LoadChecker.check(problem, List.of(new Loaded(loaded.offer(), boxes))).stream()
                    .map(Finding::rule)
                    .distinct()
                    .toList();
        }

        List<String> rulesWith(int at, UnaryOperator<Stowed> change) {
            var boxes = new ArrayList<>(loaded.boxes());
            boxes.set(at, change.apply(boxes.get(at)));
            return rules(boxes);
        }

        Cargo cargo(int at) {
            return java.util.Objects.requireNonNull(
                    problem.byId().get(loaded.boxes().get(at).cargo()));
        }
    }

    private static final List<Case> CASES = made();

    private static List<Case> cases() {
        return CASES;
    }

    private static List<Case> made() {
        var cases = new ArrayList<Case>();
        for (long seed = 300; cases.size() < PROBLEMS; seed++) {
            var random = new Random(seed);
            var problem = LoadProblem.of(
                    "m" + seed, MadeLoads.TWENTY, MadeLoads.cartons(random, 4, 12), LoadRules.SUPPORT_ONLY);
            var loaded =
                    Loading.one(problem, PackLimits.nodes(true, 5)).containers().get(0);
            if (loaded.boxes().size() > 10) {
                cases.add(new Case(problem, loaded));
            }
        }
        return cases;
    }

    private static Stowed moved(Stowed b, int x, int y, int z) {
        return new Stowed(b.cargo(), b.x() + x, b.y() + y, b.z() + z, b.dx(), b.dy(), b.dz());
    }

    @Test
    void beforeAnythingIsSpoiltThereIsNothingToSay() {
        assertThat(cases())
                .allSatisfy(c -> assertThat(c.rules(c.loaded().boxes())).isEmpty());
    }

    @Test
    void aBoxThroughAnyWallIsSeen() {
        for (var c : cases()) {
            for (int at = 0; at < c.loaded().boxes().size(); at += 5) {
                assertThat(c.rulesWith(at, b -> moved(b, -b.x() - 1, 0, 0))).contains("LOAD-OUTSIDE");
                assertThat(c.rulesWith(at, b -> moved(b, 5899 - b.x() - b.dx(), 0, 0)))
                        .contains("LOAD-OUTSIDE");
                assertThat(c.rulesWith(at, b -> moved(b, 0, -b.y() - 1, 0))).contains("LOAD-OUTSIDE");
                assertThat(c.rulesWith(at, b -> moved(b, 0, 2353 - b.y() - b.dy(), 0)))
                        .contains("LOAD-OUTSIDE");
                assertThat(c.rulesWith(at, b -> moved(b, 0, 0, -b.z() - 1))).contains("LOAD-OUTSIDE");
                assertThat(c.rulesWith(at, b -> moved(b, 0, 0, 2394 - b.z() - b.dz())))
                        .contains("LOAD-OUTSIDE");
            }
        }
    }

    @Test
    void aBoxPutIntoAnotherByOneMillimetreIsSeen() {
        for (var c : cases()) {
            var boxes = c.loaded().boxes();
            for (int at = 1; at < boxes.size(); at += 4) {
                var there = boxes.get(at - 1);
                assertThat(c.rulesWith(
                                at,
                                b -> new Stowed(
                                        b.cargo(),
                                        there.x() + there.dx() - 1,
                                        there.y(),
                                        there.z(),
                                        b.dx(),
                                        b.dy(),
                                        b.dz())))
                        .contains("LOAD-OVERLAP");
            }
        }
    }

    @Test
    void aBoxLiftedOrPushedOffItsSupportIsSeen() {
        int lifted = 0;
        for (var c : cases()) {
            for (int at = 0; at < c.loaded().boxes().size(); at++) {
                var rules = c.rulesWith(at, b -> moved(b, 0, 0, 1));
                if (!rules.contains("LOAD-OVERLAP") && !rules.contains("LOAD-OUTSIDE")) {
                    assertThat(rules).contains("LOAD-SUPPORT");
                    lifted++;
                }
            }
        }
        assertThat(lifted).isGreaterThan(PROBLEMS);
    }

    @Test
    void aBoxOfAnotherSizeOrTurnedAgainstItsFlagsIsSeen() {
        for (var c : cases()) {
            for (int at = 0; at < c.loaded().boxes().size(); at += 3) {
                assertThat(c.rulesWith(at, b -> new Stowed(b.cargo(), b.x(), b.y(), b.z(), b.dx() - 1, b.dy(), b.dz())))
                        .contains("LOAD-ORIENTATION");
            }
            var upright = c.problem()
                    .with(c.problem().cargo().stream()
                            .map(x -> x.with(List.of(false, false, true)))
                            .toList());
            var boxes = c.loaded().boxes();
            boolean lies = false;
            for (int at = 0; at < boxes.size(); at++) {
                lies |= boxes.get(at).dz() != c.cargo(at).sizesMm().get(2);
            }
            var rules = LoadChecker.check(upright, List.of(c.loaded())).stream().map(Finding::rule);
            assertThat(rules.anyMatch("LOAD-ORIENTATION"::equals)).isEqualTo(lies);
        }
    }

    @Test
    void aBoxTooManyOrOfNoCargoIsSeen() {
        for (var c : cases()) {
            var used = new java.util.HashMap<String, Integer>();
            c.loaded().boxes().forEach(b -> used.merge(b.cargo(), 1, Integer::sum));
            var fewer = c.problem()
                    .with(c.problem().cargo().stream()
                            .map(x -> x.with(Math.max(0, used.getOrDefault(x.id(), 0) - 1)))
                            .toList());
            assertThat(LoadChecker.check(fewer, List.of(c.loaded())))
                    .extracting(Finding::rule)
                    .containsOnly("LOAD-QUANTITY")
                    .hasSize(used.size());
            assertThat(c.rulesWith(0, b -> new Stowed("nobody's", b.x(), b.y(), b.z(), b.dx(), b.dy(), b.dz())))
                    .contains("LOAD-CARGO");
        }
    }

    @Test
    void aSupportTakenAwayLeavesSomethingInTheAir() {
        int taken = 0;
        for (var c : cases()) {
            var boxes = c.loaded().boxes();
            for (int at = 0; at < boxes.size(); at++) {
                int below = at;
                boolean bears = boxes.stream()
                        .anyMatch(b ->
                                b.z() == boxes.get(below).z() + boxes.get(below).dz() && over(b, boxes.get(below)));
                var without = new ArrayList<>(boxes);
                without.remove(at);
                assertThat(c.rules(without).contains("LOAD-SUPPORT"))
                        .as("box " + at + " of " + c.problem().id())
                        .isEqualTo(bears);
                taken += bears ? 1 : 0;
            }
        }
        assertThat(taken).isGreaterThan(PROBLEMS);
    }

    private static boolean over(Stowed a, Stowed b) {
        return a.x() < b.x() + b.dx() && b.x() < a.x() + a.dx() && a.y() < b.y() + b.dy() && b.y() < a.y() + a.dy();
    }

    @Test
    void boxesBroughtInBackwardsAreSeen() {
        for (var c : cases()) {
            var backwards = new ArrayList<>(c.loaded().boxes());
            java.util.Collections.reverse(backwards);
            assertThat(c.rules(backwards)).containsExactly("LOAD-ORDER");
        }
    }

    @Test
    void aHeavierBoxAStricterPlateAndAWeakerFloorAreSeen() {
        for (var c : cases()) {
            long mass = LoadFigures.of(c.problem(), c.loaded()).massG();
            var type = c.loaded().offer().type();
            var exact = new ContainerType(type.code(), type.inner(), type.tareG(), type.tareG() + mass);
            var small = new ContainerType(type.code(), type.inner(), type.tareG(), type.tareG() + mass - 1);
            assertThat(rules(c, exact, c.problem().rules())).isEmpty();
            assertThat(rules(c, small, c.problem().rules())).containsExactly("LOAD-PAYLOAD");
            assertThat(rules(c, exact, c.problem().rules().withMaxPerMetreG(mass / 20)))
                    .containsExactly("LOAD-FLOOR");
        }
    }

    private static List<String> rules(Case c, ContainerType type, LoadRules rules) {
        var problem = LoadProblem.of("x", type, c.problem().cargo(), rules);
        var loaded = new Loaded(problem.fleet().get(0), c.loaded().boxes());
        return LoadChecker.check(problem, List.of(loaded)).stream()
                .map(Finding::rule)
                .distinct()
                .toList();
    }

    @Test
    void strengthThatIsJustTooLittleIsSeen() {
        int weak = 0;
        for (var c : cases()) {
            for (var cargo : c.problem().cargo()) {
                var soft = cargo.with(new Cargo.Strength(0, Integer.MAX_VALUE));
                var flat = cargo.with(new Cargo.Strength(Long.MAX_VALUE, 0));
                boolean carries = c.loaded().boxes().stream()
                        .filter(b -> b.cargo().equals(cargo.id()))
                        .anyMatch(b ->
                                c.loaded().boxes().stream().anyMatch(o -> o.z() == b.z() + b.dz() && over(o, b)));
                assertThat(rules(c, with(c, soft))).isEqualTo(carries ? List.of("LOAD-BEARING") : List.of());
                assertThat(rules(c, with(c, flat))).isEqualTo(carries ? List.of("LOAD-LAYERS") : List.of());
                weak += carries ? 1 : 0;
            }
        }
        assertThat(weak).isGreaterThan(PROBLEMS);
    }

    private static LoadProblem with(Case c, Cargo changed) {
        return c.problem()
                .with(c.problem().cargo().stream()
                        .map(x -> x.id().equals(changed.id()) ? changed : x)
                        .toList());
    }

    private static List<String> rules(Case c, LoadProblem problem) {
        return LoadChecker.check(problem, List.of(c.loaded())).stream()
                .map(Finding::rule)
                .distinct()
                .toList();
    }

    @Test
    void aBoxWhoseStopTurnsOutEarlierThanWhatIsBeforeItIsSeen() {
        int blocked = 0;
        for (var c : cases()) {
            var deep = c.loaded().boxes().get(0);
            boolean before =
                    c.loaded().boxes().stream().anyMatch(o -> !o.cargo().equals(deep.cargo()) && isInTheWay(o, deep));
            var late = c.problem()
                    .with(c.problem().cargo().stream()
                            .map(x -> x.with(new Cargo.Sorting(x.id().equals(deep.cargo()) ? 1 : 2, "", "", false)))
                            .toList());
            var held = c.problem()
                    .with(c.problem().cargo().stream()
                            .map(x -> x.with(new Cargo.Sorting(1, "", "", x.id().equals(deep.cargo()))))
                            .toList());
            assertThat(rules(c, late).contains("LOAD-STOP")).isIn(before, true);
            assertThat(rules(c, held).contains("LOAD-ACCESS"))
                    .isEqualTo(rules(c, late).contains("LOAD-STOP"));
            blocked += before ? 1 : 0;
        }
        assertThat(blocked).isGreaterThan(PROBLEMS / 2);
    }

    private static boolean isInTheWay(Stowed there, Stowed box) {
        boolean y = there.y() < box.y() + box.dy() && box.y() < there.y() + there.dy();
        boolean x = there.x() < box.x() + box.dx() && box.x() < there.x() + there.dx();
        boolean z = there.z() < box.z() + box.dz() && box.z() < there.z() + there.dz();
        return y && (x && there.z() >= box.z() + box.dz() || z && there.x() >= box.x() + box.dx());
    }

    @Test
    void aLoadPushedToOneSideOrOneEndIsOutOfBalance() {
        for (var c : cases()) {
            var balanced = c.problem().with(LoadRules.CTU);
            int free = 5898
                    - c.loaded().boxes().stream()
                            .mapToInt(b -> b.x() + b.dx())
                            .max()
                            .orElse(0);
            var figures = LoadFigures.of(c.problem(), c.loaded());
            boolean off = Math.abs(figures.eccentricityX()) > 0.05 || Math.abs(figures.eccentricityY()) > 0.05;
            assertThat(rules(c, balanced).contains("LOAD-CENTRE")).isEqualTo(off);
            if (free > 1500) {
                var pushed = c.loaded().boxes().stream()
                        .map(b -> moved(b, free, 0, 0))
                        .toList();
                var then = new Loaded(c.loaded().offer(), pushed);
                assertThat(LoadChecker.check(balanced, List.of(then)))
                        .extracting(Finding::rule)
                        .contains("LOAD-CENTRE");
            }
        }
    }
}
