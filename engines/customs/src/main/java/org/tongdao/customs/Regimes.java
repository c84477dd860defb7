package org.tongdao.customs;

import java.io.Reader;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.tongdao.terms.CustomsRegime;

/**
 * The rules of the four regimes in both directions as dated data: who sends what, list or declaration, limits, deadlines, returns.
 *
 * <p>A rule change is a new row with its first day; rows are ended, never edited, so that asking with the day of a decision gives the same answer years
 * later. {@link RegimeRules#version} is stored with each decision. Two rows that hold on the same day for the same question are
 * {@link IllegalArgumentException}.
 */
public final class Regimes {

    private final String name;
    private final List<RegimeRule> rules;

    private Regimes(String name, List<RegimeRule> rules) {
        this.name = name;
        this.rules = rules;
    }

    public static Regimes read(String name, Reader table) {
        var rules = CsvTable.read(table).stream().map(RegimeRule::of).toList();
        for (int i = 0; i < rules.size(); i++) {
            for (int j = i + 1; j < rules.size(); j++) {
                if (rules.get(i).clashes(rules.get(j))) {
                    throw new IllegalArgumentException(rules.get(i).clash(rules.get(j)));
                }
            }
        }
        return new Regimes(name, rules);
    }

    public List<RegimeRule> list() {
        return rules;
    }

    /** What holds for a regime and direction on a day. */
    public RegimeRules on(CustomsRegime regime, TradeWay way, LocalDate day) {
        var held = new TreeMap<String, RegimeRule>();
        for (var rule : rules) {
            if (rule.holds(regime.code(), way.flag(), day)) {
                held.merge(rule.rule(), rule, (a, b) -> a.regime().equals("*") ? b : a);
            }
        }
        return new RegimeRules(name, regime, way, day, held);
    }
}
