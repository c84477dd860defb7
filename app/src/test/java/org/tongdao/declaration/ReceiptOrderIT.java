package org.tongdao.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.tongdao.customs.CebMessage;
import org.tongdao.customs.CebReader;
import org.tongdao.customs.CebWriter;
import org.tongdao.customs.Guid;
import org.tongdao.platform.FolderWire;
import org.tongdao.platform.Tenancy;

/** Receipts end in the same state whatever their order, repetition, delay and number (I-13). */
class ReceiptOrderIT extends CustomsStory {

    @Test
    void anyOrderAndRepetitionOfTheReceiptFilesEndsTheSame() {
        var orders = new String[] {
            "TEST-OK-1", "TEST-INSPECT-2", "TEST-REJECT-VALUE-3", "TEST-DISORDER-4", "TEST-REPEAT-X2-5", "TEST-MANUAL-6"
        };
        var receipts = Tenancy.as(tenant, () -> {
            declarations.declare(shipments.batch(orders));
            days.pass(40);
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
            days.pass(40);
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
            days.pass(40);
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

    /** Each receipt in a file of its own and three times: more than one thread takes at a time. */
    @Test
    void hundredsOfFilesAppliedSideBySideLoseAndDoubleNothing() {
        var orders = IntStream.rangeClosed(1, 32)
                .mapToObj(n -> n % 8 == 0 ? "TEST-REJECT-HS-" + n : n % 5 == 0 ? "TEST-INSPECT-" + n : "TEST-OK-" + n)
                .toArray(String[]::new);
        var receipts = Tenancy.as(tenant, () -> {
            declarations.declare(shipments.batch(orders));
            days.pass(40);
            return files(wire.root().resolve("customs/done"));
        });
        var expected = Tenancy.as(tenant, this::states);
        var single = new ArrayList<byte[]>();
        for (var file : receipts) {
            for (var document : CebReader.read("done", bytes(file)).get().documents()) {
                single.add(CebWriter.write(CebMessage.received(Guid.of("single" + single.size()), List.of(document))));
            }
        }
        var once = List.copyOf(single);
        single.addAll(once);
        single.addAll(once);
        Collections.shuffle(single, new Random(5));
        assertThat(single).as("three hands at least").hasSizeGreaterThan(64 + 256);
        int other = tenants.create();
        Tenancy.run(other, () -> {
            clock.set(Shipments.AT);
            copyWithTheSameNumbers(tenant, other);
            declarations.declare(count("SELECT max(id) FROM order_batch"));
            for (int i = 0; i < single.size(); i++) {
                FolderWire.writeWhole(wire.in("customs").resolve("s%05d.xml".formatted(i)), single.get(i));
            }
            assertThat(declarations.collect()).isEqualTo(single.size());
            assertThat(states()).isEqualTo(expected);
            assertThat(count("SELECT count(*) FROM customs_receipt WHERE tenant_id = current_tenant()"))
                    .isEqualTo(single.size());
            assertThat(files(wire.in("customs"))).isEmpty();
        });
    }

    @Test
    void aReceiptOfAFileThatNeverCameIsRefused() {
        Tenancy.run(
                tenant,
                () -> assertThatThrownBy(() -> transaction.executeWithoutResult(t -> jdbc.sql(
                                        "INSERT INTO customs_receipt (tenant_id, file, position, type, receipt_key, status, rank, outcome, code, info, return_time,"
                                                + " returned_at, pre_no, invt_no) VALUES (current_tenant(), 'never.xml', 1, 'CEB604', 'k', '2', 1, 'RECEIVED', '2', '', '', now(), '', '')")
                                .update()))
                        .isInstanceOf(DataIntegrityViolationException.class)
                        .hasMessageContaining("never.xml"));
    }

    @Test
    void aStateOfADocumentThatWasNeverSentIsRefused() {
        Tenancy.run(tenant, () -> {
            declarations.declare(shipments.batch("TEST-OK-1"));
            days.pass(1);
            var insert =
                    "INSERT INTO customs_state (tenant_id, document_id, rank, outcome, needs_broker, status, code, info, return_time, returned_at, pre_no, invt_no)"
                            + " VALUES (current_tenant(), 0, 1, 'RECEIVED', false, '2', '2', '', '', now(), '', '')";
            assertThatThrownBy(() -> transaction.executeWithoutResult(
                            t -> jdbc.sql(insert).update()))
                    .isInstanceOf(DataIntegrityViolationException.class);
            assertThatThrownBy(() -> transaction.executeWithoutResult(t -> jdbc.sql(
                                    "UPDATE customs_state SET document_id = -document_id WHERE tenant_id = current_tenant()")
                            .update()))
                    .hasMessageContaining("customs_state");
        });
    }

    @Test
    void aReleaseOfAParcelByADeclarationOfAnotherIsRefused() {
        Tenancy.run(tenant, () -> {
            declarations.declare(shipments.batch("TEST-OK-1", "TEST-OK-2"));
            var foreign = "INSERT INTO clearance (tenant_id, parcel_id, declaration_id, invt_no, released_at)"
                    + " SELECT current_tenant(), p.id, d.id, 'x', now() FROM parcel p JOIN declaration d"
                    + " ON d.tenant_id = p.tenant_id AND d.parcel_id <> p.id WHERE p.tenant_id = current_tenant()";
            assertThatThrownBy(() -> transaction.executeWithoutResult(
                            t -> jdbc.sql(foreign).update()))
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("not its own");
            assertThatThrownBy(() -> transaction.executeWithoutResult(
                            t -> jdbc.sql("DELETE FROM parcel WHERE tenant_id = current_tenant()")
                                    .update()))
                    .hasMessageContaining("parcel");
        });
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
}
