package org.tongdao.routing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A service that leaves on the same weekdays at the same local time: one row of a typical timetable, from which {@link Run}s are made.
 *
 * @param gaugeMm 1435 or 1520; 0 for road
 * @param days weekdays of the departure in {@code zone}
 * @param departs local wall-clock time, so that summer time moves the instant and not the clock at the station
 * @param hours timetabled and possible running time
 * @param capacityFfe slots of one departure
 * @param costPerFfe one forty-foot container, minor units
 */
public record Service(
        String code,
        String mode,
        int gaugeMm,
        String from,
        String to,
        Set<DayOfWeek> days,
        LocalTime departs,
        ZoneId zone,
        Hours hours,
        int capacityFfe,
        long costPerFfe) {

    /** Running time in hours: shortest, timetabled (most likely) and longest of a triangular distribution. */
    public record Hours(double min, double typical, double max) {
        public Hours {
            if (!(0 < min && min <= typical && typical <= max)) {
                throw new IllegalArgumentException(
                        "hours " + min + ", " + typical + ", " + max + ". Maybe they are not in rising order.");
            }
        }
    }

    public Service {
        days = Set.copyOf(days);
    }

    /** All departures from the local day of {@code from} on, for {@code days} more days; ids count from 0. */
    public List<Run> runs(Instant from, int days) {
        var runs = new ArrayList<Run>();
        var day = from.atZone(zone).toLocalDate();
        for (int i = 0; i <= days; i++, day = day.plusDays(1)) {
            if (this.days.contains(day.getDayOfWeek())) {
                runs.add(run(runs.size(), day.atTime(departs).atZone(zone).toInstant()));
            }
        }
        return List.copyOf(runs);
    }

    private Run run(long id, Instant leaves) {
        var arrives = leaves.plus(Duration.ofMinutes(Math.round(hours.typical() * 60)));
        return new Run(id, code, mode, gaugeMm, from, to, leaves, arrives, costPerFfe);
    }
}
