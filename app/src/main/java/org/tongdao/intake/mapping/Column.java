package org.tongdao.intake.mapping;

import java.util.Locale;

/** What an order file can tell, one by one. The names are those of mapping files ({@code orderNo}) and of data/header-synonyms.csv. */
public enum Column {
    PLATFORM(Kind.TEXT, false),
    MERCHANT(Kind.TEXT, false),
    ORDER_NO(Kind.IDENTIFIER, true),
    PAYMENT_NO(Kind.IDENTIFIER, false),
    ORDERED_AT(Kind.TIME, true),
    NAME(Kind.TEXT, true),
    PHONE(Kind.IDENTIFIER, true),
    COUNTRY(Kind.TEXT, true),
    CITY(Kind.TEXT, true),
    ADDRESS(Kind.TEXT, true),
    POSTCODE(Kind.IDENTIFIER, false),
    SKU(Kind.IDENTIFIER, true),
    NAME_ZH(Kind.TEXT, true),
    NAME_EN(Kind.TEXT, true),
    HS(Kind.IDENTIFIER, true),
    QUANTITY(Kind.NUMBER, true),
    UNIT(Kind.TEXT, true),
    UNIT_PRICE(Kind.NUMBER, true),
    CURRENCY(Kind.TEXT, true),
    NET_WEIGHT(Kind.NUMBER, true),
    GROSS_WEIGHT(Kind.NUMBER, true),
    LENGTH(Kind.NUMBER, true),
    WIDTH(Kind.NUMBER, true),
    HEIGHT(Kind.NUMBER, true),
    ORIGIN(Kind.TEXT, true),
    PARCEL_NO(Kind.IDENTIFIER, false),
    /** Of the seller or its intermediary, for the EU. */
    IOSS_NO(Kind.IDENTIFIER, false),
    /** The manufacturer's identifier of the goods, such as a GTIN. */
    PRODUCT_ID(Kind.IDENTIFIER, false);

    /** How a column's cells are to be read. */
    public enum Kind {
        /** Free text. */
        TEXT,
        /** Text that a spreadsheet likes to damage: it must never become a number. */
        IDENTIFIER,
        NUMBER,
        TIME
    }

    private final Kind kind;
    private final boolean required;

    Column(Kind kind, boolean required) {
        this.kind = kind;
        this.required = required;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether a file without it, and without a default for it, is refused. */
    public boolean isRequired() {
        return required;
    }

    /** The name in mapping files: {@code ORDER_NO} is {@code orderNo}. */
    public String key() {
        var text = new StringBuilder();
        for (var part : name().toLowerCase(Locale.ROOT).split("_")) {
            text.append(text.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return text.toString();
    }
}
