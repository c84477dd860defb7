package org.tongdao.customs;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an official code means and what to do about it, in plain Chinese, English, Russian and Kazakh.
 *
 * @param code as it came
 * @param official the official Chinese text, {@code *} for what it fills in; empty when the code is not in the official list
 * @param causeZh what went wrong
 * @param causeEn the same in English
 * @param fixZh what to do
 * @param fixEn the same in English
 * @param mapped false when nobody wrote down yet what to do about this code; then the texts say so
 */
public record Advice(
        String code, String official, String causeZh, String causeEn, String fixZh, String fixEn, boolean mapped) {

    private static final Set<String> OTHERS = Set.of("ru", "kk");
    private static final String RANGE = "4000-9999";
    private static final Pattern DETAIL = Pattern.compile("Desc:[^\\[]*\\[([^\\[\\]]+)]");
    private static final Map<String, String> OFFICIAL = new HashMap<>();
    private static final Map<String, CsvTable.Row> WRITTEN = new HashMap<>();

    static {
        for (var row : CsvTable.resource("error-codes.csv")) {
            OFFICIAL.merge(row.get("code"), row.get("text_zh ([*] = placeholder)"), (a, b) -> a + " / " + b);
        }
        for (var row : CsvTable.resource("error-advice.csv")) {
            WRITTEN.put(row.get("code"), row);
        }
    }

    /** The advice on a code; a code nobody knows comes back unmapped, never hidden. */
    public static Advice of(String code) {
        var official = OFFICIAL.getOrDefault(code, "");
        return Optional.ofNullable(WRITTEN.getOrDefault(code, range(code)))
                .map(row -> new Advice(
                        code,
                        official,
                        row.get("cause_zh"),
                        row.get("cause_en"),
                        row.get("fix_zh"),
                        row.get("fix_en"),
                        true))
                .orElseGet(() -> unmapped(code, official));
    }

    /** The advice on what a receipt says, with what customs put into the brackets of its text. */
    public static Advice of(Receipt receipt) {
        var advice = of(receipt.code());
        if (!advice.mapped() && !receipt.status().equals(receipt.code())) {
            return of(receipt.status());
        }
        var detail = DETAIL.matcher(receipt.info());
        return detail.find() && !advice.official().isEmpty()
                ? advice.with(" [" + detail.group(1).strip() + "]")
                : advice;
    }

    /** The cause in this language, zh, en, ru or kk; in English where it is not written down in another. */
    public String cause(String language) {
        return language.equals("zh") ? causeZh : written("cause_", language, causeEn);
    }

    /** What to do, in this language; in English where it is not written down in another. */
    public String fix(String language) {
        return language.equals("zh") ? fixZh : written("fix_", language, fixEn);
    }

    /** The text in this language with what customs put into brackets, which stands at the end of {@code english}. */
    private String written(String column, String language, String english) {
        var row = mapped ? WRITTEN.getOrDefault(code, range(code)) : null;
        if (row == null || !OTHERS.contains(language)) {
            return english;
        }
        return row.get(column + language)
                + english.substring(row.get(column + "en").length());
    }

    private Advice with(String detail) {
        return new Advice(code, official, causeZh + detail, causeEn + detail, fixZh, fixEn, mapped);
    }

    /** Codes from 4000 belong to the receiving systems; the platform lists them as one. */
    private static CsvTable.@Nullable Row range(String code) {
        return code.matches("[4-9]\\d{3}") ? WRITTEN.get(RANGE) : null;
    }

    private static Advice unmapped(String code, String official) {
        var known = !official.isEmpty();
        return new Advice(
                code,
                official,
                known ? official : "代码 " + code + " 未收录",
                known ? "official text: " + official : "code " + code + " is not in our list",
                "请按回执原文处理，并联系电子口岸",
                "follow the text of the receipt and ask the e-port; there is no advice for this code yet",
                false);
    }
}
