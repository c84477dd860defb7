package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class AdviceTest {

    @Test
    void aRefusedSignatureIsExplainedInTwoLanguages() {
        var advice = Advice.of("-621029");
        assertThat(advice.mapped()).isTrue();
        assertThat(advice.official()).isEqualTo("验签失败！");
        assertThat(advice.causeEn()).contains("signature");
        assertThat(advice.fixZh()).contains("SM2");
    }

    @Test
    void everyOfficialCodeAndEveryStatusHasCauseAndFixInTwoLanguages() {
        var codes = new ArrayList<String>();
        CsvTable.resource("error-codes.csv").forEach(row -> codes.add(row.get("code")));
        assertThat(codes).hasSize(177);
        CsvTable.resource("receipt-ranks.csv").forEach(row -> codes.add(row.get("status")));
        codes.remove("<0");
        assertThat(codes)
                .allSatisfy(
                        code -> assertThat(Advice.of(code).mapped()).as(code).isTrue());
    }

    @Test
    void noFixOnlySaysToCorrectTheCause() {
        for (var row : CsvTable.resource("error-advice.csv")) {
            assertThat(row.get("fix_en"))
                    .as(row.get("code"))
                    .hasSizeGreaterThan(8)
                    .doesNotContain("correct the cause", "contact us");
            assertThat(row.get("fix_zh")).as(row.get("code")).isNotEqualTo("按回执原因更正后重新申报");
        }
    }

    @Test
    void whatCustomsPutIntoTheBracketsStandsInTheCause() {
        var receipt = new Receipt("CEB622", "k", "-621003", "", "[Code:-621003;Desc:清单申报失败，[支付单不存在]]", "", "");
        assertThat(Advice.of(receipt).causeEn()).endsWith("[支付单不存在]");
        assertThat(Advice.of(receipt).fixEn()).contains("customs match");
    }

    @Test
    void codesOfReceivingSystemsShareOneAdvice() {
        assertThat(Advice.of("4711").mapped()).isTrue();
        assertThat(Advice.of("47110").mapped()).isFalse();
    }

    @Test
    void aCodeUsedForTwoTextsShowsBoth() {
        assertThat(Advice.of("-621027").official()).contains(" / ");
    }

    @Test
    void aCodeNobodyKnowsIsShownAsSuch() {
        var advice = Advice.of("-999999");
        assertThat(advice.mapped()).isFalse();
        assertThat(advice.official()).isEmpty();
        assertThat(advice.causeZh()).contains("-999999");
    }

    @Test
    void aRefusalWithAnUnknownCodeInItsTextFallsBackToTheStatus() {
        var receipt = new Receipt("CEB604", "k", "100", "20261123180000000", "[Code:1347;Desc:商品编码不存在]", "", "");
        assertThat(receipt.code()).isEqualTo("1347");
        assertThat(Advice.of(receipt).causeEn()).isEqualTo("customs refused the document");
    }

    @Test
    void everyWrittenAdviceIsWhole() {
        for (var row : CsvTable.resource("error-advice.csv")) {
            var advice = Advice.of(row.get("code"));
            assertThat(advice.mapped()).as(advice.code()).isTrue();
            assertThat(advice.fixEn()).as(advice.code()).isNotBlank();
            assertThat(advice.fixZh()).as(advice.code()).isNotBlank();
            assertThat(advice.causeEn()).as(advice.code()).isNotBlank();
        }
    }

    @Test
    void everyAdviceIsWrittenInFourLanguages() {
        assertThat(CsvTable.resource("error-advice.csv")).allSatisfy(row -> {
            for (var language : java.util.List.of("zh", "en", "ru", "kk")) {
                assertThat(row.get("cause_" + language)).as(row.get("code")).isNotBlank();
                assertThat(row.get("fix_" + language)).as(row.get("code")).isNotBlank();
            }
        });
    }

    @Test
    void whatCustomsPutIntoBracketsStandsBehindTheCauseInEveryLanguage() {
        var advice =
                Advice.of(new Receipt("CEB622", "k", "-621003", "", "[Code:-621003;Desc:清单申报失败，[支付单不存在]]", "", ""));
        assertThat(advice.cause("ru")).endsWith("[支付单不存在]").isNotEqualTo(advice.cause("en"));
        assertThat(advice.fix("kk")).isNotBlank().isNotEqualTo(advice.fix("ru"));
        assertThat(Advice.of("no-such-code").cause("ru"))
                .isEqualTo(Advice.of("no-such-code").causeEn());
    }
}
