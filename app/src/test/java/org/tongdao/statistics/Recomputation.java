package org.tongdao.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tongdao.statistics.StatisticsReport.Counts;
import org.tongdao.tracking.DeliveryStatus;
import org.tongdao.tracking.EpcisEvent;
import org.tongdao.tracking.EventLog;
import org.tongdao.tracking.Milestone;
import org.tongdao.tracking.Outlook;
import org.tongdao.tracking.TimelineEntry;
import org.tongdao.tracking.Tracker;

/** The same figures by another way: each parcel tracked by the engine through the exported events, then counted in Java. */
final class Recomputation {

    private final Map<String, List<TimelineEntry>> lives = new TreeMap<>();
    private int delivered;
    private int returned;
    private int underway;

    Recomputation(List<EpcisEvent> events) {
        EventLog log = EventLog.of(events);
        events.stream()
                .filter(e -> e.milestone().filter(m -> m == Milestone.T010).isPresent())
                .flatMap(e -> e.epcs().stream())
                .forEach(epc -> {
                    var delivery = Tracker.track(epc, log, Outlook.unplanned(Instant.MAX));
                    lives.put(epc, delivery.timeline());
                    delivered += delivery.status() == DeliveryStatus.DELIVERED ? 1 : 0;
                    returned += delivery.status() == DeliveryStatus.RETURNED ? 1 : 0;
                    boolean ended = List.of(DeliveryStatus.DELIVERED, DeliveryStatus.RETURNED)
                            .contains(delivery.status());
                    underway += at(delivery.timeline(), Milestone.T090).isPresent() && !ended ? 1 : 0;
                });
    }

    Counts counts() {
        return new Counts(
                lives.size(),
                with(Milestone.T040),
                with(Milestone.T090),
                delivered,
                returned,
                underway,
                lives.size() - delivered - returned - underway);
    }

    BigDecimal percentile(double share) {
        double[] days = days();
        double position = share * (days.length - 1);
        int below = (int) Math.floor(position);
        double above = below + 1 < days.length ? days[below + 1] : days[below];
        return BigDecimal.valueOf(days[below] + (position - below) * (above - days[below]))
                .setScale(2, RoundingMode.HALF_UP);
    }

    BigDecimal shareWithin(int limit) {
        double[] days = days();
        long within = java.util.Arrays.stream(days).filter(d -> d <= limit).count();
        return BigDecimal.valueOf(within).divide(BigDecimal.valueOf(days.length), 4, RoundingMode.HALF_UP);
    }

    private double[] days() {
        return lives.values().stream()
                .flatMap(l -> at(l, Milestone.T250).map(end -> days(l, end)).stream())
                .mapToDouble(d -> d)
                .sorted()
                .toArray();
    }

    private static double days(List<TimelineEntry> life, Instant end) {
        Instant start = at(life, Milestone.T010).orElseThrow();
        return Duration.between(start, end).toSeconds() / 86_400.0;
    }

    private int with(Milestone milestone) {
        return (int) lives.values().stream()
                .filter(l -> at(l, milestone).isPresent())
                .count();
    }

    private static Optional<Instant> at(List<TimelineEntry> life, Milestone milestone) {
        return life.stream()
                .filter(e -> e.milestone() == milestone)
                .map(TimelineEntry::at)
                .findFirst();
    }
}
