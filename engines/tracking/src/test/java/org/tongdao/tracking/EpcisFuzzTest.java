package org.tongdao.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongdao.terms.Dice;
import org.tongdao.terms.Finding;

/** Whatever comes over the wire, the reader answers with events and findings, never with an exception, and never makes an event up. */
class EpcisFuzzTest {

    private static final String DOCUMENT = EpcisCodecTest.document(Samples.life());
    private static final String BITES = "{}[]\":,\\0-9eE.+ntf \u0000\uD800界";

    @Test
    void documentCutAnywhereGivesTheEventsBeforeTheCut() {
        for (int cut = 0; cut < DOCUMENT.length(); cut++) {
            var answer = EpcisCodecTest.read(DOCUMENT.substring(0, cut));
            assertThat(answer.events())
                    .isEqualTo(Samples.life().subList(0, answer.events().size()));
            assertThat(answer.findings()).as("cut at " + cut).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void bittenDocumentNeverBreaksTheReader(long seed) {
        SplittableRandom dice = Dice.of(seed, "bites");
        for (int round = 0; round < 1000; round++) {
            var text = new StringBuilder(DOCUMENT);
            int bites = dice.nextInt(1, 5);
            for (int i = 0; i < bites; i++) {
                text.setCharAt(dice.nextInt(text.length()), BITES.charAt(dice.nextInt(BITES.length())));
            }
            var answer = EpcisCodecTest.read(text.toString());
            assertThat(answer.events()).hasSizeLessThanOrEqualTo(Samples.life().size());
            assertThat(answer.findings()).allSatisfy(EpcisFuzzTest::teaches);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void eventsWithAMemberMissingAreLeftOutOrRight(long seed) {
        SplittableRandom dice = Dice.of(seed, "members");
        var whole = new HashSet<>(Samples.life());
        for (int round = 0; round < 300; round++) {
            EpcisEvent event = Samples.life().get(dice.nextInt(Samples.life().size()));
            String line = EpcisWriter.line(event);
            int member = line.indexOf(",\"", dice.nextInt(line.length() / 2));
            int next = line.indexOf(",\"", member + 2);
            String without = next < 0 ? line : line.substring(0, member) + line.substring(next);
            var answer = EpcisCodecTest.read(without);
            boolean complained = answer.findings().stream().anyMatch(Finding::stops);
            assertThat(answer.events().isEmpty()).as(without).isEqualTo(complained);
            if (without.equals(line)) {
                assertThat(whole).containsAll(answer.events());
            }
        }
    }

    @Test
    void samePlaceAndRuleForTheSameFault() {
        String bad = DOCUMENT.replace("\"action\":\"OBSERVE\"", "\"action\":\"WATCH\"");
        var first = EpcisCodecTest.read(bad);
        var second = EpcisCodecTest.read(bad);
        assertThat(first).isEqualTo(second);
        assertThat(first.rules()).hasSize((int) Samples.life().stream()
                .filter(e -> e.action() == Action.OBSERVE)
                .count());
    }

    private static void teaches(Finding finding) {
        assertThat(finding.rule()).startsWith("EPCIS-");
        assertThat(finding.maybe()).isNotBlank();
        assertThat(finding.value()).doesNotContain("\u0000");
        assertThat(List.of(finding.place().source())).containsExactly("test.json");
    }
}
