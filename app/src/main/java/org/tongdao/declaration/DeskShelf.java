package org.tongdao.declaration;

import static org.tongdao.editions.Column.day;
import static org.tongdao.editions.Column.end;
import static org.tongdao.editions.Column.filled;
import static org.tongdao.editions.Column.number;
import static org.tongdao.editions.Column.oneOf;
import static org.tongdao.editions.Column.shaped;
import static org.tongdao.editions.Column.text;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongdao.editions.Column;
import org.tongdao.editions.EditableList;
import org.tongdao.editions.Packaged;
import org.tongdao.editions.Shelf;

/** The lists that declaring goes by, for those who bring them anew. */
@Configuration(proxyBeanMethods = false)
class DeskShelf {

    private static final String WHERE = "EU|EAEU|[A-Z]{2}";

    @Bean
    Shelf listsOfDeclaration() {
        return new Shelf(List.of(
                list(
                        Books.LIMITS,
                        "valid_from",
                        Books::limits,
                        day("valid_from"),
                        number("per_order_cny", "0", "1000000"),
                        number("per_year_cny", "0", "10000000"),
                        number("tax_share", "-0.0001", "1"),
                        text("mark")),
                list(
                        Books.RATES,
                        "hs,valid_from",
                        Books::rates,
                        shaped("hs", "([0-9]{2}){2,5}", "3304 or 3304990011"),
                        day("valid_from"),
                        end("valid_to"),
                        filled("duty"),
                        filled("vat"),
                        filled("consumption"),
                        text("mark")),
                list(
                        Books.REGIMES,
                        "rule,regime,way,valid_from",
                        Books::regimes,
                        known(Books.REGIMES, "rule"),
                        shaped("regime", "[0-9]{4}|\\*", "9610 or *"),
                        oneOf("way", "E", "I", "*"),
                        day("valid_from"),
                        end("valid_to"),
                        filled("value"),
                        text("source"),
                        text("mark")),
                list(
                        Books.FAR_SIDE,
                        "rule,place,valid_from",
                        Books::farSide,
                        known(Books.FAR_SIDE, "rule"),
                        shaped("place", WHERE, "EU, EAEU or KZ"),
                        day("valid_from"),
                        end("valid_to"),
                        filled("value"),
                        text("source"),
                        text("mark")),
                list(
                        Books.STOP_WORDS,
                        "word",
                        Books::farSide,
                        filled("word"),
                        shaped("language", "[a-z]{2}", "en"),
                        text("mark")),
                list(
                        Books.EURO,
                        "currency,valid_from",
                        Books::euroRates,
                        shaped("currency", "[A-Z]{3}", "CNY"),
                        day("valid_from"),
                        number("eur", "0", "1000"),
                        text("mark")),
                list(
                        Books.PARTIES,
                        "role",
                        DeskShelf::parties,
                        known(Books.PARTIES, "role"),
                        filled("code"),
                        filled("name"),
                        text("value"),
                        text("mark"))));
    }

    /** Words that the program asks for: those that came with it; goods that need a licence are named freely. */
    private static Column known(String list, String column) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(Packaged.get(list).reader())) {
            var words =
                    rows.stream().map(row -> row.getField(column)).distinct().toList();
            var shape = words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
            var fits = Pattern.compile(shape + "|excluded-licensed-[a-z]+").asMatchPredicate();
            return new Column(column, "LIST-CHOICE", "One of " + String.join(", ", words) + ".", fits);
        } catch (IOException e) {
            throw new UncheckedIOException(list, e);
        }
    }

    private static EditableList list(String name, String key, Function<Books, ?> reader, Column... columns) {
        return new EditableList(
                name,
                List.of(key.split(",")),
                Arrays.asList(columns),
                edition -> reader.apply(new Books(Packaged.beside(edition))));
    }

    /** Every role that somebody asks for. */
    private static List<Object> parties(Books books) {
        return List.of(books.importParties(), books.site(), books.code("eu-declarant"), books.code("eaeu-operator"));
    }
}
