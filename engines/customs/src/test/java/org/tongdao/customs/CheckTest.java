package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Severity;

class CheckTest {

    @Test
    void aGoodMessageHasNoFindings() {
        assertThat(CebCheck.check(Samples.lists(2), Strictness.OUTBOUND)).isEmpty();
    }

    @Test
    void aFindingNamesDocumentRowFieldValueAndTheChineseLabel() {
        var document = Samples.inventoryBuilder("9").cell("gcode", "95030083").build();
        assertThat(CebCheck.check(document, Strictness.OUTBOUND))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.rule()).isEqualTo("CEB-FORMAT");
                    assertThat(f.severity()).isEqualTo(Severity.ERROR);
                    assertThat(f.place()).hasToString("CEB603 COP-9:1 [gcode]");
                    assertThat(f.value()).isEqualTo("95030083");
                    assertThat(f.maybe()).contains("商品编码").contains("C10");
                });
    }

    @Test
    void whatIsMissingOutsideOfTheCodesOrTooLongIsFound() {
        var document = Samples.inventoryBuilder("9")
                .put("orderNo", "")
                .put("tradeMode", "9999")
                .put("wrapType", "9")
                .put("logisticsNo", "x".repeat(33))
                .put("grossWeight", "1.234567")
                .put("note", "bell \u0007")
                .build();
        assertThat(rules(document))
                .containsExactlyInAnyOrder(
                        "CEB-MISSING", "CEB-CODE", "CEB-CODE", "CEB-FORMAT", "CEB-FORMAT", "CEB-CHARACTER");
        assertThat(CebCheck.check(document, Strictness.OUTBOUND))
                .filteredOn(f -> f.place().column().equals("wrapType"))
                .allMatch(f -> f.severity() == Severity.WARNING);
    }

    @Test
    void rowsAreCountedAndNumbered() {
        var none = CebDocument.of(CebCatalogue.official().get("CEB603")).build();
        assertThat(rules(none)).contains("CEB-ROW-COUNT");
        var misnumbered = Samples.inventoryBuilder("1").cell("gnum", "2").build();
        assertThat(rules(misnumbered)).containsExactly("CEB-ROW-NUMBER");
    }

    @Test
    void aMessageHoldsAtMostAHundredDocumentsAndNamesItsSender() {
        assertThat(CebCheck.check(Samples.lists(101), Strictness.OUTBOUND))
                .extracting(Finding::rule)
                .containsExactly("CEB-DOCUMENT-COUNT");
        var nobody = CebMessage.received("short", List.of(Samples.inventory("1")));
        assertThat(CebCheck.check(nobody, Strictness.OUTBOUND))
                .extracting(Finding::rule)
                .containsExactly("CEB-GUID", "CEB-TRANSFER-MISSING");
    }

    @Test
    void receiptsWithoutANumberThatOnlyTheSchemaWantsAreTakenWithANote() {
        var receipt = CebDocument.of(CebCatalogue.official().get("CEB604"))
                .put("guid", Guid.of("r"))
                .put("agentCode", "6501230001")
                .put("copNo", "COP-1")
                .put("ebcCode", "6501230001")
                .put("ebpCode", "6501230001")
                .put("orderNo", "O-1")
                .put("statisticsFlag", "B")
                .put("returnStatus", "-301008")
                .put("returnTime", "20261123180000000")
                .put("returnInfo", "x")
                .build();
        assertThat(CebCheck.check(receipt, Strictness.INBOUND))
                .allMatch(f -> f.severity() == Severity.INFO)
                .extracting(f -> f.rule() + " " + f.place().column())
                .containsExactly("CEB-LENIENT preNo", "CEB-LENIENT invtNo");
        assertThat(CebCheck.check(receipt, Strictness.OUTBOUND))
                .allMatch(Finding::stops)
                .hasSize(2);
    }

    @Test
    void twoDocumentsWithOneNumberInAMessageAreFound() {
        var twice = Samples.lists(List.of(Samples.inventory("1"), Samples.inventory("1")));
        assertThat(CebCheck.check(twice, Strictness.OUTBOUND))
                .extracting(f -> f.rule() + " " + f.place().column())
                .containsExactly("CEB-DUPLICATE guid", "CEB-DUPLICATE number");
        assertThat(CebCheck.check(twice, Strictness.OUTBOUND).get(1).value()).isEqualTo("CEB604|6501230001|COP-1");
        var sameNumber = Samples.lists(List.of(
                Samples.inventory("1"),
                Samples.inventoryBuilder("2").put("copNo", "COP-1").build()));
        assertThat(CebCheck.check(sameNumber, Strictness.OUTBOUND))
                .extracting(f -> f.rule() + " " + f.place().column())
                .containsExactly("CEB-DUPLICATE number");
    }

    @Test
    void aReceiptMayRepeatItsDocumentInOneMessage() {
        var receipt = Samples.receipt("120", "20261123180000000");
        var later = Samples.receipt("399", "20261123180000001");
        var message = CebMessage.received(Guid.of("m"), List.of(receipt, later));
        assertThat(CebCheck.check(message, Strictness.INBOUND))
                .noneMatch(f -> f.rule().equals("CEB-DUPLICATE"));
    }

    private static List<String> rules(CebDocument document) {
        return CebCheck.check(document, Strictness.OUTBOUND).stream()
                .map(Finding::rule)
                .toList();
    }
}
