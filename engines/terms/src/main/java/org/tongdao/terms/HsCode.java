package org.tongdao.terms;

import java.util.regex.Pattern;

/** A commodity code of the Harmonized System: 4, 6, 8 or 10 digits, chapter 01–97. Whether it exists is the tariff book's knowledge. */
public record HsCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("(0[1-9]|[1-8]\\d|9[0-7])(\\d{2}|\\d{4}|\\d{6}|\\d{8})");

    public HsCode {
        if (!isShaped(value)) {
            throw new IllegalArgumentException("not an HS code: '" + value + "'. Maybe a leading zero was lost.");
        }
    }

    public static boolean isShaped(String text) {
        return SHAPE.matcher(text).matches();
    }

    public String heading() {
        return value.substring(0, 4);
    }

    /** The international six digits, or fewer when the code is a heading. */
    public String hs6() {
        return value.length() < 6 ? value : value.substring(0, 6);
    }

    @Override
    public String toString() {
        return value;
    }
}
