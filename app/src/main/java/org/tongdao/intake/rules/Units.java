package org.tongdao.intake.rules;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tongdao.editions.Edition;
import org.tongdao.intake.mapping.ReferenceTable;

/** Customs units of quantity by code and by the words merchants use (data/units.csv). */
public final class Units {

    private final Map<String, String> codes = new HashMap<>();

    private Units() {}

    public static Units of(Edition edition) {
        var known = new Units();
        for (var row : ReferenceTable.read(edition)) {
            var code = row.get("code");
            known.codes.put(code, code);
            known.codes.put(row.get("zh"), code);
            for (var word : row.get("words").split("\\|")) {
                known.codes.putIfAbsent(word.toLowerCase(Locale.ROOT), code);
            }
        }
        return known;
    }

    Optional<String> find(String text) {
        var word = text.toLowerCase(Locale.ROOT);
        var code = codes.get(word.endsWith(".") ? word.substring(0, word.length() - 1) : word);
        return Optional.ofNullable(code);
    }
}
