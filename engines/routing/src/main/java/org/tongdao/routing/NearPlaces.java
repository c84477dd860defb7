package org.tongdao.routing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongdao.terms.Spelling;

/**
 * Which places somebody may have meant who wrote something that is no place's id: by the beginnings of names, then by ids and names that are almost the same.
 *
 * <p>Names in Chinese and English; Cyrillic is spelt in Latin letters first, so that Будапешт is next to Budapest. Distance is that of {@link Spelling}.
 */
public final class NearPlaces {

    private static final int MOST = 5;
    private static final int FAR = 9;
    private static final String CYRILLIC = "абвгдезийклмнопрстуфцыэңғқөұүһәі";
    private static final String LATIN = "abvgdeziiklmnoprstufcyengkouuhai";

    private NearPlaces() {}

    /** The nearest first, at most {@value #MOST}; empty when nothing is like it. */
    public static List<Station> of(List<Station> places, String written) {
        String text = plain(written);
        if (text.isEmpty()) {
            return List.of();
        }
        record Near(Station place, int distance) {}
        return places.stream()
                .map(p -> new Near(p, distance(p, text)))
                .filter(n -> n.distance < FAR)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(n -> n.place.id()))
                .limit(MOST)
                .map(Near::place)
                .toList();
    }

    /** As a sentence ends with it: Budapest (BUD), Bucharest (OTP). */
    static String said(List<Station> places, String written) {
        var near = of(places, written);
        return near.isEmpty()
                ? "one of places.csv"
                : near.stream().map(p -> name(p) + " (" + p.id() + ")").collect(Collectors.joining(", "));
    }

    private static String name(Station place) {
        return place.nameEn().isEmpty() ? place.nameZh() : place.nameEn();
    }

    private static int distance(Station place, String text) {
        int best = almost(plain(place.id()), text, 1);
        for (var word : words(place)) {
            if (word.startsWith(text)) {
                return 0;
            }
            best = Math.min(best, almost(word, text, Math.max(1, text.length() / 4)));
            best = Math.min(best, word.contains(text) && text.length() > 1 ? 3 : FAR);
        }
        return best;
    }

    private static List<String> words(Station place) {
        var words = new ArrayList<String>();
        for (var name : List.of(plain(place.nameEn()), plain(place.nameZh()))) {
            Stream.concat(Stream.of(name), Stream.of(name.split("[^\\p{L}\\p{N}]+")))
                    .filter(w -> !w.isEmpty())
                    .forEach(words::add);
        }
        return words;
    }

    /** Twice the distance when it is small enough, so that the beginning of a name and what holds it stand between. */
    private static int almost(String word, String text, int most) {
        if (text.length() < 3 || Math.abs(word.length() - text.length()) > most) {
            return FAR;
        }
        int distance = Spelling.distance(word, text);
        return distance <= most ? Math.min(FAR - 1, 2 * distance) : FAR;
    }

    /** Small letters without accents, Latin ones for Cyrillic. */
    private static String plain(String text) {
        var plain = new StringBuilder();
        for (char c : text.strip().toLowerCase(Locale.ROOT).toCharArray()) {
            int at = CYRILLIC.indexOf(c);
            plain.append(
                    switch (c) {
                        case 'ж' -> "zh";
                        case 'х' -> "kh";
                        case 'ч' -> "ch";
                        case 'ш', 'щ' -> "sh";
                        case 'ю' -> "yu";
                        case 'я' -> "ya";
                        case 'ё' -> "e";
                        case 'ь', 'ъ' -> "";
                        default -> at < 0 ? String.valueOf(c) : String.valueOf(LATIN.charAt(at));
                    });
        }
        return Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
