package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

class ValuesTest {

    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    @Test
    void drawsStayInsideTheirSpreadAndAverageToItsMean() {
        var spread = new Spread(30, 40, 60);
        var dice = Dice.of(1, "spread");
        double sum = 0;
        for (int n = 0; n < 20_000; n++) {
            long seconds = spread.drawSeconds(dice);
            assertThat(seconds).isBetween(1800L, 3600L);
            sum += seconds;
        }
        assertThat(sum / 20_000 / 60).isCloseTo(spread.mean(), within(0.3));
        assertThat(Spread.fixed(12).drawSeconds(dice)).isEqualTo(720);
    }

    @Test
    void impossibleFiguresAreRefusedWithTheirValues() {
        assertThatThrownBy(() -> new Spread(-1, 0, 1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new Spread(0, Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CraneRate(10, 0, 2)).hasMessageContaining("s per lift");
        assertThatThrownBy(() -> new Background(1000, 1)).hasMessageContaining("1000");
        assertThatThrownBy(() -> new Background(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        var none = Spread.fixed(0);
        assertThatThrownBy(() -> new StageTimes(none, none, none, 1.5, none, none, none, none, 0))
                .hasMessageContaining("1.5");
        assertThatThrownBy(() -> YardQuestion.steady(Layouts.free(), YardMode.SERIAL, Background.NONE, 0, 1))
                .hasMessageContaining("measured time");
    }

    @Test
    void theBottleneckOfATrainIsWhatItWaitedForLongestAndNothingWhenItDidNotWait() {
        var waited = new EnumMap<YardResource, Duration>(YardResource.class);
        waited.put(YardResource.CRANE, Duration.ZERO);
        assertThat(passage(waited).bottleneck()).isEmpty();
        waited.put(YardResource.LOCOMOTIVE, Duration.ofMinutes(3));
        waited.put(YardResource.TRANSLOAD_TRACK, Duration.ofMinutes(30));
        assertThat(passage(waited).bottleneck()).contains(YardResource.TRANSLOAD_TRACK);
    }

    @Test
    void supervisionReleasesAtTheEndOfTheInspectionWhenThereIsOne() {
        var customs = new StageRecord(YardStage.CUSTOMS, NOON, NOON, NOON.plusSeconds(60), 1);
        var inspection = new StageRecord(YardStage.INSPECTION, NOON, NOON.plusSeconds(60), NOON.plusSeconds(600), 1);
        assertThat(passage(Map.of(), customs).supervisionReleased()).isEqualTo(NOON.plusSeconds(60));
        assertThat(passage(Map.of(), customs, inspection).supervisionReleased()).isEqualTo(NOON.plusSeconds(600));
    }

    @Test
    void operationTimeCountsStepsSideBySideOnce() {
        var visit = new Visit("v", 0, 10, Layouts.free(), 1);
        put(visit, YardStage.ARRIVAL_CHECK, 0, 100);
        put(visit, YardStage.CUSTOMS, 100, 400);
        put(visit, YardStage.PLACING, 150, 250);
        put(visit, YardStage.TRANSLOADING, 300, 500);
        put(visit, YardStage.DEPARTURE, 600, 610);
        assertThat(visit.operationSeconds()).isEqualTo(510);
        assertThat(visit.departed()).isTrue();
        assertThat(visit.departure()).isEqualTo(610);
    }

    @Test
    void percentilesAreValuesThatOccurred() {
        var trains = new java.util.ArrayList<YardTrain>();
        for (int n = 0; n < 20; n++) {
            trains.add(new YardTrain("T" + n, NOON.plus(Duration.ofDays(n)), 0));
        }
        var times = Layouts.times(0, new Spread(60, 90, 180));
        var station = Layouts.with(Layouts.free(), new CraneRate(0, 1, 1), times);
        var run = YardSimulation.run(new YardQuestion(
                station,
                YardRules.of(YardMode.SERIAL),
                NOON,
                Duration.ZERO,
                Duration.ofDays(40),
                Background.NONE,
                trains,
                3));
        var hours = run.passages().stream()
                .map(p -> p.dwell().toSeconds() / 3600.0)
                .sorted()
                .toList();
        assertThat(run.figures().dwellHours().p50()).isEqualTo(hours.get(9));
        assertThat(run.figures().dwellHours().p95()).isEqualTo(hours.get(18));
        assertThat(run.figures().dwellHours().mean())
                .isCloseTo(hours.stream().mapToDouble(h -> h).average().orElseThrow(), within(1e-9));
    }

    @Test
    void aStationWithoutTrainsHasNoFiguresAndNoBottleneck() {
        var run = YardSimulation.run(YardQuestion.steady(Layouts.free(), YardMode.SERIAL, Background.NONE, 5, 1));
        assertThat(run.figures().trains()).isZero();
        assertThat(run.figures().dwellHours()).isEqualTo(new YardFigures.HourFigures(0, 0, 0));
        assertThat(run.figures().bottleneck()).isEmpty();
    }

    @Test
    void whatIfQuestionsChangeOneThingOnly() {
        var station = Stations.of("dostyk");
        var question = YardQuestion.passage(station, YardMode.PARALLEL, List.of(new YardTrain("T", NOON, 5)), 1);
        var more = question.with(station.withUnits(YardResource.CRANE, 20));
        assertThat(more.trains()).isEqualTo(question.trains());
        assertThat(more.station().count(YardResource.CRANE)).isEqualTo(20);
        assertThat(more.station().count(YardResource.LOCOMOTIVE)).isEqualTo(station.count(YardResource.LOCOMOTIVE));
        assertThat(question.from()).isEqualTo(NOON.minus(Duration.ofDays(4)));
    }

    private static void put(Visit visit, YardStage stage, long begin, long end) {
        visit.begin[stage.ordinal()] = begin;
        visit.end[stage.ordinal()] = end;
    }

    private static TrainPassage passage(Map<YardResource, Duration> waited, StageRecord... stages) {
        return new TrainPassage("T", NOON, NOON.plusSeconds(3600), false, List.of(stages), waited, Duration.ZERO);
    }
}
