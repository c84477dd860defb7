package org.tongdao.emulator.merchant;

import java.util.ArrayList;
import java.util.List;

/** One row on its way into the file. */
final class ExportRow {

    static final List<String> HEADER = List.of(
            "平台", "店铺", "订单号", "支付单号", "下单时间", "收件人", "电话", "国家", "城市", "地址", "邮编", "货号", "商品名称", "英文名称", "HS编码", "数量",
            "单位", "单价", "币种", "净重(kg)", "毛重(kg)", "长(cm)", "宽(cm)", "高(cm)", "原产国", "运单号");

    private final List<String> cells;

    ExportRow(List<String> cells) {
        this.cells = new ArrayList<>(cells);
    }

    String get(String column) {
        return cells.get(HEADER.indexOf(column));
    }

    void set(String column, String text) {
        cells.set(HEADER.indexOf(column), text);
    }

    void swap(String one, String other) {
        var kept = get(one);
        set(one, get(other));
        set(other, kept);
    }

    void cut(int width) {
        cells.subList(width, cells.size()).clear();
    }

    List<String> cells() {
        return cells;
    }
}
