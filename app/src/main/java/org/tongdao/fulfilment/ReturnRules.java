package org.tongdao.fulfilment;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which exports may come back free of duty, and for how long: data/returns.csv. */
final class ReturnRules {

    private final List<Rule> rules;

    /** {@code months} from the day of export, for exports of {@code regime} between the two days. */
    record Rule(String id, String regime, LocalDate from, LocalDate to, int months) {

        boolean covers(String exportRegime, LocalDate day) {
            return regime.equals(exportRegime) && !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private ReturnRules(List<Rule> rules) {
        this.rules = rules;
    }

    static ReturnRules load() {
        var rules = new ArrayList<Rule>();
        var in = Objects.requireNonNull(ReturnRules.class.getResourceAsStream("/data/returns.csv"), "data/returns.csv");
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            csv.forEach(row -> rules.add(rule(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ReturnRules(List.copyOf(rules));
    }

    Optional<Rule> find(String regime, LocalDate exported) {
        return rules.stream().filter(rule -> rule.covers(regime, exported)).findFirst();
    }

    private static Rule rule(NamedCsvRecord row) {
        return new Rule(
                row.getField("rule"),
                row.getField("regime"),
                LocalDate.parse(row.getField("exported_from")),
                LocalDate.parse(row.getField("exported_to")),
                Integer.parseInt(row.getField("months")));
    }
}
