package org.tongdao.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.Tongdao;
import org.tongdao.terms.Finding;

class PublishedSeriesTest {

    private static final String HEADER = "series,period,value,unit,yoy_pct_as_quoted,source";

    @Test
    void khorgos2021IsFlaggedSinceItsGrowthDoesNotFollowFromItsFigures() {
        var khorgos = figure("horgos_trains", "2021");
        assertThat(khorgos.quoted()).contains(26.6);
        assertThat(khorgos.base()).contains(4652.0);
        assertThat(khorgos.recomputed()).contains(36.8);
        assertThat(khorgos.disagrees()).isTrue();
    }

    @Test
    void alashankou2021AgreesWithinRounding() {
        var alashankou = figure("alashankou_trains", "2021");
        assertThat(alashankou.recomputed()).contains(16.3);
        assertThat(alashankou.disagrees()).isFalse();
    }

    @Test
    void aFigureWithoutTheYearBeforeHasNoGrowthOfItsOwn() {
        var half = figure("horgos_trains", "2021-H1");
        assertThat(half.quoted()).contains(52.5);
        assertThat(half.recomputed()).isEmpty();
        assertThat(half.disagrees()).isFalse();
        assertThat(figure("alashankou_parcels_value_cny", "2020-01..2022-02-26").base())
                .isEmpty();
    }

    @Test
    void everyShippedLineIsReadAndKeepsItsSource() {
        var series = PublishedSeries.shipped();
        assertThat(series.findings()).isEmpty();
        assertThat(series.figures())
                .hasSize(44)
                .allSatisfy(f -> assertThat(f.source()).isNotBlank());
    }

    @Test
    void likePeriodsOfTwoYearsAreCompared() {
        var series = PublishedSeries.read(
                "x", List.of(HEADER, "a,2020-H1,100,trains,,S", "a,2021-H1,150,trains,50.4,S", "b,2021,7,TEU,,S"));
        assertThat(series.figures().get(1).recomputed()).contains(50.0);
        assertThat(series.figures().get(1).disagrees()).isFalse();
        assertThat(series.figures().get(2).recomputed()).isEmpty();
    }

    @Test
    void faultyLinesAreFindingsAndGoodOnesGoOn() {
        var series = PublishedSeries.read(
                "x", List.of(HEADER, "a,2020,many,trains,,S", "a,2021,-4,trains,,S", "a,2022", "a,2023,5,trains,,S"));
        assertThat(series.findings())
                .extracting(Finding::rule)
                .containsOnly("SERIES-LINE")
                .hasSize(3);
        assertThat(series.findings().get(0).place().line()).isEqualTo(2);
        assertThat(series.figures()).hasSize(1);
        assertThat(PublishedSeries.read("x", List.of()).findings())
                .extracting(Finding::rule)
                .containsExactly("SERIES-HEADER");
    }

    @Test
    void theCommandPrintsThemAll() {
        assertThat(Tongdao.run("series")).isZero();
        assertThat(Tongdao.run("series", "--json")).isZero();
    }

    private static PublishedFigure figure(String series, String period) {
        return PublishedSeries.shipped().figures().stream()
                .filter(f -> f.series().equals(series) && f.period().equals(period))
                .findFirst()
                .orElseThrow();
    }
}
