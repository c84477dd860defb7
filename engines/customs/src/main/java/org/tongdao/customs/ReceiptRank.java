package org.tongdao.customs;

import java.util.HashMap;
import java.util.Map;

/** How far a status stands in customs' precedence, and what it means; data in {@code receipt-ranks.csv}. */
record ReceiptRank(int rank, Outcome outcome) {

    private static final Map<String, ReceiptRank> RANKS = new HashMap<>();
    private static final ReceiptRank UNKNOWN = new ReceiptRank(0, Outcome.SENT);

    static {
        for (var row : CsvTable.resource("receipt-ranks.csv")) {
            RANKS.put(
                    row.get("status"),
                    new ReceiptRank(Integer.parseInt(row.get("rank")), Outcome.valueOf(row.get("outcome"))));
        }
    }

    /** A status nobody documented counts least, so that it hides nothing. */
    static ReceiptRank of(String status) {
        var known = RANKS.get(status.startsWith("-") ? "<0" : status);
        return known == null ? UNKNOWN : known;
    }
}
