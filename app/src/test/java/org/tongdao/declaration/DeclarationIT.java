package org.tongdao.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.customs.CebCheck;
import org.tongdao.customs.CebReader;
import org.tongdao.customs.Envelope;
import org.tongdao.customs.Strictness;
import org.tongdao.customs.Trust;
import org.tongdao.platform.FolderWire;
import org.tongdao.platform.Tenancy;
import org.tongdao.terms.Finding;

class DeclarationIT extends CustomsStory {

    @Test
    void goodParcelsAreDeclaredOnceAndCleared() {
        Tenancy.run(tenant, () -> {
            long batch = shipments.batch("TEST-OK-1", "TEST-OK-2", "TEST-OK-3");
            assertThat(declarations.declare(batch)).isEqualTo(new DeclarationReport(3, 0, 3));
            assertThat(declarations.declare(batch)).isEqualTo(DeclarationReport.NOTHING);
            days.pass(40);
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
            days.pass(40);
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
            days.pass(40);
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
            days.pass(40, () -> queue.counts().forEach(c -> seen.add(c.cause())));
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
    void aFileThatIsNoReceiptIsPutAsideAndTheRestGoOn() throws IOException {
        Tenancy.run(tenant, () -> {
            FolderWire.writeWhole(
                    wire.in("customs").resolve("0.xml"),
                    "<!DOCTYPE x><x/>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            declarations.declare(shipments.batch("TEST-OK-1"));
            days.pass(40);
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
            days.pass(40);
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
            days.pass(40);
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
}
