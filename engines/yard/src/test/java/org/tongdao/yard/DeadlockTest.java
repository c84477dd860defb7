package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The trap: a move that takes the locomotive first and then waits for a track holds what the train on that track needs to leave it. */
class DeadlockTest {

    private static final YardStation ALASHANKOU = Stations.of("alashankou");
    private static final YardQuestion BUSY =
            YardQuestion.steady(ALASHANKOU, YardMode.PARALLEL, new Background(12, 60), 60, 3);

    @Test
    void takingTheLocomotiveBeforeTheTrackStopsTheStationForEver() {
        var run = YardSimulation.run(BUSY, TakeOrder.LOCOMOTIVE_FIRST);
        assertThat(run.deadlock()).isPresent();
        var deadlock = run.deadlock().orElseThrow();
        assertThat(deadlock.isProved()).isTrue();
        assertThat(deadlock.ring()).contains(YardResource.LOCOMOTIVE, YardResource.TRANSLOAD_TRACK);
        assertThat(deadlock.waiting())
                .anySatisfy(w -> assertThat(w)
                        .extracting(Deadlock.Waiting::waitsFor, x -> x.holds().contains(YardResource.LOCOMOTIVE))
                        .containsExactly(YardResource.TRANSLOAD_TRACK, true))
                .anySatisfy(w -> assertThat(w)
                        .extracting(Deadlock.Waiting::waitsFor, x -> x.holds().contains(YardResource.TRANSLOAD_TRACK))
                        .containsExactly(YardResource.LOCOMOTIVE, true));
    }

    @Test
    void takingTheTrackFirstLetsTheSameTrafficThrough() {
        var run = YardSimulation.run(BUSY);
        assertThat(run.deadlock()).isEmpty();
        assertThat(run.figures().departedPerDay()).isGreaterThan(11);
    }

    /** One of everything and more trains than the station can bear: the worst case for a ring. */
    @ParameterizedTest
    @EnumSource(YardMode.class)
    void evenAStationWithOneOfEverythingNeverStandsStill(YardMode mode) {
        var bare = ALASHANKOU.withUnits(YardResource.CRANE, 2);
        for (var resource : YardResource.values()) {
            bare = resource == YardResource.CRANE ? bare : bare.withUnits(resource, 1);
        }
        var run = YardSimulation.run(YardQuestion.steady(bare, mode, new Background(20, 60), 30, 5));
        assertThat(run.deadlock()).isEmpty();
    }

    @Test
    void aQueueBehindARunningTrainIsNoProof() {
        var waits = new Deadlock.Waiting("A", YardStage.PLACING, YardResource.TRANSLOAD_TRACK, Set.of());
        var held = new Deadlock(Instant.EPOCH, List.of(waits), Map.of(YardResource.TRANSLOAD_TRACK, Set.of("B")));
        assertThat(held.isProved()).isFalse();
        assertThat(held.ring()).isEmpty();
    }
}
