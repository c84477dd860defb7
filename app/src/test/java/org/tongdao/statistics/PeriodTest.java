package org.tongdao.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongdao.statistics.PortFigure.Count;

class PeriodTest {

    @Test
    void aPeriodIsReadAsItIsWritten() {
        for (var text : List.of("2026", "2026-Q1", "2026-Q4", "2026-01", "2026-12")) {
            assertThat(Period.parse(text).map(Period::text)).contains(text);
        }
        for (var text : List.of("", "26", "2026-13", "2026-0", "2026-Q5", "2026-H1", "2026-1", "all")) {
            assertThat(Period.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void itBeginsAndEndsInBeijing() {
        var quarter = Period.parse("2026-Q2").orElseThrow();
        assertThat(quarter.begins()).isEqualTo("2026-03-31T16:00:00Z");
        assertThat(quarter.ends()).isEqualTo("2026-06-30T16:00:00Z");
        assertThat(quarter.isOpen(Instant.parse("2026-06-30T15:59:59Z"))).isTrue();
        assertThat(quarter.isOpen(Instant.parse("2026-06-30T16:00:00Z"))).isFalse();
        assertThat(quarter.yearBefore().text()).isEqualTo("2025-Q2");
    }

    @Test
    void growthIsTheQuotientNotTheQuotation() {
        // Khorgos 2021 as published: 6,362 trains after 4,652
        var figure = figure(false, Optional.of(new Count(4652, BigDecimal.TEN, 0)));
        assertThat(figure.trainGrowth()).contains(new BigDecimal("36.8"));
        assertThat(figure.teuGrowth()).contains(new BigDecimal("-50.0"));
        assertThat(figure.parcelGrowth()).as("no parcels before").isEmpty();
    }

    @Test
    void anOpenPeriodAndOneWithoutABaseHaveNoGrowth() {
        assertThat(figure(true, Optional.of(new Count(4652, BigDecimal.TEN, 7))).trainGrowth())
                .isEmpty();
        assertThat(figure(false, Optional.empty()).trainGrowth()).isEmpty();
    }

    private static PortFigure figure(boolean open, Optional<Count> base) {
        return new PortFigure(
                "HRS", Period.parse("2021").orElseThrow(), open, new Count(6362, BigDecimal.valueOf(5), 9), base);
    }
}
