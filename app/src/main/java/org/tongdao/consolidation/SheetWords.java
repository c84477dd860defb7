package org.tongdao.consolidation;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The words of the loading sheet out of the term base, data/glossary.csv. */
final class SheetWords {

    private final Map<String, String> words = new HashMap<>();

    SheetWords(Locale language) {
        var column = language.getLanguage().equals("zh") ? "zh" : "en";
        try (var in = Objects.requireNonNull(SheetWords.class.getResourceAsStream("/data/glossary.csv"));
                var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var row : rows) {
                if (row.getField("key").matches("(sheet|finding)\\..*")) {
                    words.put(row.getField("key"), row.getField(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("glossary.csv", e);
        }
    }

    /** Of the sheet; wrong code when the term base lacks it. */
    String of(String key) {
        return Objects.requireNonNull(words.get("sheet." + key), key);
    }

    /** What a rule means; its name when the term base does not know it. */
    String rule(String rule) {
        return words.getOrDefault("finding." + rule, rule);
    }
}
