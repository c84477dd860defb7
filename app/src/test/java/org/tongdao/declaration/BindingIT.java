package org.tongdao.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.customs.CebReader;
import org.tongdao.emulator.customs.Conduct;
import org.tongdao.emulator.customs.CustomsOffice;
import org.tongdao.platform.FolderWire;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.NumberRange;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import org.tongdao.tree.TreeStory;

@OnDatabase
class BindingIT {

    @Autowired
    Declarations declarations;

    @Autowired
    FolderWire wire;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    NumberRange numbers;

    @Autowired
    FreshTenant tenants;

    @Autowired
    TreeStory story;

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void aContainerIsBoundOnceToTheTrainItLeavesChinaOn() {
        Tenancy.run(tenants.create(), () -> {
            clock.set(Shipments.AT);
            long batch = new Shipments(jdbc, transaction, numbers).batch("TEST-OK-1", "TEST-OK-2");
            declarations.declare(batch);
            untilSilence();
            var parcels = longs("SELECT id FROM parcel ORDER BY parcel_no");
            var told = story.planned(story.sealed(new TreeStory.Told(batch, parcels, List.of(), 0, 0, 0, 0)));
            assertThat(declarations.bind(told.first())).isEqualTo(1);
            assertThat(declarations.bind(told.first())).as("again").isZero();
            assertThat(declarations.bind(told.second())).as("the next train").isZero();
            var binding = CebReader.read("607", payload("CEB607")).get().documents();
            assertThat(binding).hasSize(1);
            assertThat(binding.get(0).rowCount()).isEqualTo(2);
            assertThat(binding.get(0).get(0, "invtNo")).isNotBlank();
            untilSilence();
            assertThat(longs("SELECT count(*) FROM customs_state s JOIN customs_document c ON c.tenant_id = s.tenant_id"
                            + " AND c.id = s.document_id WHERE c.type = 'CEB607' AND NOT s.needs_broker"))
                    .containsExactly(1L);
        });
    }

    @Test
    void manyHandsDeclareABatchOnlyOnce() {
        int tenant = tenants.create();
        clock.set(Shipments.AT);
        var orders = IntStream.range(0, 120).mapToObj(i -> "TEST-OK-" + i).toArray(String[]::new);
        long batch = Tenancy.as(tenant, () -> new Shipments(jdbc, transaction, numbers).batch(orders));
        var hands = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                        Tenancy.as(tenant, () -> declarations.declare(batch).declared())))
                .toList();
        int declared = hands.stream().mapToInt(CompletableFuture::join).sum();
        assertThat(declared).isEqualTo(120);
        Tenancy.run(
                tenant,
                () -> assertThat(longs("SELECT count(*) FROM declaration")).containsExactly(120L));
    }

    private void untilSilence() {
        var office = new CustomsOffice(wire.root(), 42, Conduct.calm());
        for (int tick = 0; tick < 500; tick++) {
            wire.send("customs");
            var due = office.deliver(clock.instant());
            declarations.collect();
            if (due.isEmpty()) {
                return;
            }
            clock.set(due.get());
        }
    }

    private byte[] payload(String type) {
        return transaction.execute(
                t -> jdbc.sql("SELECT o.payload FROM outbox o JOIN customs_message m ON m.tenant_id = o.tenant_id"
                                + " AND m.message_key = o.message_key WHERE m.type = ?")
                        .param(type)
                        .query(byte[].class)
                        .single());
    }

    private List<Long> longs(String sql) {
        return transaction.execute(t -> jdbc.sql(sql).query(Long.class).list());
    }
}
