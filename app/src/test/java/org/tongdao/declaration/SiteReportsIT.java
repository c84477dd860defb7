package org.tongdao.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.CebReader;
import org.tongdao.platform.Tenancy;
import org.tongdao.terms.Finding;
import org.tongdao.tree.TreeStory;

/** What a train carries is reported on arrival at the site and when it leaves the country, imports when they come in; each parcel once. */
class SiteReportsIT extends CustomsStory {

    @Autowired
    SiteReports site;

    @Autowired
    TreeStory tree;

    /** Two parcels, declared and released, on the train out of the country. */
    private TreeStory.Told train() {
        long batch = shipments.batch("TEST-OK-1", "TEST-OK-2");
        declarations.declare(batch);
        days.pass(3);
        List<Long> parcels = transaction.execute(
                t -> jdbc.sql("SELECT id FROM parcel WHERE tenant_id = current_tenant() ORDER BY id")
                        .query(Long.class)
                        .list());
        return tree.planned(tree.sealed(new TreeStory.Told(batch, parcels, List.of(), 0, 0, 0, 0)));
    }

    private List<String> papers() {
        return told(
                "SELECT kind || ' ' || standing || ' ' || done FROM customs_paper WHERE tenant_id = current_tenant() ORDER BY id");
    }

    private CebDocument sent(String type) {
        byte[] message = transaction.execute(t -> jdbc.sql(
                        "SELECT o.payload FROM outbox o JOIN customs_message m ON m.tenant_id = o.tenant_id"
                                + " AND m.message_key = o.message_key WHERE m.tenant_id = current_tenant() AND m.type = ? ORDER BY m.id DESC LIMIT 1")
                .param(type)
                .query(byte[].class)
                .single());
        return CebReader.read(type, message).get().documents().get(0);
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }

    @Test
    void whatATrainCarriesArrivesAndLeavesOnceAndCustomsAnswersBoth() {
        Tenancy.run(tenant, () -> {
            var told = train();
            assertThat(rules(site.arrived(told.first(), " ", "broker"))).containsExactly("SITE-VEHICLE");
            assertThat(site.arrived(told.first(), "新A12345", "broker")).isEmpty();
            assertThat(rules(site.arrived(told.first(), "新A12345", "broker"))).containsExactly("SITE-NOTHING");
            assertThat(rules(site.arrived(told.second(), "X", "broker")))
                    .as("the next train takes them nowhere out of the country")
                    .containsExactly("SITE-NOTHING");
            assertThat(rules(site.departed(told.first(), "broker"))).containsExactly("DEPARTURE-NOT-LEFT");
            tree.trainFact(told.first(), "T130", "AKL", 3.8);
            assertThat(site.departed(told.first(), "broker")).isEmpty();
            assertThat(papers()).containsExactly("ARRIVAL true false", "DEPARTURE true false");
            days.pass(3);
            assertThat(papers()).containsExactly("ARRIVAL true true", "DEPARTURE true true");
            var arrival = sent("CEB507");
            assertThat(arrival.rowCount()).isEqualTo(2);
            assertThat(arrival.get("domesticTrafNo")).isEqualTo("新A12345");
            assertThat(arrival.get(0, "totalPackageNo")).hasSize(18);
            assertThat(sent("CEB509").get("leaveTime")).isEqualTo("20260105031200");
        });
    }

    @Test
    void aRefusedReportLetsItsParcelsGoAndIsMadeAgain() {
        Tenancy.run(tenant, () -> {
            var parcels = tree.accepted(2);
            tree.cleared(parcels.parcels(), 0.2);
            var told = tree.planned(tree.sealed(parcels));
            assertThat(site.arrived(told.first(), "X8001", "broker")).isEmpty();
            days.pass(3);
            assertThat(papers()).as("customs knows no waybill of these parcels").containsExactly("ARRIVAL false false");
            assertThat(queue.list(QueueFilter.first(5)))
                    .extracting(QueueItem::cause)
                    .containsExactly("REFUSED");
            assertThat(site.arrived(told.first(), "X8001", "broker")).isEmpty();
            assertThat(papers()).containsExactly("ARRIVAL false false", "ARRIVAL true false");
            assertThat(count("SELECT count(*) FROM customs_site_row WHERE tenant_id = current_tenant()"))
                    .isEqualTo(2);
        });
    }

    @Test
    void manyHandsReportATrainOnce() {
        var told = Tenancy.as(tenant, this::train);
        var hands = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> Tenancy.as(
                        tenant,
                        () -> site.arrived(told.first(), "X8001", "broker").size())))
                .toList();
        assertThat(hands.stream().filter(h -> h.join() == 0)).hasSize(1);
        Tenancy.run(tenant, () -> assertThat(papers()).containsExactly("ARRIVAL true false"));
    }

    @Test
    void importsOfABillComeInWithOneDetailForEachVehicle() throws IOException {
        var rows = ImportsIT.HEAD
                + ImportsIT.row("TEST-OK-1", "LX1", "50.00")
                + ImportsIT.row("TEST-OK-2", "LX2", "60.00")
                + ImportsIT.row("TEST-OK-3", "LX3", "70.00").replace("X8002-1128", "X8002-1129");
        var file = Files.writeString(folder.resolve("i.csv"), rows);
        Tenancy.run(tenant, () -> {
            imports.take("i.csv", file, ImportsIT.DIRECT, "broker");
            assertThat(rules(site.inbound("CSQU3054383", "broker")))
                    .as("not declared yet")
                    .containsExactly("SITE-NOTHING");
            imports.declare();
            assertThat(site.inbound(" CSQU3054383 ", "broker")).isEmpty();
            assertThat(rules(site.inbound("CSQU3054383", "broker"))).containsExactly("SITE-NOTHING");
            days.pass(3);
            assertThat(papers()).containsExactly("INBOUND true true", "INBOUND true true");
            assertThat(told(
                            "SELECT string_agg(waybill_no, ' ' ORDER BY waybill_no) FROM customs_site_row WHERE tenant_id = current_tenant()"
                                    + " GROUP BY paper_id ORDER BY 1"))
                    .containsExactly("LX1 LX2", "LX3");
            assertThat(sent("CEB711").get("trafNo")).isEqualTo("X8002");
        });
    }
}
