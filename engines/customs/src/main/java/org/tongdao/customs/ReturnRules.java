package org.tongdao.customs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * What must hold before goods of a list are returned: quantities within the list, counting earlier returns; within the time that the regime allows;
 * exports not from China.
 */
public final class ReturnRules {

    private static final String CHINA = "142";

    private ReturnRules() {}

    /**
     * Everything against a return.
     *
     * @param list as it was declared (603 or 621)
     * @param quantities to be returned, by row number
     * @param before returned before, by row number
     */
    public static List<Finding> check(
            CebDocument list, Map<Integer, BigDecimal> quantities, Map<Integer, BigDecimal> before) {
        var findings = new ArrayList<Finding>();
        var source = list.find("copNo").orElse("");
        if (quantities.values().stream().noneMatch(q -> q.signum() > 0)) {
            findings.add(Finding.error(
                    "RETURN-EMPTY", Place.of(source), "", "A return has at least one row with a quantity above 0."));
        }
        quantities.forEach((row, quantity) -> {
            var place = Place.cell(source, row, "qty");
            if (row < 1 || row > list.rowCount()) {
                findings.add(Finding.error(
                        "RETURN-ROW", place, String.valueOf(row), "The list has " + list.rowCount() + " rows."));
                return;
            }
            var left = new BigDecimal(list.get(row - 1, "qty")).subtract(before.getOrDefault(row, BigDecimal.ZERO));
            if (quantity.signum() < 0 || quantity.compareTo(left) > 0) {
                findings.add(Finding.error(
                        "RETURN-QUANTITY",
                        place,
                        quantity.toPlainString(),
                        "数量: of " + list.get(row - 1, "qty") + " declared " + RetailExport.number(left)
                                + " are left to be returned."));
            }
        });
        return findings;
    }

    /** Whether an import return comes in time; releases of days without a window are not returned within the regime. */
    public static List<Finding> inTime(CebDocument list, RegimeRules onRelease, LocalDate day) {
        var until = onRelease.returnUntil();
        return until.isPresent() && !day.isAfter(until.get())
                ? List.of()
                : List.of(Finding.error(
                        "RETURN-LATE",
                        Place.of(list.find("copNo").orElse("")),
                        day.toString(),
                        until.map(u -> "The last day was " + u + ".").orElse("The regime knows no return.")
                                + " Handle it as general trade."));
    }

    /** Whether an export return names a country it can come from. */
    public static List<Finding> origin(ReturnTransport transport) {
        return transport.country().equals(CHINA)
                ? List.of(Finding.error(
                        "RETURN-COUNTRY",
                        Place.of(transport.waybillNo()),
                        CHINA,
                        "启运国: a return comes from abroad, not from China."))
                : List.of();
    }
}
