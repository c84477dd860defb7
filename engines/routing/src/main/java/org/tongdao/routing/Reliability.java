package org.tongdao.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongdao.terms.Dice;

/**
 * Draws what may become of an itinerary: each leg takes a triangular time, a missed connection waits for the next departure of the same service.
 *
 * <p>An early train does not help before the timetabled departure of the next. Equal arguments give equal figures on every machine. When no later
 * departure of the service is known the draw counts as never arrived (the limit is missed and the days are infinite).
 */
public final class Reliability {

    private static final int DRAWS = 2_000;

    private final Map<String, List<Run>> departures;
    private final Map<String, Service> services;
    private final Search.Transfer transfer;

    /** Of a timetable and its departures; {@code transfer} is the one that the search used. */
    public Reliability(List<Service> services, List<Run> runs, Search.Transfer transfer) {
        this.services = services.stream().collect(Collectors.toMap(Service::code, Function.identity()));
        this.departures =
                runs.stream().sorted(Comparator.comparing(Run::departs)).collect(Collectors.groupingBy(Run::service));
        this.transfer = transfer;
    }

    /** The question: ready at, days from the last station to the door, the limit in days from readiness, the seed. */
    public record Question(Instant readyAt, double lastMileDays, double limitDays, long seed) {}

    public Outlook of(Itinerary way, Question question) {
        var key = way.runs().stream().map(Run::service).collect(Collectors.joining("-")) + way.departs();
        var random = Dice.of(question.seed(), key);
        var days = new double[DRAWS];
        int within = 0;
        for (int i = 0; i < DRAWS; i++) {
            days[i] = draw(way, question, random);
            within += days[i] <= question.limitDays() ? 1 : 0;
        }
        Arrays.sort(days);
        return new Outlook(days[DRAWS / 2], days[DRAWS * 9 / 10], (double) within / DRAWS);
    }

    private double draw(Itinerary way, Question question, SplittableRandom random) {
        var at = question.readyAt();
        int gauge = -1;
        for (var planned : way.runs()) {
            var ready = gauge < 0 ? at : at.plus(transfer.at(planned.from(), gauge, planned.gaugeMm()));
            var leaves = leaves(planned, ready);
            if (leaves == null) {
                return Double.POSITIVE_INFINITY;
            }
            var hours = service(planned).hours();
            at = leaves.plus(minutes(60 * Dice.triangular(random, hours.min(), hours.typical(), hours.max())));
            gauge = planned.gaugeMm();
        }
        return Duration.between(question.readyAt(), at).toMinutes() / 1440.0 + question.lastMileDays();
    }

    private @Nullable Instant leaves(Run planned, Instant ready) {
        if (!ready.isAfter(planned.departs())) {
            return planned.departs();
        }
        for (var run : departures.getOrDefault(planned.service(), List.of())) {
            if (!run.departs().isBefore(ready)) {
                return run.departs();
            }
        }
        return null;
    }

    private Service service(Run run) {
        var service = services.get(run.service());
        if (service == null) {
            throw new IllegalArgumentException("no service '" + run.service() + "'. Maybe the timetable changed.");
        }
        return service;
    }

    private static Duration minutes(double minutes) {
        return Duration.ofMinutes(Math.round(minutes));
    }
}
