package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Between two moments of a window nothing changes: the earliest arrival is that of the next moment. */
class DeparturesTest {

    @Test
    void readinessBetweenTwoMomentsArrivesAsReadinessAtTheLater() {
        for (int seed = 0; seed < 40; seed++) {
            var network = RandomNetworks.of(seed);
            var t = Timetable.of(network, RandomNetworks.START, RandomNetworks.DAYS);
            boolean direct = network.links().stream().anyMatch(k -> k.from().equals("P0") && k.to().equals("P1"));
            if (direct) {
                continue;
            }
            var search = new EarliestArrival(t);
            int last = 2 * 1440;
            var moments = new Departures(t).of(0, 0, last);
            int next = 0;
            for (int at = 0; at <= last; at += 17) {
                while (moments[next] < at) {
                    next++;
                }
                assertThat(search.arrival(0, 1, at))
                        .as("network " + seed + " at " + at)
                        .isEqualTo(search.arrival(0, 1, moments[next]));
            }
        }
    }

    @Test
    void momentsRiseWithinTheWindowAndEndWithIt() {
        for (int seed = 0; seed < 40; seed++) {
            var t = Timetable.of(RandomNetworks.of(seed), RandomNetworks.START, RandomNetworks.DAYS);
            for (int place = 0; place < t.stations(); place++) {
                var moments = new Departures(t).of(place, 100, 3000);
                assertThat(moments[moments.length - 1]).isEqualTo(3000);
                assertThat(Arrays.stream(moments).sorted().distinct().toArray()).isEqualTo(moments);
                assertThat(moments[0]).isGreaterThanOrEqualTo(100);
            }
        }
    }
}
