package org.tongdao.terms;

import java.util.regex.Pattern;

/**
 * A postal item identifier after UPU S10: two letters of service, eight digits, a check digit, the country of the issuing post, e.g. {@code RR473124829CN}.
 *
 * <p>A value of this type has a right check digit.
 */
public record S10(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}\\d{9}[A-Z]{2}");

    public S10 {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "not an S10 identifier: '" + value + "'. Maybe the check digit is wrong.");
        }
    }

    /** Builds the identifier of a serial number, computing the check digit; {@code serial} is 0…99,999,999. */
    public static S10 of(String service, long serial, String country) {
        if (serial < 0 || serial > 99_999_999) {
            throw new IllegalArgumentException("serial " + serial + " does not fit eight digits");
        }
        String digits = String.format("%08d", serial);
        return new S10(service + digits + CheckDigits.s10(digits) + country);
    }

    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches() && CheckDigits.s10(text.substring(2, 10)) == text.charAt(10) - '0';
    }

    @Override
    public String toString() {
        return value;
    }
}
