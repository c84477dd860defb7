package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongdao.terms.Dice;

/** Room on connections: what is put on counts, what is taken off is as if it had never been there, and full departures are named. */
class LoadsTest {

    private static final String START = "2026-11-02T00:00:00Z";

    /** Two departures of three calls: connections 0 and 1 of Monday, 2 and 3 of Wednesday. */
    private static Timetable table(Line.Capacity capacity) {
        return new Sketch()
                .places("Z", "A", "B", "C")
                .line("L", "13 08:00", "A, B 300 1, C 600 1", capacity, Triangle.NONE)
                .table(START, 6);
    }

    private static Shipment goods(int slots, int kg, int m3) {
        var start = Instant.parse(START);
        return new Shipment("s", "A", "C", start, start.plusSeconds(9 * 86_400), slots, kg, m3, 1);
    }

    @ParameterizedTest
    @CsvSource({"40, 0, 4000", "0, 80, 4000", "40, 79, 3950", "39, 80, 3900", "1, 0, 100", "0, 1, 50", "0, 0, 536870911"
    })
    void slotsAndTeuAreOneMeasureOfWhichTheScarcerCounts(int slots, int teu, int hundredths) {
        assertThat(Loads.slots(new Line.Capacity(slots, teu, 0, 0))).isEqualTo(hundredths);
    }

    @Test
    void eachOfThreeMeasuresKeepsGoodsOff() {
        var loads = new Loads(table(new Line.Capacity(2, 0, 1000, 10)));
        assertThat(loads.weighed).isTrue();
        assertThat(loads.fits(goods(200, 1000, 10), 0)).isTrue();
        assertThat(loads.fits(goods(201, 0, 0), 0)).isFalse();
        assertThat(loads.fits(goods(1, 1001, 0), 0)).isFalse();
        assertThat(loads.fits(goods(1, 0, 11), 0)).isFalse();
    }

    @Test
    void whereNothingIsSaidEverythingFits() {
        var loads = new Loads(table(new Line.Capacity(0, 0, 0, 0)));
        assertThat(loads.weighed).isFalse();
        var heavy = goods(100_000, 100_000_000, 1_000_000);
        for (int i = 0; i < 3; i++) {
            assertThat(loads.fits(heavy, new int[] {0, 1, 2, 3})).isTrue();
            loads.add(heavy, new int[] {0, 1, 2, 3}, 1);
        }
    }

    @Test
    void aStretchThatIsFullKeepsOffOnlyWhoRidesIt() {
        var loads = new Loads(table(new Line.Capacity(1, 0, 0, 0)));
        loads.add(goods(100, 0, 0), new int[] {0}, 1);
        assertThat(loads.fits(goods(100, 0, 0), new int[] {0, 1})).isFalse();
        assertThat(loads.fits(goods(100, 0, 0), new int[] {1})).isTrue();
        assertThat(loads.fits(goods(100, 0, 0), new int[] {2, 3})).isTrue();
    }

    @Test
    void fullDeparturesAreNamedOnceEachByLineAndTime() {
        var loads = new Loads(table(new Line.Capacity(1, 0, 0, 0)));
        loads.add(goods(100, 0, 0), new int[] {0, 1, 2}, 1);
        assertThat(loads.full(goods(50, 0, 0), new int[] {0, 2, 3}))
                .containsExactly("L 2026-11-02T08:00:00Z", "L 2026-11-04T08:00:00Z");
        assertThat(loads.full(goods(50, 0, 0), new int[] {3})).isEmpty();
    }

    @Test
    void whateverIsPutOnAndTakenOffTheSumsAreThoseOfWhatIsOn() {
        var loads = new Loads(table(new Line.Capacity(40, 0, 500_000, 2000)));
        var random = Dice.of(6, "loads");
        var on = new ArrayList<On>();
        for (int step = 0; step < 400; step++) {
            if (on.isEmpty() || random.nextInt(3) > 0) {
                var connections = random.nextBoolean() ? new int[] {0, 1} : new int[] {random.nextInt(4)};
                var one =
                        new On(goods(1 + random.nextInt(200), random.nextInt(20_000), random.nextInt(60)), connections);
                if (loads.fits(one.goods(), connections)) {
                    loads.add(one.goods(), connections, 1);
                    on.add(one);
                }
            } else {
                var one = on.remove(random.nextInt(on.size()));
                loads.add(one.goods(), one.connections(), -1);
            }
            for (int c = 0; c < 4; c++) {
                for (int d = 0; d < Loads.DIMENSIONS; d++) {
                    assertThat(loads.taken[d][c]).isEqualTo(sum(on, c, d));
                    assertThat(loads.taken[d][c]).isLessThanOrEqualTo(loads.limit[d][c]);
                }
            }
        }
        assertThat(on).isNotEmpty();
    }

    private record On(Shipment goods, int[] connections) {}

    private static int sum(List<On> on, int connection, int dimension) {
        int sum = 0;
        for (var one : on) {
            for (int c : one.connections()) {
                sum += c == connection ? Loads.need(one.goods(), dimension) : 0;
            }
        }
        return sum;
    }
}
