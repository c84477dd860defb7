package org.tongdao.terms;

import java.util.regex.Pattern;

/** A freight container number after ISO 6346 with a right check digit, e.g. {@code CSQU3054383}. */
public record ContainerNo(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{3}[UJZ]\\d{7}");

    public ContainerNo {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "not an ISO 6346 number: '" + value + "'. Maybe the check digit is wrong.");
        }
    }

    /** Builds the number of a serial, computing the check digit; {@code owner} is four letters ending in U, J or Z, serial 0…999,999. */
    public static ContainerNo of(String owner, int serial) {
        String body = owner + String.format("%06d", serial);
        return new ContainerNo(body + CheckDigits.iso6346(body));
    }

    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches() && CheckDigits.iso6346(text.substring(0, 10)) == text.charAt(10) - '0';
    }

    @Override
    public String toString() {
        return value;
    }
}
