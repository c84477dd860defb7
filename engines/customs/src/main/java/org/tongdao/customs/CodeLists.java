package org.tongdao.customs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The code lists of the interface and the way from the codes the world uses (ISO 3166, ISO 4217) to those of Chinese customs.
 *
 * <p>A list may be only partly known or known from memory; {@link #isSure} tells, and findings on unsure lists are warnings.
 */
public final class CodeLists {

    private static final CodeLists OFFICIAL = new CodeLists();

    private final Map<String, Set<String>> lists = new HashMap<>();
    private final Set<String> unsure = new HashSet<>();
    private final Map<String, String> countries = new HashMap<>();
    private final Map<String, String> currencies = new HashMap<>();
    private final Map<String, String> units = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    private CodeLists() {
        for (var row : CsvTable.resource("code-lists.csv")) {
            var list = listName(row.get("list"));
            add(list, row.get("code"));
            names.put(list + "/" + row.get("code"), row.get("zh"));
            if (row.get("source").toLowerCase(Locale.ROOT).contains("memory")) {
                unsure.add(list);
            }
        }
        CsvTable.resource("code-units.csv").forEach(row -> {
            add("unit", row.get("code"));
            units.putIfAbsent(row.get("zh"), row.get("code"));
            names.put("unit/" + row.get("code"), row.get("zh"));
        });
        CsvTable.resource("code-countries-3digit.csv").forEach(this::country);
        for (var row : CsvTable.resource("code-currencies.csv")) {
            add("currency", row.get("code"));
            currencies.put(row.get("iso"), row.get("code"));
        }
        unsure.add("currency");
    }

    public static CodeLists official() {
        return OFFICIAL;
    }

    /** Whether the list is one we know; a field may name a list nobody published, such as the customs offices. */
    public boolean isKnown(String list) {
        return lists.containsKey(list);
    }

    public boolean contains(String list, String code) {
        return lists.getOrDefault(list, Set.of()).contains(code);
    }

    /** False when the list is incomplete or from memory: a code outside of it may still be right. */
    public boolean isSure(String list) {
        return !unsure.contains(list);
    }

    /** The Chinese name of a code; empty when unknown. */
    public Optional<String> nameZh(String list, String code) {
        return Optional.ofNullable(names.get(list + "/" + code));
    }

    /** Three-digit customs code of a unit by its Chinese name or its code. */
    public Optional<String> unit(String nameOrCode) {
        return contains("unit", nameOrCode) ? Optional.of(nameOrCode) : Optional.ofNullable(units.get(nameOrCode));
    }

    /** Three-digit customs code of a country given as ISO 3166-1 alpha-2. */
    public Optional<String> country(String iso2) {
        return Optional.ofNullable(countries.get(iso2));
    }

    /** Three-digit customs code of a currency given as ISO 4217. */
    public Optional<String> currency(String iso4217) {
        return Optional.ofNullable(currencies.get(iso4217));
    }

    private void country(CsvTable.Row row) {
        var code = row.get("customs_code");
        if (row.get("note").startsWith("LEGACY")) {
            return;
        }
        add("country", code);
        names.put("country/" + code, row.get("zh"));
        countries.put(row.get("iso2 (our mapping)"), code);
    }

    private void add(String list, String code) {
        lists.computeIfAbsent(list, l -> new HashSet<>()).add(code);
    }

    private static String listName(String raw) {
        return switch (raw) {
            case "wrapType(1-char, list)" -> "wrapType";
            case "currency(3-digit, CEB)" -> "currency";
            default -> raw;
        };
    }
}
