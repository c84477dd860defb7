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
        var findings = new LeftOut(problem, List.of(loaded)).findings();
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
}
