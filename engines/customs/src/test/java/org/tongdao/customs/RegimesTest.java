package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongdao.terms.CustomsRegime.B2B_DIRECT_EXPORT_9710;
import static org.tongdao.terms.CustomsRegime.BONDED_1210;
import static org.tongdao.terms.CustomsRegime.DIRECT_EXPORT_9610;
import static org.tongdao.terms.CustomsRegime.OVERSEAS_WAREHOUSE_9810;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongdao.terms.CustomsRegime;

class RegimesTest {

    private static final Regimes REGIMES = Regimes.read("regimes", Tables.data("regimes.csv"));
    private static final LocalDate TODAY = LocalDate.parse("2026-11-28");

    private static RegimeRules export(CustomsRegime regime, String day) {
        return REGIMES.on(regime, TradeWay.EXPORT, LocalDate.parse(day));
    }

    @Test
    void aReceiptOfMoneyIsNoLongerAskedForSinceTheEndOf2024() {
        assertThat(export(DIRECT_EXPORT_9610, "2024-12-14").documents()).containsExactly("CEB303", "CEB403", "CEB505");
        assertThat(export(DIRECT_EXPORT_9610, "2024-12-15").documents()).containsExactly("CEB303", "CEB505");
        assertThat(export(DIRECT_EXPORT_9610, "2024-12-14").missing(List.of("CEB303", "CEB505")))
                .containsExactly("CEB403");
        assertThat(export(DIRECT_EXPORT_9610, "2026-11-28").missing(List.of("CEB303", "CEB505")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "list-limit-cny,many",
        "list-limit-cny,-5",
        "summary-deadline-day,31",
        "return-window-days,1.5",
        "rounding-tolerance,''"
    })
    void aRuleThatIsAFigureHoldsOneOrTheTableIsRefusedWithRuleAndValue(String rule, String value) {
        var table = "rule,regime,way,valid_from,valid_to,value,source,mark\n" + rule + ",9610,E,2018-06-30,," + value
                + ",x,y\n";
        assertThatThrownBy(() -> Regimes.read("regimes", new StringReader(table)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(rule, "'" + value + "'", "Maybe");
    }

    @Test
    void twoRowsThatHoldAtOnceAreNamedByTheirDays() {
        var table = "rule,regime,way,valid_from,valid_to,value,source,mark\n"
                + "order-type,9610,E,2026-05-01,,B,x,y\norder-type,9610,E,2018-06-30,,E,x,y\n";
        assertThatThrownBy(() -> Regimes.read("regimes", new StringReader(table)))
                .hasMessage("two rows hold at once: order-type of 9610 from 2018-06-30 still holds on 2026-05-01."
                        + " Maybe the older has no valid_to.");
    }

    @Test
    void aDecisionAskedAgainYearsLaterHasTheSameAnswerAndVersion() {
        var then = export(DIRECT_EXPORT_9610, "2024-12-01");
        assertThat(then.version()).isEqualTo("regimes-2022-05-01");
        assertThat(export(DIRECT_EXPORT_9610, "2026-11-28").version()).isEqualTo("regimes-2026-04-01");
        var withFuture = Regimes.read(
                "regimes",
                new StringReader("rule,regime,way,valid_from,valid_to,value,source,mark\n"
                        + "documents,9610,E,2018-06-30,2024-12-15,303|403|505,x,[S]\n"
                        + "documents,9610,E,2024-12-15,2030-01-01,303|505,x,[S]\n"
                        + "documents,9610,E,2030-01-01,,303,x,[S]\n"));
        assertThat(withFuture
                        .on(DIRECT_EXPORT_9610, TradeWay.EXPORT, LocalDate.parse("2024-12-01"))
                        .documents())
                .isEqualTo(then.documents());
    }

    @ParameterizedTest
    @CsvSource({
        "9710, 5000, false, LIST",
        "9710, 5000.01, false, DECLARATION",
        "9810, 4999, true, DECLARATION",
        "9610, 9000, false, LIST",
        "1210, 9000, true, LIST"
    })
    void theLimitOfListModeIsThatOfTheRegime(String regime, BigDecimal value, boolean licence, DeclarationMode mode) {
        var rules = REGIMES.on(CustomsRegime.ofCode(regime), TradeWay.EXPORT, TODAY);
        assertThat(rules.mode(new RegimeCase(value, licence, false, false, false, false)))
                .isEqualTo(mode);
    }

    @Test
    void simplifiedListsAreForPilotZonesWithoutRebate() {
        var rules = export(DIRECT_EXPORT_9610, "2026-11-28");
        var plain = new RegimeCase(BigDecimal.TEN, false, false, false, false, true);
        assertThat(rules.mode(plain)).isEqualTo(DeclarationMode.SIMPLIFIED_LIST);
        assertThat(rules.statisticsFlag(rules.mode(plain))).isEqualTo("A");
        assertThat(rules.hsDigits(rules.mode(plain))).isEqualTo(4);
        assertThat(export(B2B_DIRECT_EXPORT_9710, "2026-11-28").hsDigits(DeclarationMode.SIMPLIFIED_LIST))
                .isEqualTo(6);
        var rebate = new RegimeCase(BigDecimal.TEN, false, false, false, true, true);
        assertThat(rules.statisticsFlag(rules.mode(rebate))).isEqualTo("B");
        assertThat(rules.hsDigits(rules.mode(RegimeCase.plain(BigDecimal.TEN)))).isEqualTo(10);
    }

    @Test
    void summariesAreDueOnTheFifteenthOfTheMonthAfterReleaseInChina() {
        var rules = export(DIRECT_EXPORT_9610, "2026-11-28");
        assertThat(rules.summaryDeadline(Instant.parse("2026-11-30T15:59:59Z")))
                .contains(LocalDate.parse("2026-12-15"));
        assertThat(rules.summaryDeadline(Instant.parse("2026-11-30T16:00:00Z")))
                .contains(LocalDate.parse("2027-01-15"));
        assertThat(rules.summaryKey()).contains("consignor", "hs").hasSize(9);
        assertThat(export(B2B_DIRECT_EXPORT_9710, "2026-11-28").summaryDeadline(Instant.EPOCH))
                .isEmpty();
    }

    @Test
    void returnsFollowTheDayOfExport() {
        assertThat(export(DIRECT_EXPORT_9610, "2025-12-31").dutyFreeReturnUntil(false))
                .isEmpty();
        assertThat(export(OVERSEAS_WAREHOUSE_9810, "2026-01-01").dutyFreeReturnUntil(false))
                .contains(LocalDate.parse("2026-07-01"));
        assertThat(export(DIRECT_EXPORT_9610, "2026-08-31").dutyFreeReturnUntil(false))
                .contains(LocalDate.parse("2027-02-28"));
        assertThat(export(DIRECT_EXPORT_9610, "2026-08-31").dutyFreeReturnUntil(true))
                .as("food")
                .isEmpty();
        assertThat(export(DIRECT_EXPORT_9610, "2028-01-01").dutyFreeReturnUntil(false))
                .isEmpty();
        assertThat(export(DIRECT_EXPORT_9610, "2026-03-31")
                        .find("return-cross-zone")
                        .orElseThrow()
                        .value())
                .contains("pilot");
        assertThat(export(DIRECT_EXPORT_9610, "2026-04-01")
                        .find("return-cross-zone")
                        .orElseThrow()
                        .value())
                .contains("nationwide");
        assertThat(export(DIRECT_EXPORT_9610, "2026-11-28").returnTradeMode()).contains("9661");
        assertThat(export(BONDED_1210, "2026-11-28").returnTradeMode()).contains("1261");
        assertThat(REGIMES.on(BONDED_1210, TradeWay.IMPORT, TODAY).returnUntil())
                .contains(TODAY.plusDays(45));
    }

    @Test
    void bondedGoodsNeedAnAccountBookAndImportsAPayment() {
        assertThat(export(BONDED_1210, "2026-11-28").needsEms()).isTrue();
        assertThat(export(DIRECT_EXPORT_9610, "2026-11-28").needsEms()).isFalse();
        var bonded = REGIMES.on(BONDED_1210, TradeWay.IMPORT, TODAY);
        assertThat(bonded.match()).isEqualTo(new MatchRules(true, true, new BigDecimal("0.01"), bonded.version()));
        assertThat(export(DIRECT_EXPORT_9610, "2026-11-28").match().paymentNeeded())
                .isFalse();
        assertThat(export(OVERSEAS_WAREHOUSE_9810, "2026-11-28").orderType()).isEqualTo("W");
        assertThat(export(B2B_DIRECT_EXPORT_9710, "2026-11-28").orderType()).isEqualTo("B");
    }

    @Test
    void aRegimeIsOpenOnlyInItsDirectionAndTime() {
        assertThat(REGIMES.on(B2B_DIRECT_EXPORT_9710, TradeWay.IMPORT, TODAY).isOpen())
                .isFalse();
        assertThat(export(B2B_DIRECT_EXPORT_9710, "2020-06-30").isOpen()).isFalse();
        assertThat(export(B2B_DIRECT_EXPORT_9710, "2020-07-01").isOpen()).isTrue();
    }

    @Test
    void refundOnDepartureAndWarehouseFilingHaveTheirDays() {
        assertThat(export(OVERSEAS_WAREHOUSE_9810, "2025-01-26").find("refund-on-departure"))
                .isEmpty();
        assertThat(export(OVERSEAS_WAREHOUSE_9810, "2025-01-27")
                        .find("refund-on-departure")
                        .orElseThrow()
                        .value())
                .isEqualTo("HWC-YT");
        assertThat(export(OVERSEAS_WAREHOUSE_9810, "2024-12-14")
                        .find("warehouse-filing")
                        .orElseThrow()
                        .value())
                .isEqualTo("yes");
    }

    @Test
    void twoRowsForOneQuestionOnOneDayAreRefused() {
        var table = "rule,regime,way,valid_from,valid_to,value,source,mark\ndocuments,9610,E,2018-06-30,,303,x,[S]\n"
                + "documents,9610,E,2024-12-15,,505,x,[S]\n";
        assertThatThrownBy(() -> Regimes.read("x", new StringReader(table))).hasMessageContaining("valid_to");
    }

    @Test
    void everyRowHasASourceAndAMark() {
        assertThat(REGIMES.list()).hasSizeGreaterThan(40).allSatisfy(rule -> {
            assertThat(rule.source()).isNotBlank();
            assertThat(rule.mark()).isIn("[S]", "[M]");
        });
    }

    @Test
    void thePageOfRulesIsThatOfTheTable() {
        var page = new StringBuilder("""
                # Rules of the regimes by day
                From `data/regimes.csv`. [S] read in a source, [M] from memory. A decision stores the version: the table's name and the day of the last change
                that counted for it.

                """);
        page.append(Pages.head("rule", "regime", "way", "from", "until", "value", "source", "mark"));
        for (var rule : REGIMES.list()) {
            page.append(Pages.row(
                    rule.rule(),
                    rule.regime(),
                    rule.way(),
                    rule.from(),
                    rule.until().equals(LocalDate.MAX) ? "" : rule.until(),
                    rule.value(),
                    rule.source(),
                    rule.mark()));
        }
        Pages.compare("rules.md", page.toString());
    }
}
