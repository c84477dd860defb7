package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One number a trip stands for all its times: exact where places are always open, never too late elsewhere. */
class OffsetsTest {

    @Test
    void theStartOfATripAndAnOffsetAreWhenItsGoodsAreReady() {
        int exact = 0;
        int shut = 0;
        for (int seed = 0; seed < 80; seed++) {
            var t = Timetable.of(RandomNetworks.of(seed), RandomNetworks.START, RandomNetworks.DAYS);
            var offsets = new Offsets(t);
            for (int p = 0; p < t.patterns(); p++) {
                for (int s = t.patternStop[p]; s < t.patternStop[p + 1]; s++) {
                    int place = t.stopPlace[s];
                    for (int trip = 0; trip < t.trips[p]; trip++) {
                        int sum = t.leaves[t.patternTrip[p] + trip] + offsets.ready[s];
                        int ready = t.ready[t.timeAt(p, s - t.patternStop[p], trip)];
                        if (offsets.always[place]) {
                            assertThat(sum).isEqualTo(ready);
                            exact++;
                        } else {
                            assertThat(sum).isLessThanOrEqualTo(ready);
                            shut += sum < ready ? 1 : 0;
                        }
                        assertThat(t.leaves[t.patternTrip[p] + trip] + t.stopTaken[s])
                                .isEqualTo(t.deadline[t.timeAt(p, s - t.patternStop[p], trip)]);
                    }
                }
            }
        }
        assertThat(exact).isPositive();
        assertThat(shut).as("the guard has seen a place that was shut").isPositive();
    }

    @Test
    void placesWithSeveralNodesAndLinksStandAsInTheTimetable() {
        for (int seed = 0; seed < 80; seed++) {
            var t = Timetable.of(RandomNetworks.of(seed), RandomNetworks.START, RandomNetworks.DAYS);
            var offsets = new Offsets(t);
            for (int place = 0; place < t.stations(); place++) {
                assertThat(offsets.split[place]).isEqualTo(t.placeNode[place + 1] - t.placeNode[place] > 1);
            }
            for (int i = 0; i < t.boardLink.length; i++) {
                assertThat(offsets.linkTo[i]).isEqualTo(t.linkTo[t.boardLink[i]]);
                assertThat(offsets.linkMinutes[i]).isEqualTo(t.linkMinutes[t.boardLink[i]]);
            }
        }
    }
}
