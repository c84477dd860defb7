package org.tongdao.intake.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tongdao.intake.reading.RawRow;

/** A text with headers in braces, filled from a row; empty when one of its cells is empty. */
record Template(List<String> texts, List<Integer> cells) {

    private static final Pattern BRACES = Pattern.compile("\\{([^}]*)}");

    static Template of(String text, List<String> header) {
        var texts = new ArrayList<String>();
        var cells = new ArrayList<Integer>();
        var found = BRACES.matcher(text);
        int from = 0;
        while (found.find()) {
            texts.add(text.substring(from, found.start()));
            cells.add(header.indexOf(found.group(1).strip()));
            from = found.end();
        }
        texts.add(text.substring(from));
        return new Template(texts, cells);
    }

    String fill(RawRow row, List<String> emptyValues) {
        var filled = new StringBuilder(texts.get(0));
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i) < 0 ? "" : row.cell(cells.get(i)).strip();
            if (cell.isEmpty() || emptyValues.contains(cell)) {
                return "";
            }
            filled.append(cell).append(texts.get(i + 1));
        }
        return filled.toString();
    }
}
