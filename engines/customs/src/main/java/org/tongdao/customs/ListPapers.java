package org.tongdao.customs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * Papers that follow a declared list: its cancellation (603 → 605, 621 → 623) and the return of its goods (603 → 213 and tally 215, 621 → 625).
 *
 * <p>What both papers share is copied from the list as it was sent, so that they cannot contradict it. Whether a return is within the list is {@link
 * ReturnRules}' question and comes first.
 */
public final class ListPapers {

    private static final CebCatalogue CATALOGUE = CebCatalogue.official();
    private static final int QUANTITY_DECIMALS = 5;

    private ListPapers() {}

    /** The cancellation of a list that is not closed yet. */
    public static CebDocument cancel(CebDocument list, ListReference reference) {
        boolean export = isExport(list);
        return begin(list, export ? "CEB605" : "CEB623", reference)
                .put("copNo", reference.number())
                .put("invtNo", reference.invtNo())
                .put("reason", reference.reason())
                .build();
    }

    /**
     * The return of goods of an export list (213).
     *
     * @param quantities returned, by row number of the list
     */
    public static CebDocument exportReturn(
            CebDocument list,
            ListReference reference,
            ReturnTransport transport,
            Map<Integer, BigDecimal> quantities,
            RegimeRules rules) {
        var mode = rules.returnTradeMode()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no returns under " + rules + ". Maybe another regime was meant."));
        var paper = begin(list, "CEB213", reference)
                .put("coElNo", reference.number())
                .put("invtNo", reference.invtNo())
                .put("reason", reference.reason())
                .put("tradeMode", mode)
                .put("ieFlag", "I")
                .put("logisticsNo", transport.waybillNo())
                .put("billNo", transport.billNo())
                .put("trafMode", transport.mode())
                .put("trafName", transport.name())
                .put("voyageNo", transport.voyageNo())
                .put("country", transport.country());
        rows(list, paper, quantities, List.of("gcode", "gname", "gmodel", "unit", "unit1", "unit2"));
        return paper.build();
    }

    /** The tally (215) of goods that came back under a return (213). */
    public static CebDocument tally(
            CebDocument exportReturn, String operatorCode, String operatorName, ListReference reference) {
        return begin(exportReturn, "CEB215", reference)
                .put("operatorCode", operatorCode)
                .put("operatorName", operatorName)
                .put("coElNo", reference.number())
                .put("invtNo", reference.invtNo())
                .put("ieFlag", "I")
                .put("note", reference.reason())
                .build();
    }

    /** The return of goods of an import list (625). */
    public static CebDocument importReturn(
            CebDocument list, ListReference reference, Map<Integer, BigDecimal> quantities) {
        var paper = begin(list, "CEB625", reference)
                .put("copNo", reference.number())
                .put("invtNo", reference.invtNo())
                .put("reason", reference.reason());
        rows(list, paper, quantities, List.of("gcode", "gname", "unit"));
        return paper.build();
    }

    private static void rows(
            CebDocument list, CebDocument.Builder paper, Map<Integer, BigDecimal> quantities, List<String> copied) {
        var source = list.type().rows().orElseThrow();
        for (int i = 0; i < list.rowCount(); i++) {
            var quantity = quantities.getOrDefault(i + 1, BigDecimal.ZERO);
            if (quantity.signum() <= 0) {
                continue;
            }
            paper.row().cell("gnum", list.get(i, "gnum")).cell("qty", RetailExport.number(quantity));
            for (var field : copied) {
                if (source.find(field).isPresent() && !list.get(i, field).isEmpty()) {
                    paper.cell(field, list.get(i, field));
                }
            }
            if (copied.contains("unit1")) {
                paper.cell("qty1", part(list, i, "qty1", quantity));
                if (!list.get(i, "unit2").isEmpty()) {
                    paper.cell("qty2", part(list, i, "qty2", quantity));
                }
            }
        }
    }

    /** The statutory quantity that belongs to a part of the declared quantity. */
    private static String part(CebDocument list, int row, String field, BigDecimal quantity) {
        return RetailExport.number(new BigDecimal(list.get(row, field))
                .multiply(quantity)
                .divide(new BigDecimal(list.get(row, "qty")), QUANTITY_DECIMALS, RoundingMode.HALF_UP));
    }

    /** A new document with everything that stands under the same name in the former one. */
    private static CebDocument.Builder begin(CebDocument former, String type, ListReference reference) {
        var paper = CebDocument.of(CATALOGUE.get(type));
        for (var field : CATALOGUE.get(type).head().fields()) {
            former.find(field.name()).ifPresent(value -> paper.put(field.name(), value));
        }
        for (var own : List.of("preNo", "note")) {
            paper.clear(own);
        }
        return paper.put("guid", Guid.of(type + "/" + reference.number()))
                .put("appType", "1")
                .put("appTime", ChinaTime.seconds(reference.at()))
                .put("appStatus", "2");
    }

    private static boolean isExport(CebDocument list) {
        return switch (list.type().code()) {
            case "CEB603" -> true;
            case "CEB621" -> false;
            default ->
                throw new IllegalArgumentException(list.type() + " is not a list. Maybe CEB603 or CEB621 was meant.");
        };
    }
}
