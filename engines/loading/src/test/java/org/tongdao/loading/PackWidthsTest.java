package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Widths of beams, and that what the limits allow is spent on beams that are finished. */
class PackWidthsTest {

    private static final double NO_LIMIT = 1e15;

    /** All widths until the budget is spent, where a beam costs what its width squared does, times {@code each}. */
    private static List<Integer> widths(double budget, double each) {
        var widths = new PackWidths();
        var all = new ArrayList<Integer>();
        double left = budget;
        while (true) {
            int width = widths.next(left);
            long cost = Math.round(each * width * width);
            if (cost > left) {
                return all;
            }
            all.add(width);
            left -= cost;
            widths.finished(width, cost);
        }
    }

    @Test
    void eachBeamCostsTwiceAsMuchAsTheOneBefore() {
        var widths = new PackWidths();
        var all = new ArrayList<Integer>();
        while (!widths.areAtTheWidest()) {
            int width = widths.next(NO_LIMIT);
            all.add(width);
            widths.finished(width, 50L * width * width);
        }
        assertThat(all).startsWith(1, 2, 3, 4, 6, 8, 12).isSorted();
        assertThat(all.get(all.size() - 1)).isBetween(7_000, 10_000);
        assertThat(widths.beams()).isEqualTo(all.size());
    }

    @Test
    void theLastBeamIsAsWideAsTheBudgetAllowsAndEachIsWiderThanTheOneBefore() {
        for (double budget = 20_000; budget < 1_000_000; budget *= 1.07) {
            var all = widths(budget, 60);
            double spent =
                    all.stream().mapToDouble(width -> 60.0 * width * width).sum();
            double widest = all.get(all.size() - 1);
            assertThat(all).isSorted().doesNotHaveDuplicates();
            assertThat(spent / budget).as("of %.0f", budget).isGreaterThan(0.9);
            assertThat(60 * widest * widest / budget).as("of %.0f", budget).isGreaterThan(0.45);
        }
    }

    @Test
    void whatIsNotEnoughForAWiderBeamIsSpentOnTheBeginningOfOne() {
        var widths = new PackWidths();
        assertThat(widths.next(0)).isEqualTo(1);
        widths.finished(1, 40);
        assertThat(widths.next(39)).isEqualTo(2);
        assertThat(widths.next(370)).isEqualTo(3);
        assertThat(widths.next(NO_LIMIT)).isEqualTo(2);
    }
}
