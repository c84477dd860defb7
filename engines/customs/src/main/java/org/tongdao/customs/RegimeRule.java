package org.tongdao.customs;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * One dated fact about a regime, as {@code data/regimes.csv} has it.
 *
 * @param rule its name, such as {@code documents}
 * @param regime four digits, or {@code *}
 * @param way {@code E}, {@code I} or {@code *}
 * @param from first day
 * @param until first day after
 * @param source where it was read
 * @param mark [S] read in a source, [M] from memory; shown to people, never dropped
 */
public record RegimeRule(
        String rule,
        String regime,
        String way,
        LocalDate from,
        LocalDate until,
        String value,
        String source,
        String mark) {

    private static final Pattern AMOUNT = Pattern.compile(".*-(eur|cny|kg|percent)|rounding-tolerance");
    private static final Pattern COUNT =
            Pattern.compile(".*-(digits|days|months|day)|ens-minutes-.*|transit-(houses|houses-least|items)");

    /** Rules that are figures must hold one: {@link IllegalArgumentException}. */
    public RegimeRule {
        boolean sound = AMOUNT.matcher(rule).matches()
                ? value.matches("\\d{1,9}(\\.\\d{1,6})?")
                : !COUNT.matcher(rule).matches() || value.matches("\\d{1,6}");
        if (!sound || (rule.endsWith("-deadline-day") && (value.length() > 2 || Integer.parseInt(value) > 28))) {
            throw new IllegalArgumentException(rule + " of " + regime + ": '" + value
                    + "' is no figure of it. Maybe a number such as 15 was meant.");
        }
    }

    static RegimeRule of(CsvTable.Row row) {
        return new RegimeRule(
                row.get("rule"),
                row.get("regime"),
                row.get("way"),
                LocalDate.parse(row.get("valid_from")),
                row.get("valid_to").isBlank() ? LocalDate.MAX : LocalDate.parse(row.get("valid_to")),
                row.get("value"),
                row.get("source"),
                row.get("mark"));
    }

    boolean holds(String otherRegime, String otherWay, LocalDate day) {
        return (regime.equals("*") || regime.equals(otherRegime))
                && (way.equals("*") || way.equals(otherWay))
                && !day.isBefore(from)
                && day.isBefore(until);
    }

    boolean clashes(RegimeRule other) {
        boolean same = rule.equals(other.rule) && regime.equals(other.regime) && way.equals(other.way);
        return same && from.isBefore(other.until) && other.from.isBefore(until);
    }

    /** Why two rows cannot stand in one table. */
    String clash(RegimeRule other) {
        var older = from.isAfter(other.from) ? other : this;
        var newer = older == this ? other : this;
        return "two rows hold at once: " + rule + " of " + regime + " from " + older.from + " still holds on "
                + newer.from + ". Maybe the older has no valid_to.";
    }
}
