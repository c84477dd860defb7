package org.tongdao.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.customs.CebCheck;
import org.tongdao.customs.CebReader;
import org.tongdao.customs.Envelope;
import org.tongdao.customs.Strictness;
import org.tongdao.customs.Trust;
import org.tongdao.emulator.customs.Conduct;
import org.tongdao.emulator.customs.CustomsOffice;
import org.tongdao.platform.FolderWire;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.NumberRange;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import org.tongdao.terms.Finding;

@OnDatabase
class DeclarationIT {

    @Autowired
    Declarations declarations;

    @Autowired
    BrokerQueue queue;

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

    @TempDir
    Path folder;

    private int tenant;
    private Shipments shipments;

    @BeforeEach
    void start() {
        tenant = tenants.create();
        shipments = new Shipments(jdbc, transaction, numbers);
        clock.set(Shipments.AT);
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void goodParcelsAreDeclaredOnceAndCleared() {
        Tenancy.run(tenant, () -> {
            long batch = shipments.batch("TEST-OK-1", "TEST-OK-2", "TEST-OK-3");
            assertThat(declarations.declare(batch)).isEqualTo(new DeclarationReport(3, 0, 3));
            assertThat(declarations.declare(batch)).isEqualTo(DeclarationReport.NOTHING);
            untilSilence();
            assertThat(count("SELECT count(*) FROM clearance WHERE invt_no <> ''"))
                    .isEqualTo(3);
            assertThat(
                            count(
                                    "SELECT count(*) FROM declaration WHERE live AND rules LIKE 'hs-starter / prohibited-% / regimes-2026-04-01'"))
                    .isEqualTo(3);
            assertThat(queue.counts()).isEmpty();
        });
    }

    @Test
    void whatIsSentIsSignedAndObeysTheCatalogue() {
        Tenancy.run(tenant, () -> {
            declarations.declare(shipments.batch("TEST-OK-1"));
            wire.send("customs");
            var files = files(wire.out("customs"));
            assertThat(files).hasSize(3);
            for (var file : files) {
                var opened = Envelope.open("sent", bytes(file), Trust.whoeverSigned(), Shipments.AT);
                assertThat(opened.findings()).isEmpty();
                var message =
                        CebReader.read("sent", opened.content().orElseThrow()).get();
                assertThat(CebCheck.check(message, Strictness.OUTBOUND)).noneMatch(Finding::stops);
            }
        });
    }

    @Test
    void moreThanAHundredParcelsAreCutIntoMessagesOfAHundred() {
        Tenancy.run(tenant, () -> {
            var orders = new ArrayList<String>();
            for (int i = 0; i < 250; i++) {
                orders.add("TEST-OK-" + i);
            }
            var report = declarations.declare(shipments.batch(orders.toArray(new String[0])));
            assertThat(report).isEqualTo(new DeclarationReport(250, 0, 9));
            assertThat(count("SELECT max(documents) FROM customs_message")).isEqualTo(100);
            assertThat(count("SELECT count(*) FROM customs_document")).isEqualTo(750);
        });
    }

    @Test
    void aRefusedParcelWaitsWithCauseAndFixAndIsDeclaredAgainOnce() {
        Tenancy.run(tenant, () -> {
            long batch = shipments.batch("TEST-REJECT-HS-1", "TEST-OK-2");
            declarations.declare(batch);
            untilSilence();
            var item = queue.list(QueueFilter.first(10)).get(0);
            assertThat(item.cause()).isEqualTo("REFUSED");
            assertThat(item.orderNo()).isEqualTo("TEST-REJECT-HS-1");
            assertThat(item.fixEn()).isNotBlank();
            assertThat(item.fixZh()).isNotBlank();
            assertThat(count("SELECT count(*) FROM clearance")).isEqualTo(1);
            assertThat(declarations.declareAgain(List.of(item.subject())))
                    .as("only the list is sent again")
                    .isEqualTo(new DeclarationReport(1, 0, 1));
            assertThat(declarations.declareAgain(List.of(item.subject()))).isEqualTo(DeclarationReport.NOTHING);
            assertThat(count("SELECT count(*) FROM declaration WHERE attempt = 2 AND supersedes IS NOT NULL AND live"))
                    .isEqualTo(1);
            assertThat(queue.list(QueueFilter.first(10))).isEmpty();
        });
    }

    @Test
    void aReleasedParcelIsNeverDeclaredAgain() {
        Tenancy.run(tenant, () -> {
            declarations.declare(shipments.batch("TEST-OK-1"));
            untilSilence();
            var parcelNo = transaction.execute(t ->
                    jdbc.sql("SELECT parcel_no FROM parcel").query(String.class).single());
            assertThat(declarations.declareAgain(List.of(parcelNo))).isEqualTo(DeclarationReport.NOTHING);
        });
    }

    @Test
    void anInspectedParcelWaitsUntilItIsReleased() {
        Tenancy.run(tenant, () -> {
            declarations.declare(shipments.batch("TEST-INSPECT-1"));
            var seen = new ArrayList<String>();
            ticks(() -> queue.counts().forEach(c -> seen.add(c.cause())));
            assertThat(seen).contains("INSPECTION");
            assertThat(count("SELECT count(*) FROM clearance")).isEqualTo(1);
            assertThat(queue.counts()).isEmpty();
        });
    }

    @Test
    void ourOwnRulesKeepProhibitedGoodsBackUntilTheyAreCorrected() {
        Tenancy.run(tenant, () -> {
            long batch = shipments.batch("TEST-OK-1", "TEST-OK-2");
            shipments.goods("TEST-OK-1", "3604100000", "烟花");
            assertThat(declarations.declare(batch)).isEqualTo(new DeclarationReport(1, 1, 3));
            assertThat(declarations.declare(batch)).isEqualTo(DeclarationReport.NOTHING);
            var item = queue.list(QueueFilter.first(10).of("WITHHELD")).get(0);
            assertThat(item.orderNo()).isEqualTo("TEST-OK-1");
            assertThat(item.code()).isIn("RETAIL-HS", "GOODS-PROHIBITED");
            shipments.goods("TEST-OK-1", "9503008390", "积木玩具");
            assertThat(declarations.declareAgain(List.of(item.subject())).declared())
                    .isEqualTo(1);
            assertThat(queue.counts()).isEmpty();
        });
    }

    @Test
    void anyOrderAndRepetitionOfTheReceiptFilesEndsTheSame() {
        var orders = new String[] {
            "TEST-OK-1", "TEST-INSPECT-2", "TEST-REJECT-VALUE-3", "TEST-DISORDER-4", "TEST-REPEAT-X2-5", "TEST-MANUAL-6"
        };
        var receipts = Tenancy.as(tenant, () -> {
            declarations.declare(shipments.batch(orders));
            untilSilence();
            return files(wire.root().resolve("customs/done"));
        });
        var expected = Tenancy.as(tenant, this::states);
        int other = tenants.create();
        Tenancy.run(other, () -> {
            clock.set(Shipments.AT);
            copyWithTheSameNumbers(tenant, other);
            declarations.declare(count("SELECT max(id) FROM order_batch"));
            var shuffled = new ArrayList<>(receipts);
            Collections.shuffle(shuffled, new Random(3));
            int n = 0;
            for (var file : shuffled) {
                FolderWire.writeWhole(wire.in("customs").resolve("a%04d.xml".formatted(++n)), bytes(file));
                FolderWire.writeWhole(wire.in("customs").resolve("b%04d.xml".formatted(n)), bytes(file));
            }
            declarations.collect();
            assertThat(states()).isEqualTo(expected);
        });
    }

    /** I-13: each receipt file comes on its own at any instant of thirty days, some twice, some before the paper it answers. */
    @Test
    void receiptsDelayedUpToThirtyDaysEndTheSame() {
        var orders = new String[] {"TEST-OK-1", "TEST-INSPECT-REJECT-2", "TEST-DISORDER-3", "TEST-MANUAL-4"};
        var receipts = Tenancy.as(tenant, () -> {
            declarations.declare(shipments.batch(orders));
            untilSilence();
            return files(wire.root().resolve("customs/done"));
        });
        var expected = Tenancy.as(tenant, this::states);
        int from = tenant;
        for (int seed = 1; seed <= 3; seed++) {
            var random = new Random(seed);
            int other = tenants.create();
            int before = from;
            Tenancy.run(other, () -> {
                clock.set(Shipments.AT);
                copyWithTheSameNumbers(before, other);
                var arrivals = new TreeMap<Long, Path>();
                for (int i = 0; i < receipts.size() * 6 / 5; i++) {
                    arrivals.put(random.nextLong(30L * 86_400_000), receipts.get(i % receipts.size()));
                }
                int n = 0;
                for (var arrival : arrivals.entrySet()) {
                    if (n == 3) {
                        clock.set(Shipments.AT);
                        declarations.declare(count("SELECT max(id) FROM order_batch"));
                    }
                    clock.set(Shipments.AT.plusMillis(arrival.getKey()));
                    FolderWire.writeWhole(
                            wire.in("customs").resolve("d%04d.xml".formatted(++n)), bytes(arrival.getValue()));
                    declarations.collect();
                }
                assertThat(states()).as("seed of the delays").isEqualTo(expected);
            });
            from = other;
        }
    }

    @Test
    void receiptsForUnknownPapersAreParkedAndCountWhenThePaperAppears() {
        var receipts = Tenancy.as(tenant, () -> {
            declarations.declare(shipments.batch("TEST-OK-1"));
            untilSilence();
            return files(wire.root().resolve("customs/done"));
        });
        int other = tenants.create();
        Tenancy.run(other, () -> {
            clock.set(Shipments.AT);
            receipts.forEach(f -> FolderWire.writeWhole(wire.in("customs").resolve(f.getFileName()), bytes(f)));
            assertThat(declarations.collect()).isEqualTo(receipts.size());
            assertThat(count("SELECT count(*) FROM clearance")).isZero();
            copyWithTheSameNumbers(tenant, other);
            declarations.declare(count("SELECT max(id) FROM order_batch"));
            assertThat(count("SELECT count(*) FROM clearance")).isEqualTo(1);
        });
    }

    @Test
    void aFileThatIsNoReceiptIsPutAsideAndTheRestGoOn() throws IOException {
        Tenancy.run(tenant, () -> {
            FolderWire.writeWhole(
                    wire.in("customs").resolve("0.xml"),
                    "<!DOCTYPE x><x/>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            declarations.declare(shipments.batch("TEST-OK-1"));
            untilSilence();
            assertThat(count("SELECT count(*) FROM customs_unread WHERE rule = 'CEB-XML-REFUSED'"))
                    .isEqualTo(1);
            assertThat(count("SELECT count(*) FROM clearance")).isEqualTo(1);
        });
    }

    @Test
    void aBatchLeavesItsMessagesAndReceiptsAsFiles() {
        Tenancy.run(tenant, () -> {
            long batch = shipments.batch("TEST-OK-1", "TEST-REPEAT-X2-2");
            declarations.declare(batch);
            untilSilence();
            declarations.export(batch, folder);
            assertThat(files(folder.resolve("declarations"))).hasSize(3);
            assertThat(files(folder.resolve("receipts")))
                    .hasSameSizeAs(files(wire.root().resolve("customs/done")));
        });
    }

    @Test
    void thePagesOfTheQueueHoldEachItemOnce() {
        Tenancy.run(tenant, () -> {
            declarations.declare(shipments.batch(
                    "TEST-REJECT-HS-1",
                    "TEST-REJECT-HS-2",
                    "TEST-REJECT-VALUE-3",
                    "TEST-REJECT-WEIGHT-4",
                    "TEST-OK-5"));
            untilSilence();
            var seen = new ArrayList<String>();
            var filter = QueueFilter.first(3);
            for (var page = queue.list(filter); !page.isEmpty(); page = queue.list(filter)) {
                page.forEach(item -> seen.add(item.subject()));
                filter = filter.after(page.get(page.size() - 1));
            }
            assertThat(seen).hasSize(4).doesNotHaveDuplicates().isSorted();
            assertThat(queue.counts()).containsExactly(new QueueCount("REFUSED", 4));
        });
    }

    private void untilSilence() {
        ticks(() -> {});
    }

    /** Lets the customs office work until it has nothing left to say, looking after each tick. */
    private void ticks(Runnable look) {
        var office = new CustomsOffice(wire.root(), 42, Conduct.calm());
        var end = clock.instant().plus(Duration.ofDays(40));
        while (clock.instant().isBefore(end)) {
            wire.send("customs");
            var due = office.deliver(clock.instant());
            declarations.collect();
            look.run();
            if (due.isEmpty()) {
                return;
            }
            clock.set(due.get());
        }
    }

    /** The parcels of one tenant moved to another: numbers are unique across tenants, so the first gives them up. */
    private void copyWithTheSameNumbers(int from, int to) {
        var parcels = Tenancy.as(
                from,
                () -> transaction.execute(t -> {
                    var rows = jdbc.sql(
                                    "SELECT o.order_no, p.parcel_no FROM parcel p JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id ORDER BY p.id")
                            .query()
                            .listOfRows();
                    jdbc.sql(
                                    "UPDATE parcel SET parcel_no = 'X' || tenant_id || parcel_no WHERE tenant_id = current_tenant()")
                            .update();
                    return rows;
                }));
        Tenancy.run(to, () -> {
            shipments.batch(
                    parcels.stream().map(r -> String.valueOf(r.get("order_no"))).toArray(String[]::new));
            transaction.executeWithoutResult(t -> parcels.forEach(row -> jdbc.sql(
                            "UPDATE parcel SET parcel_no = ? WHERE tenant_id = current_tenant() AND order_id ="
                                    + " (SELECT id FROM customer_order WHERE tenant_id = current_tenant() AND order_no = ?)")
                    .params(String.valueOf(row.get("parcel_no")), String.valueOf(row.get("order_no")))
                    .update()));
        });
    }

    private List<String> states() {
        return transaction.execute(t -> jdbc.sql(
                        "SELECT concat_ws('|', c.receipt_key, s.outcome, s.status, s.return_time, s.info, s.pre_no, s.invt_no,"
                                + " d.live, k.invt_no, k.released_at) FROM customs_document c"
                                + " JOIN declaration d ON d.tenant_id = c.tenant_id AND d.id = c.declaration_id"
                                + " LEFT JOIN customs_state s ON s.tenant_id = c.tenant_id AND s.document_id = c.id"
                                + " LEFT JOIN clearance k ON k.tenant_id = c.tenant_id AND k.declaration_id = d.id ORDER BY 1")
                .query(String.class)
                .list());
    }

    private long count(String sql) {
        Long count = transaction.execute(t -> jdbc.sql(sql).query(Long.class).single());
        return count == null ? -1 : count;
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
