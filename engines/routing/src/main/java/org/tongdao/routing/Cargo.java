package org.tongdao.routing;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is to be carried, as far as lines ask: it decides which of them are open to it, by named rules.
 *
 * @param kg gross, of all containers
 * @param containers forty-foot equivalents, also parts of one
 * @param goods of {@code dangerous}, {@code reefer} and {@code oversize}
 * @param regime customs supervision code, or empty
 * @param avoid countries that it must not pass, ISO 3166-1 alpha-2
 */
public record Cargo(int kg, double containers, Set<String> goods, String regime, Set<String> avoid) {

    /** One forty-foot container of plain goods. */
    public static final Cargo PLAIN = new Cargo(0, 1, Set.of(), "", Set.of());

    private static final double FFE_KG = 25_000;
    private static final double FFE_M3 = 67.7;

    public Cargo {
        goods = Set.copyOf(goods);
        avoid = Set.copyOf(avoid);
    }

    /** The forty-foot equivalents that goods of this weight and volume fill; at least a fiftieth, the usual minimum of a part load (assumed). */
    public static double containers(double kg, double m3) {
        return Math.max(0.02, Math.max(kg / FFE_KG, m3 / FFE_M3));
    }

    public boolean dangerous() {
        return goods.contains("dangerous");
    }

    /** The rule of a line that keeps these goods off it, or nothing. */
    public Optional<String> keptOffBy(Line line) {
        var rules = line.admission();
        var missing = new TreeSet<>(goods);
        missing.removeAll(rules.goods());
        if (!missing.isEmpty()) {
            return Optional.of("takes no " + String.join(", ", missing) + " goods");
        }
        if (!regime.isEmpty() && !rules.regimes().isEmpty() && !rules.regimes().contains(regime)) {
            return Optional.of("takes regimes " + new TreeSet<>(rules.regimes()) + ", not " + regime);
        }
        double each = kg / Math.max(1, Math.ceil(containers));
        if (rules.maxKg() > 0 && each > rules.maxKg()) {
            return Optional.of("takes " + rules.maxKg() + " kg a container, not " + Math.round(each));
        }
        var passed = new TreeSet<>(rules.via());
        passed.retainAll(avoid);
        if (!passed.isEmpty()) {
            return Optional.of("runs through " + String.join(", ", passed));
        }
        return Optional.empty();
    }
}
