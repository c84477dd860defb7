package org.tongdao.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Grams;
import org.tongdao.terms.Place;

/** Parcels for the bench of a price list, one a row: {@code id, country, postcode, grams, size} (millimetres, {@code 300x200x100}, may be empty). */
public record RateParcels(List<RateCard.Parcel> parcels, List<Finding> findings) {

    /** Columns of a list of parcels. */
    public static final List<String> COLUMNS = List.of("id", "country", "postcode", "grams", "size");

    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})x([1-9]\\d{0,4})");
    private static final double MAX_GRAMS = 30_000_000;

    public RateParcels {
        parcels = List.copyOf(parcels);
        findings = List.copyOf(findings);
    }

    /** Rows with an error are told and left out; so is a list without a row, and a number that stands twice. */
    public static RateParcels read(String source, List<RateSheet.Row> rows) {
        var parcels = new ArrayList<RateCard.Parcel>();
        var findings = new ArrayList<Finding>();
        Map<String, Long> lines = new HashMap<>();
        if (rows.isEmpty()) {
            findings.add(Finding.error(
                    "RATE-NO-PARCEL",
                    Place.of(source),
                    "",
                    "Maybe: a row for each parcel under " + String.join(",", COLUMNS)));
        }
        for (var row : rows) {
            var cells = new RateCells(source, row, findings);
            String country = cells.raw("country").toUpperCase(Locale.ROOT);
            if (!RateRows.COUNTRIES.contains(country)) {
                cells.fault("RATE-COUNTRY", "country", "two letters of ISO 3166 such as PL");
            }
            var grams = cells.number("grams", "", 1, MAX_GRAMS, 0);
            long volume = volume(cells);
            String id = cells.raw("id").isEmpty() ? String.valueOf(row.line()) : cells.raw("id");
            var first = lines.putIfAbsent(id, row.line());
            if (first != null) {
                cells.fault("RATE-PARCEL-TWICE", "id", "a number of its own; row " + first + " has it already");
            }
            if (cells.sound()) {
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
                cells.fault("RATE-SIZE", "size", "three lengths in mm from 1 to 99999 such as 300x200x100");
            }
            return 0;
        }
        return Long.parseLong(sides.group(1)) * Long.parseLong(sides.group(2)) * Long.parseLong(sides.group(3));
    }
}
