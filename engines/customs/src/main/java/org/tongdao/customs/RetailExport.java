package org.tongdao.customs;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Export by list under 9610, 9710, 9810 and 1210: turns a parcel into its order or booking (303), waybill (505) and list (603).
 *
 * <p>Pure and fast; whether the parcel may be declared is {@link RetailRules}' question and comes first. Quantities in statutory units come from the
 * tariff book: kilograms from the net weight, everything countable from the declared quantity. Freight and insurance are declared as 0 in CNY: prices
 * are FOB. The port of destination is the code of the country, since inland destinations have no port code (assumed).
 */
public final class RetailExport {

    private static final String YUAN = "142";
    private static final String KILOGRAM = "035";
    private static final String GRAM = "036";
    private static final String CARTON = "2";
    private static final String RAIL = "3";
    private static final CodeLists CODES = CodeLists.official();
    private static final CebType ORDER = CebCatalogue.official().get("CEB303");
    private static final CebType WAYBILL = CebCatalogue.official().get("CEB505");
    private static final CebType LIST = CebCatalogue.official().get("CEB603");

    private final RetailParties parties;
    private final TariffBook tariff;

    public RetailExport(RetailParties parties, TariffBook tariff) {
        this.parties = parties;
        this.tariff = tariff;
    }

    /** The order or booking, as the platform sends it. */
    public CebDocument order(RetailParcel parcel, ListTerms terms) {
        var order = begin(ORDER, "order/" + parcel.copNo(), parcel)
                .put("orderType", terms.orderType())
                .put("orderNo", parcel.orderNo())
                .put("ebpCode", parties.platformCode())
                .put("ebpName", parties.platformName())
                .put("ebcCode", parties.companyCode())
                .put("ebcName", parties.companyName())
                .put("goodsValue", number(parcel.goodsValue()))
                .put("freight", "0")
                .put("currency", currency(parcel));
        int gnum = 0;
        for (var line : parcel.lines()) {
            order.row()
                    .cell("gnum", String.valueOf(++gnum))
                    .cell("itemNo", itemNo(line.sku()))
                    .cell("itemName", line.nameZh())
                    .cell("unit", line.unit())
                    .cell("currency", currency(parcel))
                    .cell("qty", String.valueOf(line.quantity()))
                    .cell("price", number(line.unitPrice()))
                    .cell("totalPrice", number(line.total()));
        }
        return order.build();
    }

    /** The waybill, as the carrier sends it. */
    public CebDocument waybill(RetailParcel parcel) {
        var waybill = begin(WAYBILL, "waybill/" + parcel.copNo(), parcel)
                .put("logisticsCode", parties.carrierCode())
                .put("logisticsName", parties.carrierName())
                .put("logisticsNo", parcel.waybillNo())
                .put("freight", "0")
                .put("insuredFee", "0")
                .put("currency", YUAN)
                .put("grossWeight", kilograms(parcel.grossGrams()))
                .put("packNo", "1")
                .put("goodsInfo", shortened(parcel.lines().get(0).nameZh(), 200))
                .put("ebcCode", parties.companyCode())
                .put("ebcName", parties.companyName());
        if (!parties.companyPhone().isEmpty()) {
            waybill.put("ebcTelephone", parties.companyPhone());
        }
        return waybill.build();
    }

    /** The list: the declaration proper. */
    public CebDocument list(RetailParcel parcel, ListTerms terms) {
        var country = CODES.country(parcel.country()).orElse("");
        var list = begin(LIST, "list/" + parcel.copNo(), parcel)
                .put("customsCode", parties.customsCode())
                .put("ebpCode", parties.platformCode())
                .put("ebpName", parties.platformName())
                .put("orderNo", parcel.orderNo())
                .put("logisticsCode", parties.carrierCode())
                .put("logisticsName", parties.carrierName())
                .put("logisticsNo", parcel.waybillNo())
                .put("copNo", parcel.copNo())
                .put("ieFlag", "E")
                .put("portCode", parties.portCode())
                .put("ieDate", ChinaTime.day(parcel.at()))
                .put("statisticsFlag", terms.statisticsFlag())
                .put("agentCode", parties.agentCode())
                .put("agentName", parties.agentName())
                .put("ebcCode", parties.companyCode())
                .put("ebcName", parties.companyName())
                .put("ownerCode", parties.companyCode())
                .put("ownerName", parties.companyName());
        if (terms.ledger().isNamed()) {
            list.put("iacCode", terms.ledger().companyCode())
                    .put("iacName", terms.ledger().companyName())
                    .put("emsNo", terms.ledger().emsNo());
        }
        list.put("tradeMode", terms.tradeMode())
                .put("trafMode", RAIL)
                .put("country", country)
                .put("POD", country);
        if (!parties.siteCode().isEmpty()) {
            list.put("loctNo", parties.siteCode());
        }
        weights(list, parcel);
        int gnum = 0;
        for (var line : parcel.lines()) {
            row(list, parcel, line, ++gnum);
        }
        return list.build();
    }

    private static void weights(CebDocument.Builder list, RetailParcel parcel) {
        list.put("freight", "0")
                .put("fCurrency", YUAN)
                .put("fFlag", "3")
                .put("insuredFee", "0")
                .put("iCurrency", YUAN)
                .put("iFlag", "3")
                .put("wrapType", CARTON)
                .put("packNo", "1")
                .put("grossWeight", kilograms(parcel.grossGrams()))
                .put("netWeight", kilograms(parcel.netGrams()));
    }

    private void row(CebDocument.Builder list, RetailParcel parcel, RetailLine line, int gnum) {
        var tariffLine = tariff.find(line.hs());
        var unit1 = tariffLine.map(TariffLine::unit1).orElse(line.unit());
        list.row().cell("gnum", String.valueOf(gnum)).cell("itemNo", itemNo(line.sku()));
        if (!line.recordNo().isEmpty()) {
            list.cell("itemRecordNo", line.recordNo());
        }
        list.cell("itemName", line.nameZh())
                .cell("gcode", line.hs().value())
                .cell("gname", line.nameZh())
                .cell("gmodel", shortened("无品牌|" + line.nameEn(), 250))
                .cell("barCode", "无")
                .cell("country", CODES.country(parcel.country()).orElse(""))
                .cell("currency", currency(parcel))
                .cell("qty", String.valueOf(line.quantity()))
                .cell("qty1", quantity(line, unit1))
                .cell("unit", line.unit())
                .cell("unit1", unit1)
                .cell("price", number(line.unitPrice()))
                .cell("totalPrice", number(line.total()));
        secondUnit(tariffLine)
                .ifPresent(unit2 -> list.cell("qty2", quantity(line, unit2)).cell("unit2", unit2));
    }

    private static Optional<String> secondUnit(Optional<TariffLine> line) {
        return line.filter(TariffLine::hasSecondUnit).map(TariffLine::unit2);
    }

    private static CebDocument.Builder begin(CebType type, String key, RetailParcel parcel) {
        return CebDocument.of(type)
                .put("guid", Guid.of(key))
                .put("appType", "1")
                .put("appTime", ChinaTime.seconds(parcel.at()))
                .put("appStatus", "2");
    }

    private static String quantity(RetailLine line, String unit) {
        return statutory(unit, line.netGrams(), line.quantity());
    }

    /** Kilograms and grams come from the weight, everything countable from the declared quantity. */
    static String statutory(String unit, long netGrams, long quantity) {
        return switch (unit) {
            case KILOGRAM -> kilograms(netGrams);
            case GRAM -> String.valueOf(netGrams);
            default -> String.valueOf(quantity);
        };
    }

    private static String currency(RetailParcel parcel) {
        return CODES.currency(parcel.currency()).orElse("");
    }

    /** Lists allow 20 characters: a longer SKU keeps its beginning and gets a checksum of the whole, the same in order and list. */
    static String itemNo(String sku) {
        if (sku.length() <= 20) {
            return sku;
        }
        var sum = new CRC32();
        sum.update(sku.getBytes(StandardCharsets.UTF_8));
        return sku.substring(0, 11) + "~" + "%08x".formatted(sum.getValue());
    }

    static String kilograms(long grams) {
        return number(BigDecimal.valueOf(grams, 3));
    }

    static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
