package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nights on which a clock changes, end to end: trains leave by the clock on the wall and run by real hours, places open by the clock, storage counts real
 * hours. Budapest changes on 29 March and 25 October 2026; Almaty went from UTC+6 to UTC+5 for good when 1 March 2024 would have begun.
 */
class NightOfTheClocksTest {

    private static Sketch over(String zone) {
        return new Sketch()
                .places(zone, "A", "B")
                .place(zone, "H", "1234567 06:00-20:00", 60, new Station.Storage(0, 1440))
                .line("night", "1234567 23:30", "A, H 480 100")
                .line("day", "1234567 19:00", "H, B 120 100");
    }

    private static Journey go(String zone, String ready) {
        var start = Instant.parse(ready).minus(Duration.ofDays(2));
        var t = over(zone).table(start.toString(), 8);
        return new ParetoSearch(t, new ParetoSearch.Question(EnumSet.of(Criteria.ARRIVAL, Criteria.COST)))
                .find(0, 1, 2 * 1440)
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({
        // an ordinary night, the night that is an hour short, the night after it
        "Europe/Budapest, 2026-03-27T12:00:00Z, 2026-03-27T22:30:00Z, 2026-03-28T06:30:00Z, 2026-03-28T20:00:00Z, 630",
        "Europe/Budapest, 2026-03-28T12:00:00Z, 2026-03-28T22:30:00Z, 2026-03-29T06:30:00Z, 2026-03-29T19:00:00Z, 570",
        "Europe/Budapest, 2026-03-29T12:00:00Z, 2026-03-29T21:30:00Z, 2026-03-30T05:30:00Z, 2026-03-30T19:00:00Z, 630",
        // the night that is an hour longer
        "Europe/Budapest, 2026-10-24T12:00:00Z, 2026-10-24T21:30:00Z, 2026-10-25T05:30:00Z, 2026-10-25T20:00:00Z, 690",
        "Europe/Budapest, 2026-10-25T12:00:00Z, 2026-10-25T22:30:00Z, 2026-10-26T06:30:00Z, 2026-10-26T20:00:00Z, 630",
        // 23:30 comes twice on 29 February: the train leaves once, the first time
        "Asia/Almaty, 2024-02-28T12:00:00Z, 2024-02-28T17:30:00Z, 2024-02-29T01:30:00Z, 2024-02-29T15:00:00Z, 630",
        "Asia/Almaty, 2024-02-29T12:00:00Z, 2024-02-29T17:30:00Z, 2024-03-01T01:30:00Z, 2024-03-01T16:00:00Z, 690",
        "Asia/Almaty, 2024-03-01T12:00:00Z, 2024-03-01T18:30:00Z, 2024-03-02T02:30:00Z, 2024-03-02T16:00:00Z, 630"
    })
    void trainsLeaveByTheClockAndRunAndWaitByRealHours(
            String zone, String ready, Instant departs, Instant comes, Instant arrives, int stored) {
        var way = go(zone, ready);
        assertThat(way.departs()).isEqualTo(departs);
        assertThat(way.legs().get(0).arrives()).isEqualTo(comes);
        assertThat(way.arrives()).isEqualTo(arrives);
        assertThat(way.storage()).as("a minute is one").isEqualTo(stored);
        assertThat(Duration.between(departs, comes)).isEqualTo(Duration.ofHours(8));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Budapest, 2026-03-28T00:00:00Z, 2026-03-29T04:00:00Z",
        "Europe/Budapest, 2026-10-24T00:00:00Z, 2026-10-25T05:00:00Z",
        "Asia/Almaty, 2024-02-29T00:00:00Z, 2024-03-01T01:00:00Z"
    })
    void aPlaceOpensAtSixByItsClockOnTheMorningAfter(String zone, Instant start, Instant opens) {
        var hours = OpeningHours.parse("1234567 06:00-20:00");
        int[] pairs = hours.openings(start, 5, java.time.ZoneId.of(zone));
        int night = (int) Duration.between(start, opens).toMinutes() - 120;
        assertThat(start.plusSeconds(60L * Timetable.open(pairs, night))).isEqualTo(opens);
    }

    @Test
    void aWeekOverTheChangeHasAsManyDeparturesAsAnyOther() {
        for (var start : new String[] {"2026-03-25T00:00:00Z", "2026-06-03T00:00:00Z", "2026-10-21T00:00:00Z"}) {
            var t = over("Europe/Budapest").table(start, 7);
            assertThat(t.stopTimes())
                    .as(start)
                    .isEqualTo(over("Europe/Budapest")
                            .table("2026-06-03T00:00:00Z", 7)
                            .stopTimes());
        }
    }

    @Test
    void betweenTwoZonesEachEndKeepsItsOwnClock() {
        // Almaty 08:00 is 03:00 UTC; Budapest opens at 06:00 of its winter, 05:00 UTC, and of its summer, 04:00 UTC
        var sketch = new Sketch()
                .places("Asia/Almaty", "A")
                .place("Europe/Budapest", "B", "1234567 06:00-20:00", 0, new Station.Storage(0, 0))
                .line("over", "1234567 08:00", "A, B 1500 1");
        var winter = new EarliestArrival(sketch.table("2026-10-26T00:00:00Z", 6))
                .find(0, 1, 0)
                .orElseThrow();
        assertThat(winter.arrives()).isEqualTo(Instant.parse("2026-10-27T05:00:00Z"));
        var summer = new EarliestArrival(sketch.table("2026-10-20T00:00:00Z", 6))
                .find(0, 1, 0)
                .orElseThrow();
        assertThat(summer.arrives()).isEqualTo(Instant.parse("2026-10-21T04:00:00Z"));
    }
}
