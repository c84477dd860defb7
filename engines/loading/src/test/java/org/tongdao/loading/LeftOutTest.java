package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Size;

class LeftOutTest {

    private static final ContainerType ROOM = new ContainerType("x", new Size(4000, 1000, 2000), 0, 10_000_000);

    private static final LoadRules FREE = LoadRules.SUPPORT_ONLY;

    private static Finding why(LoadProblem problem, Stowed... boxes) {
        var loaded = new Loaded(problem.fleet().get(0), List.of(boxes));
        assertThat(LoadChecker.check(problem, List.of(loaded))).isEmpty();
        var findings = LeftOut.ofOne(problem, List.of(loaded));
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static Cargo cube(String id, int quantity, long grossG) {
        return Cargo.of(id, List.of(1000, 1000, 1000), quantity, grossG);
    }

    @Test
    void theStrengthOfWhatWouldBearItIsNamed() {
        var weak = cube("weak", 4, 1_000).with(new Cargo.Strength(500, 9));
        var problem = LoadProblem.of("p", ROOM, List.of(weak, cube("top", 1, 1_000)), FREE);
        var why = why(
                problem,
                new Stowed("weak", 0, 0, 0, 1000, 1000, 1000),
                new Stowed("weak", 1000, 0, 0, 1000, 1000, 1000),
                new Stowed("weak", 2000, 0, 0, 1000, 1000, 1000),
                new Stowed("weak", 3000, 0, 0, 1000, 1000, 1000));
        assertThat(why.rule()).isEqualTo("LEFT-RULE");
        assertThat(why.maybe()).contains("LOAD-BEARING").contains("It bears 500 g.");
    }

    @Test
    void theStopThatWouldBeBlockedIsNamed() {
        var late = cube("late", 1, 1_000).with(new Cargo.Sorting(2, "", "", false));
        var problem = LoadProblem.of("p", ROOM, List.of(cube("early", 1, 1_000), late), FREE);
        var why = why(problem, new Stowed("early", 0, 0, 0, 1000, 1000, 1000));
        assertThat(why.rule()).isEqualTo("LEFT-RULE");
        assertThat(why.maybe()).contains("LOAD-STOP");
    }

    @Test
    void theFloorThatWouldNotBearItIsNamed() {
        var problem = LoadProblem.of("p", ROOM, List.of(cube("heavy", 5, 900_000)), FREE.withMaxPerMetreG(1_000_000));
        var why = why(
                problem,
                new Stowed("heavy", 0, 0, 0, 1000, 1000, 1000),
                new Stowed("heavy", 1000, 0, 0, 1000, 1000, 1000),
                new Stowed("heavy", 2000, 0, 0, 1000, 1000, 1000),
                new Stowed("heavy", 3000, 0, 0, 1000, 1000, 1000));
        assertThat(why.value()).isEqualTo("1 of 5");
        assertThat(why.maybe()).contains("LOAD-FLOOR").contains("1800000 g/m");
    }

    @Test
    void theBalanceThatWouldBeLostIsNamed() {
        var rules = new LoadRules(1, 0.05, 1, Long.MAX_VALUE, false, List.of(), LoadRules.Objective.VOLUME);
        var problem = LoadProblem.of(
                "p",
                ROOM,
                List.of(Cargo.of("long", List.of(4000, 1000, 1000), 1, 1_000), cube("lead", 1, 500_000)),
                rules);
        var why = why(problem, new Stowed("long", 0, 0, 0, 4000, 1000, 1000));
        assertThat(why.rule()).isEqualTo("LEFT-RULE");
        assertThat(why.maybe()).contains("LOAD-CENTRE");
    }

    @Test
    void anEmptyContainerIsNeverCalledFull() {
        var balanced = new LoadRules(1, 0.05, 0.6, 300_000, false, List.of(), LoadRules.Objective.VOLUME);
        var heavy = LoadProblem.of("p", ROOM, List.of(cube("block", 2, 900_000)), balanced);
        var floor = Loading.all(heavy, PackLimits.nodes(true, 50));
        assertThat(floor.containers()).isEmpty();
        assertThat(floor.leftOut().get(0).rule()).isEqualTo("LEFT-RULE");
        assertThat(floor.leftOut().get(0).maybe()).contains("LOAD-FLOOR", "900000 g/m");
        var kept = LoadProblem.of("p", ROOM, List.of(cube("box", 1, 1_000)), LoadRules.CTU)
                .with(List.of(new LoadProblem.Room(1_200, 0, 0, 2_700, 1_000, 2_000)), List.of());
        var centre = Loading.all(kept, PackLimits.nodes(true, 50));
        assertThat(centre.leftOut().get(0).maybe()).contains("LOAD-CENTRE");
    }

    @Test
    void roomThatBreaksNoRuleIsAdmitted() {
        var problem = LoadProblem.of("p", ROOM, List.of(cube("box", 3, 1_000)), FREE);
        var why = why(
                problem, new Stowed("box", 0, 0, 0, 1000, 1000, 1000), new Stowed("box", 1000, 0, 0, 1000, 1000, 1000));
        assertThat(why.rule()).isEqualTo("LEFT-TIME");
    }

    @Test
    void noRoomAndNoPayloadAreToldApart() {
        var tall = Cargo.of("tall", List.of(4000, 1000, 2000), 1, 1_000);
        var room = LoadProblem.of("p", ROOM, List.of(tall, cube("box", 1, 1_000)), FREE);
        assertThat(why(room, new Stowed("tall", 0, 0, 0, 4000, 1000, 2000)).rule())
                .isEqualTo("LEFT-ROOM");
        var mass = LoadProblem.of("p", ROOM, List.of(cube("ton", 2, 6_000_000)), FREE);
        assertThat(why(mass, new Stowed("ton", 0, 0, 0, 1000, 1000, 1000)).rule())
                .isEqualTo("LEFT-PAYLOAD");
    }

    @Test
    void sizeWeightGroupAndSeparationComeBeforeRoom() {
        var far = LoadProblem.of("p", ROOM, List.of(Cargo.of("pole", List.of(5000, 10, 10), 1, 1)), FREE);
        assertThat(why(far).rule()).isEqualTo("LEFT-SIZE");
        var heavy = LoadProblem.of("p", ROOM, List.of(cube("block", 1, 11_000_000)), FREE);
        assertThat(why(heavy).maybe()).contains("11000000 g");
        var group = cube("set", 9, 1_000).with(new Cargo.Sorting(1, "G7", "", false));
        assertThat(why(LoadProblem.of("p", ROOM, List.of(group), FREE.withWholeGroups()))
                        .maybe())
                .contains("Group G7");
        var acid = cube("acid", 1, 1_000).with(new Cargo.Sorting(1, "", "acid", false));
        var food = cube("food", 1, 1_000).with(new Cargo.Sorting(1, "", "food", false));
        var rules = FREE.with(List.of(new LoadRules.Apart("ADR-7.5.4", "acid", "food")));
        var why = why(
                LoadProblem.of("p", ROOM, List.of(acid, food), rules), new Stowed("acid", 0, 0, 0, 1000, 1000, 1000));
        assertThat(why.rule()).isEqualTo("LEFT-APART");
        assertThat(why.maybe()).contains("ADR-7.5.4");
    }

    @Test
    void ofAGroupThatTravelsWholeTheLimitThatKeepsAllOfItOutIsTold() {
        assertThat(ofGroup(cube("a", 9, 1_000))).contains("it fills 9.0 m³");
        assertThat(ofGroup(cube("a", 3, 4_000_000))).contains("weighs 12000000 g");
        assertThat(ofGroup(cube("a", 3, 1_000))).contains("look longer");
        var apart = List.of(new LoadRules.Apart("IMDG-7", "acid", "food"));
        var acid = cube("acid", 1, 1_000).with(new Cargo.Sorting(1, "G7", "acid", false));
        var food = cube("food", 1, 1_000).with(new Cargo.Sorting(1, "G7", "food", false));
        var both = LoadProblem.of(
                "p", ROOM, List.of(acid, food), FREE.withWholeGroups().with(apart));
        assertThat(new LeftGroup(both, "G7").why()).contains("IMDG-7", "acid apart from food");
        var begun = LoadProblem.of("p", ROOM, List.of(acid), FREE.withWholeGroups())
                .with(List.of(), List.of(new Stowed("acid", 0, 0, 0, 1000, 1000, 1000)));
        assertThat(new LeftGroup(begun, "G7").why()).contains("no room for the rest");
    }

    private static String ofGroup(Cargo cargo) {
        var group = cargo.with(new Cargo.Sorting(1, "G7", "", false));
        return new LeftGroup(LoadProblem.of("p", ROOM, List.of(group), FREE.withWholeGroups()), "G7").why();
    }

    private static final ContainerType LOW = new ContainerType("low", new Size(4000, 1000, 900), 0, 10_000_000);

    private static Finding ofFleet(List<ContainerOffer> fleet, List<Cargo> cargo, LoadRules rules, Loaded... loaded) {
        var problem = new LoadProblem("p", fleet, cargo, rules, List.of(), List.of());
        assertThat(LoadChecker.check(problem, List.of(loaded))).isEmpty();
        var findings = LeftOut.ofFleet(problem, List.of(loaded));
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static Stowed cubeAt(String cargo, int x, int z) {
        return new Stowed(cargo, x, 0, z, 1000, 1000, 1000);
    }

    @Test
    void ofSeveralContainersTheNearestIsNamedAndNotTheLast() {
        var two = new ContainerOffer(ROOM, 2, 1);
        var tall = Cargo.of("tall", List.of(4000, 1000, 2000), 1, 1_000);
        var full = new Loaded(two, List.of(new Stowed("tall", 0, 0, 0, 4000, 1000, 2000)));
        var half = new Loaded(two, List.of(cubeAt("acid", 0, 0)));
        var acid = cube("acid", 1, 1_000).with(new Cargo.Sorting(1, "", "acid", false));
        var food = cube("food", 1, 1_000).with(new Cargo.Sorting(1, "", "food", false));
        var apart = FREE.with(List.of(new LoadRules.Apart("ADR-7.5.4", "acid", "food")));
        var why = ofFleet(List.of(two), List.of(tall, acid, food), apart, half, full);
        assertThat(why.rule()).isEqualTo("LEFT-APART");
        assertThat(why.maybe())
                .startsWith("Nearest is container 1 (x): Rule ADR-7.5.4")
                .contains("Others: 1 without room.")
                .endsWith("No further container can be had.");
    }

    @Test
    void whatTheLastContainerHasNoRoomForAnEarlierOneMayBeTooHeavyFor() {
        var two = new ContainerOffer(ROOM, 2, 1);
        var lead = cube("lead", 2, 6_000_000);
        var tall = Cargo.of("tall", List.of(4000, 1000, 2000), 1, 1_000);
        var heavy = new Loaded(two, List.of(cubeAt("lead", 0, 0)));
        var full = new Loaded(two, List.of(new Stowed("tall", 0, 0, 0, 4000, 1000, 2000)));
        var why = ofFleet(List.of(two), List.of(lead, tall), FREE, heavy, full);
        assertThat(why.rule()).isEqualTo("LEFT-PAYLOAD");
        assertThat(why.maybe())
                .contains("container 1", "4000000 g are left, one box weighs 6000000 g", "1 without room");
    }

    @Test
    void aTypeThatIsUsedUpLeavesThoseTooSmall() {
        var low = new ContainerOffer(LOW, 5, 1);
        var high = new ContainerOffer(ROOM, 1, 2);
        var full = new Loaded(
                high,
                List.of(
                        cubeAt("box", 0, 0),
                        cubeAt("box", 0, 1000),
                        cubeAt("box", 1000, 0),
                        cubeAt("box", 1000, 1000),
                        cubeAt("box", 2000, 0),
                        cubeAt("box", 2000, 1000),
                        cubeAt("box", 3000, 0),
                        cubeAt("box", 3000, 1000)));
        var why = ofFleet(List.of(low, high), List.of(cube("box", 9, 1_000)), FREE, full);
        assertThat(why.rule()).isEqualTo("LEFT-ROOM");
        assertThat(why.maybe())
                .contains("container 1 (x)", "1 too small for it")
                .doesNotContain("No further");
    }

    @Test
    void theEmptyContainerThatCouldStillBeHadIsAskedToo() {
        var small = new ContainerType("small", new Size(1500, 1000, 1500), 0, 10_000_000);
        var fleet = List.of(new ContainerOffer(small, 1, 1), new ContainerOffer(ROOM, 1, 2));
        var floor = FREE.withMaxPerMetreG(900_000);
        var first = new Loaded(fleet.get(0), List.of(cubeAt("light", 0, 0)));
        var why = ofFleet(fleet, List.of(cube("light", 1, 1_000), cube("heavy", 1, 950_000)), floor, first);
        assertThat(why.rule()).isEqualTo("LEFT-RULE");
        assertThat(why.maybe()).contains("Nearest is an empty x:", "LOAD-FLOOR", "Others: 1 without room");
    }

    @Test
    void reservedRoomIsThatOfTheFirstContainerOnly() {
        var two = new ContainerOffer(ROOM, 2, 1);
        var boxes = List.of(cube("box", 3, 1_000));
        var problem = new LoadProblem(
                "p", List.of(two), boxes, FREE, List.of(new LoadProblem.Room(1000, 0, 0, 3000, 1000, 2000)), List.of());
        var first = new Loaded(two, List.of(cubeAt("box", 0, 0), cubeAt("box", 0, 1000)));
        assertThat(LeftOut.ofFleet(problem, List.of(first, new Loaded(two, List.of())))
                        .get(0)
                        .maybe())
                .contains("Nearest is container 2 (x): There is room that breaks no rule", "1 without room");
    }

    @Test
    void everyCargoThatStaysIsNamedWithALimitAndItsNumber() {
        for (int seed = 1; seed <= 12; seed++) {
            var made = MadeLoads.difficult(seed);
            var few = new LoadProblem(
                    made.id(),
                    List.of(new ContainerOffer(made.fleet().get(0).type(), 2, 1)),
                    made.cargo(),
                    made.rules(),
                    List.of(),
                    List.of());
            var answer = Loading.all(few, PackLimits.nodes(true, 40));
            for (var c : few.cargo()) {
                long in = answer.containers().stream()
                        .flatMap(l -> l.boxes().stream())
                        .filter(b -> b.cargo().equals(c.id()))
                        .count();
                var told = answer.leftOut().stream()
                        .filter(f -> f.place().source().equals(c.id()))
                        .toList();
                assertThat(told).as("seed %d, %s", seed, c.id()).hasSize(in < c.quantity() ? 1 : 0);
                told.forEach(f -> {
                    assertThat(f.value()).isEqualTo(c.quantity() - in + " of " + c.quantity());
                    assertThat(f.maybe()).isNotEmpty();
                });
            }
        }
    }
}
