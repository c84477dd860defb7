package org.tongdao.routing;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Plays a journey through by chance, one container at a time, minute by minute; shares nothing with the folding of distributions. */
final class Simulation {

    private final Timetable t;
    private final SplittableRandom random;
    private final Map<List<Object>, int[]> openings = new HashMap<>();

    Simulation(Timetable t, SplittableRandom random) {
        this.t = t;
        this.random = random;
    }

    /** Days to the door of so many containers, in order; those that never arrive are infinite. */
    double[] days(Journey journey, int containers) {
        var days = new double[containers];
        for (int i = 0; i < containers; i++) {
            days[i] = once(journey);
        }
        Arrays.sort(days);
        return days;
    }

    private double once(Journey journey) {
        double start = minutes(journey.ready());
        double at = start;
        for (int i = 0; i < journey.legs().size(); i++) {
            var leg = journey.legs().get(i);
            int next = i + 1 < journey.legs().size() ? journey.legs().get(i + 1).gaugeMm() : 0;
            boolean came = i > 0 && !journey.legs().get(i - 1).line().isEmpty();
            at = leg.line().isEmpty() ? truck(leg, at) : train(leg, came ? at : taken(leg.from(), at), next);
            if (Double.isInfinite(at)) {
                return at;
            }
        }
        return (at - start) / 1440;
    }

    /** Goods that no train brought are taken in while the place is open. */
    private double taken(String place, double at) {
        var station = station(place);
        return open(openings(station.hours(), station.zone()), at);
    }

    private double minutes(java.time.Instant at) {
        return Duration.between(t.start(), at).toMinutes();
    }

    private double truck(Journey.Leg leg, double at) {
        var link = t.network().links().stream()
                .filter(k -> k.from().equals(leg.from()) && k.to().equals(leg.to()))
                .filter(k -> k.minutes()
                        == Duration.between(leg.departs(), leg.arrives()).toMinutes())
                .findFirst()
                .orElseThrow();
        var zone = station(leg.from()).zone();
        return open(openings(link.hours(), zone), at) + link.minutes();
    }

    private int[] openings(OpeningHours hours, ZoneId zone) {
        return openings.computeIfAbsent(List.of(hours, zone), key -> hours.openings(t.start(), 120, zone));
    }

    private Station station(String id) {
        return t.network().stations().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static double open(int[] pairs, double at) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (at < pairs[i + 1]) {
                return Math.max(at, pairs[i]);
            }
        }
        return at;
    }

    private double train(Journey.Leg leg, double at, int nextGauge) {
        var line = t.network().lines().stream()
                .filter(l -> l.id().equals(leg.line()))
                .findFirst()
                .orElseThrow();
        double cutOff = minutes(leg.departs()) - minutes(leg.latest());
        double departs = minutes(leg.departs());
        double ride = minutes(leg.arrives()) - departs;
        int tries = 0;
        while (departs - cutOff < at) {
            departs = nextDeparture(line, leg.from(), departs);
            if (Double.isInfinite(departs) || tries++ > 400) {
                return Double.POSITIVE_INFINITY;
            }
        }
        var place = station(leg.to());
        double arrives = open(
                openings(place.hours(), place.zone()),
                departs + ride + line.delay().draw(random));
        boolean change = leg.gaugeMm() != 0 && nextGauge != 0 && leg.gaugeMm() != nextGauge;
        arrives +=
                change ? place.handling().transloadMinutes() : place.handling().minutes();
        arrives += place.check().dwell().draw(random);
        if (random.nextDouble() < place.check().inspectionShare()) {
            arrives += place.check().inspection().draw(random);
        }
        return arrives;
    }

    private double nextDeparture(Line line, String from, double after) {
        int offset = line.calls().stream()
                .filter(c -> c.station().equals(from))
                .findFirst()
                .orElseThrow()
                .departs();
        var zone = station(line.calls().get(0).station()).zone();
        double best = Double.POSITIVE_INFINITY;
        var day = t.instant((int) after).atZone(zone).toLocalDate().minusDays(3);
        for (int i = 0; i < 18; i++, day = day.plusDays(1)) {
            for (var period : line.days()) {
                if (period.weekdays().contains(day.getDayOfWeek())) {
                    for (var time : period.times()) {
                        double at = minutes(day.atTime(time).atZone(zone).toInstant()) + offset;
                        best = at > after ? Math.min(best, at) : best;
                    }
                }
            }
        }
        return best;
    }
}
