package org.tongdao.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import org.tongdao.terms.ContainerNo;
import org.tongdao.terms.WagonNo;
import org.tongdao.tree.TreeStory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnDatabase
class PlanningIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    FreshTenant tenants;

    @Autowired
    Planning planning;

    @Autowired
    ServiceRuns runs;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void wallClockAgain() {
        clock.release();
    }

    @Test
    void fortyOneBookingsAtOnceForFortySlotsGiveFortyAndOneRefusal() throws Exception {
        int tenant = tenants.create();
        var run = Tenancy.as(
                tenant,
                () -> transaction.execute(t -> {
                    runs.ensure(TreeStory.day(1));
                    return runs.open(TreeStory.day(1), 0).stream()
                            .filter(r -> r.service().equals("DA"))
                            .findFirst()
                            .orElseThrow();
                }));
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> book =
                    () -> Tenancy.as(tenant, () -> transaction.execute(t -> runs.take(run, 20_000_000)));
            int taken = 0;
            for (Future<Boolean> answer : threads.invokeAll(java.util.Collections.nCopies(41, book))) {
                taken += Boolean.TRUE.equals(answer.get()) ? 1 : 0;
            }
            assertThat(taken).isEqualTo(40);
        } finally {
            threads.shutdownNow();
        }
        Tenancy.run(
                tenant,
                () -> assertThat(number("SELECT booked_ffe FROM service_run WHERE id = " + run.id()))
                        .isEqualTo(40));
        Tenancy.run(
                tenant,
                () -> assertThatThrownBy(() -> transaction.executeWithoutResult(
                                t -> jdbc.sql("UPDATE service_run SET booked_ffe = 41 WHERE id = ?")
                                        .param(run.id())
                                        .update()))
                        .isInstanceOf(DataIntegrityViolationException.class));
    }

    @Test
    void whatDoesNotFitOneTrainTravelsByTheNextAndNoTrainIsTooHeavy() {
        Tenancy.run(tenants.create(), () -> {
            clock.set(TreeStory.day(1));
            containers(60, "CPE", 24_000_000);
            assertThat(planning.dispatch("CPE")).isEqualTo(new PlanningReport(60, 0));
            planning.compose();
            assertThat(number("SELECT count(*) FROM service_run WHERE booked_ffe > capacity_ffe"))
                    .isZero();
            assertThat(
                            number(
                                    "SELECT max(boxes) FROM (SELECT sum(c.gross_g) AS boxes FROM wagon_load l"
                                            + " JOIN container c ON c.id = l.container_id AND c.tenant_id = l.tenant_id GROUP BY l.train_id) t"))
                    .isLessThanOrEqualTo(ServiceRuns.MAX_BOXES_G);
            assertThat(
                            number(
                                    "SELECT count(*) FROM (SELECT container_id FROM container_leg GROUP BY 1 HAVING count(*) = 3) c"))
                    .isEqualTo(60);
            assertThat(number("SELECT sum(booked_ffe) FROM service_run")).isEqualTo(180);
        });
    }

    @Test
    void aBoxAboveTheLimitStaysBehindAndSaysWhyOnce() {
        Tenancy.run(tenants.create(), () -> {
            clock.set(TreeStory.day(1));
            containers(1, "WAW", 26_000_000);
            assertThat(planning.dispatch("WAW")).isEqualTo(new PlanningReport(0, 1));
            assertThat(planning.dispatch("WAW")).isEqualTo(new PlanningReport(0, 1));
            assertThat(number("SELECT count(*) FROM left_behind WHERE rule = 'BOX-GROSS'"))
                    .isEqualTo(1);
            assertThat(number("SELECT coalesce(sum(booked_ffe), 0) FROM service_run"))
                    .isZero();
        });
    }

    @Test
    void trainsChangeGaugeAndCarryRightWagonNumbers(@TempDir Path out) {
        Tenancy.run(tenants.create(), () -> {
            clock.set(TreeStory.day(1));
            containers(2, "WAW", 12_000_000);
            planning.dispatch("WAW");
            planning.compose();
            planning.export(out, out.resolve("itineraries.json"), TreeStory.day(1));
            var numbers = transaction.execute(t -> jdbc.sql(
                            "SELECT t.gauge_mm || ' ' || w.wagon_no FROM train t JOIN train_wagon w ON w.tenant_id = t.tenant_id AND w.train_id = t.id")
                    .query(String.class)
                    .list());
            assertThat(numbers).hasSize(6).allSatisfy(n -> {
                var wagon = n.substring(5);
                assertThat(WagonNo.isValid(wagon)).isTrue();
                assertThat(wagon).hasSize(n.startsWith("1520") ? 8 : 12);
            });
            var ways = read(out.resolve("itineraries.json")).get("CPE");
            assertThat(ways.get(0).get("gaugeChanges").asInt()).isEqualTo(2);
            assertThat(ways.get(0).get("within14Days").asDouble()).isBetween(0.0, 1.0);
        });
    }

    @Test
    void everyHubHasAWay() {
        Tenancy.run(
                tenants.create(),
                () -> assertThat(planning.planLanes(TreeStory.day(1)))
                        .extracting(Lane::hub)
                        .containsExactlyElementsOf(List.of("ALA", "CPE", "DYU", "WAW")));
    }

    private void containers(int count, String hub, long grossG) {
        transaction.executeWithoutResult(t -> {
            for (int i = 0; i < count; i++) {
                jdbc.sql(
                                "INSERT INTO container (tenant_id, container_no, type_code, hub, regime, bags, parcels, tare_g, gross_g, seal_no, sealed_at, load_plan)"
                                        + " VALUES (current_tenant(), ?, '40HC', ?, '9610', 1, 1, 3900000, ?, ?, ?, '{}'::jsonb)")
                        .params(
                                ContainerNo.of("TDXU", 100_000 + i).value(),
                                hub,
                                grossG,
                                "SEAL" + i,
                                Timestamp.from(TreeStory.day(0.9)))
                        .update();
            }
        });
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private long number(String sql) {
        Long value = transaction.execute(
                t -> jdbc.sql(sql).query(java.math.BigDecimal.class).single().longValueExact());
        return value == null ? -1 : value;
    }
}
