package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    /** A Friday, 12:00 in Warsaw by summer time; the clock goes back on Sunday at 03:00. */
    private static final Instant FRIDAY = Instant.parse("2026-10-23T10:00:00Z");

    private static int open(String hours, int minute) {
        return Timetable.open(OpeningHours.parse(hours).openings(FRIDAY, 14, WARSAW), minute);
    }

    @Test
    void nothingSaidIsAlwaysOpen() {
        assertThat(OpeningHours.parse("  ").always()).isTrue();
        assertThat(open("", 777)).isEqualTo(777);
    }

    @Test
    void withinTheHoursNothingWaits() {
        assertThat(open("12345 09:00-17:00", 0)).isZero();
        assertThat(open("12345 09:00-17:00", 299)).isEqualTo(299);
    }

    @Test
    void fromTheClosingOnOneWaitsOverTheWeekendAndTheClockChange() {
        int untilMondayNine = (21 + 48) * 60 + 60;
        assertThat(open("12345 09:00-17:00", 300)).isEqualTo(untilMondayNine);
    }

    @Test
    void theLunchBreakIsShut() {
        assertThat(open("12345 09:00-13:00 14:00-18:00", 60)).isEqualTo(120);
    }

    @Test
    void midnightDoesNotCutWhatTouches() {
        var pairs = OpeningHours.parse("567 00:00-24:00").openings(FRIDAY, 7, WARSAW);
        assertThat(pairs[1] - pairs[0]).isEqualTo(73 * 60);
    }

    @Test
    void daysWithoutHoursAreWholeDays() {
        assertThat(open("1", 0)).isEqualTo((12 + 48) * 60 + 60);
    }

    @Test
    void afterTheLastOpeningThereIsNoneMore() {
        assertThat(open("1 09:00-10:00", 100 * 1440)).isEqualTo(Timetable.NEVER);
    }

    @Test
    void wrongTextsSayWhatTheyMayBe() {
        assertThatThrownBy(() -> OpeningHours.parse("128 09:00-10:00")).hasMessageContaining("weekdays '128'");
        assertThatThrownBy(() -> OpeningHours.parse("1 9-10")).hasMessageContaining("09:00-18:00");
        assertThatThrownBy(() -> OpeningHours.parse("1 17:00-09:00")).hasMessageContaining("end before they begin");
        assertThatThrownBy(() -> OpeningHours.parse("11")).hasMessageContaining("weekdays");
    }

    @Test
    void equalTextsAreEqualHours() {
        assertThat(OpeningHours.parse("12 09:00-10:00"))
                .isEqualTo(OpeningHours.parse(" 12 09:00-10:00 "))
                .hasSameHashCodeAs(OpeningHours.parse("12 09:00-10:00"));
        assertThat(OpeningHours.parse("12 09:00-10:00")).hasToString("12 09:00-10:00");
    }
}
