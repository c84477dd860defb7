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
 * @param limits amounts that this office knows
 */
public record Conduct(
        Rigour rigour, Post post, WorkingHours hours, Duration step, List<Incident> incidents, Limits limits) {

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
     * @param refusedAfterInspection of those that were opened
     * @param dearCny parcels worth more are looked at twice as often
     * @param heavyKg heavier ones half as often again
     * @param pace factor on the working time of officers; 2 is half as fast
     */
    public record Rigour(
            double refused,
            double inspected,
            double reviewed,
            double refusedAfterInspection,
            double dearCny,
            double heavyKg,
            double pace) {

        /** The usual office with other shares. */
        public static Rigour of(double refused, double inspected, double reviewed) {
            return new Rigour(refused, inspected, reviewed, 0.1, 2_000, 20, 1);
        }
    }

    /**
     * Amounts that the office checks and taxes by; as in force since 2019.
     *
     * @param orderCny most for one import order of more than one row
     * @param yearCny most for one buyer and year of import
     * @param listCny most for one list of 9710 and 9810
     * @param tax share of the value that a tax bill asks for: VAT of 13 % at 70 %, what most goods bear, assumed
     */
    public record Limits(double orderCny, double yearCny, double listCny, double tax) {

        public static final Limits IN_FORCE = new Limits(5_000, 26_000, 5_000, 0.13 * 0.70);
    }

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
                Rigour.of(0.010, 0.020, 0.030),
                new Post(0.02, 0.10, 0.05, 0.20),
                officeHours(),
                Duration.ofMinutes(15),
                List.of(),
                Limits.IN_FORCE);
    }

    /** No chance at all: every right list is released, every receipt comes once and in order; test numbers still work. */
    public static Conduct calm() {
        return new Conduct(
                Rigour.of(0, 0, 0),
                new Post(0, 0, 0, 0),
                officeHours(),
                Duration.ofMinutes(15),
                List.of(),
                Limits.IN_FORCE);
    }

    /** The incident of this kind that is going on at {@code at}. */
    Optional<Incident> during(Incident.Kind kind, Instant at) {
        return incidents.stream().filter(i -> i.kind() == kind && i.covers(at)).findFirst();
    }

    private static WorkingHours officeHours() {
        return WorkingHours.daily("Asia/Shanghai", "10:00", "20:00");
    }
}
