package org.tongdao.platform;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

    /** How many letters one puts in, takes away, changes or swaps with the next, whatever the case. */
    private static int distance(String one, String other) {
        var a = one.toLowerCase(Locale.ROOT);
        var b = other.toLowerCase(Locale.ROOT);
        var far = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                far[i][j] = i == 0 || j == 0 ? i + j : step(a, b, far, i, j);
            }
        }
        return far[a.length()][b.length()];
    }

    private static int step(String a, String b, int[][] far, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(far[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(far[i - 1][j], far[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, far[i - 2][j - 2] + 1) : least;
    }
}
