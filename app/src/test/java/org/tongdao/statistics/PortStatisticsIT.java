package org.tongdao.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.port.BorderStory;
import org.tongdao.statistics.PortFigure.Count;

/** One train with three 40-foot containers of two parcels at Dostyk in December 2026, and copies of it at other times. */
@OnDatabase
class PortStatisticsIT {

    private static final Instant ARRIVED = Instant.parse("2026-12-02T22:00:00Z");
    private static final Instant LATER = Instant.parse("2027-02-01T00:00:00Z");

    @Autowired
    Statistics statistics;

    @Autowired
    BorderStory story;

    @Autowired
    FreshTenant tenants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private int tenant;

    @BeforeEach
    void aTrainStoodAtDostyk() {
        tenant = tenants.create();
        Tenancy.run(tenant, () -> story.arrived(ARRIVED, 3));
    }

    @Test
    void aTrainIsCountedOnceAtAPortHoweverOftenItWasTold() {
        fact("T1001", "T170", "AKL", "2026-12-02T19:00:00Z");
        fact("T1001", "T100", "AKL", "2026-12-02T12:00:00Z");
        for (var kind : Period.Kind.values()) {
            assertThat(figures(kind, LATER))
                    .filteredOn(f -> f.node().equals("AKL"))
                    .extracting(PortFigure::count)
                    .containsExactly(new Count(1, new BigDecimal("6.00"), 6));
        }
        assertThat(trains("AKL", "2026-12")).singleElement().satisfies(t -> {
            assertThat(t.at()).isEqualTo("2026-12-02T12:00:00Z");
            assertThat(t.containers()).isEqualTo(3);
        });
    }

    @Test
    void aPeriodIsHeldAgainstTheSameOfTheYearBefore() {
        for (var at : List.of("2025-12-05T00:00:00Z", "2025-12-31T15:59:00Z", "2025-12-31T16:00:00Z")) {
            train("OLD" + at.substring(8, 10) + at.substring(11, 13), at);
        }
        var december = figures(Period.Kind.MONTH, LATER).stream()
                .filter(f -> f.node().equals("DST") && f.period().text().equals("2026-12"))
                .findFirst()
                .orElseThrow();
        assertThat(december.base())
                .as("Beijing's new year has begun at 16:00 UTC")
                .map(Count::trains)
                .contains(2);
        assertThat(december.trainGrowth()).contains(new BigDecimal("-50.0"));
        assertThat(december.open()).isFalse();
        assertThat(figures(Period.Kind.MONTH, ARRIVED.plusSeconds(60)).stream()
                        .filter(f -> f.period().text().equals("2026-12"))
                        .toList())
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.open()).isTrue();
                    assertThat(f.trainGrowth()).isEmpty();
                });
    }

    @Test
    void everyFigureIsTheSumOfTheTrainsBehindIt() {
        train("OLD1", "2025-12-05T00:00:00Z");
        fact("T1001", "T170", "AKL", "2026-12-02T19:00:00Z");
        for (var kind : Period.Kind.values()) {
            for (var figure : figures(kind, LATER)) {
                var behind = trains(figure.node(), figure.period().text());
                assertThat(figure.count())
                        .isEqualTo(new Count(
                                behind.size(),
                                behind.stream().map(PortTrain::teu).reduce(BigDecimal.ZERO, BigDecimal::add),
                                behind.stream().mapToLong(PortTrain::parcels).sum()));
            }
        }
    }

    @Test
    void aNeighbourCountsNothing() {
        assertThat(Tenancy.as(tenants.create(), () -> statistics.ports(Period.Kind.YEAR, LATER)))
                .isEmpty();
    }

    @Test
    void theTeuOfEveryTypeIsThatOfTheContainerTable() throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(Path.of("..", "data", "corridor", "containers.csv"))) {
            for (var row : rows) {
                run("UPDATE container SET type_code = '" + row.getField("type")
                        + "' WHERE tenant_id = current_tenant()");
                assertThat(trains("DST", "2026-12"))
                        .singleElement()
                        .satisfies(t -> assertThat(t.teu())
                                .as(row.getField("type"))
                                .isEqualByComparingTo(
                                        new BigDecimal(row.getField("teu")).multiply(BigDecimal.valueOf(3))));
            }
        }
    }

    private List<PortFigure> figures(Period.Kind kind, Instant now) {
        return Tenancy.as(tenant, () -> statistics.ports(kind, now));
    }

    private List<PortTrain> trains(String node, String period) {
        return Tenancy.as(
                tenant, () -> statistics.trains(node, Period.parse(period).orElseThrow()));
    }

    private void fact(String train, String milestone, String node, String at) {
        run("INSERT INTO train_fact SELECT tenant_id, id, '" + milestone + "', '" + node + "', '"
                + Timestamp.from(Instant.parse(at)).toInstant()
                + "' FROM train WHERE tenant_id = current_tenant() AND train_no = '"
                + train + "'");
    }

    private void train(String no, String at) {
        run(
                "INSERT INTO train (tenant_id, train_no, service_run_id, gauge_mm, from_node, to_node, planned_departure, planned_arrival, composed_at, length_mm, gross_g)"
                        + " SELECT tenant_id, '" + no
                        + "', service_run_id, gauge_mm, from_node, to_node, planned_departure, planned_arrival, composed_at, length_mm, gross_g"
                        + " FROM train WHERE tenant_id = current_tenant() AND train_no = 'T1001'");
        fact(no, "T180", "DST", at);
    }

    private void run(String sql) {
        Tenancy.run(
                tenant,
                () -> transaction.executeWithoutResult(t -> jdbc.sql(sql).update()));
    }
}
