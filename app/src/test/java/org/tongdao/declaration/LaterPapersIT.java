package org.tongdao.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongdao.customs.ReturnTransport;
import org.tongdao.platform.Tenancy;
import org.tongdao.terms.Finding;

/** Lists are cancelled, goods come back, months are summarised; customs' word decides. */
class LaterPapersIT extends CustomsStory {

    private static final ReturnTransport BY_RAIL =
            new ReturnTransport("RT1", "CSQU3054383", "3", "X8001", "X8001-1201", "145");

    @Autowired
    LaterPapers papers;

    @Autowired
    Summaries summaries;

    @Autowired
    Settling settling;

    private String released(String orderNo) {
        declarations.declare(shipments.batch(orderNo));
        days.pass(3);
        return told("SELECT d.cop_no FROM declaration d JOIN clearance k ON k.declaration_id = d.id WHERE d.tenant_id = current_tenant() ORDER BY d.id DESC")
                .get(0);
    }

    private String importReleased(String orderNo) {
        return importReleased(orderNo, 1);
    }

    private String importReleased(String orderNo, int pieces) {
        var row = ImportsIT.row(orderNo, "LX1", "50.00").replace(",KZ,1,011,", ",KZ," + pieces + ",011,");
        try {
            imports.take(
                    "i.csv",
                    Files.writeString(folder.resolve("i.csv"), ImportsIT.HEAD + row),
                    ImportsIT.DIRECT,
                    "broker");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        imports.declare();
        days.pass(3);
        return "TILX1-1";
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }

    @Test
    void aCancelledListDoesNotCountAndTheParcelIsDeclaredAnew() {
        Tenancy.run(tenant, () -> {
            var list = released("TEST-OK-1");
            assertThat(papers.cancel(list, "买家取消", "broker")).isEmpty();
            assertThat(rules(papers.cancel(list, "买家取消", "broker"))).containsExactly("CANCEL-ASKED");
            assertThat(told("SELECT parcel_id::text FROM clearance WHERE tenant_id = current_tenant()"))
                    .as("it counts until customs accepts")
                    .hasSize(1);
            days.pass(3);
            assertThat(
                            told(
                                    "SELECT number || ' ' || standing || ' ' || done FROM customs_paper WHERE tenant_id = current_tenant()"))
                    .containsExactly("C" + list.substring(1) + "-1 true true");
            assertThat(told("SELECT parcel_id::text FROM clearance WHERE tenant_id = current_tenant()"))
                    .isEmpty();
            assertThat(told("SELECT live::text FROM declaration WHERE tenant_id = current_tenant()"))
                    .containsExactly("false");
            assertThat(told("SELECT invt_no FROM clearance_withdrawn WHERE tenant_id = current_tenant()"))
                    .hasSize(1);
        });
    }

    @Test
    void aClearanceWhoseListStandsCannotBeTakenAway() {
        Tenancy.run(tenant, () -> {
            released("TEST-OK-1");
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> transaction.executeWithoutResult(
                            t -> jdbc.sql("DELETE FROM clearance WHERE tenant_id = current_tenant()")
                                    .update()))
                    .hasMessageContaining("its list was not cancelled");
        });
    }

    @Test
    void whatCannotBeCancelledSaysWhy() {
        Tenancy.run(tenant, () -> {
            assertThat(rules(papers.cancel("TD-NONE", "x", "broker"))).containsExactly("PAPER-NO-LIST");
            declarations.declare(shipments.batch("TEST-OK-1"));
            var list = told("SELECT cop_no FROM declaration WHERE tenant_id = current_tenant()")
                    .get(0);
            assertThat(rules(papers.cancel(list, " ", "broker"))).containsExactly("PAPER-REASON", "PAPER-NO-NUMBER");
            assertThat(rules(papers.giveBack(new ReturnAsk(list, "x", BY_RAIL, Map.of(1, BigDecimal.ONE)), "broker")))
                    .containsExactly("RETURN-NOT-RELEASED");
        });
    }

    @Test
    void exportsComeBackUpToWhatWasDeclaredAndAreCounted() {
        Tenancy.run(tenant, () -> {
            var list = released("TEST-OK-1");
            var two = new ReturnAsk(list, "滞销退货", BY_RAIL, Map.of(1, new BigDecimal("2")));
            assertThat(papers.giveBack(two, "broker")).isEmpty();
            assertThat(rules(papers.giveBack(two, "broker"))).containsExactly("RETURN-QUANTITY");
            var fromChina = new ReturnTransport("RT2", "B", "3", "X", "V", "142");
            assertThat(rules(papers.giveBack(
                            new ReturnAsk(list, "滞销退货", fromChina, Map.of(1, BigDecimal.ONE)), "broker")))
                    .containsExactly("RETURN-COUNTRY");
            days.pass(10);
            var number = "R" + list.substring(1) + "-1";
            assertThat(told("SELECT kind || ' ' || done FROM customs_paper WHERE tenant_id = current_tenant()"))
                    .containsExactly("RETURN true");
            assertThat(papers.tally(number, "", "broker")).isEmpty();
            assertThat(rules(papers.tally(number, "", "broker"))).containsExactly("TALLY-ASKED");
            assertThat(
                            told(
                                    "SELECT type FROM customs_document WHERE tenant_id = current_tenant() AND paper_id IS NOT NULL ORDER BY 1"))
                    .containsExactly("CEB213", "CEB215");
            assertThat(
                            told(
                                    "SELECT (declared || ' ' || returned) FROM customs_row_balance WHERE tenant_id = current_tenant()"))
                    .containsExactly("3.00000 2.00000");
        });
    }

    @Test
    void aCancelledImportGivesTheQuotaBackOnceAndVoidsTheBill() {
        Tenancy.run(tenant, () -> {
            var list = importReleased("TEST-OK-1");
            assertThat(told("SELECT used_fen::text FROM import_quota WHERE tenant_id = current_tenant()"))
                    .containsExactly("5000");
            assertThat(papers.cancel(list, "订购人取消", "broker")).isEmpty();
            days.pass(3);
            assertThat(told("SELECT used_fen::text FROM import_quota WHERE tenant_id = current_tenant()"))
                    .containsExactly("0");
            assertThat(told("SELECT import_id::text FROM import_release WHERE tenant_id = current_tenant()"))
                    .isEmpty();
            assertThat(told("SELECT state FROM tax_bill WHERE tenant_id = current_tenant()"))
                    .containsExactly("3");
        });
    }

    @Test
    void aFullReturnOfImportsGivesTheQuotaBackAndALateOneIsRefused() {
        Tenancy.run(tenant, () -> {
            var list = importReleased("TEST-OK-1");
            var none = new ReturnTransport("", "", "", "", "", "");
            var all = new ReturnAsk(list, "七天无理由", none, Map.of(1, BigDecimal.ONE));
            assertThat(papers.giveBack(all, "broker")).isEmpty();
            days.pass(3);
            assertThat(told(
                            "SELECT type || ' ' || s.outcome FROM customs_document c JOIN customs_state s ON s.document_id = c.id"
                                    + " WHERE c.tenant_id = current_tenant() AND type = 'CEB625'"))
                    .containsExactly("CEB625 ACCEPTED");
            assertThat(told("SELECT used_fen::text FROM import_quota WHERE tenant_id = current_tenant()"))
                    .containsExactly("0");
            clock.set(clock.instant().plus(Duration.ofDays(60)));
            assertThat(rules(papers.giveBack(all, "broker"))).contains("RETURN-QUANTITY", "RETURN-LATE");
        });
    }

    @Test
    void aPartialReturnOfImportsGivesThatPartOfTheQuotaBackOnce() {
        Tenancy.run(tenant, () -> {
            var list = importReleased("TEST-OK-1", 4);
            var none = new ReturnTransport("", "", "", "", "", "");
            var used = "SELECT used_fen::text FROM import_quota WHERE tenant_id = current_tenant()";
            assertThat(told(used)).containsExactly("20000");
            assertThat(papers.giveBack(new ReturnAsk(list, "退一件", none, Map.of(1, BigDecimal.ONE)), "broker"))
                    .isEmpty();
            assertThat(told(used)).as("customs has not accepted it").containsExactly("20000");
            days.pass(3);
            assertThat(told(used)).containsExactly("15000");
            transaction.executeWithoutResult(t -> settling.settle(
                    told("SELECT receipt_key FROM customs_document WHERE tenant_id = current_tenant()")));
            assertThat(told(used)).as("settled again").containsExactly("15000");
            assertThat(papers.giveBack(new ReturnAsk(list, "退其余", none, Map.of(1, BigDecimal.valueOf(3))), "broker"))
                    .isEmpty();
            days.pass(3);
            assertThat(told(used)).containsExactly("0");
        });
    }

    @Test
    void aMonthIsSummarisedOnceBeforeTheFifteenthAndCustomsLinesAreKept() {
        Tenancy.run(tenant, () -> {
            declarations.declare(shipments.batch("TEST-OK-1", "TEST-OK-2"));
            days.pass(3);
            assertThat(summaries.months(clock.instant()))
                    .extracting(
                            Summaries.Month::regime,
                            Summaries.Month::lists,
                            m -> m.deadline().toString())
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("9610", 2L, "2026-12-15"));
            assertThat(summaries.apply("9610", YearMonth.of(2026, 11), "broker"))
                    .isEqualTo(2);
            assertThat(summaries.apply("9610", YearMonth.of(2026, 11), "broker"))
                    .isZero();
            assertThat(summaries.months(clock.instant())).isEmpty();
            days.pass(10);
            assertThat(told("SELECT lines || ' ' || done FROM customs_paper WHERE tenant_id = current_tenant()"))
                    .containsExactly("1 true");
            assertThat(
                            told(
                                    "SELECT DISTINCT line_no::text FROM customs_summary_row WHERE tenant_id = current_tenant() AND entry_id <> ''"))
                    .containsExactly("1");
            assertThat(queue.counts()).isEmpty();
            assertThat(told("SELECT rule FROM customs_unread WHERE tenant_id = current_tenant()"))
                    .isEmpty();
        });
    }
}
