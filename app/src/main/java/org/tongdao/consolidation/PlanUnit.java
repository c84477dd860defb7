package org.tongdao.consolidation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** What a planner takes in the hand: {@code day:1210:2026-01-15}, {@code bag:00690…} or, to move it on, {@code act:12}. */
public sealed interface PlanUnit {

    /** Loose parcels of the lane that customs released, by regime and day of acceptance in Beijing. */
    record Day(String regime, LocalDate day) implements PlanUnit {}

    /** A closed bag, by SSCC. */
    record Bag(String sscc) implements PlanUnit {}

    /** What lies in another box already. */
    record Put(long act) implements PlanUnit {}

    static Optional<PlanUnit> parse(String text) {
        var parts = text.split(":", -1);
        try {
            if (parts.length == 3 && parts[0].equals("day")) {
                return Optional.of(new Day(parts[1], LocalDate.parse(parts[2])));
            }
            if (parts.length == 2 && parts[0].equals("bag") && parts[1].matches("\\d{18,20}")) {
                return Optional.of(new Bag(parts[1]));
            }
            if (parts.length == 2 && parts[0].equals("act") && parts[1].matches("\\d{1,18}")) {
                return Optional.of(new Put(Long.parseLong(parts[1])));
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
