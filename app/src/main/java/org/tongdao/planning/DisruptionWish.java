package org.tongdao.planning;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongdao.routing.Departure;
import org.tongdao.routing.Disruption;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * What somebody says does not run: a place that is closed for a time, a departure that is cancelled, late, or takes less.
 *
 * @param slots hundredths that the departure still takes; below 0: not a cut
 */
record DisruptionWish(Disruption disruption, Optional<Departure> cut, int slots, String reason) {

    private static final int MOST_DAYS = 60;

    /** Fields: kind (close, cancel, delay, cut), place, from, until, line, leaves, hours, slots, reason; times with an offset. */
    static Optional<DisruptionWish> read(Map<String, String> fields, List<Finding> findings) {
        var reader = new Reader(fields, findings);
        String reason = reader.text("reason");
        if (reason.isBlank()) {
            reader.fault("DISRUPTION-REASON", "reason", "", "say why: shippers read it with their new promise");
        }
        var wish = switch (reader.text("kind")) {
            case "close" -> reader.closed(reason);
            case "cancel" ->
                reader.departure().map(d -> new DisruptionWish(Disruption.cancelled(d), Optional.empty(), -1, reason));
            case "delay" -> reader.delayed(reason);
            case "cut" -> reader.cut(reason);
            default -> reader.none("DISRUPTION-KIND", "kind", "close, cancel, delay or cut");
        };
        return findings.isEmpty() ? wish : Optional.empty();
    }

    private record Reader(Map<String, String> fields, List<Finding> findings) {

        String text(String field) {
            return fields.getOrDefault(field, "").strip();
        }

        void fault(String rule, String field, String value, String maybe) {
            findings.add(Finding.error(rule, Place.of(field), value, "Maybe: " + maybe));
        }

        Optional<DisruptionWish> none(String rule, String field, String maybe) {
            fault(rule, field, text(field), maybe);
            return Optional.empty();
        }

        Optional<Instant> time(String field) {
            try {
                return Optional.of(OffsetDateTime.parse(text(field)).toInstant());
            } catch (DateTimeException e) {
                fault("ROUTE-TIME", field, text(field), "2026-11-23T08:00:00Z");
                return Optional.empty();
            }
        }

        double number(String field, double most) {
            try {
                double number = Double.parseDouble(text(field));
                if (number >= 0 && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // told below, with the value
            }
            fault("DISRUPTION-NUMBER", field, text(field), "a number from 0 to " + most);
            return 0;
        }

        Optional<Departure> departure() {
            var leaves = time("leaves");
            String line = text("line");
            if (Corridor.NETWORK.lines().stream().noneMatch(l -> l.id().equals(line))) {
                fault("DISRUPTION-LINE", "line", line, "a line of data/network/lines.csv such as UD");
                return Optional.empty();
            }
            return leaves.map(at -> new Departure(line, at));
        }

        Optional<DisruptionWish> closed(String reason) {
            String place = text("place");
            var from = time("from");
            var until = time("until");
            if (Corridor.NETWORK.stations().stream().noneMatch(s -> s.id().equals(place))) {
                return none("ROUTE-PLACE-UNKNOWN", "place", "a place of data/network/places.csv such as DST");
            }
            if (from.isEmpty() || until.isEmpty()) {
                return Optional.empty();
            }
            var length = Duration.between(from.get(), until.get());
            if (length.isNegative() || length.isZero() || length.toDays() > MOST_DAYS) {
                return none("DISRUPTION-SPAN", "until", "a moment after the first, within " + MOST_DAYS + " days");
            }
            var gone = Disruption.closed(Corridor.NETWORK, place, from.get(), until.get());
            return Optional.of(new DisruptionWish(gone, Optional.empty(), -1, reason));
        }

        Optional<DisruptionWish> delayed(String reason) {
            double hours = number("hours", 24.0 * 14);
            if (hours * 60 < 1) {
                return none("DISRUPTION-NUMBER", "hours", "hours above 0");
            }
            return departure()
                    .map(d -> new DisruptionWish(
                            Disruption.delayed(d, Duration.ofMinutes(Math.round(hours * 60))),
                            Optional.empty(),
                            -1,
                            reason));
        }

        Optional<DisruptionWish> cut(String reason) {
            int slots = (int) Math.round(100 * number("slots", 1_000));
            return departure()
                    .map(d -> new DisruptionWish(
                            new Disruption(java.util.Set.of(), java.util.Set.of()), Optional.of(d), slots, reason));
        }
    }
}
