package org.tongdao.emulator.customs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongdao.customs.Guid;

/** Right papers to try: order, waybill, list and binding of one parcel, by its running number. */
final class Papers {

    private Papers() {}

    static Paper order(String orderNo) {
        var head = head("order|" + orderNo);
        head.putAll(Map.of("orderNo", orderNo, "ebpCode", "EBP", "ebcCode", "EBC", "goodsValue", "120.50"));
        return new Paper(
                PaperForm.ORDER,
                head,
                List.of(Map.of("gnum", "1", "totalPrice", "100.5"), Map.of("gnum", "2", "totalPrice", "20")));
    }

    static Paper waybill(String no) {
        var head = head("waybill|" + no);
        head.putAll(Map.of("logisticsNo", no, "logisticsCode", "LOG", "grossWeight", "0.5"));
        return new Paper(PaperForm.WAYBILL, head, List.of());
    }

    static Paper list(String copNo, String orderNo, String waybillNo) {
        var head = head("list|" + copNo);
        head.putAll(Map.of("copNo", copNo, "orderNo", orderNo, "ebpCode", "EBP", "ebcCode", "EBC"));
        head.putAll(
                Map.of("logisticsNo", waybillNo, "logisticsCode", "LOG", "agentCode", "AGT", "customsCode", "9400"));
        head.putAll(Map.of("grossWeight", "0.5", "netWeight", "0.4", "statisticsFlag", "A"));
        return new Paper(PaperForm.LIST, head, List.of(row("1", "4202920000"), row("2", "6110300090")));
    }

    static Paper binding(String copNo, String... waybillNos) {
        var head = head("binding|" + copNo);
        head.putAll(
                Map.of("copNo", copNo, "agentCode", "AGT", "logisticsCode", "LOG", "billNo", "B1", "msgSeqNo", "1"));
        return new Paper(
                PaperForm.BINDING,
                head,
                java.util.Arrays.stream(waybillNos)
                        .map(no -> Map.of("logisticsNo", no))
                        .toList());
    }

    /** The same paper with one head field changed and a number of its own. */
    static Paper with(Paper paper, String field, String value) {
        var head = new LinkedHashMap<>(paper.head());
        head.put(field, value);
        head.put("guid", Guid.of(head.toString()));
        return new Paper(paper.form(), head, paper.rows());
    }

    static Paper withRows(Paper paper, List<Map<String, String>> rows) {
        return new Paper(paper.form(), paper.head(), rows);
    }

    private static Map<String, String> head(String key) {
        var head = new LinkedHashMap<String, String>();
        head.put("guid", Guid.of(key));
        head.put("appType", "1");
        return head;
    }

    private static Map<String, String> row(String gnum, String hs) {
        return Map.of("gnum", gnum, "gcode", hs, "currency", "142", "totalPrice", "60");
    }
}
