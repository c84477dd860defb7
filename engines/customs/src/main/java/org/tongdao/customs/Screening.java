package org.tongdao.customs;

import java.io.Reader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongdao.terms.HsCode;

/**
 * Looks goods up in a dated list of prohibited, restricted and dangerous goods, by HS code and by words in Chinese, its pinyin, English and Russian.
 *
 * <p>A pure function of the list, the goods and the day: the same question years later gives the same answer, with the edition of the list that gave it.
 * The list is data ({@code data/prohibited.csv}); keywords are whole words outside of Chinese, and an entry's exempting words ("toy") switch it off for
 * that name. Immutable, safe for several threads, about ten microseconds for a name.
 */
public final class Screening {

    private final String name;
    private final List<ListEntry> entries;

    private Screening(String name, List<ListEntry> entries) {
        this.name = name;
        this.entries = entries;
    }

    /**
     * Reads a list with the columns {@code id, valid_from, valid_to, country, kind, hs, words_zh, words_en, words_ru, words_pinyin, unless,
     * reason_zh, reason_en,
     * mark}.
     *
     * @param name of the list, the first part of its version
     */
    public static Screening read(String name, Reader table) {
        return new Screening(
                name, CsvTable.read(table).stream().map(ListEntry::of).toList());
    }

    /**
     * Screens one kind of goods.
     *
     * @param names what the goods are called, in any of the three languages; empty ones are ignored
     * @param hs their code
     * @param country ISO 3166-1 alpha-2 of the destination
     * @param day that the decision counts for
     */
    public ScreeningResult screen(List<String> names, HsCode hs, String country, LocalDate day) {
        var words = names.stream().filter(n -> !n.isBlank()).map(Words::of).toList();
        var hits = entries.stream()
                .filter(entry -> entry.inForce(day) && entry.concerns(country))
                .map(entry -> entry.meet(words, hs.value()))
                .flatMap(Optional::stream)
                .toList();
        return new ScreeningResult(hits, version(day));
    }

    /** The edition in force on a day: the list's name and its last change up to that day. */
    public String version(LocalDate day) {
        var last = entries.stream()
                .flatMap(entry -> Stream.of(entry.from(), entry.until()))
                .filter(change -> !change.isAfter(day))
                .max(LocalDate::compareTo);
        return name + "-" + last.map(LocalDate::toString).orElse("empty");
    }
}
