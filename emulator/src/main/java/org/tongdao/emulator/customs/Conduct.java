package org.tongdao.emulator.customs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongdao.emulator.WorkingHours;

/**
 * How strict, how busy and how untidy the office is. All figures are assumed, none is published; shares are 0…1.
 *
 * @param rigour who is refused or looked at
 * @param post how receipts travel
 * @param hours when officers decide; the e-port stores around the clock
 * @param step receipts appear on multiples of this, so that a virtual clock needs few ticks
 * @param incidents times in which something is wrong
 */
public record Conduct(Rigour rigour, Post post, WorkingHours hours, Duration step, List<Incident> incidents) {

    public Conduct {
        incidents = List.copyOf(incidents);
    }

    /** The word in the note of a list that asks for clearance outside office hours (预约通关, 24 h). */
    public static final String RESERVED = "RESERVED-24H";

    /**
     * Shares of lists of middling risk; risk.csv, value and weight raise or lower them for one list.
     *
     * @param refused refused by the office though formally right
     * @param inspected opened and looked at
     * @param reviewed read by an officer first
     */
    public record Rigour(double refused, double inspected, double reviewed) {}

    /**
     * How receipts travel.
     *
     * @param late share that is hours on its way
     * @param repeated share that comes again
     * @param outOfOrder share of lists whose release overtakes the storage
     * @param chatty share of messages that also get the e-port's interim statuses
     */
    public record Post(double late, double repeated, double outOfOrder, double chatty) {}

    /** As in life: about 1 % refused, 2 % inspected, 2 % late, 10 % repeated, 5 % out of order; Xinjiang office hours on Beijing time. */
    public static Conduct asInLife() {
        return new Conduct(
                new Rigour(0.010, 0.020, 0.030),
                new Post(0.02, 0.10, 0.05, 0.20),
                officeHours(),
                Duration.ofMinutes(15),
                List.of());
    }

    /** No chance at all: every right list is released, every receipt comes once and in order; test numbers still work. */
    public static Conduct calm() {
        return new Conduct(new Rigour(0, 0, 0), new Post(0, 0, 0, 0), officeHours(), Duration.ofMinutes(15), List.of());
    }

    /** The incident of this kind that is going on at {@code at}. */
    Optional<Incident> during(Incident.Kind kind, Instant at) {
        return incidents.stream().filter(i -> i.kind() == kind && i.covers(at)).findFirst();
    }

    private static WorkingHours officeHours() {
        return WorkingHours.daily("Asia/Shanghai", "10:00", "20:00");
    }
}
