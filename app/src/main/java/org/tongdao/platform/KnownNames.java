package org.tongdao.platform;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tongdao.terms.Spelling;

/** The names that a file may use; of another the nearest is proposed, so that a misspelt one is mended at once. */
public record KnownNames(List<String> names) {

    private static final int FAR = 3;

    public static KnownNames of(Collection<String> names) {
        return new KnownNames(names.stream().sorted().toList());
    }

    public boolean has(String name) {
        return names.contains(name);
    }

    /** Such as {@code Maybe max_gross_kg is meant. Known are a, b, max_gross_kg.} */
    public String advice(String name) {
        return nearest(name).map(n -> "Maybe " + n + " is meant. ").orElse("") + known();
    }

    public String known() {
        return "Known are " + String.join(", ", names) + ".";
    }

    /** The name of which this one is maybe a slip. */
    public Optional<String> nearest(String name) {
        return names.stream()
                .filter(n -> Math.abs(n.length() - name.length()) <= FAR)
                .min(Comparator.comparingInt((String n) -> distance(n, name))
                        .thenComparing(n -> !n.regionMatches(true, 0, name, 0, 1)))
                .filter(n -> distance(n, name) <= Math.min(FAR, n.length() / 2));
    }

    private static int distance(String one, String other) {
        return Spelling.distance(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }
}
