package org.tongdao.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.routing.NetworkFolder;
import org.tongdao.routing.Station;

/** Lines on a map run about where they run. */
class ShapesTest {

    private static final List<Station> PLACES = NetworkFolder.read(java.nio.file.Path.of("../data/network"))
            .network()
            .stations();

    private final Shapes shapes = new Shapes();

    private static double[] point(String id) {
        return PLACES.stream()
                .filter(s -> s.id().equals(id))
                .map(s -> new double[] {s.lon(), s.lat()})
                .findFirst()
                .orElseThrow();
    }

    private List<double[]> way(String from, String to) {
        return shapes.between(from, point(from), to, point(to));
    }

    @Test
    void aLineRunsTheSameWayBackAndUnknownOnesRunStraight() {
        var there = way("DST", "MSQ");
        var back = way("MSQ", "DST");
        assertThat(there).hasSizeGreaterThan(5).hasSameSizeAs(back);
        assertThat(back.get(1)).isEqualTo(there.get(there.size() - 2));
        assertThat(way("WAW", "LOD")).hasSize(2);
    }

    @Test
    void theSeaLaneLeadsThroughMalaccaAndSuezAndNoPointLeapsAContinent() {
        var sea = way("TAO", "PIR");
        assertThat(sea).anyMatch(p -> p[1] < 2).anyMatch(p -> Math.abs(p[0] - 32.5) < 0.5 && Math.abs(p[1] - 30) < 2);
        for (var pair :
                List.of(List.of("TAO", "PIR"), List.of("PIR", "HAM"), List.of("ALT", "MSQ"), List.of("URC", "TAO"))) {
            var way = way(pair.get(0), pair.get(1));
            for (int i = 1; i < way.size(); i++) {
                double leap = Math.hypot(way.get(i)[0] - way.get(i - 1)[0], way.get(i)[1] - way.get(i - 1)[1]);
                assertThat(leap).as("%s point %d", pair, i).isLessThan(17);
            }
        }
    }
}
