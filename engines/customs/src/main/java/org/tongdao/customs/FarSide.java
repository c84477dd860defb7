package org.tongdao.customs;

import java.io.Reader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the countries of arrival ask for, as dated data ({@code data/far-side.csv}, {@code data/stop-words.csv}): thresholds, charges, identifiers.
 *
 * <p>Rows are ended, never edited. Each rule keeps its source and mark; results carry the version they were made by.
 */
public final class FarSide {

    private final String name;
    private final List<RegimeRule> rules;
    private final Set<String> stopWords;

    private FarSide(String name, List<RegimeRule> rules, Set<String> stopWords) {
        this.name = name;
        this.rules = rules;
        this.stopWords = stopWords;
    }

    public static FarSide read(String name, Reader rules, Reader stopWords) {
        var rows = CsvTable.read(rules).stream().map(FarSide::rule).toList();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                if (rows.get(i).clashes(rows.get(j))) {
                    throw new IllegalArgumentException(rows.get(i).clash(rows.get(j)));
                }
            }
        }
        var words = CsvTable.read(stopWords).stream()
                .map(r -> r.get("word").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new FarSide(name, rows, words);
    }

    /** The rules of a country (ISO 3166-1 alpha-2) on a day; its own before those of its union. */
    public Rules on(String country, LocalDate day) {
        var held = new TreeMap<String, RegimeRule>();
        for (var rule : rules) {
            if (CountryGroup.holds(rule.regime(), country) && rule.holds(rule.regime(), "*", day)) {
                held.merge(rule.rule(), rule, (a, b) -> a.regime().equals(country) ? a : b);
            }
        }
        return new Rules(this, country, day, held);
    }

    /** What a parcel costs and lacks where it arrives; empty when we hold no rules of that country. */
    public Optional<FarAssessment> assess(FarParcel parcel, LocalDate day) {
        var rules = on(parcel.country(), day);
        if (CountryGroup.holds("EU", parcel.country())) {
            return Optional.of(EuropeanArrival.assess(parcel, rules));
        }
        return CountryGroup.holds("EAEU", parcel.country())
                ? Optional.of(EurasianArrival.assess(parcel, rules))
                : Optional.empty();
    }

    private static RegimeRule rule(CsvTable.Row row) {
        return new RegimeRule(
                row.get("rule"),
                row.get("place"),
                "*",
                LocalDate.parse(row.get("valid_from")),
                row.get("valid_to").isBlank() ? LocalDate.MAX : LocalDate.parse(row.get("valid_to")),
                row.get("value"),
                row.get("source"),
                row.get("mark"));
    }

    /** What one country asks for on one day. */
    public static final class Rules {

        private final FarSide book;
        private final String country;
        private final LocalDate day;
        private final TreeMap<String, RegimeRule> held;

        private Rules(FarSide book, String country, LocalDate day, TreeMap<String, RegimeRule> held) {
            this.book = book;
            this.country = country;
            this.day = day;
            this.held = held;
        }

        public String country() {
            return country;
        }

        public LocalDate day() {
            return day;
        }

        public Optional<RegimeRule> find(String rule) {
            return Optional.ofNullable(held.get(rule));
        }

        /** Table and last change that counts here. */
        public String version() {
            return book.name + "-"
                    + held.values().stream()
                            .map(RegimeRule::from)
                            .max(LocalDate::compareTo)
                            .map(LocalDate::toString)
                            .orElse("empty");
        }

        /** Those of the rules named that hold, for the one who asks where a figure comes from. */
        List<FarBasis> basis(List<String> used) {
            return used.stream()
                    .flatMap(u -> find(u).stream())
                    .map(FarBasis::of)
                    .toList();
        }

        /** Rules of a family, such as {@code excluded-licensed}, by name. */
        List<RegimeRule> family(String name) {
            return held.values().stream()
                    .filter(r -> r.rule().equals(name) || r.rule().startsWith(name + "-"))
                    .toList();
        }

        /** What held on the day before a rule began. */
        Rules before(RegimeRule rule) {
            return book.on(country, rule.from().minusDays(1));
        }

        Optional<BigDecimal> number(String rule) {
            return find(rule).map(r -> new BigDecimal(r.value()));
        }

        /** Whether a description says nothing: it is one of the stop words, or holds no letter. */
        boolean isStopWord(String description) {
            var text = Words.of(description).text();
            return book.stopWords.contains(text) || text.chars().noneMatch(Character::isLetter);
        }
    }
}
