package org.tongdao.console.frame;

import java.util.Arrays;
import java.util.stream.Collectors;

/** CSV for people. A text that a spreadsheet program would run as a formula gets an apostrophe in front; files for machines are never written here. */
public final class Spreadsheet {

    private static final String STARTS_FORMULA = "=+-@\t\r\0＝＋－＠";

    private Spreadsheet() {}

    public static String row(String... cells) {
        return Arrays.stream(cells).map(Spreadsheet::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    static String cell(String text) {
        String safe = !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
