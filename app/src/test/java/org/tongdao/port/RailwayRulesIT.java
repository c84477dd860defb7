package org.tongdao.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
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

/** A train that the next railway's wagon and axle rules refuse does not leave, and the board says which wagon and by how much. */
@OnDatabase
class RailwayRulesIT {

    @Autowired
    Port port;

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
}
