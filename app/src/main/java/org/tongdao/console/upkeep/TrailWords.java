package org.tongdao.console.upkeep;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongdao.console.frame.Glossary;

/** The acts of the trail in the reader's language. They are kept in English, so that files and searches stay the same for everybody. */
@Component
class TrailWords {

    private static final String PREFIX = "trail.";

    private final Glossary glossary;

    TrailWords(Glossary glossary) {
        this.glossary = glossary;
    }

    /** How an act reads; one that the term base does not know is shown as it was kept. */
    UnaryOperator<String> in(Locale language) {
        return act -> glossary.find(key(act), language).orElse(act);
    }

    /** The kept acts whose words in this language hold what is looked for. */
    List<String> meant(@Nullable String words, Locale language) {
        if (words == null || words.isBlank()) {
            return List.of();
        }
        String wanted = words.strip().toLowerCase(language);
        return glossary.keys().stream()
                .filter(key -> key.startsWith(PREFIX))
                .filter(key -> glossary.find(key, language)
                        .orElse("")
                        .toLowerCase(language)
                        .contains(wanted))
                .map(TrailWords::act)
                .toList();
    }

    static String key(String act) {
        return PREFIX + act.replace(' ', '_').replace('-', '.');
    }

    private static String act(String key) {
        return key.substring(PREFIX.length()).replace('.', '-').replace('_', ' ');
    }
}
