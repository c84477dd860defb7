package org.tongdao.intake.mapping;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongdao.editions.Edition;
import org.tongdao.editions.Packaged;

/** Recognises a column by what strangers call it, in Chinese, English and Russian (data/header-synonyms.csv). */
public final class HeaderWords {

    public static final String LIST = "header-synonyms.csv";

    private static final Pattern UNIT =
            Pattern.compile("(.*?)[\\s_,/(\\[]+(kg|g|cm|mm|m|公斤|千克|克|厘米|公分|毫米|米|кг|гр|г|см|мм|м)[.)\\]]*$");

    /**
     * A recognised header.
     *
     * @param unit the unit it names, if it does: {@code 毛重(kg)}
     */
    public record Hit(Column column, Optional<Measure> unit) {}

    private final Map<String, Column> words = new HashMap<>();

    private HeaderWords() {}

    /** As they came with the program. */
    public static HeaderWords shipped() {
        return of(Packaged.get(LIST));
    }

    public static HeaderWords of(Edition edition) {
        var known = new HeaderWords();
        for (var row : ReferenceTable.read(edition)) {
            known.words.put(folded(row.get("header")), Column.valueOf(row.get("column")));
        }
        for (var column : Column.values()) {
            known.words.put(folded(column.key()), column);
        }
        return known;
    }

    public Optional<Hit> find(String header) {
        var text = Normalizer.normalize(header, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        var whole = words.get(folded(text));
        if (whole != null) {
            return Optional.of(new Hit(whole, Optional.empty()));
        }
        var split = UNIT.matcher(text);
        if (!split.matches()) {
            return Optional.empty();
        }
        var column = words.get(folded(split.group(1)));
        return Optional.ofNullable(column).map(c -> new Hit(c, Measure.find(split.group(2))));
    }

    /** Each column's first place in a header; a column that appears twice is left out and told in {@code twice}. */
    Map<Column, Integer> places(List<String> header, List<String> twice) {
        var places = new EnumMap<Column, Integer>(Column.class);
        for (int i = 0; i < header.size(); i++) {
            var hit = find(header.get(i));
            if (hit.isPresent() && places.putIfAbsent(hit.get().column(), i) != null) {
                twice.add(header.get(i));
            }
        }
        return places;
    }

    private static String folded(String header) {
        var text = Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var kept = new StringBuilder(text.length());
        text.codePoints().filter(c -> Character.isLetterOrDigit(c) || c == '№').forEach(kept::appendCodePoint);
        return kept.toString().replace('ё', 'е');
    }
}
