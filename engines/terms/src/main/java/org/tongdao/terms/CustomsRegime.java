package org.tongdao.terms;

/** Customs supervision mode (海关监管方式) of cross-border e-commerce; the four-digit code is what declarations carry as {@code tradeMode}. */
public enum CustomsRegime {
    /** 直购出口: retail goods sent parcel by parcel to the foreign buyer. */
    DIRECT_EXPORT_9610("9610"),
    /** B2B 直接出口. */
    B2B_DIRECT_EXPORT_9710("9710"),
    /** 出口海外仓: to an overseas warehouse before the sale. */
    OVERSEAS_WAREHOUSE_9810("9810"),
    /** 网购保税进口 and zone export. */
    BONDED_1210("1210");

    private final String code;

    CustomsRegime(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static CustomsRegime ofCode(String code) {
        for (CustomsRegime regime : values()) {
            if (regime.code.equals(code)) {
                return regime;
            }
        }
        throw new IllegalArgumentException(
                "no customs regime '" + code + "'. Maybe 9610, 9710, 9810 or 1210 was meant.");
    }
}
