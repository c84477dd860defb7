package org.tongdao.intake.label;

import java.util.regex.Pattern;

/** Personal data as a label may show it (I-35): one letter of the name hidden at least, six digits of the telephone, no room. */
public final class Masking {

    private static final String GAP = "[\\s,;/]*";
    private static final Pattern ROOM = Pattern.compile("(?iu)" + GAP
            + "(?:(?<![\\p{L}])(?:кв|квартира|офис|оф|ком|комната|пәтер|хонаи|хона|apt|apartment|flat|unit|room|rm|suite|ste|lok|lokal|m|wohnung|whg|top)\\.?\\s*№?\\s*\\d+\\p{L}?"
            + "|#\\s*\\d+\\p{L}?"
            + "|\\d+\\.?\\s*(?:em|emelet)\\.?\\s*\\d*\\.?(?:\\s*(?:ajtó|a))?\\.?"
            + "|\\d+\\s*(?:室|号房|单元)"
            + "|fszt?\\.?\\s*\\d*\\.?)");
    private static final Pattern FLAT_AFTER_SLASH = Pattern.compile("(?<=\\d\\p{L}?)\\s*/\\s*\\d+\\p{L}?");
    private static final int HIDDEN_DIGITS = 6;

    private Masking() {}

    /** The first letter of each word stays; at least one letter is hidden. */
    public static String name(String name) {
        var text = new StringBuilder();
        boolean first = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = Character.isLetterOrDigit(c);
            text.append(letter && !first ? '*' : c);
            first = !letter && (c == ' ' || c == '-');
        }
        return text.indexOf("*") >= 0 || name.isEmpty()
                ? text.toString()
                : text.replace(text.length() - 1, text.length(), "*").toString();
    }

    /** Of {@code +77012345678} stay the first and the last digits that are not among the six hidden. */
    public static String phone(String e164) {
        int digits = (int) e164.chars().filter(Character::isDigit).count();
        int shown = Math.max(0, digits - HIDDEN_DIGITS);
        int last = Math.min(2, shown);
        int first = Math.min(4, shown - last);
        var text = new StringBuilder();
        int at = 0;
        for (int i = 0; i < e164.length(); i++) {
            char c = e164.charAt(i);
            if (Character.isDigit(c)) {
                text.append(at < first || at >= digits - last ? c : '*');
                at++;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** Street and house stay, room and flat go. */
    public static String address(String address) {
        var house = FLAT_AFTER_SLASH.matcher(address).replaceAll("");
        return ROOM.matcher(house).replaceAll("").strip().replaceAll("[,;]+$", "");
    }
}
