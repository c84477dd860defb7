package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;
import org.tongdao.terms.HsCode;

class RetailExportTest {

    static final RetailParties PARTIES = new RetailParties(
            "6501230001",
            "通道平台有限公司",
            "6501230001",
            "通道集货有限公司",
            "09910000000",
            "6501230003",
            "通道报关有限公司",
            "6501230002",
            "通道物流有限公司",
            "9400",
            "9402",
            "",
            "DXPENT0000000001");

    static final ListTerms RETAIL = new ListTerms("9610", "E", "B", ZoneLedger.NONE, "test");

    private final RetailExport export = new RetailExport(PARTIES, Tables.tariff());
    private final RetailRules rules =
            new RetailRules(Tables.tariff(), Screening.read("prohibited", Tables.data("prohibited.csv")));

    @Test
    void allThreeDocumentsObeyTheCatalogueAndTheOfficialSchema() {
        var parcel = parcel("KZ", toys(), roses());
        for (var document :
                List.of(export.order(parcel, RETAIL), export.waybill(parcel), export.list(parcel, RETAIL))) {
            var message = CebMessage.sent(Guid.of("m"), List.of(document), PARTIES.transfer());
            assertThat(CebCheck.check(message, Strictness.OUTBOUND)).isEmpty();
            assertThat(OfficialSchemas.complaint(document.type(), Envelope.seal(message, Samples.KEY)))
                    .isEmpty();
        }
    }

    @Test
    void theSumOfTheRowsIsTheValueOfTheOrderExactly() {
        var parcel = parcel("KZ", toys(), roses());
        var order = export.order(parcel, RETAIL);
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < order.rowCount(); i++) {
            sum = sum.add(new BigDecimal(order.get(i, "totalPrice")));
            assertThat(new BigDecimal(order.get(i, "price")).multiply(new BigDecimal(order.get(i, "qty"))))
                    .isEqualByComparingTo(order.get(i, "totalPrice"));
        }
        assertThat(sum).isEqualByComparingTo(order.get("goodsValue")).isEqualByComparingTo("89.97");
    }

    @Test
    void statutoryQuantitiesComeInTheUnitsOfTheTariff() {
        var list = export.list(parcel("KZ", toys(), roses()), RETAIL);
        assertThat(list.get(0, "unit1")).isEqualTo("006");
        assertThat(list.get(0, "qty1")).isEqualTo("3");
        assertThat(list.get(0, "qty2")).isEqualTo("0.6");
        assertThat(list.get(1, "unit1")).isEqualTo("035");
        assertThat(list.get(1, "qty1")).isEqualTo("0.25");
        assertThat(list.get(1, "qty2")).as("stems").isEqualTo("1");
    }

    @Test
    void theThreeDocumentsNameEachOther() {
        var parcel = parcel("PL", toys());
        var list = export.list(parcel, RETAIL);
        assertThat(list.get("orderNo")).isEqualTo(export.order(parcel, RETAIL).get("orderNo"));
        assertThat(list.get("logisticsNo")).isEqualTo(export.waybill(parcel).get("logisticsNo"));
        assertThat(list.get("country")).isEqualTo("327");
        assertThat(list.get("appTime")).as("Beijing time").isEqualTo("20261123180000");
    }

    @Test
    void aLongSkuIsShortenedAlikeInOrderAndListAndStaysDistinct() {
        var one = RetailExport.itemNo("WINTER-TRAIN-COAT-RED-XL-2026");
        var two = RetailExport.itemNo("WINTER-TRAIN-COAT-RED-XXL-2026");
        assertThat(one).hasSize(20).startsWith("WINTER-TRAI~").isNotEqualTo(two);
        assertThat(RetailExport.itemNo("SKU-1")).isEqualTo("SKU-1");
    }

    @Test
    void aGoodParcelHasNothingAgainstIt() {
        assertThat(rules.check(parcel("KZ", toys()))).isEmpty();
        assertThat(rules.version(Samples.NOW)).isEqualTo("hs-starter / prohibited-2026-11-01");
    }

    @Test
    void whatCannotBeDeclaredIsSaidWithFieldValueAndFix() {
        var bad = new RetailLine("S", "烟花", "fireworks", new HsCode("9701210000"), 1, "999", BigDecimal.ZERO, 9_000);
        var parcel = new RetailParcel("C", "O", "W", "XX", "XXX", 1, 2, Samples.NOW, List.of(bad));
        assertThat(rules.check(parcel))
                .extracting(Finding::rule)
                .containsExactly(
                        "RETAIL-COUNTRY",
                        "RETAIL-CURRENCY",
                        "RETAIL-WEIGHT",
                        "RETAIL-HS",
                        "RETAIL-UNIT",
                        "RETAIL-VALUE",
                        "GOODS-PROHIBITED");
        assertThat(rules.check(parcel))
                .allMatch(f -> f.place().source().equals("C") && !f.maybe().isBlank());
    }

    @Test
    void aContainerIsBoundBagByBag() {
        var bound = List.of(
                new MasterHouseBinding.Bound("106141411234567897", "LX000000001CN", "94002026E000000001"),
                new MasterHouseBinding.Bound("106141411234567897", "LX000000002CN", "94002026E000000002"));
        var documents =
                new MasterHouseBinding("B-1", "X8001", "CSQU3054383-1", 900, Samples.NOW, bound).documents(PARTIES);
        assertThat(documents).hasSize(1);
        assertThat(documents.get(0).get(1, "invtNo")).isEqualTo("94002026E000000002");
        var message = CebMessage.sent(Guid.of("b"), documents, PARTIES.transfer());
        assertThat(CebCheck.check(message, Strictness.OUTBOUND)).isEmpty();
        assertThat(OfficialSchemas.complaint(message.type(), Envelope.seal(message, Samples.KEY)))
                .isEmpty();
    }

    @Test
    void aLongBindingIsSplitIntoPartsThatCountThemselves() {
        var bound = new ArrayList<MasterHouseBinding.Bound>();
        for (int i = 0; i < 5_001; i++) {
            bound.add(new MasterHouseBinding.Bound("bag", "W" + i, "94002026E" + i));
        }
        var documents = new MasterHouseBinding("B-1", "X8001", "BILL", 900, Samples.NOW, bound).documents(PARTIES);
        assertThat(documents)
                .extracting(d -> d.get("msgSeqNo") + "/" + d.get("msgCount"))
                .containsExactly("1/2", "2/2");
        assertThat(documents).extracting(CebDocument::rowCount).containsExactly(5_000, 1);
        assertThat(ReceiptKey.of(documents.get(1))).isEqualTo("CEB608|B-1|2");
    }

    static RetailParcel parcel(String country, RetailLine... lines) {
        return new RetailParcel(
                "C-1", "ORDER-1", "LX000000001CN", country, "CNY", 1_000, 850, Samples.NOW, List.of(lines));
    }

    static RetailLine toys() {
        return new RetailLine(
                "TOY-1", "积木玩具", "building blocks", new HsCode("9503008390"), 3, "006", new BigDecimal("19.99"), 600);
    }

    static RetailLine roses() {
        return new RetailLine(
                "ROSE-1", "鲜切玫瑰", "fresh cut roses", new HsCode("0603110000"), 1, "013", new BigDecimal("30"), 250);
    }
}
