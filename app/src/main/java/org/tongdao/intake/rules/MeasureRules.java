package org.tongdao.intake.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.tongdao.intake.mapping.Column;
import org.tongdao.intake.mapping.RowCells;
import org.tongdao.terms.Size;

/** Weights and sizes of a line, and whether they can belong to the same thing. */
final class MeasureRules {

    /** A bag takes 30 kg; nothing heavier can be a parcel. */
    static final long HEAVIEST_G = 30_000;

    private static final int LONGEST_MM = 1_500;
    /** Grams per litre: heavier is denser than lead, lighter than a feather duvet in its bag. Assumed limits. */
    private static final double DENSEST = 11_400;

    private static final double THINNEST = 2;

    /** Weights in grams, of the whole line. */
    record Measured(long netG, long grossG, Size size) {}

    private static final Measured NONE = new Measured(1, 1, new Size(1, 1, 1));

    private MeasureRules() {}

    static Measured check(RowCells row, int quantity, RowFindings findings) {
        int pieces = row.layout().mapping().style().perPiece() ? quantity : 1;
        var net = grams(row, Column.NET_WEIGHT, pieces, findings);
        var gross = grams(row, Column.GROSS_WEIGHT, pieces, findings);
        var size = size(row, findings);
        if (net.isEmpty() || gross.isEmpty() || size.isEmpty()) {
            return NONE;
        }
        var line = pieces > 1 ? Stack.of(size.get(), pieces) : size.get();
        var measured = new Measured(net.get(), gross.get(), line);
        if (net.get() > gross.get()) {
            findings.error(
                    "WEIGHT-NET-ABOVE-GROSS",
                    Column.NET_WEIGHT,
                    row.get(Column.NET_WEIGHT),
                    "net is more than gross (" + row.get(Column.GROSS_WEIGHT) + "); maybe the two are exchanged");
        }
        plausible(measured, row, findings);
        return measured;
    }

    private static Optional<Long> grams(RowCells row, Column column, int pieces, RowFindings findings) {
        var number = Numbers.positive(row, column, findings, "WEIGHT");
        if (number.isEmpty()) {
            return Optional.empty();
        }
        var each = row.layout().unit(column).toSmallest(number.get());
        var grams = each.multiply(BigDecimal.valueOf(pieces)).setScale(0, RoundingMode.CEILING);
        if (grams.compareTo(BigDecimal.valueOf(100_000_000)) > 0) {
            findings.error(
                    "WEIGHT-UNIT",
                    column,
                    row.get(column),
                    "more than 100 tonnes; maybe these are grams, not kilograms");
            return Optional.empty();
        }
        return Optional.of(grams.longValueExact());
    }

    private static Optional<Size> size(RowCells row, RowFindings findings) {
        var length = side(row, Column.LENGTH, findings);
        var width = side(row, Column.WIDTH, findings);
        var height = side(row, Column.HEIGHT, findings);
        return length == 0 || width == 0 || height == 0
                ? Optional.empty()
                : Optional.of(new Size(length, width, height));
    }

    private static int side(RowCells row, Column column, RowFindings findings) {
        var number = Numbers.positive(row, column, findings, "SIZE");
        if (number.isEmpty()) {
            return 0;
        }
        var mm = row.layout().unit(column).toSmallest(number.get()).setScale(0, RoundingMode.CEILING);
        if (mm.compareTo(BigDecimal.valueOf(LONGEST_MM)) > 0) {
            findings.error(
                    "SIZE-UNIT",
                    column,
                    row.get(column),
                    "a side of a parcel is at most " + LONGEST_MM
                            + " mm; maybe these are millimetres, not centimetres");
            return 0;
        }
        return mm.intValueExact();
    }

    /** Kilograms taken for grams, or the reverse, are a thousand times too light or too heavy for the size. */
    private static void plausible(Measured m, RowCells row, RowFindings findings) {
        if (Math.max(m.size().lengthMm(), Math.max(m.size().widthMm(), m.size().heightMm())) > LONGEST_MM) {
            findings.error(
                    "SIZE-TOO-LARGE",
                    Column.QUANTITY,
                    row.get(Column.QUANTITY),
                    "so many pieces make a parcel of " + m.size() + "; a side is at most " + LONGEST_MM
                            + " mm, split the order");
        }
        double litres = m.size().volumeMm3() / 1e6;
        double density = m.grossG() / litres;
        var told = row.get(Column.GROSS_WEIGHT);
        if (density > DENSEST) {
            findings.error(
                    "WEIGHT-UNIT",
                    Column.GROSS_WEIGHT,
                    told,
                    Math.round(density) / 1000
                            + " kg per litre is denser than lead; maybe grams were written as kilograms");
        } else if (density < THINNEST) {
            findings.error(
                    "WEIGHT-UNIT",
                    Column.GROSS_WEIGHT,
                    told,
                    "so light for its size that kilograms were maybe written as grams");
        } else if (m.grossG() > HEAVIEST_G) {
            findings.error(
                    "WEIGHT-TOO-HEAVY", Column.GROSS_WEIGHT, told, "a parcel weighs at most 30 kg; split the order");
        }
    }
}
