package org.tongdao.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import org.tongdao.terms.Finding;

/** A train that the next railway's wagon and axle rules refuse does not leave, and the board says which wagon and by how much. */
@OnDatabase
class RailwayRulesIT {

    @Autowired
    Port port;

    @Autowired
    BrakeDesk brakes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    WorldClock clock;

    @Autowired
    FreshTenant tenants;

    private int tenant;
    private TrainChain chain = new TrainChain(0, 0, 0, List.of(), List.of());

    @BeforeEach
    void composeTrains() {
        tenant = tenants.create();
        clock.set(Instant.parse("2026-12-01T04:00:00Z"));
        chain = Tenancy.as(
                tenant, () -> Objects.requireNonNull(transaction.execute(t -> TrainChain.create(jdbc, tenant, 3, 2))));
    }

    @AfterEach
    void release() {
        clock.release();
    }

    private List<Blocker> blockersAfter(String change) {
        return Tenancy.as(tenant, () -> {
            transaction.executeWithoutResult(
                    t -> jdbc.sql(change).param(chain.first()).update());
            return port.blockers(chain.first());
        });
    }

    @Test
    void aTrainWithinTheRulesIsNotHeldByThem() {
        assertThat(Tenancy.as(tenant, () -> port.blockers(chain.first()))).isEmpty();
    }

    @Test
    void aWagonTooHeavyForItsAxlesIsNamed() {
        var blockers = blockersAfter(
                "UPDATE train_wagon SET tare_g = 95000001 WHERE tenant_id = current_tenant() AND train_id = ? AND position = 1");
        assertThat(blockers)
                .filteredOn(b -> b.rule().equals("MARSHAL-AXLE"))
                .singleElement()
                .satisfies(b -> {
                    assertThat(b.subject()).startsWith(TrainChain.FIRST + " ");
                    assertThat(b.detail()).contains("cre_1435", "23000 kg");
                });
    }

    @Test
    void aTrainTooLongForTheLineWaits() {
        assertThat(
                        blockersAfter(
                                "UPDATE train_wagon SET length_mm = 900000 WHERE tenant_id = current_tenant() AND train_id = ? AND position = 1"))
                .extracting(Blocker::rule)
                .contains("MARSHAL-LENGTH");
    }

    @Test
    void everyDepartureIsAskedForItsBrakesAndWhatIsTypedCounts() {
        var sheet = sheet();
        assertThat(sheet.lines()).hasSize(3).allSatisfy(w -> {
            assertThat(w.mark()).isEqualTo("assumed");
            assertThat(w.kg()).isEqualTo(18_000);
        });
        assertThat(sheet.blockers()).isEmpty();
        assertThat(type(Map.of(1, "4000", 2, " 4100 ", 3, ""))).isEmpty();
        assertThat(type(Map.of(1, "5000", 3, "0"))).isEmpty();
        assertThat(sheet().lines()).extracting(BrakeSheet.Line::kg).containsExactly(5_000, 4_100, 0);
        assertThat(sheet().lines()).extracting(BrakeSheet.Line::mark).containsOnly("typed");
        assertThat(Tenancy.as(tenant, () -> port.blockers(chain.first())))
                .extracting(Blocker::rule)
                .containsExactly("BRAKE-WEIGHT", "BRAKE-LAST");
        assertThat(sheet().percent()).isEqualTo(11);
    }

    @Test
    void aWagonOfAModelThatNoTableHasWaitsUntilItsBrakeWeightIsTyped() {
        var blockers = blockersAfter(
                "UPDATE train_wagon SET model = 'Habbins' WHERE tenant_id = current_tenant() AND train_id = ? AND position = 2");
        assertThat(blockers).singleElement().satisfies(b -> {
            assertThat(b.rule()).isEqualTo("BRAKE-UNKNOWN");
            assertThat(b.detail()).contains("Habbins", "wagon 2", TrainChain.FIRST);
        });
        assertThat(type(Map.of(2, "18000"))).isEmpty();
        assertThat(Tenancy.as(tenant, () -> port.blockers(chain.first()))).isEmpty();
    }

    @Test
    void whatIsNoBrakeWeightIsAFindingAndKeepsNothing() {
        assertThat(rules(type(Map.of(1, "18 t")))).containsExactly("BRAKE-VALUE");
        assertThat(rules(type(Map.of(1, "150001", 2, "9000")))).containsExactly("BRAKE-VALUE");
        assertThat(rules(type(Map.of(9, "9000")))).containsExactly("BRAKE-WAGON");
        assertThat(sheet().lines()).extracting(BrakeSheet.Line::mark).containsOnly("assumed");
        assertThat(rules(Tenancy.as(tenant, () -> brakes.type("T9", Map.of(), "ming"))))
                .containsExactly("BRAKE-LEFT");
        Tenancy.run(
                tenant,
                () -> transaction.executeWithoutResult(t -> jdbc.sql(
                                "INSERT INTO train_fact VALUES (current_tenant(), ?, 'T090', 'URC', '2026-12-01T05:00:00Z')")
                        .param(chain.first())
                        .update()));
        assertThat(rules(type(Map.of(1, "9000")))).containsExactly("BRAKE-LEFT");
    }

    private BrakeSheet sheet() {
        return Tenancy.as(tenant, () -> brakes.find(TrainChain.FIRST).orElseThrow());
    }

    private List<Finding> type(Map<Integer, String> kg) {
        return Tenancy.as(tenant, () -> brakes.type(TrainChain.FIRST, kg, "ming"));
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }
}
