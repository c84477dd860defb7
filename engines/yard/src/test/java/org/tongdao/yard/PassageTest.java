package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one train is told: the order of its steps, what it waited for, and that nobody shares a unit. */
class PassageTest {

    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final YardStation DOSTYK = Stations.of("dostyk");

    @Test
    void stepsFollowEachOtherAndCustomsRunsBesideTheGaugeChange() {
        var passage = alone(YardMode.PARALLEL, new YardTrain("T1", NOON, 50));
        assertThat(passage.find(YardStage.CUSTOMS).orElseThrow().begin())
                .isEqualTo(passage.find(YardStage.PLACING).orElseThrow().ready());
        assertInOrder(passage, YardStage.ARRIVAL_CHECK, YardStage.PLACING, YardStage.TRANSLOADING, YardStage.PULL_OUT);
        assertInOrder(passage, YardStage.PULL_OUT, YardStage.WAYBILLING, YardStage.MARSHALLING, YardStage.DEPARTURE);
        assertInOrder(passage, YardStage.CUSTOMS, YardStage.WAYBILLING);
        assertThat(passage.dwell()).isEqualTo(passage.operation());
        assertThat(passage.bottleneck()).isEmpty();
    }

    @Test
    void inSerialModeThePlacingWaitsForTheRelease() {
        var passage = alone(YardMode.SERIAL, new YardTrain("T1", NOON, 50));
        assertThat(passage.find(YardStage.PLACING).orElseThrow().ready()).isEqualTo(passage.supervisionReleased());
        assertThat(passage.dwell())
                .isGreaterThan(
                        alone(YardMode.PARALLEL, new YardTrain("T1", NOON, 50)).dwell());
    }

    @Test
    void aTrainThatKeepsItsWagonsIsNeitherPlacedNorLifted() {
        var passage = alone(YardMode.PARALLEL, new YardTrain("T1", NOON, 0));
        assertThat(passage.stages())
                .extracting(StageRecord::stage)
                .containsExactly(
                        YardStage.ARRIVAL_CHECK, YardStage.CUSTOMS, YardStage.MARSHALLING, YardStage.DEPARTURE);
    }

    @Test
    void threeTrainsAtOnceOnTwoTracksMakeTheThirdWaitForTheTrack() {
        var trains = List.of(new YardTrain("A", NOON, 60), new YardTrain("B", NOON, 60), new YardTrain("C", NOON, 60));
        var run = YardSimulation.run(question(Stations.of("alashankou"), YardMode.PARALLEL, Background.NONE, trains));
        assertThat(run.passages())
                .filteredOn(p -> p.bottleneck().equals(java.util.Optional.of(YardResource.TRANSLOAD_TRACK)))
                .hasSize(1);
    }

    @Test
    void theSameTrainIsInspectedOrNotWhateverTheModeAndTheLayout() {
        for (int n = 0; n < 200; n++) {
            var train = new YardTrain("T" + n, NOON, 40);
            assertThat(alone(YardMode.SERIAL, train).inspected())
                    .isEqualTo(alone(YardMode.PARALLEL, train).inspected());
        }
    }

    @Test
    void aboutOneTrainInTwentyFiveIsInspectedAndLeavesLater() {
        var trains = new ArrayList<YardTrain>();
        for (int n = 0; n < 1000; n++) {
            trains.add(new YardTrain("T" + n, NOON.plus(Duration.ofDays(n)), 40));
        }
        var passages = YardSimulation.run(question(DOSTYK, YardMode.PARALLEL, Background.NONE, trains))
                .passages();
        var inspected = passages.stream().filter(TrainPassage::inspected).toList();
        assertThat(inspected.size()).isBetween(25, 60);
        assertThat(inspected)
                .allSatisfy(p -> assertThat(p.supervisionReleased())
                        .isEqualTo(p.find(YardStage.INSPECTION).orElseThrow().end()));
    }

    @Test
    void noTrackIsUsedByTwoTrainsAtOnce() {
        var trains = new ArrayList<YardTrain>();
        for (int n = 0; n < 60; n++) {
            trains.add(new YardTrain("T" + n, NOON.plus(Duration.ofMinutes(37L * n)), 60));
        }
        var passages = YardSimulation.run(
                        question(Stations.of("alashankou"), YardMode.PARALLEL, Background.NONE, trains))
                .passages();
        var uses = passages.stream()
                .map(p -> p.find(YardStage.TRANSLOADING).orElseThrow())
                .toList();
        for (var a : uses) {
            assertThat(uses)
                    .filteredOn(b -> b != a && b.unit() == a.unit())
                    .allMatch(b -> !b.begin().isBefore(a.end()) || !a.begin().isBefore(b.end()));
        }
        assertThat(uses).extracting(StageRecord::unit).containsOnly(1, 2);
    }

    @Test
    void equalQuestionsHaveEqualAnswersAndAnotherSeedAnother() {
        var trains = List.of(new YardTrain("T1", NOON, 50));
        var first = YardSimulation.run(YardQuestion.passage(DOSTYK, YardMode.PARALLEL, trains, 11));
        assertThat(YardSimulation.run(YardQuestion.passage(DOSTYK, YardMode.PARALLEL, trains, 11)))
                .isEqualTo(first);
        assertThat(YardSimulation.run(YardQuestion.passage(DOSTYK, YardMode.PARALLEL, trains, 12)))
                .isNotEqualTo(first);
    }

    @Test
    void theBackgroundOfADayDoesNotDependOnTheSimulatedSpan() {
        var longer = YardQuestion.steady(DOSTYK, YardMode.PARALLEL, DOSTYK.usual(), 40, 9);
        var shorter = YardQuestion.steady(DOSTYK, YardMode.PARALLEL, DOSTYK.usual(), 20, 9);
        var ids = Arrivals.of(longer).stream().map(v -> v.id + '@' + v.arrival).toList();
        assertThat(ids)
                .containsAll(Arrivals.of(shorter).stream()
                        .map(v -> v.id + '@' + v.arrival)
                        .toList());
    }

    @Test
    void aDispatcherWhoPutsMarshallingBeforePlacingClearsTracksFirst() {
        var order = List.of(
                YardPriority.MARSHALLING,
                YardPriority.PLACING,
                YardPriority.TRANSLOADING,
                YardPriority.WAYBILLING,
                YardPriority.DEPARTURE);
        var rules = new YardRules(YardMode.PARALLEL, order);
        assertThat(rules.rank(YardStage.PULL_OUT)).isLessThan(rules.rank(YardStage.PLACING));
        assertThat(YardRules.of(YardMode.PARALLEL).rank(YardStage.PULL_OUT))
                .isGreaterThan(YardRules.of(YardMode.PARALLEL).rank(YardStage.PLACING));
        assertThatThrownBy(() -> new YardRules(YardMode.PARALLEL, List.of(YardPriority.PLACING)))
                .hasMessageContaining("five priorities");
    }

    @Test
    void aTrainBeforeTheSimulatedTimeIsRefused() {
        assertThatThrownBy(() -> question(
                        DOSTYK, YardMode.PARALLEL, Background.NONE, List.of(new YardTrain("T", Instant.EPOCH, 1))))
                .hasMessageContaining("before the simulated time");
        assertThatThrownBy(() -> new YardTrain("T", NOON, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertInOrder(TrainPassage passage, YardStage... stages) {
        for (int i = 1; i < stages.length; i++) {
            assertThat(passage.find(stages[i]).orElseThrow().begin())
                    .isAfterOrEqualTo(passage.find(stages[i - 1]).orElseThrow().end());
        }
    }

    private static TrainPassage alone(YardMode mode, YardTrain train) {
        return YardSimulation.run(question(DOSTYK, mode, Background.NONE, List.of(train)))
                .passages()
                .get(0);
    }

    private static YardQuestion question(
            YardStation station, YardMode mode, Background background, List<YardTrain> trains) {
        return new YardQuestion(
                station,
                YardRules.of(mode),
                NOON.minus(Duration.ofDays(1)),
                Duration.ZERO,
                Duration.ofDays(1200),
                background,
                trains,
                4);
    }
}
