package org.tongdao.customs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * An electronic tax bill as customs sends it (816), or its new state (818); amounts in fen.
 *
 * @param invtNo number of the list
 * @param taxNo number of the bill
 * @param state 1 made, 2 summarised, 3 void
 * @param time {@code returnTime}
 * @param whole false for 818, which carries no amounts
 */
public record TaxBill(
        String invtNo,
        String taxNo,
        String state,
        String time,
        long dutyFen,
        long vatFen,
        long consumptionFen,
        boolean whole,
        List<Line> lines) {

    /** One row of the bill. */
    public record Line(String hs, long valueFen, long dutyFen, long vatFen, long consumptionFen) {}

    public TaxBill {
        lines = List.copyOf(lines);
    }

    /** Reads a document of type CEB816 or CEB818. */
    public static TaxBill of(CebDocument document) {
        boolean whole = document.type().code().equals("CEB816");
        var lines = new ArrayList<Line>();
        for (int i = 0; i < document.rowCount(); i++) {
            lines.add(new Line(
                    document.get(i, "gcode"),
                    fen(document.get(i, "taxPrice")),
                    fen(document.get(i, "customsTax")),
                    fen(document.get(i, "valueAddedTax")),
                    fen(document.get(i, "consumptionTax"))));
        }
        return new TaxBill(
                document.get("invtNo"),
                document.get("taxNo"),
                document.get("status"),
                document.get("returnTime"),
                whole ? fen(document.get("customsTax")) : 0,
                whole ? fen(document.get("valueAddedTax")) : 0,
                whole ? fen(document.get("consumptionTax")) : 0,
                whole,
                lines);
    }

    public long taxFen() {
        return dutyFen + vatFen + consumptionFen;
    }

    /** The state of a bill out of everything that came on it, in whatever order: void counts most, then summarised. */
    public static String latest(Collection<TaxBill> bills) {
        return bills.stream()
                .max(Comparator.comparing(TaxBill::state).thenComparing(TaxBill::time))
                .map(TaxBill::state)
                .orElse("");
    }

    /** Where the bill differs from our own assessment by more than a fen a line and tax. */
    public List<Finding> against(TaxAssessment assessment) {
        var findings = new ArrayList<Finding>();
        long allowed = assessment.lines().size();
        compare(
                findings,
                "customsTax",
                dutyFen,
                assessment.lines().stream()
                        .mapToLong(TaxAssessment.Line::dutyFen)
                        .sum(),
                allowed);
        compare(
                findings,
                "valueAddedTax",
                vatFen,
                assessment.lines().stream()
                        .mapToLong(TaxAssessment.Line::vatFen)
                        .sum(),
                allowed);
        compare(
                findings,
                "consumptionTax",
                consumptionFen,
                assessment.lines().stream()
                        .mapToLong(TaxAssessment.Line::consumptionFen)
                        .sum(),
                allowed);
        return findings;
    }

    private void compare(List<Finding> findings, String field, long billed, long own, long allowed) {
        if (Math.abs(billed - own) > allowed) {
            findings.add(Finding.warning(
                    "TAX-BILL-DIFFERS",
                    Place.cell(taxNo, 0, field),
                    BigDecimal.valueOf(billed, 2).toPlainString(),
                    "Our own figure is " + BigDecimal.valueOf(own, 2).toPlainString()
                            + ". Check value, rate and code of list " + invtNo + "."));
        }
    }

    private static long fen(String yuan) {
        return yuan.matches("-?\\d{1,14}(\\.\\d{1,5})?")
                ? new BigDecimal(yuan)
                        .movePointRight(2)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact()
                : 0;
    }
}
