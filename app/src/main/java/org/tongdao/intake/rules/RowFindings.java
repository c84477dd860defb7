package org.tongdao.intake.rules;

import java.util.ArrayList;
import java.util.List;
import org.tongdao.intake.mapping.Column;
import org.tongdao.intake.mapping.RowCells;
import org.tongdao.terms.Finding;

/** Collects what is wrong with one row. */
final class RowFindings {

    private final RowCells row;
    private final List<Finding> all = new ArrayList<>(0);
    private boolean stops;

    RowFindings(RowCells row) {
        this.row = row;
    }

    void error(String rule, Column column, String value, String maybe) {
        add(Finding.error(rule, row.place(column), value, maybe));
    }

    void warning(String rule, Column column, String value, String maybe) {
        add(Finding.warning(rule, row.place(column), value, maybe));
    }

    void add(Finding finding) {
        all.add(finding);
        stops |= finding.stops();
    }

    boolean stop() {
        return stops;
    }

    boolean stopAt(Column column) {
        var label = row.layout().label(column);
        return all.stream().anyMatch(f -> f.stops() && f.place().column().equals(label));
    }

    List<Finding> list() {
        return all;
    }

    /** The text of a required cell, or empty with a finding. */
    String required(Column column) {
        var text = row.get(column);
        if (text.isEmpty() && !stopAt(column)) {
            error("CELL-EMPTY", column, "", "fill it in, or give it a default in the mapping");
        }
        return text;
    }
}
