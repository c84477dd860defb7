package org.tongdao.customs;

import java.util.ArrayList;
import java.util.List;

/**
 * What customs made of lists that were to be summarised (792): which row of which list stands in which line of which declaration.
 *
 * @param sumNo number of the summary
 * @param declaration number of the declaration ({@code entryId}), empty while it has none
 * @param state {@code decState}
 */
public record SummaryResult(String sumNo, String sequence, String declaration, String state, List<Row> rows) {

    /** One row of a list in the declaration; {@code line} is that of the declaration. */
    public record Row(String invtNo, String waybillNo, int line, int row, String hs) {}

    public SummaryResult {
        rows = List.copyOf(rows);
    }

    /** Reads a document of type CEB792. */
    public static SummaryResult of(CebDocument document) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < document.rowCount(); i++) {
            rows.add(new Row(
                    document.get(i, "invtNo"),
                    document.get(i, "logisticsNo"),
                    number(document.get(i, "gseqno")),
                    number(document.get(i, "gnum")),
                    document.get(i, "gcode")));
        }
        return new SummaryResult(
                document.get("sumNo"),
                document.get("declSeqNo"),
                document.get("entryId"),
                document.get("decState"),
                rows);
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
