package org.tongdao.console.document;

import java.util.List;

/**
 * What stands on a paper.
 *
 * @param title key of the term base
 * @param number what the paper is about; it is printed as a barcode too
 * @param facts under the title, one line each
 * @param note key of the term base of what the reader must know of the paper, empty when nothing
 */
public record Paper(String title, String number, List<Fact> facts, List<Table> tables, String note) {

    /** A line under the title; {@code name} is a key of the term base. */
    public record Fact(String name, String value) {}

    /**
     * A table that goes on over pages.
     *
     * @param sums under the columns of the same place, empty where there is none; no sums at all: an empty list
     */
    public record Table(String title, List<Column> columns, List<List<String>> rows, List<String> sums) {}

    /**
     * A column.
     *
     * @param name key of the term base
     * @param share of the width of the page, next to the other shares
     */
    public record Column(String name, double share, boolean right) {

        public static Column text(String name, double share) {
            return new Column(name, share, false);
        }

        public static Column number(String name, double share) {
            return new Column(name, share, true);
        }
    }
}
