package org.tongdao.planning;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.routing.Itinerary;

/** The door of planning. */
@Component
public class Planning {

    static final Duration CUT_OFF = Duration.ofHours(12);
    static final String START = "URC";
    /** Node ids of the overseas hubs we serve. */
    public static final List<String> HUBS = List.of("ALA", "CPE", "DYU", "WAW");

    private final JdbcClient jdbc;
    private final ServiceRuns runs;
    private final Booking booking;
    private final Export export;
    private final Composer composer;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Planning(
            JdbcClient jdbc,
            ServiceRuns runs,
            Booking booking,
            Export export,
            Composer composer,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.booking = booking;
        this.export = export;
        this.composer = composer;
        this.events = events;
        this.clock = clock;
    }

    /** When the bags of this hub must be sealed next, later than {@code after}. */
    @Transactional
    public Instant nextCutOff(String hub, Instant after) {
        return best(hub, after.plus(CUT_OFF))
                .map(i -> i.departs().minus(CUT_OFF))
                .filter(c -> c.isAfter(after))
                .orElse(after.plus(Duration.ofDays(1)));
    }

    @Transactional
    public List<Lane> planLanes(Instant readyAt) {
        var lanes = new ArrayList<Lane>();
        for (var hub : HUBS) {
            var ways = offers(hub, readyAt, false).stream()
                    .map(LanePolicy.Offer::way)
                    .toList();
            if (!ways.isEmpty()) {
                lanes.add(new Lane(hub, ways.get(0), ways));
            }
        }
        return lanes;
    }

    /** Books every sealed container of this hub that has no way yet. */
    @Transactional
    public PlanningReport dispatch(String hub) {
        var containers = jdbc.sql("""
                        SELECT c.id, c.container_no AS no, c.type_code AS type, c.hub, c.gross_g FROM container c
                        WHERE c.tenant_id = current_tenant() AND c.hub = ? AND c.sealed_at IS NOT NULL
                          AND NOT EXISTS (SELECT FROM container_leg l WHERE l.tenant_id = c.tenant_id AND l.container_id = c.id)
                        ORDER BY c.container_no""").param(hub).query(Booking.Box.class).list();
        runs.ensure(clock.instant());
        int booked = 0;
        for (var container : containers) {
            booked += booking.book(container) ? 1 : 0;
        }
        return new PlanningReport(booked, containers.size() - booked);
    }

    /** Makes trains of all booked rail legs that have none. */
    @Transactional
    public int compose() {
        var due = jdbc.sql("""
                        SELECT DISTINCT r.id, r.service_code, r.mode, coalesce(r.gauge_mm, 0) AS gauge_mm, r.from_node, r.to_node, r.departs_at, r.arrives_at
                        FROM container_leg l JOIN service_run r ON r.tenant_id = l.tenant_id AND r.id = l.service_run_id
                        WHERE l.tenant_id = current_tenant() AND l.train_id IS NULL
                        ORDER BY r.departs_at, r.service_code""").query((row, n) -> ServiceRuns.run(row)).list();
        due.forEach(run -> events.publishEvent(new TrainComposed(composer.compose(run), clock.instant())));
        return due.size();
    }

    private Optional<Itinerary> best(String hub, Instant readyAt) {
        return offers(hub, readyAt, true).stream().findFirst().map(LanePolicy.Offer::way);
    }

    private List<LanePolicy.Offer> offers(String hub, Instant readyAt, boolean railOnly) {
        runs.ensure(readyAt);
        var open = runs.open(readyAt, 0).stream()
                .filter(r -> !railOnly || r.mode().equals("rail"))
                .toList();
        return LanePolicy.offers(START, hub, readyAt, open);
    }

    /** The trains as they were ordered (docs/formats/train.md) and the ways to every hub for goods ready at that time (docs/formats/itineraries.md). */
    @Transactional
    public void export(Path trains, Path itineraries, Instant readyAt) {
        export.trains(trains);
        var lanes = new LinkedHashMap<String, List<LanePolicy.Offer>>();
        HUBS.forEach(hub -> lanes.put(hub, offers(hub, readyAt, false)));
        Export.itineraries(itineraries, lanes);
    }
}
