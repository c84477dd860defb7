package org.tongdao.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tongdao.yard.YardMode;
import org.tongdao.yard.YardPriority;
import org.tongdao.yard.YardResource;

class PortWordsTest {

    private static final Pattern RULE =
            Pattern.compile("['\"]((?:RAIL|PARCEL|SEAL|SUPERVISION|NOT|NOTHING)-[A-Z-]+)['\"]");

    @Test
    void everyRuleThatTheSourcesNameIsSaidInBothLanguages() throws IOException {
        var rules = rulesInSources();
        assertThat(rules).hasSizeGreaterThan(10);
        for (var rule : rules) {
            assertThat(PortWords.of(Locale.ENGLISH).rule(rule)).as(rule).isNotEqualTo(rule);
            assertThat(PortWords.of(Locale.CHINESE).rule(rule)).as(rule).containsPattern("\\p{IsHan}");
        }
    }

    @Test
    void prioritiesStatesResourcesAndModesAreSaidInBothLanguages() {
        for (var language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            var words = PortWords.of(language);
            var said = new ArrayList<String>();
            for (var priority : YardPriority.values()) {
                said.add(words.priority(priority));
            }
            for (var state : PriorityState.State.values()) {
                said.add(words.state(state));
            }
            for (var resource : YardResource.values()) {
                said.add(words.resource(resource));
            }
            for (var mode : YardMode.values()) {
                said.add(words.mode(mode));
            }
            assertThat(said).doesNotHaveDuplicates().noneMatch(word -> word.matches("[A-Z_]+"));
        }
        assertThat(PortWords.of(Locale.CHINA).priority(YardPriority.PLACING)).isEqualTo("取送");
    }

    @Test
    void otherLanguagesReadEnglishAndUnknownRulesTheirId() {
        assertThat(PortWords.of(Locale.FRENCH).mode(YardMode.SERIAL)).isEqualTo("serial");
        assertThat(PortWords.of(Locale.CHINESE).rule("EPCIS-JSON")).isEqualTo("EPCIS-JSON");
    }

    private static TreeSet<String> rulesInSources() throws IOException {
        var rules = new TreeSet<String>();
        try (var files = Files.list(Path.of("src/main/java/org/tongdao/port"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                RULE.matcher(Files.readString(file)).results().forEach(match -> rules.add(match.group(1)));
            }
        }
        return rules;
    }
}
