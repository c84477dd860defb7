package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.CustomsRegime;
import org.tongdao.terms.Finding;

class ListPapersTest {

    private static final ListReference REFERENCE =
            new ListReference("R-1", "94002026E000000001", "七天无理由退货", Samples.NOW);
    private static final ReturnTransport RAIL = new ReturnTransport("LX1", "BILL-1", "3", "X8086", "X8086", "145");
    private static final RegimeRules RULES = Regimes.read("regimes", Tables.data("regimes.csv"))
            .on(CustomsRegime.DIRECT_EXPORT_9610, TradeWay.EXPORT, LocalDate.parse("2026-11-28"));

    private final CebDocument export = Samples.inventory("1");
    private final CebDocument imported = CebReader.read(
                    "621", Fixtures.bytes(CebCatalogue.official().get("CEB621")))
            .get()
            .documents()
            .get(0);

    /** Good by catalogue, readable again and, signed, valid by the official schema. */
    private static void good(CebDocument document) {
        assertThat(CebCheck.check(document, Strictness.OUTBOUND)).noneMatch(Finding::stops);
        var message = CebMessage.sent(Guid.of("m"), List.of(document), Samples.TRANSFER);
        byte[] xml = Envelope.seal(message, Samples.KEY);
        assertThat(CebWriter.write(CebReader.read(
                                "x",
                                Envelope.open("x", xml, Trust.whoeverSigned(), Samples.NOW)
                                        .content()
                                        .orElseThrow())
                        .get()))
                .isEqualTo(CebWriter.write(message));
        assertThat(OfficialSchemas.complaint(document.type(), xml)).isEmpty();
    }

    @Test
    void cancellationsRepeatTheListTheyCancel() {
        var paper = ListPapers.cancel(export, REFERENCE);
        good(paper);
        assertThat(paper.type().code()).isEqualTo("CEB605");
        assertThat(paper.get("copNo")).isEqualTo("R-1");
        assertThat(paper.get("ebcCode")).isEqualTo(export.get("ebcCode"));
        var other = ListPapers.cancel(imported, new ListReference("R-1", "460120261123456789", "买家取消", Samples.NOW));
        good(other);
        assertThat(other.type().code()).isEqualTo("CEB623");
        assertThat(other.get("buyerIdNumber")).isEqualTo(imported.get("buyerIdNumber"));
        assertThatThrownBy(() -> ListPapers.cancel(paper, REFERENCE)).hasMessageContaining("CEB605");
    }

    @Test
    void exportReturnsCarryThePartThatComesBack() {
        var paper = ListPapers.exportReturn(export, REFERENCE, RAIL, Map.of(1, BigDecimal.ONE), RULES);
        good(paper);
        assertThat(paper.get("tradeMode")).isEqualTo("9661");
        assertThat(paper.get("ieFlag")).isEqualTo("I");
        assertThat(paper.get(0, "qty")).isEqualTo("1");
        assertThat(paper.get(0, "qty1")).isEqualTo("1");
        assertThat(paper.get(0, "qty2")).isEqualTo("0.2");
        assertThat(paper.get(0, "gcode")).isEqualTo(export.get(0, "gcode"));
        good(ListPapers.tally(paper, "6501230009", "口岸仓", REFERENCE));
    }

    @Test
    void importReturnsAreBuiltAndInTime() {
        var paper = ListPapers.importReturn(
                imported,
                new ListReference("R-1", "460120261123456789", "退货", Samples.NOW),
                Map.of(1, new BigDecimal(imported.get(0, "qty"))));
        good(paper);
        assertThat(paper.type().code()).isEqualTo("CEB625");
        var rules = Regimes.read("regimes", Tables.data("regimes.csv"))
                .on(CustomsRegime.BONDED_1210, TradeWay.IMPORT, LocalDate.parse("2026-10-01"));
        assertThat(ReturnRules.inTime(imported, rules, LocalDate.parse("2026-11-15")))
                .isEmpty();
        assertThat(ReturnRules.inTime(imported, rules, LocalDate.parse("2026-11-16")))
                .extracting(Finding::rule)
                .containsExactly("RETURN-LATE");
        assertThat(ReturnRules.inTime(export, RULES, LocalDate.parse("2026-11-16")))
                .hasSize(1);
    }

    @Test
    void notMoreComesBackThanWentOut() {
        assertThat(rules(Map.of(1, new BigDecimal(2)), Map.of())).isEmpty();
        assertThat(rules(Map.of(1, new BigDecimal(2)), Map.of(1, BigDecimal.ONE)))
                .containsExactly("RETURN-QUANTITY");
        assertThat(rules(Map.of(1, new BigDecimal(3)), Map.of())).containsExactly("RETURN-QUANTITY");
        assertThat(rules(Map.of(2, BigDecimal.ONE), Map.of())).containsExactly("RETURN-ROW");
        assertThat(rules(Map.of(), Map.of())).containsExactly("RETURN-EMPTY");
        assertThat(ReturnRules.origin(RAIL)).isEmpty();
        assertThat(ReturnRules.origin(new ReturnTransport("LX1", "B", "3", "X", "X", "142")))
                .hasSize(1);
    }

    private List<String> rules(Map<Integer, BigDecimal> quantities, Map<Integer, BigDecimal> before) {
        return ReturnRules.check(export, quantities, before).stream()
                .map(Finding::rule)
                .toList();
    }
}
