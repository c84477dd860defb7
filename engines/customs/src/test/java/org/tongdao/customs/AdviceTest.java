package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;

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
    void anOfficialCodeWithoutAdviceShowsItsOfficialText() {
        var advice = Advice.of("-625012");
        assertThat(advice.mapped()).isFalse();
        assertThat(advice.causeZh()).contains("参数库");
        assertThat(advice.causeEn()).contains("official text");
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
}
