package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The graph of operations: every operation of a passage is in it, customs and gauge change fork and join. */
class DayFlowTest {

    private static final DayTrain PLAIN = DayTrain.of("X1", Days.at(1, 0), 40, Optional.empty());
    private static final DayTrain THROUGH = DayTrain.of("X2", Days.at(1, 0), 0, Optional.empty());
    private static final DayTrain OPENED = PLAIN.withInspections(List.of(
            new DayTrain.Inspection(0, false), new DayTrain.Inspection(3, false), new DayTrain.Inspection(7, true)));

    private static DayFlow.Node node(YardStage stage) {
        return new DayFlow.Node(stage, 0);
    }

    @Test
    void aTrainThatChangesGaugeGoesThroughEveryOperation() {
        assertThat(DayFlow.nodes(PLAIN))
                .extracting(DayFlow.Node::stage)
                .containsExactly(
                        YardStage.ARRIVAL_CHECK,
                        YardStage.CUSTOMS,
                        YardStage.PLACING,
                        YardStage.TRANSLOADING,
                        YardStage.PULL_OUT,
                        YardStage.WAYBILLING,
                        YardStage.MARSHALLING,
                        YardStage.DEPARTURE);
        assertThat(DayFlow.nodes(THROUGH))
                .extracting(DayFlow.Node::stage)
                .containsExactly(YardStage.ARRIVAL_CHECK, YardStage.CUSTOMS, YardStage.DEPARTURE);
        assertThat(DayFlow.nodes(OPENED)).hasSize(11);
    }

    @Test
    void sideBySideTheGaugeChangeDoesNotWaitForCustoms() {
        assertThat(DayFlow.before(PLAIN, node(YardStage.PLACING), YardMode.PARALLEL))
                .containsExactly(node(YardStage.ARRIVAL_CHECK));
        assertThat(DayFlow.before(PLAIN, node(YardStage.PLACING), YardMode.SERIAL))
                .containsExactly(node(YardStage.CUSTOMS));
        assertThat(DayFlow.before(OPENED, node(YardStage.PLACING), YardMode.SERIAL))
                .containsExactly(node(YardStage.CUSTOMS), node(YardStage.INSPECTION));
    }

    @Test
    void waybillsWaitForBothBranchesButNotForAPulledBox() {
        assertThat(DayFlow.before(OPENED, node(YardStage.WAYBILLING), YardMode.PARALLEL))
                .containsExactlyInAnyOrder(
                        node(YardStage.CUSTOMS),
                        new DayFlow.Node(YardStage.INSPECTION, 0),
                        new DayFlow.Node(YardStage.INSPECTION, 1),
                        node(YardStage.PULL_OUT));
    }

    @Test
    void onlyABoxWaitsUntilItHangsFree() {
        assertThat(DayFlow.waitsForBox(OPENED, new DayFlow.Node(YardStage.INSPECTION, 0)))
                .isFalse();
        assertThat(DayFlow.waitsForBox(OPENED, new DayFlow.Node(YardStage.INSPECTION, 1)))
                .isTrue();
        assertThat(DayFlow.waitsForBox(OPENED, new DayFlow.Node(YardStage.INSPECTION, 2)))
                .isTrue();
        assertThat(DayFlow.waitsForBox(OPENED, node(YardStage.CUSTOMS))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(YardMode.class)
    void theGraphHasNoCircleAndEveryStepLeadsToTheDeparture(YardMode mode) {
        for (var train : List.of(PLAIN, THROUGH, OPENED)) {
            var done = new HashSet<DayFlow.Node>();
            boolean grows = true;
            while (grows) {
                grows = false;
                for (var node : DayFlow.nodes(train)) {
                    if (!done.contains(node) && done.containsAll(DayFlow.before(train, node, mode))) {
                        done.add(node);
                        grows = true;
                    }
                }
            }
            assertThat(done).containsExactlyInAnyOrderElementsOf(DayFlow.nodes(train));
        }
    }

    @Test
    void everyTrackThatIsTakenIsFreedByALaterStepOfTheTrain() {
        for (var train : List.of(PLAIN, THROUGH)) {
            var stages = DayFlow.nodes(train).stream().map(DayFlow.Node::stage).toList();
            for (var stage : stages) {
                if (DayFlow.keepsTrack(stage)) {
                    var freed = DayFlow.freedBy(train.changesGauge(), stage);
                    assertThat(stages).contains(freed);
                    assertThat(freed).isGreaterThan(stage);
                }
            }
        }
    }

    @Test
    void tracksAreTakenOneWayOnlySoNoRingCanClose() {
        var tracks = List.of(YardResource.RECEIVING_TRACK, YardResource.TRANSLOAD_TRACK, YardResource.DEPARTURE_TRACK);
        int before = -1;
        for (var stage : YardStage.values()) {
            int at = tracks.indexOf(DayFlow.shownOn(stage));
            if (DayFlow.keepsTrack(stage)) {
                assertThat(at).isGreaterThan(before);
                before = at;
            }
        }
    }

    @Test
    void gaugeLengthAndWeightDecideWhatSuits() {
        var train = new DayTrain("X", Days.at(1, 0), 1_435, 1_520, 800, 40, 30_000, List.of(), Optional.empty(), 1);
        assertThat(DayFlow.suits(track(YardResource.TRANSLOAD_TRACK, 1_435, 800), train))
                .isTrue();
        assertThat(DayFlow.suits(track(YardResource.TRANSLOAD_TRACK, 1_435, 799), train))
                .isFalse();
        assertThat(DayFlow.suits(track(YardResource.TRANSLOAD_TRACK, 1_520, 800), train))
                .isFalse();
        assertThat(DayFlow.suits(track(YardResource.DEPARTURE_TRACK, 1_520, 0), train))
                .isTrue();
        assertThat(DayFlow.suits(track(YardResource.DEPARTURE_TRACK, 1_435, 0), train))
                .isFalse();
        assertThat(DayFlow.suits(track(YardResource.RECEIVING_TRACK, 0, 0), train))
                .isTrue();
        assertThat(DayFlow.suits(crane(30_000), train)).isTrue();
        assertThat(DayFlow.suits(crane(29_999), train)).isFalse();
        assertThat(DayFlow.suits(crane(0), train)).isTrue();
    }

    private static YardUnit track(YardResource resource, int gauge, int length) {
        return new YardUnit(resource, "T", gauge, length, 0, 0, "", false);
    }

    private static YardUnit crane(int limit) {
        return new YardUnit(YardResource.CRANE, "C", 0, 0, limit, 0, "", false);
    }

    @Test
    void theTransloadTakesTheTimeOfTheCraneSetThatWorks() {
        var layout = Days.layout("khorgos");
        long usual = DayFlow.seconds(layout, PLAIN, YardStage.TRANSLOADING, 0);
        assertThat(usual).isEqualTo(layout.crane().seconds(40));
        assertThat(DayFlow.seconds(layout, PLAIN, YardStage.TRANSLOADING, 180)).isGreaterThan(4 * usual - 3_600);
        assertThat(DayFlow.seconds(layout, PLAIN, YardStage.CUSTOMS, 180))
                .isEqualTo(Math.round(60 * layout.times().customs().mode()));
    }
}
