package org.tongdao.intake;

import static org.tongdao.editions.Column.country;
import static org.tongdao.editions.Column.day;
import static org.tongdao.editions.Column.end;
import static org.tongdao.editions.Column.filled;
import static org.tongdao.editions.Column.oneOf;
import static org.tongdao.editions.Column.pattern;
import static org.tongdao.editions.Column.shaped;
import static org.tongdao.editions.Column.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongdao.editions.Column;
import org.tongdao.editions.EditableList;
import org.tongdao.editions.Edition;
import org.tongdao.editions.Editions;
import org.tongdao.editions.InForce;
import org.tongdao.editions.Packaged;
import org.tongdao.editions.Shelf;
import org.tongdao.intake.mapping.HeaderWords;
import org.tongdao.intake.rules.Knowledge;

/** The lists that rows of orders are held against, for those who bring them anew. */
@Configuration(proxyBeanMethods = false)
class IntakeShelf {

    @Bean
    InForce<Destinations> destinations(Editions editions) {
        return editions.read(Knowledge.HUBS, Destinations::of);
    }

    @Bean
    Shelf listsOfIntake() {
        return new Shelf(List.of(
                list(Knowledge.NAMES, "name", country("country"), filled("name")),
                list(
                        Knowledge.HUBS,
                        "country",
                        country("country"),
                        oneOf("hub", "ALA", "CPE", "DYU", "WAW"),
                        pattern("postcode"),
                        oneOf("postcode_required", "yes", "no"),
                        text("certainty")),
                list(Knowledge.PLACES, "name", country("country"), filled("name")),
                list(Knowledge.UNITS, "code", shaped("code", "[0-9]{3}", "035"), filled("zh"), text("words")),
                list(Knowledge.TARIFF, "hs", tariff()),
                new EditableList(Knowledge.SCREENING, List.of("id", "valid_from"), prohibited(), IntakeShelf::known),
                new EditableList(HeaderWords.LIST, List.of("header"), headers(), HeaderWords::of)));
    }

    private static EditableList list(String name, String key, Column... columns) {
        return new EditableList(name, List.of(key), Arrays.asList(columns), IntakeShelf::known);
    }

    /** Reads it as intake does, among the others as they were packed. */
    private static Knowledge known(Edition edition) {
        return Knowledge.of(Packaged.beside(edition));
    }

    private static Column[] tariff() {
        return Stream.concat(
                        Stream.of(
                                shaped("hs", "[0-9]{10}", "6109100000"),
                                filled("name_zh"),
                                filled("name_en"),
                                shaped("unit1", "[0-9]{3}", "011"),
                                shaped("unit2", "([0-9]{3})?", "035")),
                        texts("name_ru", "words", "mark"))
                .toArray(Column[]::new);
    }

    private static List<Column> prohibited() {
        return Stream.concat(
                        Stream.of(
                                filled("id"),
                                day("valid_from"),
                                end("valid_to"),
                                shaped("country", "(\\*|[A-Z]{2}|EU|EAEU)(\\|([A-Z]{2}|EU|EAEU))*", "KZ|KG, EU or *"),
                                oneOf("kind", "prohibited", "restricted", "dangerous"),
                                shaped("hs", "([0-9]{2,10}(\\|[0-9]{2,10})*)?", "9301|9302"),
                                filled("reason_zh"),
                                filled("reason_en")),
                        texts("words_zh", "words_en", "words_ru", "words_pinyin", "unless", "mark"))
                .toList();
    }

    private static List<Column> headers() {
        var columns = Arrays.stream(org.tongdao.intake.mapping.Column.values())
                .map(c -> c.name().toUpperCase(Locale.ROOT))
                .toArray(String[]::new);
        return List.of(oneOf("column", columns), oneOf("language", "zh", "en", "ru", "kk"), filled("header"));
    }

    private static Stream<Column> texts(String... names) {
        return Arrays.stream(names).map(Column::text);
    }
}
