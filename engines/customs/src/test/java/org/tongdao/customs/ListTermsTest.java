package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.CustomsRegime;
import org.tongdao.terms.Finding;

class ListTermsTest {

    private static final ZoneLedger LEDGER = new ZoneLedger("H94001234567", "6501230005", "通道保税仓储有限公司");
    private static final List<String> OURS = List.of("CEB303", "CEB505");

    private final RetailExport export = new RetailExport(RetailExportTest.PARTIES, Tables.tariff());

    private static RegimeRules rules(CustomsRegime regime, String day) {
        return Regimes.read("regimes", Tables.data("regimes.csv")).on(regime, TradeWay.EXPORT, LocalDate.parse(day));
    }

    private static List<String> against(CustomsRegime regime, String day, String yuan) {
        return ListTerms.against(
                        "C-1", rules(regime, day), RegimeCase.plain(new BigDecimal(yuan)), ZoneLedger.NONE, OURS)
                .stream()
                .map(Finding::rule)
                .toList();
    }

    @Test
    void everyExportRegimeWritesOrderAndListThatObeyCatalogueAndSchema() {
        var kinds = List.of("E", "B", "W", "E");
        var parcel = RetailExportTest.parcel("KZ", RetailExportTest.toys());
        for (var regime : CustomsRegime.values()) {
            var terms =
                    ListTerms.of(regime, rules(regime, "2026-11-28"), RegimeCase.plain(parcel.goodsValue()), LEDGER);
            var order = export.order(parcel, terms);
            var list = export.list(parcel, terms);
            assertThat(order.get("orderType")).isEqualTo(kinds.get(regime.ordinal()));
            assertThat(list.get("tradeMode")).isEqualTo(regime.code());
            assertThat(list.find("emsNo").isPresent()).isEqualTo(regime == CustomsRegime.BONDED_1210);
            for (var document : List.of(order, list)) {
                assertThat(CebCheck.check(document, Strictness.OUTBOUND)).isEmpty();
                var message =
                        CebMessage.sent(Guid.of(regime.code()), List.of(document), RetailExportTest.PARTIES.transfer());
                assertThat(OfficialSchemas.complaint(message.type(), Envelope.seal(message, Samples.KEY)))
                        .isEmpty();
            }
        }
    }

    @Test
    void inAPilotZonePlainGoodsAreDeclaredSimplified() {
        var pilot = new RegimeCase(BigDecimal.TEN, false, false, false, false, true);
        for (var regime : CustomsRegime.values()) {
            var terms = ListTerms.of(regime, rules(regime, "2026-11-28"), pilot, LEDGER);
            assertThat(terms.statisticsFlag()).isEqualTo(regime == CustomsRegime.BONDED_1210 ? "B" : "A");
        }
    }

    @Test
    void goodsToCompaniesOverTheLimitNeedADeclaration() {
        assertThat(against(CustomsRegime.B2B_DIRECT_EXPORT_9710, "2026-11-28", "5000"))
                .isEmpty();
        assertThat(against(CustomsRegime.B2B_DIRECT_EXPORT_9710, "2026-11-28", "5000.01"))
                .containsExactly("REGIME-LIST-LIMIT");
        assertThat(against(CustomsRegime.OVERSEAS_WAREHOUSE_9810, "2026-11-28", "5000.01"))
                .containsExactly("REGIME-LIST-LIMIT");
        assertThat(against(CustomsRegime.DIRECT_EXPORT_9610, "2026-11-28", "50000"))
                .isEmpty();
    }

    @Test
    void whatCustomsAskedForDependsOnTheDay() {
        assertThat(against(CustomsRegime.B2B_DIRECT_EXPORT_9710, "2024-12-14", "100"))
                .containsExactly("REGIME-DOCUMENT");
        assertThat(against(CustomsRegime.B2B_DIRECT_EXPORT_9710, "2020-06-30", "100"))
                .containsExactly("REGIME-CLOSED");
    }

    @Test
    void zoneExportNeedsItsAccountBook() {
        assertThat(against(CustomsRegime.BONDED_1210, "2026-11-28", "100")).containsExactly("REGIME-LEDGER");
    }
}
