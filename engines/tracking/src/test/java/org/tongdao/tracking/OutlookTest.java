package org.tongdao.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongdao.tracking.Samples.at;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongdao.tracking.TimelineEntry.Certainty;

/** What is expected, drawn as text: facts so far, now, and what the outlook makes of the rest of the plan. */
class OutlookTest {

    private static final List<PlannedStep> PLAN = List.of(
            new PlannedStep(Milestone.T090, "URC", at("01-03T00:00")),
            new PlannedStep(Milestone.T090, "DST", at("01-05T00:00")),
            new PlannedStep(Milestone.T200, "ALA", at("01-07T00:00")),
            new PlannedStep(Milestone.T250, "ALA", at("01-10T00:00")));

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                                  | 01-01T00:00 | T090@01-03T00:00 T090@01-05T00:00 T200@01-07T00:00 T250@01-10T00:00
            T090 URC 01-03T00:00                | 01-03T00:00 | T090@01-05T00:00 T200@01-07T00:00 T250@01-10T00:00
            T090 URC 01-03T06:00                | 01-03T06:00 | T090~01-05T06:00 T200~01-07T06:00 T250~01-10T06:00
            T090 URC 01-02T18:00                | 01-03T00:00 | T090@01-05T00:00 T200@01-07T00:00 T250@01-10T00:00
            T090 URC 01-03T06:00, T090 DST 01-05T01:00 | 01-05T01:00 | T200~01-07T01:00 T250~01-10T01:00
            T090 URC 01-03T06:00, T090 DST 01-05T00:00 | 01-05T01:00 | T200@01-07T00:00 T250@01-10T00:00
            T090 DST 01-05T02:00                | 01-05T02:00 | T200~01-07T02:00 T250~01-10T02:00
            T090 URC 01-03T00:00                | 01-06T00:00 | T090~01-06T00:00 T200~01-08T00:00 T250~01-11T00:00
            T090 URC 01-03T00:00, T200 ALA 01-09T00:00 | 01-09T00:00 | T250~01-12T00:00
            T250 ALA 01-09T00:00                | 01-09T00:00 | ''
            T100 AKL 01-03T12:00                | 01-02T00:00 | T090@01-03T00:00 T090@01-05T00:00 T200@01-07T00:00 T250@01-10T00:00
            """)
    void restOfThePlanMovesWithTheDelay(String facts, String now, String expected) {
        var ahead = new Outlook(PLAN, at(now)).ahead(facts(facts));
        assertThat(ahead.stream().map(OutlookTest::drawn).collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void orderOfThePlanDoesNotMatter() {
        var reversed = new Outlook(List.of(PLAN.get(3), PLAN.get(2), PLAN.get(1), PLAN.get(0)), at("01-01T00:00"));
        assertThat(reversed).isEqualTo(new Outlook(PLAN, at("01-01T00:00")));
    }

    @Test
    void factsKnowWhenTheyWerePlanned() {
        var outlook = new Outlook(PLAN, at("01-01T00:00"));
        assertThat(outlook.planned(Milestone.T090, "DST")).contains(at("01-05T00:00"));
        assertThat(outlook.planned(Milestone.T090, "WAW")).isEmpty();
        assertThat(outlook.planned(Milestone.T100, "DST")).isEmpty();
    }

    @Test
    void withoutAPlanNothingIsExpected() {
        assertThat(Outlook.unplanned(at("01-01T00:00")).ahead(facts("T090 URC 01-03T00:00")))
                .isEmpty();
    }

    @Test
    void nothingExpectedIsBeforeNowAndTheOrderOfThePlanStays() {
        for (int day = 1; day <= 20; day++) {
            var now = at(String.format("01-%02dT12:00", day));
            var ahead = new Outlook(PLAN, now).ahead(List.of());
            assertThat(ahead).allMatch(e -> !e.at().isBefore(now));
            assertThat(ahead).extracting(TimelineEntry::at).isSorted();
            assertThat(ahead).allMatch(e -> !e.at().isBefore(e.planned().orElseThrow()));
        }
    }

    /** {@code T090 URC 01-03T06:00, …} */
    private static List<TimelineEntry> facts(String text) {
        return Arrays.stream(text.split(", "))
                .filter(f -> !f.isEmpty())
                .map(f -> f.split(" "))
                .map(f -> new TimelineEntry(Milestone.valueOf(f[0]), f[1], at(f[2]), Certainty.FACT, Optional.empty()))
                .toList();
    }

    /** {@code @} planned, {@code ~} estimated. */
    private static String drawn(TimelineEntry entry) {
        String time = entry.at().toString().substring(5, 16);
        return entry.milestone() + (entry.certainty() == Certainty.PLAN ? "@" : "~") + time;
    }
}
