package org.tongdao.emulator;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When an office or a driver works: the same hours on each working day of a zone, or around the clock.
 *
 * @param open first moment of the day at work; equal to {@code close} for around the clock
 * @param close first moment off work, later than {@code open} on the same day
 */
public record WorkingHours(ZoneId zone, LocalTime open, LocalTime close, Set<DayOfWeek> daysOff) {

    public WorkingHours {
        if (close.isBefore(open) || daysOff.size() == 7) {
            throw new IllegalArgumentException("no working time between " + open + " and " + close + ", off " + daysOff
                    + ". Maybe the hours cross midnight: use around the clock.");
        }
    }

    public static WorkingHours daily(String zone, String open, String close) {
        return new WorkingHours(ZoneId.of(zone), LocalTime.parse(open), LocalTime.parse(close), Set.of());
    }

    public static WorkingHours aroundTheClock(String zone) {
        return daily(zone, "00:00", "00:00");
    }

    /** The moment when {@code work} that may start at {@code from} is done, counting working time only. */
    public Instant after(Instant from, Duration work) {
        if (open.equals(close)) {
            return from.plus(work);
        }
        var at = atWork(from.atZone(zone));
        var left = work;
        while (true) {
            var today = Duration.between(at, at.with(close));
            if (left.compareTo(today) <= 0) {
                return at.plus(left).toInstant();
            }
            left = left.minus(today);
            at = atWork(at.with(close));
        }
    }

    /** The first working moment at or after {@code time}. */
    private ZonedDateTime atWork(ZonedDateTime time) {
        var at = time;
        if (!at.toLocalTime().isBefore(close)) {
            at = at.plusDays(1).with(open);
        } else if (at.toLocalTime().isBefore(open)) {
            at = at.with(open);
        }
        while (daysOff.contains(at.getDayOfWeek())) {
            at = at.plusDays(1).with(open);
        }
        return at;
    }

    /** Rounds up to whole steps since the epoch, so that answers fall together and a virtual clock needs few ticks. */
    public static Instant roundUp(Instant time, Duration step) {
        long size = step.toMillis();
        long millis = time.toEpochMilli();
        return Instant.ofEpochMilli(Math.floorDiv(millis + size - 1, size) * size);
    }
}
