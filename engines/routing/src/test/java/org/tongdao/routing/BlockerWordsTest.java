package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a finding words the rules that stand in the way: the line with its ends, the days by name, the border that shuts with it. */
class BlockerWordsTest {

    private static final Instant READY = Instant.parse("2026-11-07T00:00:00Z");

    private static final Network NETWORK = new Sketch()
            .places("Z", "KSC", "OSS")
            .place("Z", "IRK", "12345 09:00-18:00", 60, new Station.Storage(0, 0))
            .line("KO", "1234 08:00", "KSC, IRK 300, OSS 900")
            .line("daily", "1234567 08:00", "KSC, OSS 900")
            .network();

    private static String words(Blocker.Kind kind, String subject, String detail) {
        var cargo = new Cargo(30_000, 1, Set.of("gold"), "", Set.of());
        var question = new DoorSearch.Question("KSC", "OSS", READY, cargo);
        return new BlockerWords(NETWORK, question).of(new Blocker(kind, subject, detail));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VIA|IRK|''|must use IRK",
                "CLOSED|DST|''|closed DST",
                "AVOID|RU|''|avoid RU",
                "GOODS|gold|''|goods gold (KO takes no gold goods)",
                "REGIME|9610|''|regime 9610 (KO takes no gold goods)",
                "WEIGHT|30000|''|weight 30000 (KO takes no gold goods)",
                "GAUGE|IRK|''|IRK does not change the gauge",
                "CUT_OFF|KO|360|KO takes goods until 6.0 h before departure",
                "HOURS|IRK|12345 09:00-18:00|IRK is open 12345 09:00-18:00 only; it is closed on Saturdays, Sundays",
                "HOURS|IRK|1234567 09:00-18:00|IRK is open 1234567 09:00-18:00 only"
            })
    void everyKindHasItsSentence(Blocker.Kind kind, String subject, String detail, String sentence) {
        assertThat(words(kind, subject, detail)).isEqualTo(sentence);
    }

    @Test
    void daysWithoutServiceNameTheBorderThatShutsThen() {
        assertThat(words(Blocker.Kind.DAYS, "KO", "1234"))
                .isEqualTo(
                        "no service KSC -> OSS (KO) on Fridays, Saturdays, Sundays; IRK is closed on Saturdays, Sundays");
    }

    @Test
    void aLineWithoutSuchABorderNamesItsDaysAlone() {
        assertThat(words(Blocker.Kind.DAYS, "daily", "123456")).isEqualTo("no service KSC -> OSS (daily) on Sundays");
    }

    @Test
    void noKindIsWithoutWords() {
        for (var kind : Blocker.Kind.values()) {
            var subject = kind == Blocker.Kind.DAYS ? "KO" : "IRK";
            var detail = kind == Blocker.Kind.CUT_OFF ? "60" : kind == Blocker.Kind.DAYS ? "12" : "";
            assertThat(words(kind, subject, detail)).as(kind.name()).isNotBlank();
        }
    }

    @Test
    void theAnswerOfASearchHasTheseWordsAndTheBlockersAlone() {
        var sundays = new Network(NETWORK.stations(), NETWORK.lines().subList(0, 1), java.util.List.of());
        var question =
                new DoorSearch.Question("KSC", "OSS", READY, Cargo.PLAIN).by(Instant.parse("2026-11-08T23:00:00Z"));
        var answer = new DoorSearch(sundays, 14).ask(question);
        assertThat(answer.offers()).isEmpty();
        assertThat(answer.findings()).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo("ROUTE-NONE");
            assertThat(f.value()).contains("no service KSC -> OSS (KO) on Fridays, Saturdays, Sundays");
            assertThat(f.maybe()).contains("KO");
        });
        assertThat(answer.blockers()).extracting(Blocker::kind).contains(Blocker.Kind.DAYS);
    }
}
