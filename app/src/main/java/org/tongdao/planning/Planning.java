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
import org.tongdao.routing.Journey;
import org.tongdao.routing.Offer;

/** The door of planning. */
@Component
public class Planning {

    /** From the sealing of bags to containers at the station, before the cut-off of the train (assumed). */
    static final Duration STUFFING = Duration.ofHours(6);

    static final String START = "URC";
    /** Node ids of the overseas hubs we serve. */
    public static final List<String> HUBS = List.of("ALA", "CPE", "DYU", "WAW");

    private final JdbcClient jdbc;
    private final Timetables timetables;
    private final Booking booking;
    private final Export export;
    private final Composer composer;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Planning(
            JdbcClient jdbc,
            Timetables timetables,
            Booking booking,
            Export export,
            Composer composer,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.timetables = timetables;
        this.booking = booking;
        this.export = export;
        this.composer = composer;
        this.events = events;
        this.clock = clock;
    }

    /** When the bags of this hub must be sealed next, later than {@code after}. */
    @Transactional
    public Instant nextCutOff(String hub, Instant after) {
        return offers(hub, after.plus(STUFFING)).stream()
                .findFirst()
                .map(Offer::journey)
                .flatMap(Planning::firstLatest)
                .map(latest -> latest.minus(STUFFING))
                .filter(c -> c.isAfter(after))
                .orElse(after.plus(Duration.ofDays(1)));
    }

    /**
     * A way of a lane that a container can still be made for.
     *
     * @param cutOff when its bags must be sealed
     */
    public record CutOff(String hub, String service, Instant cutOff, Instant departs, Instant arrives) {}

    /** The next departures of this hub by their cut-offs, each later than the one before. */
    @Transactional
    public List<CutOff> cutOffs(String hub, Instant after, int most) {
        var next = new ArrayList<CutOff>();
        var from = after.plus(STUFFING);
        while (next.size() < most) {
            var way = offers(hub, from).stream().findFirst().map(Offer::journey);
            var latest = way.flatMap(Planning::firstLatest);
            if (latest.isEmpty() || latest.get().isBefore(from)) {
                break;
            }
            var legs = way.orElseThrow().legs();
            var line = legs.stream()
                    .map(Journey.Leg::line)
                    .filter(l -> !l.isEmpty())
                    .findFirst();
            next.add(new CutOff(
                    hub,
                    line.orElse(""),
                    latest.get().minus(STUFFING),
                    legs.get(0).departs(),
                    way.orElseThrow().arrives()));
            from = latest.get().plusSeconds(1);
        }
        return next.stream().filter(c -> c.cutOff().isAfter(after)).toList();
    }

    @Transactional
    public List<Lane> planLanes(Instant readyAt) {
        var lanes = new ArrayList<Lane>();
        for (var hub : HUBS) {
            var ways = offers(hub, readyAt);
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
        var looked = new Booking.Looked();
        int booked = 0;
        for (var container : containers) {
            booked += booking.book(container, looked) ? 1 : 0;
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
                        ORDER BY r.departs_at, r.service_code""").query((row, n) -> ServiceRun.read(row)).list();
        due.forEach(run -> events.publishEvent(new TrainComposed(composer.compose(run), clock.instant())));
        return due.size();
    }

    private static Optional<Instant> firstLatest(Journey journey) {
        return journey.legs().stream().findFirst().map(Journey.Leg::latest);
    }

    private List<Offer> offers(String hub, Instant readyAt) {
        var search = timetables.at(readyAt, Need.container(0)).search();
        return LanePolicy.offers(search, Corridor.byRail(START, hub, readyAt));
    }

    /** The trains as they were ordered (docs/formats/train.md) and the ways to every hub for goods ready at that time (docs/formats/itineraries.md). */
    @Transactional
    public void export(Path trains, Path itineraries, Instant readyAt) {
        export.trains(trains);
        var lanes = new LinkedHashMap<String, List<Offer>>();
        HUBS.forEach(hub -> lanes.put(hub, offers(hub, readyAt)));
        Export.itineraries(itineraries, lanes);
    }
}
