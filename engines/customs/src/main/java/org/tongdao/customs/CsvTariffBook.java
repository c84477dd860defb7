package org.tongdao.customs;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.tongdao.terms.HsCode;

/**
 * A tariff book read from a table with the columns {@code hs, name_zh, name_en, name_ru, unit1, unit2, words, mark} (words separated by {@code |}),
 * such as our starter table {@code data/hs-starter.csv}.
 *
 * <p>A code that appears twice, or one that is not ten digits, is refused with {@link IllegalArgumentException}: the table is ours, a fault in it is a
 * programming error.
 */
public final class CsvTariffBook implements TariffBook {

    private record Entry(TariffLine line, List<Keyword> keywords, TypedWords typed) {}

    private final String version;
    private final NavigableMap<String, Entry> entries = new TreeMap<>();

    private CsvTariffBook(String version) {
        this.version = version;
    }

    public static CsvTariffBook read(String version, Reader table) {
        var book = new CsvTariffBook(version);
        for (var row : CsvTable.read(table)) {
            book.add(line(row));
        }
        return book;
    }

    @Override
    public Optional<TariffLine> find(HsCode code) {
        return Optional.ofNullable(entries.get(code.value())).map(Entry::line);
    }

    @Override
    public List<TariffLine> listUnder(HsCode prefix) {
        return entries.subMap(prefix.value(), true, prefix.value() + ":", false).values().stream()
                .map(Entry::line)
                .toList();
    }

    @Override
    public List<TariffLine> search(String words, int limit) {
        record Scored(TariffLine line, int score) {}
        var text = Words.of(words);
        return entries.values().stream()
                .map(entry -> new Scored(entry.line(), score(entry, text)))
                .filter(scored -> scored.score() > 0)
                .sorted(Comparator.comparingInt(Scored::score)
                        .reversed()
                        .thenComparing(s -> s.line().code().value()))
                .limit(limit)
                .map(Scored::line)
                .toList();
    }

    @Override
    public List<TariffLine> listTyped(String typed, int limit) {
        record Near(TariffLine line, int distance) {}
        var wanted = Words.of(typed).tokens();
        return entries.values().stream()
                .map(entry -> new Near(entry.line(), entry.typed().distance(wanted)))
                .filter(near -> near.distance() < TypedWords.NOT_HERE)
                .sorted(Comparator.comparingInt(Near::distance))
                .limit(limit)
                .map(Near::line)
                .toList();
    }

    @Override
    public String version() {
        return version;
    }

    /** The longer the words of an entry that the text holds, the better it fits. */
    private static int score(Entry entry, Words text) {
        int score = 0;
        for (var keyword : entry.keywords()) {
            if (text.hold(keyword)) {
                int weight = keyword.ideographic() ? 4 : 1;
                score = Math.max(score, keyword.text().length() * weight);
            }
        }
        return score;
    }

    private void add(TariffLine line) {
        if (line.code().value().length() != 10) {
            throw new IllegalArgumentException("tariff line " + line.code() + " does not have ten digits");
        }
        var words = new ArrayList<>(line.words());
        words.add(line.nameZh());
        words.add(line.nameEn());
        words.add(line.nameRu());
        if (entries.put(line.code().value(), new Entry(line, Keyword.listOf(words), TypedWords.of(words))) != null) {
            throw new IllegalArgumentException("tariff line " + line.code() + " appears twice");
        }
    }

    private static TariffLine line(CsvTable.Row row) {
        return new TariffLine(
                new HsCode(row.get("hs")),
                row.get("name_zh"),
                row.get("name_en"),
                row.get("name_ru"),
                row.get("unit1"),
                row.get("unit2"),
                row.list("words"),
                row.get("mark"));
    }
}
