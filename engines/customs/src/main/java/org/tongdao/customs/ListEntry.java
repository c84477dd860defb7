package org.tongdao.customs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One entry of the list of prohibited and restricted goods, with the days it is in force: from the first, up to and without the last. */
record ListEntry(
        ScreeningHit hit,
        LocalDate from,
        LocalDate until,
        List<String> countries,
        List<String> hsPrefixes,
        List<Keyword> keywords,
        List<Keyword> unless) {

    static ListEntry of(CsvTable.Row row) {
        var words = new ArrayList<>(row.list("words_zh"));
        words.addAll(row.list("words_en"));
        words.addAll(row.list("words_ru"));
        for (var pinyin : row.list("words_pinyin")) {
            words.add(pinyin);
            words.add(pinyin.replace(" ", ""));
        }
        return new ListEntry(
                new ScreeningHit(
                        row.get("id"),
                        ScreeningHit.Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT)),
                        "",
                        row.get("reason_zh"),
                        row.get("reason_en"),
                        row.get("mark")),
                LocalDate.parse(row.get("valid_from")),
                row.get("valid_to").isBlank() ? LocalDate.MAX : LocalDate.parse(row.get("valid_to")),
                row.list("country"),
                row.list("hs"),
                Keyword.listOf(words),
                Keyword.listOf(row.list("unless")));
    }

    boolean inForce(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    boolean concerns(String country) {
        return countries.stream().anyMatch(c -> CountryGroup.holds(c, country));
    }

    /** The code or word that meets this entry; a name with an exempting word does not. */
    Optional<ScreeningHit> meet(List<Words> names, String hs) {
        for (var prefix : hsPrefixes) {
            if (hs.startsWith(prefix)) {
                return Optional.of(matched(prefix));
            }
        }
        for (var name : names) {
            var word = word(name);
            if (word.isPresent()) {
                return word.map(this::matched);
            }
        }
        return Optional.empty();
    }

    private Optional<String> word(Words name) {
        for (var keyword : keywords) {
            if (name.hold(keyword) && unless.stream().noneMatch(name::hold)) {
                return Optional.of(keyword.text());
            }
        }
        return Optional.empty();
    }

    private ScreeningHit matched(String what) {
        return new ScreeningHit(hit.entry(), hit.kind(), what, hit.reasonZh(), hit.reasonEn(), hit.mark());
    }
}
