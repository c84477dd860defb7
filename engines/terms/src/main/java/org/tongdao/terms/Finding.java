package org.tongdao.terms;

/**
 * One thing that is wrong with an input, said so that the reader can mend it.
 *
 * <p>Findings are collected at gates and travel as data; they are never thrown. {@code rule} is a stable upper-case id such as {@code HS-UNKNOWN}
 * and the key of the translated texts; {@code maybe} is the English sentence that tells what to do, with the figures of this case.
 *
 * @param rule stable id, upper case with hyphens
 * @param severity whether the row or unit stops here
 * @param place where in the input
 * @param value the offending value as it was read, shortened to {@value #MAX_VALUE} characters, control characters made visible
 * @param maybe what to do about it
 */
public record Finding(String rule, Severity severity, Place place, String value, String maybe) {

    private static final int MAX_VALUE = 120;

    public Finding {
        value = shown(value);
    }

    public static Finding error(String rule, Place place, String value, String maybe) {
        return new Finding(rule, Severity.ERROR, place, value, maybe);
    }

    public static Finding warning(String rule, Place place, String value, String maybe) {
        return new Finding(rule, Severity.WARNING, place, value, maybe);
    }

    public boolean stops() {
        return severity == Severity.ERROR;
    }

    private static String shown(String value) {
        var shortened = value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE - 1) + "…" : value;
        var text = new StringBuilder(shortened.length());
        shortened.codePoints().forEach(c -> appendVisible(text, c));
        return text.toString();
    }

    private static void appendVisible(StringBuilder text, int codePoint) {
        int type = Character.getType(codePoint);
        boolean hidden = type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
        if (hidden) {
            text.append(String.format("\\u%04X", codePoint));
        } else {
            text.appendCodePoint(codePoint);
        }
    }
}
