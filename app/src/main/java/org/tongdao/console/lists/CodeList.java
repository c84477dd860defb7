package org.tongdao.console.lists;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * One table of data/.
 *
 * @param name its path below data/
 * @param version the first eight digits of the SHA-256 of its bytes
 */
record CodeList(String name, List<String> header, List<List<String>> rows, String version, CodeList.Standing standing) {

    /**
     * How it is kept.
     *
     * @param number of the edition in force, 0 as packed
     * @param editable whether another one can be brought
     */
    record Standing(int number, boolean editable) {}

    /** Why it comes with the program only: the end of a key of the term base. */
    public String kept() {
        if (name.matches("(network|corridor|stations)/.*")) {
            return "network";
        }
        return name.matches("(rates|tariffs)\\.csv") ? "price" : "program";
    }

    /** Rows that hold this text, capital or small; all for an empty one. */
    List<List<String>> having(String text) {
        var sought = text.toLowerCase(Locale.ROOT);
        return rows.stream()
                .filter(row -> row.stream()
                        .anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(sought)))
                .toList();
    }

    /** Rows that begin to count after this day. */
    public long later(LocalDate today) {
        int from = column("valid_from", "from");
        return from < 0
                ? 0
                : rows.stream().filter(row -> isAfter(row.get(from), today)).count();
    }

    /** Rows that no longer count on this day. */
    public long over(LocalDate today) {
        int to = column("valid_to", "to");
        return to < 0
                ? 0
                : rows.stream()
                        .filter(row -> !row.get(to).isBlank() && !isAfter(row.get(to), today))
                        .count();
    }

    public boolean isDated() {
        return header.contains("valid_from");
    }

    /** Rows whose mark says that nobody published the figure. */
    public long unsure() {
        int mark = column("mark", "certainty");
        return mark < 0
                ? 0
                : rows.stream()
                        .filter(row -> row.get(mark).matches(".*(typical|assumed|memory|derived).*"))
                        .count();
    }

    private int column(String name, String other) {
        return header.contains(name)
                ? header.indexOf(name)
                : isDated() || name.equals("mark") ? header.indexOf(other) : -1;
    }

    private static boolean isAfter(String day, LocalDate today) {
        return day.matches("\\d{4}-\\d\\d-\\d\\d") && LocalDate.parse(day).isAfter(today);
    }
}
