package org.tongdao.emulator.merchant;

import java.util.function.Consumer;

/** What goes wrong in real order files, each as a change of one sound row. */
enum Fault {
    HS_UNKNOWN(r -> r.set("HS编码", r.get("HS编码").substring(0, 2) + "98765432")),
    HS_MISSING(r -> r.set("HS编码", "")),
    HS_SHORT(r -> r.set("HS编码", r.get("HS编码").substring(0, 6))),
    WEIGHT_ZERO(r -> r.set("毛重(kg)", "0")),
    WEIGHT_NEGATIVE(r -> r.set("净重(kg)", "-" + r.get("净重(kg)"))),
    WEIGHT_IN_GRAMS(r -> {
        r.set("毛重(kg)", "" + Math.round(Double.parseDouble(r.get("毛重(kg)")) * 1000));
        r.set("净重(kg)", "" + Math.round(Double.parseDouble(r.get("净重(kg)")) * 1000));
    }),
    NET_ABOVE_GROSS(r -> r.swap("净重(kg)", "毛重(kg)")),
    QUANTITY_ZERO(r -> r.set("数量", "0")),
    QUANTITY_NEGATIVE(r -> r.set("数量", "-1")),
    PRICE_ZERO(r -> r.set("单价", "0")),
    CURRENCY_UNKNOWN(r -> r.set("币种", "XYZ")),
    COUNTRY_UNKNOWN(r -> r.set("国家", "Атлантида")),
    COUNTRY_NOT_SERVED(r -> r.set("国家", "BR")),
    PHONE_OF_ANOTHER_COUNTRY(r -> r.set("电话", "+86 139 0013 8000")),
    PHONE_SHORT(r -> r.set("电话", r.get("电话").substring(0, 9))),
    PHONE_AS_NUMBER(r -> r.set("电话", "7.70123E+10")),
    CITY_OF_ANOTHER_COUNTRY(r -> r.set("城市", r.get("国家").equals("PL") ? "Almaty" : "Warszawa")),
    POSTCODE_WRONG(r -> r.set("邮编", "9")),
    NAME_MISSING(r -> r.set("收件人", "")),
    ADDRESS_MISSING(r -> r.set("地址", "")),
    PROHIBITED(r -> {
        r.set("商品名称", "烟花爆竹");
        r.set("英文名称", "fireworks");
    }),
    UNIT_UNKNOWN(r -> r.set("单位", "把儿")),
    FORMULA(r -> r.set("单价", "=A1*2")),
    BIDI(r -> r.set("收件人", r.get("收件人") + "\u202Eabc")),
    CONTROL(r -> r.set("地址", r.get("地址") + "\u0007")),
    DATE_WRONG(r -> r.set("下单时间", "2026-13-45")),
    CHECK_DIGIT(r -> r.set("运单号", "RR123456780CN")),
    TRUNCATED(r -> r.cut(9));

    private final Consumer<ExportRow> change;

    Fault(Consumer<ExportRow> change) {
        this.change = change;
    }

    void spoil(ExportRow row) {
        change.accept(row);
    }
}
