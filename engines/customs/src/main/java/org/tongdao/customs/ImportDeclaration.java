package org.tongdao.customs;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Retail import (9610 and 1210): turns a parcel into its order (311), payment (411), waybill (511) and list (621).
 *
 * <p>Pure; whether the parcel may be declared is {@link ImportRules}' question and comes first. All four carry the same numbers, persons and amounts, so
 * that they match. A list of 9610 names vehicle, voyage and bill; one of 1210 names the account book and the company in the zone. Source: specification
 * 2022-05. Insurance is declared as 0: what is insured is part of the freight.
 */
public final class ImportDeclaration {

    private static final String YUAN = "142";
    private static final String IDENTITY_CARD = "1";
    private static final String CARTON = "2";
    private static final CodeLists CODES = CodeLists.official();
    private static final CebType ORDER = CebCatalogue.official().get("CEB311");
    private static final CebType PAYMENT = CebCatalogue.official().get("CEB411");
    private static final CebType WAYBILL = CebCatalogue.official().get("CEB511");
    private static final CebType LIST = CebCatalogue.official().get("CEB621");

    private final ImportParties parties;
    private final TariffBook tariff;

    public ImportDeclaration(ImportParties parties, TariffBook tariff) {
        this.parties = parties;
        this.tariff = tariff;
    }

    /** The order, as the platform sends it. */
    public CebDocument order(ImportParcel parcel, ListTerms terms) {
        var common = parties.common();
        var buyer = parcel.buyer();
        var order = begin(ORDER, "import-order/", parcel)
                .put("orderType", terms.orderType())
                .put("orderNo", parcel.orderNo())
                .put("ebpCode", common.platformCode())
                .put("ebpName", common.platformName())
                .put("ebcCode", common.companyCode())
                .put("ebcName", common.companyName())
                .put("goodsValue", number(parcel.goodsValue()))
                .put("freight", number(parcel.payment().freight()))
                .put("discount", number(parcel.payment().discount()))
                .put("taxTotal", number(parcel.payment().tax()))
                .put("acturalPaid", number(parcel.paid()))
                .put("currency", YUAN)
                .put("buyerRegNo", buyer.account())
                .put("buyerName", buyer.name())
                .put("buyerTelephone", buyer.phone())
                .put("buyerIdType", IDENTITY_CARD)
                .put("buyerIdNumber", buyer.idNumber())
                .put("payCode", parties.payCode())
                .put("payName", parties.payName())
                .put("payTransactionId", parcel.payment().transactionId())
                .put("consignee", buyer.consignee())
                .put("consigneeTelephone", buyer.consigneePhone())
                .put("consigneeAddress", buyer.address());
        int gnum = 0;
        for (var line : parcel.lines()) {
            order.row()
                    .cell("gnum", String.valueOf(++gnum))
                    .cell("itemNo", RetailExport.itemNo(line.sku()))
                    .cell("itemName", line.name())
                    .cell("gmodel", line.model())
                    .cell("unit", line.unit())
                    .cell("qty", String.valueOf(line.quantity()))
                    .cell("price", number(line.unitPrice()))
                    .cell("totalPrice", number(line.total()))
                    .cell("currency", YUAN)
                    .cell("country", country(line.origin()));
        }
        return order.build();
    }

    /** The payment, as the payment company sends it. */
    public CebDocument payment(ImportParcel parcel) {
        return begin(PAYMENT, "payment/", parcel)
                .put("payCode", parties.payCode())
                .put("payName", parties.payName())
                .put("payTransactionId", parcel.payment().transactionId())
                .put("orderNo", parcel.orderNo())
                .put("ebpCode", parties.common().platformCode())
                .put("ebpName", parties.common().platformName())
                .put("payerIdType", IDENTITY_CARD)
                .put("payerIdNumber", parcel.buyer().idNumber())
                .put("payerName", parcel.buyer().name())
                .put("telephone", parcel.buyer().phone())
                .put("amountPaid", number(parcel.paid()))
                .put("currency", YUAN)
                .put("payTime", ChinaTime.seconds(parcel.payment().at()))
                .build();
    }

    /** The waybill, as the carrier sends it. */
    public CebDocument waybill(ImportParcel parcel) {
        return begin(WAYBILL, "import-waybill/", parcel)
                .put("logisticsCode", parties.common().carrierCode())
                .put("logisticsName", parties.common().carrierName())
                .put("logisticsNo", parcel.waybillNo())
                .put("orderNo", parcel.orderNo())
                .put("freight", number(parcel.payment().freight()))
                .put("insuredFee", "0")
                .put("currency", YUAN)
                .put("weight", RetailExport.kilograms(parcel.carriage().grossGrams()))
                .put("packNo", "1")
                .put("goodsInfo", shortened(parcel.lines().get(0).name()))
                .put("consignee", parcel.buyer().consignee())
                .put("consigneeAddress", parcel.buyer().address())
                .put("consigneeTelephone", parcel.buyer().consigneePhone())
                .build();
    }

    /** The list: the declaration proper. */
    public CebDocument list(ImportParcel parcel, ListTerms terms) {
        var list = begin(LIST, "import-list/", parcel);
        companies(list, parcel, terms);
        var carriage = parcel.carriage();
        list.put("tradeMode", terms.tradeMode()).put("trafMode", carriage.mode());
        if (!terms.ledger().isNamed()) {
            list.put("trafNo", carriage.vehicle())
                    .put("voyageNo", carriage.voyage())
                    .put("billNo", carriage.billNo());
        }
        if (!parties.common().siteCode().isEmpty()) {
            list.put("loctNo", parties.common().siteCode());
        }
        list.put("country", country(carriage.from()))
                .put("freight", number(parcel.payment().freight()))
                .put("insuredFee", "0")
                .put("currency", YUAN)
                .put("wrapType", CARTON)
                .put("packNo", "1")
                .put("grossWeight", RetailExport.kilograms(carriage.grossGrams()))
                .put("netWeight", RetailExport.kilograms(parcel.netGrams()));
        int gnum = 0;
        for (var line : parcel.lines()) {
            row(list, line, ++gnum);
        }
        return list.build();
    }

    private void companies(CebDocument.Builder list, ImportParcel parcel, ListTerms terms) {
        var common = parties.common();
        list.put("orderNo", parcel.orderNo())
                .put("ebpCode", common.platformCode())
                .put("ebpName", common.platformName())
                .put("ebcCode", common.companyCode())
                .put("ebcName", common.companyName())
                .put("logisticsNo", parcel.waybillNo())
                .put("logisticsCode", common.carrierCode())
                .put("logisticsName", common.carrierName())
                .put("copNo", parcel.copNo())
                .put("assureCode", parties.guarantorCode());
        if (terms.ledger().isNamed()) {
            list.put("emsNo", terms.ledger().emsNo());
        }
        list.put("ieFlag", "I")
                .put("declTime", ChinaTime.day(parcel.at()))
                .put("customsCode", common.customsCode())
                .put("portCode", common.portCode())
                .put("ieDate", ChinaTime.day(parcel.at()))
                .put("buyerIdType", IDENTITY_CARD)
                .put("buyerIdNumber", parcel.buyer().idNumber())
                .put("buyerName", parcel.buyer().name())
                .put("buyerTelephone", parcel.buyer().phone())
                .put("consigneeAddress", parcel.buyer().address())
                .put("agentCode", common.agentCode())
                .put("agentName", common.agentName());
        if (terms.ledger().isNamed()) {
            list.put("areaCode", terms.ledger().companyCode())
                    .put("areaName", terms.ledger().companyName());
        }
    }

    private void row(CebDocument.Builder list, ImportParcel.Line line, int gnum) {
        var tariffLine = tariff.find(line.hs());
        var unit1 = tariffLine.map(TariffLine::unit1).orElse(line.unit());
        list.row().cell("gnum", String.valueOf(gnum));
        if (!line.recordNo().isEmpty()) {
            list.cell("itemRecordNo", line.recordNo());
        }
        list.cell("itemNo", RetailExport.itemNo(line.sku()))
                .cell("itemName", line.name())
                .cell("gcode", line.hs().value())
                .cell("gname", line.name())
                .cell("gmodel", line.model())
                .cell("barCode", "无")
                .cell("country", country(line.origin()))
                .cell("currency", YUAN)
                .cell("qty", String.valueOf(line.quantity()))
                .cell("unit", line.unit())
                .cell("qty1", quantity(line, unit1))
                .cell("unit1", unit1);
        secondUnit(tariffLine)
                .ifPresent(unit2 -> list.cell("qty2", quantity(line, unit2)).cell("unit2", unit2));
        list.cell("price", number(line.unitPrice())).cell("totalPrice", number(line.total()));
    }

    private static Optional<String> secondUnit(Optional<TariffLine> line) {
        return line.filter(TariffLine::hasSecondUnit).map(TariffLine::unit2);
    }

    private static CebDocument.Builder begin(CebType type, String key, ImportParcel parcel) {
        return CebDocument.of(type)
                .put("guid", Guid.of(key + parcel.copNo()))
                .put("appType", "1")
                .put("appTime", ChinaTime.seconds(parcel.at()))
                .put("appStatus", "2");
    }

    private static String quantity(ImportParcel.Line line, String unit) {
        return RetailExport.statutory(unit, line.netGrams(), line.quantity());
    }

    private static String country(String iso) {
        return CODES.country(iso).orElse("");
    }

    private static String number(BigDecimal value) {
        return RetailExport.number(value);
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200);
    }
}
