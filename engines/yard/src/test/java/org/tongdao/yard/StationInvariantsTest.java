package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds for every simulated train at every shipped station, in both modes, however crowded. */
class StationInvariantsTest {

    private static final Instant FROM = Instant.parse("2026-03-02T00:00:00Z");
    private static final List<String> STATIONS =
            List.of("alashankou", "khorgos", "altynkol", "dostyk", "malaszewicze", "fenyeslitke");

    private record Case(String name, YardStation station, YardMode mode, List<YardTrain> trains, YardRun run) {}

    private static final List<Case> CASES = cases();

    private static List<Case> cases() {
        var all = new ArrayList<Case>();
        var random = new SplittableRandom(17);
        for (var id : STATIONS) {
            for (var mode : YardMode.values()) {
                var station = Stations.of(id);
                var trains = new ArrayList<YardTrain>();
                for (int i = 0; i < 12; i++) {
                    int boxes = random.nextInt(4) == 0 ? 0 : 20 + random.nextInt(40);
                    trains.add(new YardTrain("X" + i, FROM.plusSeconds(60L * random.nextInt(1_200)), boxes));
                }
                var run = YardSimulation.run(new YardQuestion(
                        station,
                        YardRules.of(mode),
                        FROM,
                        Duration.ZERO,
                        Duration.ofDays(6),
                        Background.NONE,
                        trains,
                        random.nextInt(1_000)));
                all.add(new Case(id + " " + mode, station, mode, trains, run));
            }
        }
        return all;
    }

    @Test
    void everyTrainThatCameLeavesOnce() {
        for (var c : CASES) {
            assertThat(c.run().deadlock()).as(c.name()).isEmpty();
            assertThat(c.run().passages()).as(c.name()).hasSameSizeAs(c.trains());
            assertThat(c.run().passages().stream().map(TrainPassage::trainId).distinct())
                    .as(c.name())
                    .hasSameSizeAs(c.trains());
        }
    }

    @Test
    void stepsAreReadyBeforeTheyBeginAndBeginBeforeTheyEnd() {
        for (var c : CASES) {
            for (var passage : c.run().passages()) {
                for (var step : passage.stages()) {
                    assertThat(step.ready()).as("%s %s", c.name(), step).isBetween(passage.arrival(), step.begin());
                    assertThat(step.begin()).as("%s %s", c.name(), step).isBefore(step.end());
                    assertThat(step.end()).as("%s %s", c.name(), step).isBeforeOrEqualTo(passage.departure());
                }
            }
        }
    }

    @Test
    void customsAndTheGaugeChangeJoinBeforeTheWaybills() {
        for (var c : CASES) {
            for (var passage : c.run().passages()) {
                passage.find(YardStage.WAYBILLING).ifPresent(waybills -> {
                    assertThat(waybills.begin()).as(c.name()).isAfterOrEqualTo(passage.supervisionReleased());
                    assertThat(waybills.begin())
                            .as(c.name())
                            .isAfterOrEqualTo(passage.find(YardStage.PULL_OUT)
                                    .orElseThrow()
                                    .end());
                });
                if (c.mode() == YardMode.SERIAL) {
                    passage.find(YardStage.PLACING)
                            .ifPresent(placing -> assertThat(placing.begin())
                                    .as(c.name())
                                    .isAfterOrEqualTo(passage.supervisionReleased()));
                }
            }
        }
    }

    @Test
    void aTrainIsLiftedOnceWithinTheTimeOfItsBoxes() {
        for (var c : CASES) {
            var boxes = new HashMap<String, Integer>();
            c.trains().forEach(t -> boxes.put(t.id(), t.containers()));
            for (var passage : c.run().passages()) {
                int count = boxes.getOrDefault(passage.trainId(), -1);
                var lift = passage.find(YardStage.TRANSLOADING);
                assertThat(lift.isPresent()).as(c.name()).isEqualTo(count > 0);
                lift.ifPresent(
                        s -> assertThat(Duration.between(s.begin(), s.end()).toSeconds())
                                .as(c.name())
                                .isEqualTo(c.station().crane().seconds(count)));
            }
        }
    }

    @Test
    void stageTimesStayWithinTheirSpread() {
        for (var c : CASES) {
            var times = c.station().times();
            Map<YardStage, Spread> spreads = new EnumMap<>(YardStage.class);
            spreads.put(YardStage.ARRIVAL_CHECK, times.arrivalCheck());
            spreads.put(YardStage.CUSTOMS, times.customs());
            spreads.put(YardStage.INSPECTION, times.inspection());
            spreads.put(YardStage.PLACING, times.placing());
            spreads.put(YardStage.PULL_OUT, times.pullOut());
            spreads.put(YardStage.WAYBILLING, times.waybilling());
            spreads.put(YardStage.MARSHALLING, times.marshalling());
            for (var passage : c.run().passages()) {
                for (var step : passage.stages()) {
                    var spread = spreads.get(step.stage());
                    if (spread != null) {
                        double minutes =
                                Duration.between(step.begin(), step.end()).toSeconds() / 60.0;
                        assertThat(minutes)
                                .as("%s %s", c.name(), step)
                                .isBetween(spread.min() - 0.01, spread.max() + 0.01);
                    }
                }
            }
        }
    }

    @Test
    void noMoreStepsGoOnAtOnceThanThereAreUnits() {
        var resources = Map.of(
                YardStage.CUSTOMS, YardResource.CUSTOMS_LANE,
                YardStage.INSPECTION, YardResource.INSPECTION_BAY,
                YardStage.ARRIVAL_CHECK, YardResource.CHECK_CREW,
                YardStage.WAYBILLING, YardResource.WAYBILL_DESK,
                YardStage.MARSHALLING, YardResource.MARSHALLING_CREW);
        for (var c : CASES) {
            resources.forEach((stage, resource) -> assertThat(most(c, stage))
                    .as("%s %s", c.name(), stage)
                    .isLessThanOrEqualTo(c.station().count(resource)));
            int sets = c.station().count(YardResource.CRANE) / c.station().cranesPerTrain();
            assertThat(most(c, YardStage.TRANSLOADING)).as(c.name()).isLessThanOrEqualTo(sets);
        }
    }

    private static int most(Case c, YardStage stage) {
        record Edge(Instant at, int change) {}
        var edges = new ArrayList<Edge>();
        for (var passage : c.run().passages()) {
            passage.find(stage).ifPresent(s -> {
                edges.add(new Edge(s.begin(), 1));
                edges.add(new Edge(s.end(), -1));
            });
        }
        edges.sort(Comparator.comparing(Edge::at).thenComparing(Edge::change));
        int now = 0;
        int most = 0;
        for (var edge : edges) {
            now += edge.change();
            most = Math.max(most, now);
        }
        return most;
    }

    @Test
    void dwellIsOperationAndWaitingIsNotCountedAsWork() {
        for (var c : CASES) {
            for (var passage : c.run().passages()) {
                assertThat(passage.operation()).as(c.name()).isLessThanOrEqualTo(passage.dwell());
                boolean waited = passage.waited().values().stream().anyMatch(w -> !w.isZero());
                if (!waited) {
                    assertThat(passage.bottleneck()).as(c.name()).isEmpty();
                    assertThat(passage.operation().toSeconds())
                            .as("%s: who waits for nothing is worked on all the time", c.name())
                            .isCloseTo(passage.dwell().toSeconds(), within(1L));
                }
            }
        }
    }

    @Test
    void theFiguresAreThoseOfThePassages() {
        for (var c : CASES) {
            var dwell = c.run().passages().stream()
                    .mapToDouble(p -> p.dwell().toSeconds() / 3_600.0)
                    .sorted()
                    .toArray();
            var told = c.run().figures().dwellHours();
            assertThat(told.mean())
                    .as(c.name())
                    .isCloseTo(java.util.Arrays.stream(dwell).average().orElseThrow(), within(1e-6));
            assertThat(told.p50()).as(c.name()).isBetween(dwell[0], told.p95());
            assertThat(told.p95()).as(c.name()).isLessThanOrEqualTo(dwell[dwell.length - 1]);
        }
    }

    @Test
    void parallelWorkNeverTakesATrainAloneLonger() {
        for (var id : STATIONS) {
            for (int seed = 1; seed <= 10; seed++) {
                var serial = alone(Stations.of(id), YardMode.SERIAL, seed);
                var parallel = alone(Stations.of(id), YardMode.PARALLEL, seed);
                assertThat(parallel).as("%s %d", id, seed).isLessThanOrEqualTo(serial);
            }
        }
    }

    private static Duration alone(YardStation station, YardMode mode, long seed) {
        return YardSimulation.run(new YardQuestion(
                        station,
                        YardRules.of(mode),
                        FROM,
                        Duration.ZERO,
                        Duration.ofDays(3),
                        Background.NONE,
                        List.of(new YardTrain("X", FROM, 55)),
                        seed))
                .passages()
                .get(0)
                .dwell();
    }

    @Test
    void moreTracksAndFasterLiftsShortenTheDwellOfABusyStation() {
        var station = Stations.of("alashankou");
        var traffic = new Background(9, 60);
        double usual = dwell(station, traffic);
        assertThat(dwell(station.withUnits(YardResource.TRANSLOAD_TRACK, 3), traffic))
                .isLessThan(usual);
        assertThat(dwell(station.withSecondsPerLift(40), traffic))
                .isLessThan(dwell(station.withSecondsPerLift(60), traffic));
        assertThat(dwell(station, new Background(6, 60))).isLessThan(usual);
    }

    private static double dwell(YardStation station, Background traffic) {
        return YardSimulation.run(YardQuestion.steady(station, YardMode.PARALLEL, traffic, 120, 4))
                .figures()
                .dwellHours()
                .mean();
    }
}
