package org.tongdao.customs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * One line of the declaration that released lists come to: rows of lists that agree in everything the merge key names ({@link
 * RegimeRules#summaryKey}).
 *
 * <p>Lets a broker see before asking (701) how many declarations and lines customs will make and whether 792 says the same.
 *
 * @param key values of the merge key, in its order
 * @param rows how many list rows it holds
 */
public record SummaryLine(List<String> key, BigDecimal quantity, BigDecimal value, BigDecimal netKilograms, int rows) {

    private SummaryLine plus(SummaryLine other) {
        return new SummaryLine(
                key,
                quantity.add(other.quantity),
                value.add(other.value),
                netKilograms.add(other.netKilograms),
                rows + other.rows);
    }

    /** Merges export lists (603) by a key; sums are exact. The net weight of a list counts to its first row. */
    public static List<SummaryLine> of(List<CebDocument> lists, List<String> key) {
        var lines = new LinkedHashMap<List<String>, SummaryLine>();
        for (var list : lists) {
            for (int i = 0; i < list.rowCount(); i++) {
                var line = new SummaryLine(
                        values(list, i, key),
                        new BigDecimal(list.get(i, "qty")),
                        new BigDecimal(list.get(i, "totalPrice")),
                        i == 0 ? new BigDecimal(list.get("netWeight")) : BigDecimal.ZERO,
                        1);
                lines.merge(line.key(), line, SummaryLine::plus);
            }
        }
        return List.copyOf(lines.values());
    }

    private static List<String> values(CebDocument list, int row, List<String> key) {
        var values = new ArrayList<String>();
        for (var part : key) {
            values.add(
                    switch (part) {
                        case "consignor" -> list.get("ebcCode");
                        case "transport" -> list.get("trafMode");
                        case "owner" -> list.get("ownerCode");
                        case "country" -> list.get("country");
                        case "office" -> list.get("portCode");
                        case "destination" -> list.get(row, "country");
                        case "hs" -> list.get(row, "gcode");
                        case "currency" -> list.get(row, "currency");
                        case "unit" -> list.get(row, "unit");
                        default -> throw new IllegalArgumentException("unknown part of the merge key: " + part);
                    });
        }
        return values;
    }
}
