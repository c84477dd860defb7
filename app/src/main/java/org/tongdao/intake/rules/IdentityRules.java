package org.tongdao.intake.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tongdao.intake.mapping.Column;
import org.tongdao.intake.mapping.RowCells;
import org.tongdao.terms.S10;
import org.tongdao.terms.Sscc;

/** Which order a row belongs to, when it was made, which numbers it brings along. */
final class IdentityRules {

    private static final Pattern ORDER_NO = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}_\\-./#]{0,59}");
    private static final Pattern IOSS_NO = Pattern.compile("IM\\d{10}");
    private static final int LONGEST_ID = 70;
    private static final Instant EARLIEST = Instant.parse("2005-01-01T00:00:00Z");
    private static final String OWN_RANGE = "LX";

    private final Times times;
    private final MerchantRule merchant;
    private final Instant now;

    IdentityRules(Times times, MerchantRule merchant, Instant now) {
        this.times = times;
        this.merchant = merchant;
        this.now = now;
    }

    String platform(RowCells row) {
        var told = row.get(Column.PLATFORM);
        return told.isEmpty() ? "own" : told;
    }

    String merchant(RowCells row, RowFindings findings) {
        return merchant.of(row, findings);
    }

    /** The number as the key of the order: upper case, so that one order is not taken for two. */
    String orderNo(RowCells row, RowFindings findings) {
        var text = findings.required(Column.ORDER_NO).toUpperCase(Locale.ROOT);
        if (!text.isEmpty() && !ORDER_NO.matcher(text).matches()) {
            findings.error(
                    "ORDER-NO-FORMAT",
                    Column.ORDER_NO,
                    text,
                    "letters, digits and - _ . / # only, at most 60; correct it");
            return "";
        }
        return text;
    }

    Instant orderedAt(RowCells row, RowFindings findings) {
        var text = findings.required(Column.ORDERED_AT);
        if (text.isEmpty()) {
            return EARLIEST;
        }
        var time = times.read(text);
        if (time.isEmpty()) {
            findings.error(
                    "DATE-FORMAT",
                    Column.ORDERED_AT,
                    text,
                    "write 2026-11-02 09:30, or set dateFormat and timeZone in the mapping");
            return EARLIEST;
        }
        if (time.get().isBefore(EARLIEST) || time.get().isAfter(now.plus(Duration.ofDays(2)))) {
            findings.error(
                    "DATE-RANGE",
                    Column.ORDERED_AT,
                    text,
                    "the order lies in the future or before 2005; correct the date");
        }
        return time.get();
    }

    /** The seller's number for sales into the EU, or none. */
    String iossNo(RowCells row, RowFindings findings) {
        var text = row.get(Column.IOSS_NO).toUpperCase(Locale.ROOT).replace(" ", "");
        if (text.isEmpty() || IOSS_NO.matcher(text).matches()) {
            return text;
        }
        findings.error(
                "IOSS-FORMAT",
                Column.IOSS_NO,
                text,
                "an IOSS number is IM and ten digits; correct it or leave the cell empty");
        return "";
    }

    /** The manufacturer's identifier of the goods as it stands on them, or none. */
    String productId(RowCells row, RowFindings findings) {
        var text = row.get(Column.PRODUCT_ID);
        if (text.length() <= LONGEST_ID) {
            return text;
        }
        findings.error(
                "PRODUCT-ID-LONG",
                Column.PRODUCT_ID,
                text,
                "an identifier has at most " + LONGEST_ID + " characters; give the number alone, such as a GTIN");
        return "";
    }

    /** A number the merchant has put on the parcel already: S10 or SSCC with a right check digit, or none. */
    String parcelNo(RowCells row, RowFindings findings) {
        var text = row.get(Column.PARCEL_NO).toUpperCase(Locale.ROOT).replace(" ", "");
        if (text.isEmpty()) {
            return "";
        }
        boolean postal = S10.isValid(text);
        if (!postal && !Sscc.isValid(text)) {
            boolean shaped = text.matches("[A-Z]{2}\\d{9}[A-Z]{2}|\\d{18}");
            findings.error(
                    shaped ? "PARCEL-NO-CHECK-DIGIT" : "PARCEL-NO-FORMAT",
                    Column.PARCEL_NO,
                    text,
                    shaped
                            ? "the check digit is wrong; scan the number again or leave the cell empty to get a new one"
                            : "give an S10 number (RR473124829CN) or an SSCC of 18 digits, or leave the cell empty");
            return "";
        }
        if (postal && text.startsWith(OWN_RANGE)) {
            findings.error(
                    "PARCEL-NO-TAKEN",
                    Column.PARCEL_NO,
                    text,
                    "this number is refused; leave the cell empty to get a new one");
            return "";
        }
        return text;
    }
}
