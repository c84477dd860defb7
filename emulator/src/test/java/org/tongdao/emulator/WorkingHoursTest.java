package org.tongdao.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingHoursTest {

    private final WorkingHours office = WorkingHours.daily("Asia/Shanghai", "10:00", "20:00");

    @Test
    void workWithinTheDayIsDoneTheSameDay() {
        assertThat(office.after(Instant.parse("2026-11-23T03:00:00Z"), Duration.ofHours(2)))
                .isEqualTo("2026-11-23T05:00:00Z");
    }

    @Test
    void workThatMissesTheEveningGoesOnInTheMorning() {
        assertThat(office.after(Instant.parse("2026-11-23T11:00:00Z"), Duration.ofHours(2)))
                .isEqualTo("2026-11-24T03:00:00Z");
    }

    @Test
    void whatComesAtNightWaitsForTheMorning() {
        assertThat(office.after(Instant.parse("2026-11-23T18:00:00Z"), Duration.ofMinutes(30)))
                .isEqualTo("2026-11-24T02:30:00Z");
    }

    @Test
    void aSundayOffIsSteppedOver() {
        var warsaw = new WorkingHours(
                ZoneId.of("Europe/Warsaw"), LocalTime.of(8, 0), LocalTime.of(18, 0), Set.of(DayOfWeek.SUNDAY));
        assertThat(warsaw.after(Instant.parse("2026-11-21T16:30:00Z"), Duration.ofHours(1)))
                .isEqualTo("2026-11-23T07:30:00Z");
    }

    @Test
    void theDayOfTheClockChangeHasAnHourMoreOfNightNotOfWork() {
        var warsaw = WorkingHours.daily("Europe/Warsaw", "08:00", "18:00");
        assertThat(warsaw.after(Instant.parse("2026-10-24T15:00:00Z"), Duration.ofHours(2)))
                .isEqualTo("2026-10-25T08:00:00Z");
    }

    @Test
    void aroundTheClockNeverWaits() {
        assertThat(WorkingHours.aroundTheClock("Asia/Shanghai")
                        .after(Instant.parse("2026-11-23T18:00:00Z"), Duration.ofHours(9)))
                .isEqualTo("2026-11-24T03:00:00Z");
    }

    @Test
    void hoursWithoutWorkAreRefused() {
        assertThatThrownBy(() -> WorkingHours.daily("Asia/Shanghai", "20:00", "08:00"))
                .hasMessageContaining("cross midnight");
    }

    @Test
    void roundingGoesUpToTheStepAndLeavesTheStepItself() {
        var quarter = Duration.ofMinutes(15);
        assertThat(WorkingHours.roundUp(Instant.parse("2026-11-23T10:00:01Z"), quarter))
                .isEqualTo("2026-11-23T10:15:00Z");
        assertThat(WorkingHours.roundUp(Instant.parse("2026-11-23T10:15:00Z"), quarter))
                .isEqualTo("2026-11-23T10:15:00Z");
    }
}
