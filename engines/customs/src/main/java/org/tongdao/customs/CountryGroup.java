package org.tongdao.customs;

import java.util.Map;
import java.util.Set;

/** Groups of countries (ISO 3166-1 alpha-2) that rules speak of; membership as of 2026. */
final class CountryGroup {

    private static final Map<String, Set<String>> GROUPS = Map.of(
            "EU",
            Set.of(
                    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
                    "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
            "EAEU",
            Set.of("AM", "BY", "KG", "KZ", "RU"));

    private CountryGroup() {}

    /** Whether a rule for {@code group} (a group, one country, or {@code *}) concerns {@code country}. */
    static boolean holds(String group, String country) {
        var members = GROUPS.get(group);
        return group.equals("*") || group.equals(country) || (members != null && members.contains(country));
    }

    /** The countries of a group; empty for what is none. */
    static Set<String> members(String group) {
        return GROUPS.getOrDefault(group, Set.of());
    }
}
