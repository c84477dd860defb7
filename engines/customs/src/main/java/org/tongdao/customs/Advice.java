package org.tongdao.customs;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an official code means and what to do about it, in plain Chinese and English.
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
        return Optional.ofNullable(WRITTEN.get(code))
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

    /** The advice on what a receipt says. */
    public static Advice of(Receipt receipt) {
        var advice = of(receipt.code());
        return advice.mapped() || receipt.status().equals(receipt.code()) ? advice : of(receipt.status());
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
