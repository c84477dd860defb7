package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.LoadProblem.Room;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Size;

/** Containers that are half loaded when the plan has to change: what stands stays, and all rules hold for what is added. */
class ReplanningTest {

    private static final ContainerType SMALL = new ContainerType("small", new Size(3000, 2000, 2000), 0, 9_000_000);

    private static PackLimits nodes(long nodes) {
        return PackLimits.nodes(true, nodes);
    }

    /** A plan that was carried out up to some box, and what is then still to be loaded. */
    private record Half(LoadProblem problem, List<Stowed> standing) {

        static Half of(LoadProblem before, Random random) {
            var boxes = Loading.one(before, nodes(4)).containers().get(0).boxes();
            var standing = boxes.subList(0, random.nextInt(boxes.size()));
            var in = new HashMap<String, Integer>();
            standing.forEach(b -> in.merge(b.cargo(), 1, Integer::sum));
            var rest = before.cargo().stream()
                    .map(c -> c.with(c.quantity() - in.getOrDefault(c.id(), 0)))
                    .toList();
            return new Half(before.with(rest).with(List.of(), standing), standing);
        }
    }

    /** Of any rules but balance, which what stands may have spoilt for good. */
    private static LoadProblem unbalanced(LoadProblem problem) {
        var r = problem.rules();
        return problem.with(
                new LoadRules(r.support(), 1, 1, r.maxPerMetreG(), r.wholeGroups(), r.apart(), r.objective()));
    }

    @Test
    void aPlanBrokenOffAnywhereIsCarriedOnWithoutMovingABox() {
        int added = 0;
        for (long seed = 500; seed < 506; seed++) {
            var half = Half.of(unbalanced(MadeLoads.difficult(seed)), new Random(seed));
            var answer = Loading.one(half.problem(), nodes(4));
            assertThat(LoadChecker.check(half.problem(), answer.containers()))
                    .as("seed " + seed)
                    .isEmpty();
            var boxes = answer.containers().get(0).boxes();
            assertThat(boxes.subList(0, half.standing().size())).isEqualTo(half.standing());
            added += boxes.size() - half.standing().size();
        }
        assertThat(added).isGreaterThan(30);
    }

    @Test
    void whatIsAddedAndWhatIsLeftOutIsWhatWasStillToBeLoaded() {
        for (long seed = 520; seed < 523; seed++) {
            var half = Half.of(unbalanced(MadeLoads.difficult(seed)), new Random(seed));
            var answer = Loading.one(half.problem(), nodes(3));
            var told = new HashMap<String, Integer>();
            var boxes = answer.containers().get(0).boxes();
            boxes.subList(half.standing().size(), boxes.size()).forEach(b -> told.merge(b.cargo(), 1, Integer::sum));
            answer.leftOut()
                    .forEach(f -> told.merge(
                            f.place().source(), Integer.parseInt(f.value().split(" of ")[0]), Integer::sum));
            for (var c : half.problem().cargo()) {
                assertThat(told.getOrDefault(c.id(), 0))
                        .as(seed + ", " + c.id())
                        .isEqualTo(c.quantity());
            }
        }
    }

    @Test
    void roomThatIsReservedWhileLoadingStaysFree() {
        for (long seed = 530; seed < 534; seed++) {
            var random = new Random(seed);
            var half = Half.of(unbalanced(MadeLoads.difficult(seed)), random);
            int reach =
                    half.standing().stream().mapToInt(b -> b.x() + b.dx()).max().orElse(0);
            int length = half.problem().fleet().get(0).type().inner().lengthMm();
            int free = Math.max(1, length - reach);
            var room = new Room(reach + random.nextInt(free), 0, 0, 1 + random.nextInt(free), 1200, 1000);
            var problem = half.problem().with(List.of(room), half.standing());
            assertThat(LoadChecker.check(problem, Loading.one(problem, nodes(4)).containers()))
                    .as("seed %d, %s", seed, room)
                    .isEmpty();
        }
    }

    @Test
    void weightsThatWereCorrectedUpwardLeaveNoMoreThanThePayloadAllows() {
        int fewer = 0;
        for (long seed = 540; seed < 544; seed++) {
            var random = new Random(seed);
            var before = LoadProblem.of(
                    "w" + seed, MadeLoads.TWENTY, MadeLoads.cartons(random, 4, 12), LoadRules.SUPPORT_ONLY);
            var half = Half.of(before, random);
            long mass = mass(
                    half.problem(),
                    Loading.one(half.problem(), nodes(3)).containers().get(0).boxes());
            var type = new ContainerType("20GP", MadeLoads.TWENTY.inner(), 0, mass);
            var corrected = half.problem().cargo().stream()
                    .map(c -> heavier(c, 1 + random.nextInt(25)))
                    .toList();
            var problem = LoadProblem.of("w" + seed, type, corrected, LoadRules.SUPPORT_ONLY)
                    .with(List.of(), half.standing());
            var boxes = Loading.one(problem, nodes(3)).containers().get(0).boxes();
            assertThat(boxes).startsWith(half.standing().toArray(new Stowed[0]));
            boolean stands = mass(problem, half.standing()) <= mass;
            assertThat(mass(problem, boxes)).isLessThanOrEqualTo(Math.max(mass, mass(problem, half.standing())));
            assertThat(LoadChecker.check(
                                    problem,
                                    List.of(new LoadAnswer.Loaded(
                                            problem.fleet().get(0), boxes)))
                            .isEmpty())
                    .isEqualTo(stands);
            fewer += boxes.size() < half.standing().size() + quantity(problem) ? 1 : 0;
        }
        assertThat(fewer).isPositive();
    }

    private static Cargo heavier(Cargo c, int percent) {
        return Cargo.of(c.id(), c.sizesMm(), c.quantity(), c.grossG() * (100 + percent) / 100);
    }

    private static int quantity(LoadProblem problem) {
        return problem.cargo().stream().mapToInt(Cargo::quantity).sum();
    }

    private static long mass(LoadProblem problem, List<Stowed> boxes) {
        var known = problem.byId();
        return boxes.stream()
                .mapToLong(b ->
                        java.util.Objects.requireNonNull(known.get(b.cargo())).grossG())
                .sum();
    }

    @Test
    void besideStandingBoxesThatAreTooHeavyNothingIsAdded() {
        var lead = Cargo.of("lead", List.of(1000, 1000, 1000), 3, 5_000_000);
        var standing = List.of(at("lead", 0, 0, 0), at("lead", 0, 1000, 0));
        var problem = LoadProblem.of("x", SMALL, List.of(lead), LoadRules.SUPPORT_ONLY)
                .with(List.of(), standing);
        var answer = Loading.one(problem, nodes(10));
        assertThat(answer.containers().get(0).boxes()).isEqualTo(standing);
        assertThat(answer.leftOut()).extracting(f -> f.rule() + " " + f.value()).containsExactly("LEFT-PAYLOAD 3 of 3");
        assertThat(LoadChecker.check(problem, answer.containers()))
                .extracting(Finding::rule)
                .containsExactly("LOAD-PAYLOAD");
    }

    private static Stowed at(String cargo, int x, int y, int z) {
        return new Stowed(cargo, x, y, z, 1000, 1000, 1000);
    }

    @Test
    void behindAWallThatStandsNothingIsPut() {
        var cube = Cargo.of("cube", List.of(1000, 1000, 1000), 9, 1_000);
        var wall = List.of(
                at("cube", 1000, 0, 0),
                at("cube", 1000, 1000, 0),
                at("cube", 1000, 0, 1000),
                at("cube", 1000, 1000, 1000));
        var problem = LoadProblem.of("x", SMALL, List.of(cube), LoadRules.SUPPORT_ONLY)
                .with(List.of(), wall);
        var answer = Loading.one(problem, nodes(10));
        assertThat(LoadChecker.check(problem, answer.containers())).isEmpty();
        assertThat(answer.containers().get(0).boxes().subList(4, 8)).allMatch(b -> b.x() == 2000);
        assertThat(answer.leftOut()).extracting(Finding::value).containsExactly("5 of 9");
    }

    @Test
    void whatLeavesLaterIsNotPutBeforeWhatStands() {
        var early = Cargo.of("early", List.of(1000, 1000, 1000), 0, 1_000);
        var late = Cargo.of("late", List.of(1000, 1000, 1000), 9, 1_000).with(new Cargo.Sorting(2, "", "", false));
        var standing = List.of(at("early", 0, 0, 0));
        var problem = LoadProblem.of("x", SMALL, List.of(early, late), LoadRules.SUPPORT_ONLY)
                .with(List.of(), standing);
        var answer = Loading.one(problem, nodes(20));
        assertThat(LoadChecker.check(problem, answer.containers())).isEmpty();
        // neither on it nor between it and the door: the other side and what is above its height remain
        assertThat(answer.containers().get(0).boxes().stream()
                        .filter(b -> b.cargo().equals("late")))
                .isNotEmpty()
                .noneMatch(b -> b.y() < 1000 && b.z() < 1000);
    }

    @Test
    void aLoadThatIsCompleteStaysAsItStands() {
        for (long seed = 550; seed < 553; seed++) {
            var before = unbalanced(MadeLoads.difficult(seed));
            var boxes = Loading.one(before, nodes(3)).containers().get(0).boxes();
            var done = before.with(before.cargo().stream().map(c -> c.with(0)).toList())
                    .with(List.of(), boxes);
            for (var answer : List.of(Loading.one(done, nodes(3)), Loading.all(done, nodes(1_000)))) {
                assertThat(answer.nodes()).isLessThan(5);
                assertThat(answer.containers()).hasSize(1);
                assertThat(answer.containers().get(0).boxes()).isEqualTo(boxes);
                assertThat(answer.leftOut()).isEmpty();
            }
        }
    }

    @Test
    void theRestOfAHalfLoadedContainerTravelsInOthers() {
        for (long seed = 560; seed < 562; seed++) {
            var random = new Random(seed);
            var cargo = new ArrayList<>(MadeLoads.cartons(random, 4, 20));
            cargo.add(Cargo.of("more", List.of(900, 800, 700), 80, 90_000));
            var half = Half.of(LoadProblem.of("f" + seed, MadeLoads.TWENTY, cargo, LoadRules.SUPPORT_ONLY), random);
            var answer = Loading.all(half.problem(), nodes(10));
            assertThat(LoadChecker.check(half.problem(), answer.containers())).isEmpty();
            assertThat(answer.leftOut()).isEmpty();
            assertThat(answer.containers().get(0).boxes())
                    .startsWith(half.standing().toArray(new Stowed[0]));
            long boxes = answer.containers().stream()
                    .mapToLong(c -> c.boxes().size())
                    .sum();
            assertThat(boxes).isEqualTo(half.standing().size() + quantity(half.problem()));
        }
    }
}
