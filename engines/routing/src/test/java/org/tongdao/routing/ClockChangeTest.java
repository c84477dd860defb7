package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongdao.terms.Dice;

/** Opening hours and calendars keep to the clock on the wall: held against a walk over every minute, over both clock changes of a year. */
class ClockChangeTest {

    private static final List<String> ZONES =
            List.of("Europe/Warsaw", "Europe/London", "Asia/Shanghai", "Asia/Almaty", "America/New_York");
    private static final List<Instant> STARTS = List.of(
            Instant.parse("2026-03-27T00:00:00Z"),
            Instant.parse("2026-10-23T00:00:00Z"),
            Instant.parse("2026-10-30T00:00:00Z"));
    private static final int DAYS = 4;

    private static String digits(Set<DayOfWeek> days) {
        var text = new StringBuilder();
        days.forEach(d -> text.append(d.getValue()));
        return text.toString();
    }

    private static Set<DayOfWeek> days(SplittableRandom random) {
        var days = new TreeSet<DayOfWeek>();
        while (days.size() < 1 + random.nextInt(5)) {
            days.add(DayOfWeek.of(1 + random.nextInt(7)));
        }
        return days;
    }

    @Test
    void aPlaceIsOpenAtEveryMinuteAtWhichItsClockSaysSo() {
        for (int seed = 0; seed < 60; seed++) {
            var random = Dice.of(seed, "hours");
            var days = days(random);
            int from = 30 * random.nextInt(30);
            int to = from + 30 * (1 + random.nextInt(18));
            var hours = OpeningHours.parse(digits(days) + " "
                    + LocalTime.ofSecondOfDay(60L * from) + "-"
                    + (to >= 1440 ? "24:00" : LocalTime.ofSecondOfDay(60L * to).toString()));
            var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            var start = STARTS.get(random.nextInt(STARTS.size()));
            int[] pairs = hours.openings(start, DAYS + 8, zone); // a week has an opening
            for (int minute = 0; minute < 1440 * DAYS; minute++) {
                var local = start.plusSeconds(60L * minute).atZone(zone);
                int clock = local.getHour() * 60 + local.getMinute();
                boolean open = days.contains(local.getDayOfWeek()) && clock >= from && clock < to;
                assertThat(Timetable.open(pairs, minute) == minute)
                        .as(hours + " " + local)
                        .isEqualTo(open);
            }
        }
    }

    @Test
    void theNextOpeningIsTheFirstOpenMinute() {
        for (int seed = 0; seed < 40; seed++) {
            var random = Dice.of(seed, "next opening");
            var hours = OpeningHours.parse(digits(days(random)) + " 08:00-12:00 13:30-18:00");
            var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            int[] pairs = hours.openings(STARTS.get(random.nextInt(STARTS.size())), 12, zone);
            for (int i = 0; i < 50; i++) {
                int at = random.nextInt(1440 * DAYS);
                int next = at;
                while (next < 1440 * 12 && Timetable.open(pairs, next) != next) {
                    next++;
                }
                assertThat(Timetable.open(pairs, at)).isEqualTo(next);
            }
        }
    }

    @Test
    void aTrainLeavesOnEveryDayOfItsCalendarAtItsTimeOnTheClock() {
        for (int seed = 0; seed < 60; seed++) {
            var random = Dice.of(seed, "calendar");
            var weekdays = days(random);
            var times = new TreeSet<LocalTime>();
            times.add(LocalTime.of(4 + random.nextInt(20), 30));
            times.add(LocalTime.of(4 + random.nextInt(20), 0));
            var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            var period =
                    new Line.Days(LocalDate.of(2026, 3, 28), LocalDate.of(2026, 10, 31), weekdays, List.copyOf(times));
            var start = STARTS.get(random.nextInt(STARTS.size()));
            var end = start.plusSeconds(86_400L * DAYS);
            var expected = new ArrayList<Instant>();
            for (var at = start; !at.isAfter(end); at = at.plusSeconds(60)) {
                var local = at.atZone(zone);
                var day = local.toLocalDate();
                boolean runs = !day.isBefore(period.from())
                        && !day.isAfter(period.to())
                        && weekdays.contains(day.getDayOfWeek())
                        && times.contains(local.toLocalTime());
                if (runs && at.isBefore(end)) {
                    expected.add(at);
                }
            }
            var found = new TreeSet<>(new Calendar(List.of(period), zone).between(start, end));
            found.remove(end);
            assertThat(found).as(zone + " " + period).containsExactlyElementsOf(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T02:30, 2026-03-29T01:30:00Z", // the hour that is not there: an hour later on the clock
        "2026-10-25T02:30, 2026-10-25T00:30:00Z", // the hour that is there twice: the first
        "2026-10-25T03:30, 2026-10-25T02:30:00Z"
    })
    void anHourThatIsMissingOrDoubleHasOneDeparture(String local, Instant expected) {
        var day = LocalDate.parse(local.substring(0, 10));
        var period = new Line.Days(day, day, Set.of(DayOfWeek.SUNDAY), List.of(LocalTime.parse(local.substring(11))));
        var calendar = new Calendar(List.of(period), ZoneId.of("Europe/Warsaw"));
        var around = expected.minusSeconds(86_400);
        assertThat(calendar.between(around, expected.plusSeconds(86_400))).containsExactly(expected);
    }
}
