package org.tongdao.planning;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.platform.FolderWire;
import org.tongdao.platform.NumberRange;
import org.tongdao.routing.Itinerary;
import org.tongdao.routing.Run;
import org.tongdao.routing.Search;
import org.tongdao.terms.WagonNo;
import tools.jackson.databind.json.JsonMapper;

/** The door of planning. */
@Component
public class Planning {

    static final Duration CUT_OFF = Duration.ofHours(12);
    private static final Duration HORIZON = Duration.ofDays(28);
    private static final String START = "URC";
    private static final List<String> HUBS = List.of("ALA", "CPE", "DYU", "WAW");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<NamedCsvRecord> TIMETABLE = timetable();
    private static final Map<String, Long> COSTS = TIMETABLE.stream()
            .collect(Collectors.toMap(
                    t -> t.getField("service"), t -> Long.parseLong(t.getField("cost_cny_per_ffe")) * 100));

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final NumberRange numbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Planning(JdbcClient jdbc, JdbcTemplate batch, NumberRange numbers, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    private record Container(long id, String no, String type, String hub, long grossG) {}

    private record Leg(long trainId, long containerId, String no, String type, long grossG) {}

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
            var ways = ways(hub, readyAt);
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
                        WHERE c.tenant_id = current_tenant() AND c.hub = ?
                          AND NOT EXISTS (SELECT FROM container_leg l WHERE l.tenant_id = c.tenant_id AND l.container_id = c.id)
                        ORDER BY c.container_no""").param(hub).query(Container.class).list();
        int booked = 0;
        for (var container : containers) {
            var way = best(hub, clock.instant().plus(Duration.ofHours(1)));
            if (way.isPresent()) {
                book(container, way.get());
                booked++;
            }
        }
        return new PlanningReport(booked, containers.size() - booked);
    }

    /** Makes trains of all booked rail legs that have none. */
    @Transactional
    public int compose() {
        var runs = jdbc.sql("""
                        SELECT DISTINCT r.id, r.service_code AS service, r.mode, coalesce(r.gauge_mm, 0) AS gauge_mm, r.from_node, r.to_node, r.departs_at, r.arrives_at
                        FROM container_leg l JOIN service_run r ON r.tenant_id = l.tenant_id AND r.id = l.service_run_id
                        WHERE l.tenant_id = current_tenant() AND l.train_id IS NULL
                        ORDER BY r.departs_at, r.service_code""")
                .query((row, n) -> new Run(
                        row.getLong("id"),
                        row.getString("service"),
                        row.getString("mode"),
                        row.getInt("gauge_mm"),
                        row.getString("from_node"),
                        row.getString("to_node"),
                        row.getTimestamp("departs_at").toInstant(),
                        row.getTimestamp("arrives_at").toInstant(),
                        0))
                .list();
        runs.forEach(this::compose);
        return runs.size();
    }

    private void compose(Run run) {
        boolean broad = run.gaugeMm() == 1520;
        int tare = broad ? 21_000_000 : 22_400_000;
        int length = broad ? 14_620 : 13_466;
        var legs = jdbc.sql("""
                        SELECT 0 AS train_id, l.container_id, c.container_no AS no, c.type_code AS type, c.gross_g
                        FROM container_leg l JOIN container c ON c.tenant_id = l.tenant_id AND c.id = l.container_id
                        WHERE l.tenant_id = current_tenant() AND l.service_run_id = ? AND l.train_id IS NULL ORDER BY c.container_no""").param(run.id()).query(Leg.class).list();
        long wagon = numbers.take(broad ? "WAGON_1520" : "WAGON_1435", legs.size());
        String no = run.service()
                + DateTimeFormatter.ofPattern("yyMMddHH")
                        .withZone(ZoneOffset.UTC)
                        .format(run.departs());
        int earlier = jdbc.sql("SELECT count(*) FROM train WHERE tenant_id = current_tenant() AND train_no LIKE ?")
                .param(no + "%")
                .query(Integer.class)
                .single();
        no += earlier == 0 ? "" : "-" + (earlier + 1);
        long train = jdbc.sql(
                        "INSERT INTO train (tenant_id, train_no, service_run_id, gauge_mm, from_node, to_node, planned_departure, planned_arrival, composed_at, length_mm, gross_g)"
                                + " VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id")
                .params(
                        no,
                        run.id(),
                        run.gaugeMm(),
                        run.from(),
                        run.to(),
                        Timestamp.from(run.departs()),
                        Timestamp.from(run.arrives()),
                        Timestamp.from(clock.instant()),
                        legs.size() * length,
                        legs.stream().mapToLong(l -> l.grossG() + tare).sum())
                .query(Long.class)
                .single();
        int position = 0;
        for (var leg : legs) {
            position++;
            String wagonNo = broad
                    ? WagonNo.of(String.format("94%05d", wagon++)).value()
                    : WagonNo.of(String.format("33334%06d", wagon++)).value();
            jdbc.sql(
                            "INSERT INTO train_wagon (tenant_id, train_id, position, wagon_no, model, tare_g, length_mm) VALUES (current_tenant(), ?, ?, ?, ?, ?, ?)")
                    .params(train, position, wagonNo, broad ? "13-H455" : "X70", tare, length)
                    .update();
            jdbc.sql(
                            "INSERT INTO wagon_load (tenant_id, train_id, container_id, position, slot) VALUES (current_tenant(), ?, ?, ?, 1)")
                    .params(train, leg.containerId(), position)
                    .update();
        }
        jdbc.sql(
                        "UPDATE container_leg SET train_id = ? WHERE tenant_id = current_tenant() AND service_run_id = ? AND train_id IS NULL")
                .params(train, run.id())
                .update();
        events.publishEvent(new TrainComposed(train, clock.instant()));
    }

    private void book(Container container, Itinerary way) {
        int leg = 0;
        for (var run : way.runs()) {
            leg++;
            jdbc.sql(
                            "UPDATE service_run SET booked_ffe = booked_ffe + 1 WHERE tenant_id = current_tenant() AND id = ? AND booked_ffe + 1 <= capacity_ffe")
                    .param(run.id())
                    .update();
            jdbc.sql(
                            "INSERT INTO container_leg (tenant_id, container_id, leg_no, mode, gauge_mm, from_node, to_node, planned_depart, planned_arrive, service_run_id)"
                                    + " VALUES (current_tenant(), ?, ?, ?, nullif(?, 0), ?, ?, ?, ?, ?)")
                    .params(
                            container.id(),
                            leg,
                            run.mode(),
                            run.gaugeMm(),
                            run.from(),
                            run.to(),
                            Timestamp.from(run.departs()),
                            Timestamp.from(run.arrives()),
                            run.id())
                    .update();
        }
    }

    private Optional<Itinerary> best(String hub, Instant readyAt) {
        return ways(hub, readyAt).stream()
                .filter(i -> i.runs().stream().allMatch(r -> r.mode().equals("rail")))
                .findFirst();
    }

    private List<Itinerary> ways(String hub, Instant readyAt) {
        ensureRuns(readyAt);
        var runs = jdbc.sql(
                        "SELECT id, service_code, mode, coalesce(gauge_mm, 0) AS gauge_mm, from_node, to_node, departs_at, arrives_at FROM service_run"
                                + " WHERE tenant_id = current_tenant() AND departs_at >= ? AND departs_at < ? AND booked_ffe + 1 <= capacity_ffe")
                .params(Timestamp.from(readyAt), Timestamp.from(readyAt.plus(HORIZON)))
                .query((row, n) -> new Run(
                        row.getLong("id"),
                        row.getString("service_code"),
                        row.getString("mode"),
                        row.getInt("gauge_mm"),
                        row.getString("from_node"),
                        row.getString("to_node"),
                        row.getTimestamp("departs_at").toInstant(),
                        row.getTimestamp("arrives_at").toInstant(),
                        cost(row.getString("service_code"))))
                .list();
        return Search.pareto(
                START, hub, readyAt, runs, (place, gauge, next) -> Duration.ofHours(gauge == next ? 6 : 18));
    }

    private static long cost(String service) {
        return COSTS.getOrDefault(service, 0L);
    }

    private static List<NamedCsvRecord> timetable() {
        try (var in = Planning.class.getResourceAsStream("/data/corridor/timetable.csv");
                var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the departures of the coming weeks, each once; a day that is there is not looked at again. */
    private void ensureRuns(Instant from) {
        var first = from.atZone(ZoneOffset.UTC).toLocalDate();
        var last = first.plusDays(HORIZON.toDays() + 1);
        var known = jdbc.sql("SELECT max(departs_at) FROM service_run WHERE tenant_id = current_tenant()")
                .query(Timestamp.class)
                .optional();
        var begin = known.map(
                        k -> k.toInstant().atZone(ZoneOffset.UTC).toLocalDate().minusDays(1))
                .orElse(first.minusDays(1));
        if (begin.isAfter(last.minusDays(3))) {
            return;
        }
        var rows = new ArrayList<Object[]>();
        for (var row : TIMETABLE) {
            for (var day = begin; day.isBefore(last.plusDays(7)); day = day.plusDays(1)) {
                if (row.getField("days")
                        .contains(String.valueOf(day.getDayOfWeek().getValue()))) {
                    rows.add(run(row, day));
                }
            }
        }
        batch.batchUpdate(
                "INSERT INTO service_run (tenant_id, service_code, mode, gauge_mm, from_node, to_node, departs_at, arrives_at, capacity_ffe)"
                        + " VALUES (current_tenant(), ?, ?, nullif(?, '')::int, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                rows);
    }

    private static Object[] run(NamedCsvRecord row, LocalDate day) {
        var departs = day.atTime(LocalTime.parse(row.getField("depart")))
                .atZone(ZoneId.of(row.getField("zone")))
                .toInstant();
        var arrives = departs.plus(Duration.ofHours(Long.parseLong(row.getField("hours"))));
        return new Object[] {
            row.getField("service"),
            row.getField("mode"),
            row.getField("gauge_mm"),
            row.getField("from"),
            row.getField("to"),
            Timestamp.from(departs),
            Timestamp.from(arrives),
            Integer.parseInt(row.getField("capacity_ffe"))
        };
    }

    /** The trains as they were ordered (docs/formats/train.md) and the ways to every hub as of now (docs/formats/itineraries.md). */
    @Transactional
    public void export(Path trains, Path itineraries) {
        jdbc.sql("""
                        SELECT t.train_no, o.payload FROM train t JOIN outbox o
                          ON o.tenant_id = t.tenant_id AND o.wire = 'rail' AND o.message_key LIKE '%\\_TRAIN\\_' || t.train_no || '.json'
                        WHERE t.tenant_id = current_tenant() ORDER BY t.train_no""")
                .query((row, n) -> Map.entry(row.getString("train_no"), row.getBytes("payload")))
                .list()
                .forEach(e -> FolderWire.writeWhole(trains.resolve(e.getKey() + ".json"), e.getValue()));
        FolderWire.writeWhole(
                itineraries, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(planLanes(clock.instant())));
    }
}
