package org.tongdao.bench;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongdao.terms.ContainerNo;
import org.tongdao.terms.S10;
import org.tongdao.terms.Sscc;

/** What a code is, told by its shape and its check digit. */
record ScanCode(Kind kind, String text) {

    enum Kind {
        PARCEL,
        BAG,
        CONTAINER,
        WEIGHT,
        SIZE,
        COMMAND,
        OTHER
    }

    /** Symbology prefixes of GS1-128, DataMatrix and QR, as scanners send them. */
    private static final Pattern SYMBOLOGY = Pattern.compile("^\\](C[01]|d[12]|Q[13]|e0)");

    private static final Pattern SSCC = Pattern.compile("^\\(?00\\)?\\s*(\\d{18})$");
    private static final Pattern WEIGHT =
            Pattern.compile("^[+]?\\s*(\\d{1,7})(?:[.,](\\d{1,4}))?\\s*(KG|G)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIZE = Pattern.compile("^(\\d{1,4})[Xx×*](\\d{1,4})[Xx×*](\\d{1,4})(?:\\s*MM)?$");

    static ScanCode of(String scanned) {
        String text = SYMBOLOGY.matcher(scanned.strip()).replaceFirst("");
        String upper = text.toUpperCase(Locale.ROOT).replace(" ", "");
        var sscc = SSCC.matcher(upper);
        if (sscc.matches() && Sscc.isValid(sscc.group(1))) {
            return new ScanCode(Kind.BAG, sscc.group(1));
        }
        if (Sscc.isValid(upper)) {
            return new ScanCode(Kind.BAG, upper);
        }
        if (S10.isValid(upper)) {
            return new ScanCode(Kind.PARCEL, upper);
        }
        if (ContainerNo.isValid(upper)) {
            return new ScanCode(Kind.CONTAINER, upper);
        }
        if (WEIGHT.matcher(text).matches()) {
            return new ScanCode(Kind.WEIGHT, text);
        }
        if (SIZE.matcher(upper).matches()) {
            return new ScanCode(Kind.SIZE, upper);
        }
        return upper.startsWith("TD-") ? new ScanCode(Kind.COMMAND, upper) : new ScanCode(Kind.OTHER, text);
    }

    /** A weight in grams; scales of this kind send kilograms or grams with their unit. */
    OptionalLong grams() {
        Matcher weight = WEIGHT.matcher(text);
        if (!weight.matches()) {
            return OptionalLong.empty();
        }
        String fraction = weight.group(2) == null ? "" : weight.group(2);
        var number = new java.math.BigDecimal(weight.group(1) + "." + fraction + "0");
        boolean kilograms = weight.group(3).equalsIgnoreCase("KG");
        return OptionalLong.of(number.movePointRight(kilograms ? 3 : 0)
                .setScale(0, java.math.RoundingMode.HALF_UP)
                .longValueExact());
    }

    /** Length, width and height in millimetres; empty when it is no size. */
    static int[] sides(String text) {
        Matcher size = SIZE.matcher(text.toUpperCase(Locale.ROOT));
        return size.matches()
                ? new int[] {
                    Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)), Integer.parseInt(size.group(3))
                }
                : new int[0];
    }
}
