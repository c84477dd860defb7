package org.tongdao.console.frame;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.stereotype.Component;

/**
 * The one term base of everything people read: data/glossary.csv with a column per language. Russian and Kazakh are there for the public pages; where a
 * term lacks them, English is shown.
 */
@Component("messageSource")
public class Glossary extends AbstractMessageSource {

    private final Map<String, Map<String, String>> terms = new HashMap<>();

    Glossary() {
        InputStream in = Objects.requireNonNull(Glossary.class.getResourceAsStream("/data/glossary.csv"), "glossary");
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows.forEach(row -> terms.put(row.getField("key"), row.getFieldsAsMap()));
        } catch (IOException e) {
            throw new UncheckedIOException("data/glossary.csv", e);
        }
    }

    public Set<String> keys() {
        return Set.copyOf(terms.keySet());
    }

    /** The term in this language or else in English; empty when the term base does not know the key. */
    public Optional<String> find(String key, Locale language) {
        return Optional.ofNullable(text(key, language));
    }

    /** What a finding's rule means in plain words; an unknown rule is shown by its name. */
    public String rule(String rule, Locale language) {
        return find("finding." + rule, language).orElse(rule);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        String text = text(code, locale);
        return text == null ? null : new MessageFormat(text.replace("'", "''"), locale);
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        return text(code, locale);
    }

    private @Nullable String text(String code, Locale locale) {
        Map<String, String> term = terms.get(code);
        if (term == null) {
            return null;
        }
        String own = term.get(locale.getLanguage());
        return own == null || own.isEmpty() ? term.get("en") : own;
    }
}
