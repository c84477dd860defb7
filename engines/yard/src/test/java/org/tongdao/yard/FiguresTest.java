package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The key figures are those of the trains that went through, whichever way they are counted. */
class FiguresTest {

    private static final YardStation STATION = Stations.of("alashankou");
    private static final Instant FROM = Instant.parse("2026-03-02T00:00:00Z");

    private static YardRun run(YardMode mode, double trainsPerDay, int days) {
        return YardSimulation.run(YardQuestion.steady(STATION, mode, new Background(trainsPerDay, 60), days, 7));
    }

    private static YardRun asked(int trains, int minutesApart) {
        var list = new ArrayList<YardTrain>();
        for (int i = 0; i < trains; i++) {
            list.add(new YardTrain("X" + i, FROM.plusSeconds(60L * i * minutesApart), 60));
        }
        return YardSimulation.run(new YardQuestion(
                STATION,
                YardRules.of(YardMode.PARALLEL),
                FROM,
                Duration.ZERO,
                Duration.ofDays(3),
                Background.NONE,
                list,
                1));
    }

    @Test
    void dwellIsArrivalToDepartureAndOperationIsLess() {
        var run = asked(6, 10);
        double dwell = run.passages().stream()
                .mapToDouble(p -> Duration.between(p.arrival(), p.departure()).toSeconds() / 3_600.0)
                .average()
                .orElseThrow();
        double operation = run.passages().stream()
                .mapToDouble(p -> p.operation().toSeconds() / 3_600.0)
                .average()
                .orElseThrow();
        assertThat(run.figures().dwellHours().mean()).isCloseTo(dwell, within(1e-9));
        assertThat(run.figures().operationHours().mean()).isCloseTo(operation, within(1e-9));
        assertThat(operation).isLessThan(dwell);
        assertThat(run.passages())
                .allSatisfy(p ->
                        assertThat(p.operation()).isLessThanOrEqualTo(Duration.between(p.arrival(), p.departure())));
    }

    @Test
    void aTrainAloneIsWorkedOnFromArrivalToDeparture() {
        var run = asked(1, 1);
        assertThat(run.figures().operationHours()).isEqualTo(run.figures().dwellHours());
        assertThat(run.figures().resources()).allSatisfy(r -> {
            assertThat(r.meanWaitMinutes()).isZero();
            assertThat(r.meanQueue()).isZero();
            assertThat(r.longestQueue()).isZero();
        });
    }

    @Test
    void theMeanQueueIsWaitingTimesArrivals() {
        var run = run(YardMode.PARALLEL, 9, 60);
        double perMinute = run.figures().trains() / (60 * 1_440.0);
        assertThat(run.figures().resources()).allSatisfy(r -> {
            assertThat(r.meanQueue()).isCloseTo(r.meanWaitMinutes() * perMinute, within(1e-9));
            assertThat(r.meanQueue()).isLessThanOrEqualTo(r.longestQueue());
        });
    }

    @Test
    void queuesAndUtilisationGrowWithTheTraffic() {
        double before = 0;
        double busy = 0;
        for (double trains : new double[] {4, 7, 10, 13}) {
            var track = resource(run(YardMode.PARALLEL, trains, 60), YardResource.TRANSLOAD_TRACK);
            assertThat(track.meanQueue()).as("%s trains a day", trains).isGreaterThan(before);
            assertThat(track.utilisation()).as("%s trains a day", trains).isBetween(busy, 1.0);
            before = track.meanQueue();
            busy = track.utilisation();
        }
    }

    private static ResourceFigures resource(YardRun run, YardResource resource) {
        return run.figures().resources().stream()
                .filter(r -> r.resource() == resource)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theBottleneckIsWhereTrainsWaitLongest() {
        var run = run(YardMode.PARALLEL, 9, 60);
        var worst = run.figures().bottleneck().orElseThrow();
        double most = resource(run, worst).meanWaitMinutes();
        assertThat(run.figures().resources())
                .allSatisfy(r -> assertThat(r.meanWaitMinutes()).isLessThanOrEqualTo(most));
        assertThat(worst).isEqualTo(YardResource.TRANSLOAD_TRACK);
        assertThat(YardSimulation.run(YardQuestion.steady(STATION, YardMode.PARALLEL, Background.NONE, 5, 1))
                        .figures()
                        .bottleneck())
                .isEmpty();
    }

    @Test
    void whatArrivesLeavesInTheLongRun() {
        for (var mode : YardMode.values()) {
            var figures = run(mode, 8, 120).figures();
            assertThat(figures.departedPerDay()).as("%s", mode).isCloseTo(figures.trains() / 120.0, within(0.1));
            assertThat(figures.dwellHours().p50())
                    .isLessThanOrEqualTo(figures.dwellHours().p95());
        }
    }

    @Test
    void equalQuestionsGiveEqualFiguresAndAnotherSeedOthers() {
        assertThat(run(YardMode.SERIAL, 8, 30)).isEqualTo(run(YardMode.SERIAL, 8, 30));
        var other = YardSimulation.run(YardQuestion.steady(STATION, YardMode.SERIAL, new Background(8, 60), 30, 8));
        assertThat(other.figures()).isNotEqualTo(run(YardMode.SERIAL, 8, 30).figures());
    }

    @Test
    void stepsOfAPassageFollowTheGraph() {
        for (var passage : asked(12, 20).passages()) {
            var stages = passage.stages();
            assertThat(stages).extracting(StageRecord::stage).contains(YardStage.WAYBILLING, YardStage.MARSHALLING);
            assertThat(stages).allSatisfy(s -> assertThat(s.begin()).isBetween(s.ready(), s.end()));
            assertThat(end(stages, YardStage.PULL_OUT)).isBeforeOrEqualTo(begin(stages, YardStage.WAYBILLING));
            assertThat(end(stages, YardStage.CUSTOMS)).isBeforeOrEqualTo(begin(stages, YardStage.WAYBILLING));
            assertThat(end(stages, YardStage.MARSHALLING)).isBeforeOrEqualTo(begin(stages, YardStage.DEPARTURE));
            assertThat(end(stages, YardStage.DEPARTURE)).isEqualTo(passage.departure());
        }
    }

    private static Instant begin(List<StageRecord> stages, YardStage stage) {
        return stages.stream()
                .filter(s -> s.stage() == stage)
                .findFirst()
                .orElseThrow()
                .begin();
    }

    private static Instant end(List<StageRecord> stages, YardStage stage) {
        return stages.stream()
                .filter(s -> s.stage() == stage)
                .findFirst()
                .orElseThrow()
                .end();
    }
}
