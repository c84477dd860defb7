package org.tongdao.intake.rules;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import org.tongdao.intake.mapping.Column;
import org.tongdao.intake.mapping.Layout;
import org.tongdao.intake.mapping.Mapping;
import org.tongdao.intake.mapping.RowCells;
import org.tongdao.intake.reading.RawRow;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** The rules of rows for orders that come one by one, in the editions in force. Rule sets are lent out, since one of them serves one thread at a time and costs files to build. */
public final class FormRules {

    private static final String SOURCE = "order";
    private static final BitSet NONE = new BitSet(0);

    private record Lent(RowRules rules, Knowledge knowledge, Instant hour) {}

    private final Supplier<Knowledge> knowledge;
    private final Layout layout = Layout.ofColumns();
    private final ConcurrentLinkedDeque<Lent> idle = new ConcurrentLinkedDeque<>();

    public FormRules(Supplier<Knowledge> knowledge) {
        this.knowledge = knowledge;
    }

    /** Checks every line of an order; each answer's findings carry the names of {@link Column#key}. */
    public List<CheckedRow> check(Map<String, String> head, List<Map<String, String>> lines, Instant now) {
        var lent = borrow(now.truncatedTo(ChronoUnit.HOURS));
        try {
            var checked = new ArrayList<CheckedRow>(lines.size());
            for (int i = 0; i < lines.size(); i++) {
                var row = new RawRow(i + 1, cells(head, lines.get(i)), NONE, NONE);
                checked.add(lent.rules().check(new RowCells(layout, row, SOURCE)));
            }
            return checked;
        } finally {
            idle.push(lent);
        }
    }

    /** The finding with the name of the form instead of the heading of a file. */
    public static Finding named(Finding finding) {
        var place = finding.place();
        var name = place.column().replaceFirst(" \\((g|mm)\\)$", "");
        return new Finding(
                finding.rule(),
                finding.severity(),
                Place.cell(place.source(), place.line(), name),
                finding.value(),
                finding.maybe());
    }

    private static List<String> cells(Map<String, String> head, Map<String, String> line) {
        return Arrays.stream(Column.values())
                .map(column -> line.getOrDefault(column.key(), head.getOrDefault(column.key(), "")))
                .toList();
    }

    private Lent borrow(Instant hour) {
        var now = knowledge.get();
        var lent = idle.poll();
        return lent != null && lent.hour().equals(hour) && lent.knowledge() == now
                ? lent
                : new Lent(new RowRules(now, Mapping.NONE, new MerchantRule("default", false), hour), now, hour);
    }
}
