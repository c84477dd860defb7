package org.tongdao.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
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
import org.tongdao.routing.DoorSearch;
import org.tongdao.routing.Journey;
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
    DepartureRoom room;

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
        var way = new DoorSearch(Corridor.NETWORK, 28)
                .ask(Corridor.byRail("DST", "ALA", TreeStory.day(1)))
                .offers()
                .get(0)
                .journey();
        assertThat(way.legs()).extracting(Journey.Leg::line).containsExactly("DA");
        var threads = Executors.newFixedThreadPool(8);
        var number = new AtomicLong();
        try {
            Callable<String> book = () -> Tenancy.as(
                    tenant,
                    () -> transaction.execute(t -> {
                        var full = room.take(
                                new Holder("booking", number.incrementAndGet()), Need.container(20_000_000), way);
                        full.ifPresent(s -> t.setRollbackOnly());
                        return full.map(s -> s.departure().line() + " " + s.from())
                                .orElse("");
                    }));
            var answers = new ArrayList<String>();
            for (Future<String> answer : threads.invokeAll(java.util.Collections.nCopies(41, book))) {
                answers.add(answer.get());
            }
            assertThat(answers).filteredOn(String::isEmpty).hasSize(40);
            assertThat(answers).filteredOn("DA DST"::equals).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
        Tenancy.run(tenant, () -> {
            assertThat(number("SELECT min(taken_slots) + max(taken_slots) FROM departure_stretch"))
                    .isEqualTo(8_000);
            assertThatThrownBy(() -> transaction.executeWithoutResult(
                            t -> jdbc.sql("UPDATE departure_stretch SET taken_slots = 4001")
                                    .update()))
                    .isInstanceOf(DataIntegrityViolationException.class);
        });
    }

    @Test
    void whatIsGivenBackIsGivenBackOnce() {
        int tenant = tenants.create();
        var way = new DoorSearch(Corridor.NETWORK, 28)
                .ask(Corridor.byRail("URC", "WAW", TreeStory.day(1)))
                .offers()
                .get(0)
                .journey();
        var holder = new Holder("booking", 7);
        Tenancy.run(tenant, () -> {
            var full = transaction.execute(t -> room.take(holder, new Need(30, 5_000, 12), way));
            assertThat(full).isEmpty();
            assertThat(
                            number(
                                    "SELECT count(*) FROM departure_stretch WHERE (taken_slots, taken_teu, taken_kg, taken_m3) = (30, 60, 5000, 12)"))
                    .isEqualTo(number("SELECT count(*) FROM room_hold"))
                    .isGreaterThan(3);
            assertThat(Boolean.TRUE.equals(transaction.execute(t -> room.giveBack(holder))))
                    .isTrue();
            assertThat(Boolean.FALSE.equals(transaction.execute(t -> room.giveBack(holder))))
                    .isTrue();
            assertThat(number("SELECT sum(taken_slots + taken_teu + taken_kg + taken_m3) FROM departure_stretch"))
                    .isZero();
        });
        Tenancy.run(
                tenants.create(),
                () -> assertThat(number("SELECT count(*) FROM departure_stretch"))
                        .as("another tenant sees none of it")
                        .isZero());
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
                    .isLessThanOrEqualTo(1_300_000_000L);
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
