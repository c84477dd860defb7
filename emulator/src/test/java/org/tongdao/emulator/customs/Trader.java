package org.tongdao.emulator.customs;

import java.util.List;
import java.util.Map;
import org.tongdao.customs.CebBlock;
import org.tongdao.customs.CebCatalogue;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.CebField;
import org.tongdao.customs.Guid;

/** Writes right papers of any type for tests: every field that must be there gets a value that fits, the test says what matters. */
final class Trader {

    static final String BUYER = "650100199001010011";

    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("appType", "1"),
            Map.entry("appStatus", "2"),
            Map.entry("customsCode", "9400"),
            Map.entry("portCode", "9401"),
            Map.entry("currency", "142"),
            Map.entry("fCurrency", "142"),
            Map.entry("iCurrency", "142"),
            Map.entry("fFlag", "3"),
            Map.entry("iFlag", "3"),
            Map.entry("country", "142"),
            Map.entry("POD", "1450"),
            Map.entry("trafMode", "3"),
            Map.entry("unit", "011"),
            Map.entry("unit1", "011"),
            Map.entry("wrapType", "2"),
            Map.entry("gcode", "4202220000"),
            Map.entry("buyerIdType", "1"),
            Map.entry("payerIdType", "1"),
            Map.entry("buyerIdNumber", BUYER),
            Map.entry("ieDate", "20261124"),
            Map.entry("declTime", "20261123"),
            Map.entry("statisticsFlag", "A"),
            Map.entry("logisticsStatus", "S"),
            Map.entry("ownerCode", "NO"),
            Map.entry("msgCount", "1"),
            Map.entry("msgSeqNo", "1"),
            Map.entry("gnum", "1"),
            Map.entry("summaryFlag", "1"),
            Map.entry("itemNameFlag", "1"));

    private Trader() {}

    static CebDocument paper(String type, String key, Map<String, String> head, List<Map<String, String>> rows) {
        var official = CebCatalogue.official().get(type);
        var builder = CebDocument.of(official);
        for (var field : official.head().fields()) {
            var value = value(field, head, key, type);
            if (!value.isEmpty()) {
                builder.put(field.name(), value);
            }
        }
        for (var row : rows) {
            builder.row();
            for (var field : official.rows().map(CebBlock::fields).orElse(List.of())) {
                var value = value(field, row, key, type);
                if (!value.isEmpty()) {
                    builder.cell(field.name(), value);
                }
            }
        }
        return builder.build();
    }

    private static String value(CebField field, Map<String, String> given, String key, String type) {
        var name = field.name();
        if (given.containsKey(name)) {
            return given.get(name);
        }
        if (!field.inSchema() && !field.inSpecification()) {
            return "";
        }
        if (name.equals("guid")) {
            return Guid.of(type + '|' + key);
        }
        if (name.equals("ieFlag")) {
            return type.startsWith("CEB7") || type.startsWith("CEB62") || type.startsWith("CEB21") ? "I" : "E";
        }
        var usual = USUAL.get(name);
        return usual != null ? usual : fitting(field);
    }

    private static String fitting(CebField field) {
        var format = field.inSchema() ? field.schema() : field.specification();
        if (format.number()) {
            return "1";
        }
        if (format.min() == 14 && format.max() == 14) {
            return "20261123110000";
        }
        return "1".repeat(Math.max(1, format.min()));
    }
}
