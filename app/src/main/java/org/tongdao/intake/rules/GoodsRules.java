package org.tongdao.intake.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongdao.customs.Screening;
import org.tongdao.customs.ScreeningResult;
import org.tongdao.customs.TariffBook;
import org.tongdao.customs.TariffLine;
import org.tongdao.intake.mapping.Column;
import org.tongdao.intake.mapping.RowCells;
import org.tongdao.terms.HsCode;

/** What the goods are: names, tariff line, unit, origin, and whether they may go at all. */
final class GoodsRules {

    private static final int KEPT = 20_000;

    /** A heading that no list names: goods without a code are screened by their names. */
    private static final String NO_CODE = "9799";

    /** What a row says about its goods. */
    record Goods(String sku, String nameZh, String nameEn, String hs, String unit, String origin) {}

    private record Question(String nameZh, String nameEn, String hs, String country) {}

    private final TariffBook tariff;
    private final Screening screening;
    private final Countries countries;
    private final Units units;
    private final LocalDate day;
    private final Map<String, Optional<TariffLine>> lines = new HashMap<>();
    private final Map<Question, ScreeningResult> screened = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, ScreeningResult> eldest) {
            return size() > KEPT;
        }
    };

    GoodsRules(Knowledge knowledge, LocalDate day) {
        this.tariff = knowledge.tariff();
        this.screening = knowledge.screening();
        this.countries = knowledge.countries();
        this.units = knowledge.units();
        this.day = day;
    }

    Goods check(RowCells row, String country, RowFindings findings) {
        var sku = findings.required(Column.SKU);
        var zh = findings.required(Column.NAME_ZH);
        var en = findings.required(Column.NAME_EN);
        var hs = hs(en + " " + zh, findings);
        if (!country.isEmpty() && !(zh + en).isEmpty()) {
            screen(new Question(zh, en, hs, country), row, findings);
        }
        return new Goods(sku, zh, en, hs, unit(findings), origin(findings));
    }

    private String hs(String name, RowFindings findings) {
        var text = findings.required(Column.HS).replace(".", "").replace(" ", "");
        if (text.isEmpty() || findings.stopAt(Column.HS)) {
            return "";
        }
        if (text.length() == 9 && isKnown("0" + text)) {
            findings.error(
                    "HS-LOST-ZERO", Column.HS, text, "a leading zero was lost: 0" + text + "; keep the column as text");
            return "";
        }
        if (!text.matches("\\d{10}") || !HsCode.isShaped(text)) {
            findings.error(
                    "HS-FORMAT", Column.HS, text, "give the ten digits of the tariff line" + proposals(text, name));
            return "";
        }
        if (!isKnown(text)) {
            findings.error("HS-UNKNOWN", Column.HS, text, "the tariff has no such line" + proposals(text, name));
            return "";
        }
        return text;
    }

    private boolean isKnown(String hs) {
        return lines.computeIfAbsent(hs, h -> HsCode.isShaped(h) ? tariff.find(new HsCode(h)) : Optional.empty())
                .isPresent();
    }

    /** Lines under the same heading, else lines that the name brings to mind. */
    private String proposals(String text, String name) {
        var under = text.length() >= 6 && HsCode.isShaped(text.substring(0, 6))
                ? tariff.listUnder(new HsCode(text.substring(0, 6)))
                : List.<TariffLine>of();
        var lines = under.isEmpty() ? tariff.search(name, 2) : under;
        if (lines.isEmpty()) {
            return "";
        }
        var texts = lines.stream()
                .limit(2)
                .map(l -> l.code() + " " + l.nameEn() + " (" + l.mark() + ")")
                .toList();
        return "; maybe " + String.join(" or ", texts);
    }

    private void screen(Question goods, RowCells row, RowFindings findings) {
        var result = screened.computeIfAbsent(
                goods,
                g -> screening.screen(
                        List.of(g.nameZh(), g.nameEn()),
                        new HsCode(g.hs().isEmpty() ? NO_CODE : g.hs()),
                        g.country(),
                        day));
        result.findings(row.place(Column.NAME_ZH)).forEach(findings::add);
    }

    private String unit(RowFindings findings) {
        var text = findings.required(Column.UNIT);
        if (text.isEmpty()) {
            return "";
        }
        var code = units.find(text);
        if (code.isEmpty()) {
            findings.error(
                    "UNIT-UNKNOWN", Column.UNIT, text, "give a customs unit: 件 (011), 个 (007), 双 (025), 千克 (035) …");
        }
        return code.orElse("");
    }

    private String origin(RowFindings findings) {
        var text = findings.required(Column.ORIGIN);
        if (text.isEmpty()) {
            return "";
        }
        var code = countries.find(text);
        if (code.isEmpty()) {
            findings.error("ORIGIN-UNKNOWN", Column.ORIGIN, text, "give the two-letter code of the country of origin");
        }
        return code.orElse("");
    }
}
