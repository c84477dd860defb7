package org.tongdao.fulfilment;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongdao.editions.Column;
import org.tongdao.editions.EditableList;
import org.tongdao.editions.Edition;
import org.tongdao.editions.Shelf;

/** Which exports may come back free of duty, and for how long: data/returns.csv. */
final class ReturnRules {

    static final String LIST = "returns.csv";

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

    static ReturnRules of(Edition edition) {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(edition.reader())) {
            return new ReturnRules(csv.stream().map(ReturnRules::rule).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a new edition of the list is read. */
    @Configuration(proxyBeanMethods = false)
    static class OnShelf {

        @Bean
        Shelf listsOfFulfilment() {
            return new Shelf(List.of(new EditableList(
                    LIST,
                    List.of("rule", "regime", "exported_from"),
                    List.of(
                            Column.filled("rule"),
                            Column.shaped("regime", "[0-9]{4}", "9610"),
                            Column.day("exported_from"),
                            Column.day("exported_to"),
                            Column.whole("months", 1, 120),
                            Column.text("what"),
                            Column.text("source"),
                            Column.text("certainty")),
                    ReturnRules::of)));
        }
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
