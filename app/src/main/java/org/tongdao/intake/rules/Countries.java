package org.tongdao.intake.rules;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongdao.editions.Edition;
import org.tongdao.intake.mapping.ReferenceTable;

/** Countries by code and by name in Chinese, English and Russian; which of them we serve, over which hub, and how their postcodes look. */
public final class Countries {

    /**
     * A country we serve (data/hubs.csv).
     *
     * @param hub node id of the overseas hub
     */
    public record Destination(String country, String hub, Pattern postcode, boolean postcodeRequired) {
        boolean accepts(String code) {
            return postcode.matcher(code.toUpperCase(Locale.ROOT)).matches();
        }
    }

    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, Destination> destinations = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();

    private Countries() {}

    /** What they are called, which we serve, and where cities lie: three lists. */
    public static Countries of(Edition names, Edition hubs, Edition places) {
        var known = new Countries();
        var languages = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.forLanguageTag("ru"));
        for (var code : Locale.getISOCountries()) {
            known.codes.put(code, code);
            var locale = new Locale.Builder().setRegion(code).build();
            known.codes.put(locale.getISO3Country(), code);
            languages.forEach(l -> known.codes.put(folded(locale.getDisplayCountry(l)), code));
        }
        for (var row : ReferenceTable.read(names)) {
            known.codes.put(folded(row.get("name")), row.get("country"));
        }
        for (var row : ReferenceTable.read(hubs)) {
            known.destinations.put(row.get("country"), destination(row));
        }
        for (var row : ReferenceTable.read(places)) {
            known.places.put(folded(row.get("name")), row.get("country"));
        }
        return known;
    }

    private static Destination destination(ReferenceTable.Row row) {
        return new Destination(
                row.get("country"),
                row.get("hub"),
                Pattern.compile(row.get("postcode")),
                row.get("postcode_required").equals("yes"));
    }

    /** The code of a country given as code or name. */
    public Optional<String> find(String text) {
        var upper = text.toUpperCase(Locale.ROOT);
        var code = codes.get(upper);
        return Optional.ofNullable(code != null ? code : codes.get(folded(text)));
    }

    public Optional<Destination> findDestination(String country) {
        return Optional.ofNullable(destinations.get(country));
    }

    /** The country of a city we know by name. */
    Optional<String> countryOfCity(String city) {
        return Optional.ofNullable(places.get(folded(city)));
    }

    /** Another country whose postcodes look like this one while this country's do not. */
    @Nullable
    String elsewhere(String postcode, String country) {
        return destinations.values().stream()
                .filter(d -> !d.country().equals(country) && d.accepts(postcode))
                .map(Destination::country)
                .sorted()
                .findFirst()
                .orElse(null);
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }
}
