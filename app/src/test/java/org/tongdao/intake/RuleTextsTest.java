package org.tongdao.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tongdao.editions.Packaged;
import org.tongdao.intake.mapping.ReferenceTable;

/** Every rule that the intake can name has its text in both languages. */
class RuleTextsTest {

    private static final Pattern RULE = Pattern.compile(
            "\"((?:FILE|XLSX|ZIP|COLUMN|ROW|ORDER|CELL|ID|NUMBER|DATE|NAME|PHONE|COUNTRY|ADDRESS|POSTCODE|HS|UNIT|ORIGIN|QUANTITY|PRICE|CURRENCY|WEIGHT|SIZE|PARCEL|LABEL|IOSS|PRODUCT)(?:-[A-Z]+)+)\"");

    @Test
    void everyRuleOfTheSourcesHasATextInChineseAndEnglish() throws IOException {
        var texts = ReferenceTable.read(Packaged.get("intake-rules.csv"));
        assertThat(texts).allSatisfy(t -> {
            assertThat(t.get("zh")).isNotBlank();
            assertThat(t.get("en")).isNotBlank();
        });
        var known = texts.stream().map(t -> t.get("rule")).collect(Collectors.toSet());
        assertThat(known).containsAll(named());
    }

    private static Set<String> named() throws IOException {
        var named = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java/org/tongdao/intake"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                RULE.matcher(Files.readString(file)).results().forEach(m -> named.add(m.group(1)));
            }
        }
        assertThat(named).hasSizeGreaterThan(40);
        return named;
    }
}
