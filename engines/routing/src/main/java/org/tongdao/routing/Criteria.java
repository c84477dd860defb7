package org.tongdao.routing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * By what journeys are compared; arrival always counts.
 *
 * <p>Written as in {@code arrival,transfers,cost}.
 */
public enum Criteria {
    ARRIVAL,
    TRANSFERS,
    COST,
    CO2,
    RISK;

    /** Reads the list; throws {@link IllegalArgumentException} that names the word it does not know. */
    public static Set<Criteria> parse(String text) {
        var set = EnumSet.of(ARRIVAL);
        for (var word : text.split(",")) {
            set.add(Arrays.stream(values())
                    .filter(c -> c.name().equalsIgnoreCase(word.trim()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "criterion '" + word.trim() + "'. Maybe one of arrival, transfers, cost, co2, risk.")));
        }
        return set;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
