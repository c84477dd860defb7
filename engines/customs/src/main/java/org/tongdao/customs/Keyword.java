package org.tongdao.customs;

import java.util.List;
import java.util.Locale;

/** One word or phrase of a list, prepared for {@link Words#hold}. */
record Keyword(String text, List<String> tokens, boolean ideographic) {

    static Keyword of(String raw) {
        var text = raw.strip().toLowerCase(Locale.ROOT);
        boolean ideographic = text.codePoints().anyMatch(Character::isIdeographic);
        return new Keyword(ideographic ? Words.of(text).text() : text, List.of(text.split("[\\s-]+")), ideographic);
    }

    static List<Keyword> listOf(List<String> raw) {
        return raw.stream().map(Keyword::of).toList();
    }
}
