package org.tongdao.terms;

import java.util.regex.Pattern;

/**
 * A wagon number with a right check digit: 12 digits after UIC 438 on 1435 mm, 8 digits on the 1520 mm network; both end in a Luhn digit.
 */
public record WagonNo(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\d{12}|\\d{8}");

    public WagonNo {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a wagon number: '" + value + "'. Maybe the check digit is wrong.");
        }
    }

    /** Completes 11 (UIC) or 7 (1520 mm) digits with their check digit. */
    public static WagonNo of(String payload) {
        return new WagonNo(payload + CheckDigits.luhn(payload));
    }

    public static boolean isValid(String text) {
        int last = text.length() - 1;
        return SHAPE.matcher(text).matches() && CheckDigits.luhn(text.substring(0, last)) == text.charAt(last) - '0';
    }

    @Override
    public String toString() {
        return value;
    }
}
