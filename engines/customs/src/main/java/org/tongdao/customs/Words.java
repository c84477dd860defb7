package org.tongdao.customs;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Free text made comparable: full-width and half-width alike, lower case, Latin letters without accents, split at everything that is neither letter nor digit. */
record Words(String text, List<String> tokens) {

    static Words of(String raw) {
        var folded = plain(Normalizer.normalize(raw, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        var tokens = new ArrayList<String>();
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            boolean inside = i < folded.length() && Character.isLetterOrDigit(folded.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                tokens.add(folded.substring(start, i));
                start = -1;
            }
        }
        return new Words(String.join(" ", tokens), tokens);
    }

    /** Latin letters without their tone marks and accents, so that yānhuā is yanhua; other scripts keep theirs. */
    private static String plain(String text) {
        if (text.chars().noneMatch(c -> c >= 0x00C0 && c < 0x0250)) {
            return text;
        }
        var parts = Normalizer.normalize(text, Normalizer.Form.NFD);
        var kept = new StringBuilder(parts.length());
        boolean latin = false;
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
            if (!mark || !latin) {
                kept.append(c);
            }
            latin = mark ? latin : c >= 'a' && c <= 'z';
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    /**
     * Whether a keyword occurs: Chinese anywhere in the text, other scripts as whole words in sequence, where a trailing {@code *} on a word stands for
     * any ending.
     */
    boolean hold(Keyword keyword) {
        return keyword.ideographic() ? text.contains(keyword.text()) : sequence(keyword.tokens()) >= 0;
    }

    private int sequence(List<String> wanted) {
        for (int at = 0; at + wanted.size() <= tokens.size(); at++) {
            int i = 0;
            while (i < wanted.size() && same(wanted.get(i), tokens.get(at + i))) {
                i++;
            }
            if (i == wanted.size()) {
                return at;
            }
        }
        return -1;
    }

    private static boolean same(String wanted, String token) {
        return wanted.endsWith("*") ? token.regionMatches(0, wanted, 0, wanted.length() - 1) : wanted.equals(token);
    }
}
