package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** Single departures taken out of and put into the periods of a line, over a change of the clock. */
class CalendarTest {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final Instant FROM = Instant.parse("2026-10-20T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-05T00:00:00Z");

    private static Calendar daily(LocalTime... times) {
        return new Calendar(
                List.of(new Line.Days(
                        LocalDate.of(2026, 10, 1),
                        LocalDate.of(2026, 11, 30),
                        EnumSet.allOf(DayOfWeek.class),
                        List.of(times))),
                WARSAW);
    }

    @Test
    void departuresKeepTheClockOnTheWallWhenWinterTimeBegins() {
        var all = daily(LocalTime.of(5, 0)).between(FROM, UNTIL);
        assertThat(all).hasSize(16);
        assertThat(all).contains(Instant.parse("2026-10-24T03:00:00Z"), Instant.parse("2026-10-26T04:00:00Z"));
        assertThat(all).isSorted();
    }

    @Test
    void anEndIsNotInAndABeginningIs() {
        var calendar = daily(LocalTime.of(5, 0));
        var at = Instant.parse("2026-10-24T03:00:00Z");
        assertThat(calendar.between(at, at.plusSeconds(1))).containsExactly(at);
        assertThat(calendar.between(at.minusSeconds(60), at)).isEmpty();
    }

    @Test
    void takingAnyDeparturesOutLeavesExactlyTheOthers() {
        for (int seed = 0; seed < 200; seed++) {
            var random = Dice.of(seed, "calendar");
            var calendar = daily(LocalTime.of(2, 30), LocalTime.of(14, 0), LocalTime.of(23, 59));
            var left = new TreeSet<>(calendar.between(FROM, UNTIL));
            var some = new ArrayList<>(left);
            for (int i = 0; i < 12; i++) {
                var gone = some.get(random.nextInt(some.size()));
                calendar.remove(gone);
                left.remove(gone);
            }
            assertThat(new TreeSet<>(calendar.between(FROM, UNTIL)))
                    .as("seed %d", seed)
                    .isEqualTo(left);
        }
    }

    @Test
    void whatIsPutInRunsOnceAndCanBeTakenOutAgain() {
        var calendar = daily(LocalTime.of(5, 0));
        var before = calendar.between(FROM, UNTIL);
        var extra = Instant.parse("2026-10-25T11:17:00Z");
        calendar.add(extra);
        assertThat(calendar.between(FROM, UNTIL)).hasSize(17).contains(extra);
        calendar.remove(extra);
        assertThat(calendar.between(FROM, UNTIL)).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void aDelayOverMidnightRunsOnTheNextDay() {
        var calendar = daily(LocalTime.of(23, 0));
        var late = Instant.parse("2026-10-21T21:00:00Z");
        calendar.remove(late);
        calendar.add(late.plus(Duration.ofHours(5)));
        assertThat(calendar.between(FROM, UNTIL))
                .contains(Instant.parse("2026-10-22T02:00:00Z"), Instant.parse("2026-10-22T21:00:00Z"))
                .doesNotContain(late);
        assertThat(calendar.periods()).noneMatch(p -> p.times().isEmpty());
    }

    @Test
    void aWeekdayThatIsNotServedHasNothingToTakeOut() {
        var mondays = new Calendar(
                List.of(new Line.Days(
                        LocalDate.of(2026, 10, 1),
                        LocalDate.of(2026, 11, 30),
                        Set.of(DayOfWeek.MONDAY),
                        List.of(LocalTime.of(5, 0)))),
                WARSAW);
        var periods = mondays.periods();
        mondays.remove(Instant.parse("2026-10-21T03:00:00Z"));
        assertThat(mondays.periods()).isEqualTo(periods);
        assertThat(mondays.between(FROM, UNTIL)).hasSize(2);
    }
}
