package org.tongdao.customs;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/** Good documents and a key for tests. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final SoftKey KEY = SoftKey.create(NOW, new SecureRandom());
    static final Transfer TRANSFER = Transfer.of("6501230001", "通道集货有限公司", "DXPENT0000000001");

    private Samples() {}

    static CebMessage lists(int count) {
        var documents = java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> inventory(String.valueOf(i)))
                .toList();
        return CebMessage.sent(Guid.of("message"), documents, TRANSFER);
    }

    static CebMessage lists(List<CebDocument> documents) {
        return CebMessage.sent(Guid.of("message"), documents, TRANSFER);
    }

    static CebDocument inventory(String number) {
        return inventoryBuilder(number).build();
    }

    static CebDocument.Builder inventoryBuilder(String number) {
        return CebDocument.of(CebCatalogue.official().get("CEB603"))
                .put("guid", Guid.of("list" + number))
                .put("appType", "1")
                .put("appTime", "20261123180000")
                .put("appStatus", "2")
                .put("customsCode", "9400")
                .put("ebpCode", "6501230001")
                .put("ebpName", "通道集货有限公司")
                .put("orderNo", "ORDER-" + number)
                .put("logisticsCode", "6501230002")
                .put("logisticsName", "通道物流有限公司")
                .put("logisticsNo", "LX" + number)
                .put("copNo", "COP-" + number)
                .put("ieFlag", "E")
                .put("portCode", "9402")
                .put("ieDate", "20261124")
                .put("statisticsFlag", "B")
                .put("agentCode", "6501230001")
                .put("agentName", "通道集货有限公司")
                .put("ebcCode", "6501230001")
                .put("ebcName", "通道集货有限公司")
                .put("ownerCode", "NO")
                .put("ownerName", "NO")
                .put("tradeMode", "9610")
                .put("trafMode", "3")
                .put("country", "145")
                .put("POD", "145")
                .put("freight", "0")
                .put("fCurrency", "142")
                .put("fFlag", "3")
                .put("insuredFee", "0")
                .put("iCurrency", "142")
                .put("iFlag", "3")
                .put("wrapType", "2")
                .put("packNo", "1")
                .put("grossWeight", "0.5")
                .put("netWeight", "0.4")
                .row()
                .cell("gnum", "1")
                .cell("itemNo", "SKU-1")
                .cell("gcode", "9503008390")
                .cell("gname", "积木玩具")
                .cell("gmodel", "塑料|无品牌|100片")
                .cell("barCode", "无")
                .cell("country", "145")
                .cell("currency", "142")
                .cell("qty", "2")
                .cell("qty1", "2")
                .cell("qty2", "0.4")
                .cell("unit", "006")
                .cell("unit1", "006")
                .cell("unit2", "035")
                .cell("price", "25.50")
                .cell("totalPrice", "51.00");
    }

    /** A receipt of the list COP-1. */
    static CebDocument receipt(String status, String time) {
        return CebDocument.of(CebCatalogue.official().get("CEB604"))
                .put("guid", Guid.of(status + time))
                .put("agentCode", "6501230001")
                .put("copNo", "COP-1")
                .put("preNo", "B20261123000000001")
                .put("invtNo", "94002026E000000001")
                .put("ebcCode", "6501230001")
                .put("ebpCode", "6501230001")
                .put("orderNo", "ORDER-1")
                .put("statisticsFlag", "B")
                .put("returnStatus", status)
                .put("returnTime", time)
                .put("returnInfo", "[Code:" + status + ";Desc:x]")
                .build();
    }
}
