package org.tongdao.terms;

/**
 * Where in the caller's input a finding points: a source (file or document), a line counted from 1 as a text editor counts, a column name.
 *
 * <p>What is not known is empty ({@code ""}) or zero, never null.
 */
public record Place(String source, long line, String column) {

    public static Place of(String source) {
        return new Place(source, 0, "");
    }

    public static Place row(String source, long line) {
        return new Place(source, line, "");
    }

    public static Place cell(String source, long line, String column) {
        return new Place(source, line, column);
    }

    @Override
    public String toString() {
        var text = new StringBuilder(source);
        if (line > 0) {
            text.append(':').append(line);
        }
        if (!column.isEmpty()) {
            text.append(" [").append(column).append(']');
        }
        return text.toString();
    }
}
