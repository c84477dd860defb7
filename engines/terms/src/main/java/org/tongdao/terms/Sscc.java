package org.tongdao.terms;

import java.util.regex.Pattern;

/** A GS1 serial shipping container code, 18 digits with a right check digit; names bags, pallets and parcels outside the post. */
public record Sscc(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\d{18}");

    public Sscc {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an SSCC: '" + value + "'. Maybe the check digit is wrong.");
        }
    }

    /**
     * Builds the code from extension digit, GS1 company prefix and serial, computing the check digit.
     *
     * @param extension 0…9
     * @param companyPrefix 7 to 10 digits
     * @param serial fills the digits that remain
     */
    public static Sscc of(int extension, String companyPrefix, long serial) {
        int room = 16 - companyPrefix.length();
        String digits = extension + companyPrefix + String.format("%0" + room + "d", serial);
        if (digits.length() != 17) {
            throw new IllegalArgumentException(
                    "serial " + serial + " does not fit " + room + " digits after prefix " + companyPrefix);
        }
        return new Sscc(digits + CheckDigits.gs1(digits));
    }

    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches() && CheckDigits.gs1(text.substring(0, 17)) == text.charAt(17) - '0';
    }

    @Override
    public String toString() {
        return value;
    }
}
