package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

class SiteReportTest {

    private static final RetailParties PARTIES = new RetailParties(
            "6501230001",
            "平台",
            "6501230001",
            "通道集货有限公司",
            "",
            "6501230003",
            "通道报关",
            "6501230002",
            "通道物流",
            "9400",
            "9402",
            "",
            "DXPENT0000000001");

    private static SiteReport report(int parcels) {
        return new SiteReport(
                "S-1",
                new SiteReport.Site("6501230009", "口岸仓"),
                new SiteReport.Conveyance("X8086", "X8086-1123", "BILL-1"),
                Samples.NOW,
                Samples.NOW.plusSeconds(3_600),
                IntStream.rangeClosed(1, parcels)
                        .mapToObj(i -> new SiteReport.Parcel("LX" + i, i % 2 == 0 ? "BAG" : ""))
                        .toList());
    }

    private static void good(List<CebDocument> documents) {
        for (var document : documents) {
            assertThat(CebCheck.check(document, Strictness.OUTBOUND)).noneMatch(Finding::stops);
            byte[] xml = Envelope.seal(CebMessage.sent(Guid.of("m"), List.of(document), Samples.TRANSFER), Samples.KEY);
            assertThat(OfficialSchemas.complaint(document.type(), xml)).isEmpty();
        }
    }

    @Test
    void arrivalDepartureAndInboundDetailAreGood() {
        good(report(3).arrival(PARTIES));
        good(report(3).departure(PARTIES));
        good(List.of(report(3).inbound(PARTIES)));
        var left = report(3).departure(PARTIES).get(0);
        assertThat(left.get("leaveTime")).isEqualTo("20261123180000");
        assertThat(left.get("appTime")).as("reported an hour later").isEqualTo("20261123190000");
        assertThat(left.get("trafName") + " " + left.get("voyageNo")).isEqualTo("X8086 X8086-1123");
        assertThat(report(3).arrival(PARTIES).get(0).get(1, "totalPackageNo")).isEqualTo("BAG");
    }

    @Test
    void manyParcelsGoInPartsThatCountThemselves() {
        var parts = report(5_001).departure(PARTIES);
        assertThat(parts)
                .extracting(d -> d.get("msgSeqNo") + "/" + d.get("msgCount") + " " + d.rowCount())
                .containsExactly("1/2 5000", "2/2 1");
        assertThat(parts).extracting(ReceiptKey::of).doesNotHaveDuplicates();
    }

    @Test
    void aSummaryNamesItsLists() {
        var invtNos = IntStream.range(0, 5_001)
                .mapToObj(i -> "94002026E" + "%09d".formatted(i))
                .toList();
        var parts = new SummaryApplication("SUM-1", false, Samples.NOW, invtNos).documents(PARTIES);
        good(parts);
        assertThat(parts).hasSize(2);
        assertThat(parts.get(1).get(0, "invtNo")).isEqualTo("94002026E000005000");
        assertThatThrownBy(() -> new SummaryApplication("SUM-1", false, Samples.NOW, List.of()))
                .hasMessageContaining("SUM-1");
    }

    @Test
    void listRowsThatAgreeInTheMergeKeyBecomeOneLine() {
        var key = List.of(
                "consignor", "transport", "owner", "country", "office", "destination", "hs", "currency", "unit");
        var other = Samples.inventoryBuilder("3").cell("gcode", "9503006000").build();
        var lines = SummaryLine.of(List.of(Samples.inventory("1"), Samples.inventory("2"), other), key);
        assertThat(lines).extracting(SummaryLine::rows).containsExactly(2, 1);
        assertThat(lines.get(0).quantity()).isEqualByComparingTo("4");
        assertThat(lines.get(0).value()).isEqualByComparingTo("102.00");
        assertThat(lines.get(0).netKilograms()).isEqualByComparingTo("0.8");
        var total = lines.stream().map(SummaryLine::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(total).as("nothing is lost").isEqualByComparingTo("153.00");
        assertThatThrownBy(() -> SummaryLine.of(List.of(other), List.of("colour")))
                .hasMessageContaining("colour");
    }

    @Test
    void whatCustomsMadeOfThemIsRead() {
        var document = CebReader.read(
                        "792", Fixtures.bytes(CebCatalogue.official().get("CEB792")))
                .get()
                .documents()
                .get(0);
        var result = SummaryResult.of(document);
        assertThat(result.sumNo()).isEqualTo(document.get("sumNo"));
        assertThat(result.rows()).hasSize(document.rowCount()).allMatch(r -> r.hs().length() == 10);
    }

    @Test
    void taxBillsAndTheirStatesAreReadWhateverTheOrder() {
        var bill = CebDocument.of(CebCatalogue.official().get("CEB816"))
                .put("guid", Guid.of("b"))
                .put("returnTime", "20261123180000000")
                .put("invtNo", "I-1")
                .put("taxNo", "T-1")
                .put("customsTax", "0")
                .put("valueAddedTax", "91")
                .put("consumptionTax", "0")
                .put("status", "1")
                .row()
                .cell("gnum", "1")
                .cell("gcode", "9503008390")
                .cell("taxPrice", "1000")
                .cell("customsTax", "0")
                .cell("valueAddedTax", "91.00")
                .cell("consumptionTax", "0")
                .build();
        var state = CebDocument.of(CebCatalogue.official().get("CEB818"))
                .put("guid", Guid.of("s"))
                .put("returnTime", "20261223180000000")
                .put("invtNo", "I-1")
                .put("taxNo", "T-1")
                .put("status", "2")
                .build();
        var both = List.of(TaxBill.of(bill), TaxBill.of(state));
        assertThat(TaxBill.latest(both)).isEqualTo("2");
        assertThat(TaxBill.latest(List.of(both.get(1), both.get(0), both.get(0))))
                .isEqualTo("2");
        assertThat(both.get(0).taxFen()).isEqualTo(9_100);
        assertThat(both.get(0).lines()).extracting(TaxBill.Line::valueFen).containsExactly(100_000L);
        assertThat(both.get(1).whole()).isFalse();
        var own = new TaxAssessment(
                "O",
                TaxAssessment.Way.COMPOSITE,
                List.of(new TaxAssessment.Line("9503008390", 100_000, 0, 0, 9_101)),
                0,
                "v",
                List.of());
        assertThat(both.get(0).against(own)).isEmpty();
        var wrong = new TaxAssessment(
                "O",
                TaxAssessment.Way.COMPOSITE,
                List.of(new TaxAssessment.Line("9503008390", 100_000, 0, 0, 9_200)),
                0,
                "v",
                List.of());
        assertThat(both.get(0).against(wrong)).extracting(Finding::rule).containsExactly("TAX-BILL-DIFFERS");
    }

    @Test
    void theOfficialFixturesOfTaxBillsAreRead() {
        for (var code : List.of("CEB816", "CEB818")) {
            var document = CebReader.read(
                            code, Fixtures.bytes(CebCatalogue.official().get(code)))
                    .get()
                    .documents()
                    .get(0);
            assertThat(TaxBill.of(document).taxNo()).isNotBlank();
        }
    }
}
