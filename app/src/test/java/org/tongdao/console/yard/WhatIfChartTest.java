package org.tongdao.console.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongdao.dispatch.WhatIfCase;
import org.tongdao.yard.YardComparison.Interval;
import org.tongdao.yard.YardComparison.Measure;

class WhatIfChartTest {

    @Test
    void everyDotLiesWithinItsIntervalAndBetterIsLeftOfNought() {
        var chart = WhatIfChart.of(asked(new Interval(-1.4, 0.2), new Interval(0.9, 0.3)))
                .get(0);
        assertThat(chart.dots()).hasSize(2).allSatisfy(dot -> {
            assertThat(dot.from()).isLessThan(dot.x());
            assertThat(dot.until()).isGreaterThan(dot.x());
            assertThat(dot.sure()).isTrue();
        });
        assertThat(chart.dots().get(0).until()).isLessThan(chart.zero());
        assertThat(chart.dots().get(1).from()).isGreaterThan(chart.zero());
        assertThat(chart.ticks()).extracting(WhatIfChart.Tick::text).containsExactly("-2", "-1", "0", "+1", "+2");
    }

    @Test
    void everythingIsInsideTheDrawing() {
        for (var change : List.of(
                new Interval(0, 0), new Interval(-300, 20), new Interval(0.002, 0.001), new Interval(12_345, 5_000))) {
            var chart = WhatIfChart.of(asked(change)).get(0);
            assertThat(chart.dots()).allSatisfy(dot -> {
                assertThat(dot.from()).isGreaterThanOrEqualTo(200);
                assertThat(dot.until()).isLessThanOrEqualTo(WhatIfChart.WIDTH);
            });
            assertThat(chart.ticks())
                    .hasSizeBetween(2, 12)
                    .anyMatch(t -> t.text().equals("0") && t.x() == chart.zero());
        }
    }

    @Test
    void anIntervalThatHoldsNoughtIsNotSureAndWhatIsNotAnsweredHasNoDot() {
        assertThat(WhatIfChart.of(asked(new Interval(-0.1, 0.2)))
                        .get(0)
                        .dots()
                        .get(0)
                        .sure())
                .isFalse();
        assertThat(WhatIfChart.of(asked())).isEmpty();
    }

    private static WhatIfCase asked(Interval... changes) {
        var variants = new java.util.ArrayList<WhatIfCase.Variant>();
        for (var change : changes) {
            var measure = new Measure("mean dwell h", new Interval(6, 0.1), new Interval(5, 0.1), change);
            variants.add(new WhatIfCase.Variant(
                    variants.size() + 1,
                    "crane=+" + (variants.size() + 1),
                    Optional.of(new WhatIfCase.Answer("simulated", "", List.of(measure)))));
        }
        variants.add(new WhatIfCase.Variant(99, "wind=12", Optional.empty()));
        return new WhatIfCase(1, "alashankou", "", 10, 60, "ming", Instant.EPOCH, List.of(), variants);
    }
}
