package org.tongdao.editions;

import java.util.List;

/**
 * A row that another edition adds, changes, ends or leaves out.
 *
 * @param key its key cells
 * @param from the day it counts from (or no longer counts from, when it ends); empty: at once
 * @param cells what is in it or changes
 */
public record Difference(Kind kind, String key, String from, List<Difference.Cell> cells) {

    /** What happens to the row; ENDED got its last day, GONE is not there any more. */
    public enum Kind {
        ADDED,
        CHANGED,
        ENDED,
        GONE
    }

    /** A cell before and after; empty where it was not or is not. */
    public record Cell(String column, String before, String after) {}
}
