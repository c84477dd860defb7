package org.tongdao.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Grams;

/** Parcels for the bench of a price list, one a row: {@code id, country, postcode, grams, size} (millimetres, {@code 300x200x100}, may be empty). */
public record RateParcels(List<RateCard.Parcel> parcels, List<Finding> findings) {

    /** Columns of a list of parcels. */
    public static final List<String> COLUMNS = List.of("id", "country", "postcode", "grams", "size");

    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})x(\\d{1,5})");
    private static final double MAX_GRAMS = 30_000_000;

    public RateParcels {
        parcels = List.copyOf(parcels);
        findings = List.copyOf(findings);
    }

    /** Rows with an error are told and left out. */
    public static RateParcels read(String source, List<RateSheet.Row> rows) {
        var parcels = new ArrayList<RateCard.Parcel>();
        var findings = new ArrayList<Finding>();
        for (var row : rows) {
            var cells = new RateCells(source, row, findings);
            String country = cells.raw("country").toUpperCase(Locale.ROOT);
            if (country.length() != 2) {
                cells.fault("RATE-COUNTRY", "country", "two letters of ISO 3166 such as PL");
            }
            var grams = cells.number("grams", "", 1, MAX_GRAMS, 0);
            long volume = volume(cells);
            if (cells.sound()) {
                String id = cells.raw("id").isEmpty() ? String.valueOf(row.line()) : cells.raw("id");
                parcels.add(new RateCard.Parcel(
                        id, country, cells.raw("postcode"), new Grams(grams.longValueExact()), volume));
            }
        }
        return new RateParcels(parcels, findings);
    }

    private static long volume(RateCells cells) {
        var sides = SIZE.matcher(cells.raw("size"));
        if (!sides.matches()) {
            if (!cells.raw("size").isEmpty()) {
                cells.fault("RATE-SIZE", "size", "three lengths in mm such as 300x200x100");
            }
            return 0;
        }
        return Long.parseLong(sides.group(1)) * Long.parseLong(sides.group(2)) * Long.parseLong(sides.group(3));
    }
}
