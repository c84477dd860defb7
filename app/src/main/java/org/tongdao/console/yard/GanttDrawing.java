package org.tongdao.console.yard;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tongdao.dispatch.Hold;
import org.tongdao.dispatch.PlannedStep;
import org.tongdao.dispatch.StationBoard;
import org.tongdao.yard.YardResource;
import org.tongdao.yard.YardStage;

/** Draws a board: tracks, cranes, customs lanes and bays on one axis; only units that are used in the window, and one that is free. */
final class GanttDrawing {

    private static final List<YardResource> SHOWN = List.of(
            YardResource.RECEIVING_TRACK,
            YardResource.CUSTOMS_LANE,
            YardResource.INSPECTION_BAY,
            YardResource.TRANSLOAD_TRACK,
            YardResource.CRANE,
            YardResource.DEPARTURE_TRACK,
            YardResource.WAYBILL_DESK,
            YardResource.MARSHALLING_CREW,
            YardResource.PATH);

    private final StationBoard board;
    private final Instant from;
    private final Instant until;
    private final double perHour;
    private final boolean acts;
    private final Map<YardResource, Map<Integer, Integer>> y = new LinkedHashMap<>();
    private final List<Gantt.Shape> shapes = new ArrayList<>();

    private GanttDrawing(StationBoard board, int hours, boolean acts) {
        this.board = board;
        this.acts = acts;
        this.from = board.now().minus(Duration.ofMinutes(hours * 15L)).truncatedTo(ChronoUnit.HOURS);
        this.until = from.plus(Duration.ofHours(hours));
        this.perHour = (double) (Gantt.WIDTH - Gantt.LABELS) / hours;
    }

    static Gantt draw(StationBoard board, int hours, ZoneId zone, boolean acts) {
        return new GanttDrawing(board, hours, acts).all(hours, zone);
    }

    private Gantt all(int hours, ZoneId zone) {
        var groups = new ArrayList<Gantt.Group>();
        var rows = new ArrayList<Gantt.Row>();
        int top = Gantt.TOP;
        for (var resource : SHOWN) {
            var units = used(resource);
            groups.add(new Gantt.Group(resource.name(), top, units.size()));
            var at = new LinkedHashMap<Integer, Integer>();
            for (int unit : units) {
                rows.add(new Gantt.Row(resource.name(), unit, top));
                at.put(unit, top);
                top += Gantt.ROW;
            }
            y.put(resource, at);
        }
        closures();
        board.holds().forEach(this::hold);
        board.version().steps().forEach(this::planned);
        board.steps().forEach(this::step);
        return new Gantt(from, until, top + 2, x(board.now()), perHour, groups, rows, shapes, ticks(hours, zone));
    }

    private TreeSet<Integer> used(YardResource resource) {
        var units = new TreeSet<Integer>();
        board.holds().stream()
                .filter(h -> h.resource() == resource && inside(h.from(), h.until()))
                .forEach(h -> units.add(h.unit()));
        board.steps().stream().filter(s -> inside(s.begin(), s.end())).forEach(s -> {
            if (s.resource() == resource) {
                units.add(s.unit());
            }
        });
        board.closures().stream()
                .filter(c -> c.resource() == resource && c.unit() > 0 && inside(c.from(), c.until()))
                .forEach(c -> units.add(c.unit()));
        for (int unit = 1; unit <= board.units(resource); unit++) {
            if (units.add(unit)) {
                break;
            }
        }
        return units;
    }

    private boolean inside(Instant begin, Instant end) {
        return begin.isBefore(until) && end.isAfter(from);
    }

    private void closures() {
        for (var c : board.closures()) {
            y.getOrDefault(c.resource(), Map.of()).forEach((unit, top) -> {
                if ((c.unit() == 0 || c.unit() == unit) && inside(c.from(), c.until())) {
                    add(
                            "closure",
                            c.from(),
                            c.until(),
                            top + 1,
                            Gantt.ROW - 2,
                            c.reason(),
                            "",
                            unit,
                            false,
                            false,
                            false,
                            false);
                }
            });
        }
    }

    private void hold(Hold hold) {
        var top = y.getOrDefault(hold.resource(), Map.of()).get(hold.unit());
        boolean track = hold.resource() == YardResource.RECEIVING_TRACK
                || hold.resource() == YardResource.TRANSLOAD_TRACK
                || hold.resource() == YardResource.DEPARTURE_TRACK;
        if (top != null && track && inside(hold.from(), hold.until())) {
            boolean conflict = board.holds().stream().anyMatch(o -> o.trainId() != hold.trainId() && meets(o, hold));
            add(
                    "hold",
                    hold.from(),
                    hold.until(),
                    top + 2,
                    Gantt.ROW - 4,
                    hold.trainNo(),
                    "",
                    hold.unit(),
                    false,
                    false,
                    false,
                    conflict);
        }
    }

    private static boolean meets(Hold a, Hold b) {
        return a.resource() == b.resource()
                && a.unit() == b.unit()
                && a.from().isBefore(b.until())
                && b.from().isBefore(a.until());
    }

    private void planned(PlannedStep step) {
        var top = y.getOrDefault(step.resource(), Map.of()).get(step.unit());
        if (top != null && step.stage() != YardStage.TRANSLOADING && inside(step.begin(), step.end())) {
            add(
                    "plan",
                    step.begin(),
                    step.end(),
                    top + 1,
                    Gantt.ROW - 2,
                    step.trainNo(),
                    step.stage().name(),
                    step.unit(),
                    false,
                    false,
                    false,
                    false);
        }
    }

    private void step(PlannedStep step) {
        if (!inside(step.begin(), step.end())) {
            return;
        }
        bar(step, step.resource(), step.unit(), acts && step.isOpen() && step.stage() != YardStage.TRANSLOADING);
        if (step.stage() == YardStage.TRANSLOADING && step.second() > 0) {
            bar(step, YardResource.CRANE, step.second(), false);
        }
    }

    private void bar(PlannedStep step, YardResource resource, int unit, boolean movable) {
        var top = y.getOrDefault(resource, Map.of()).get(unit);
        if (top != null) {
            add(
                    step.told().name().toLowerCase(java.util.Locale.ROOT),
                    step.begin(),
                    step.end(),
                    top + 3,
                    Gantt.ROW - 5,
                    step.trainNo(),
                    step.stage().name(),
                    unit,
                    board.critical().contains(step),
                    step.pinned(),
                    movable,
                    isInConflict(step));
        }
    }

    /** Whether the checker names this step, or its unit with this train. */
    private boolean isInConflict(PlannedStep step) {
        var place = step.trainNo() + " " + step.stage();
        var unit = step.resource() + " " + step.unit();
        return board.findings().stream()
                .anyMatch(f -> f.place().toString().equals(place)
                        || f.place().toString().equals(unit)
                                && List.of(f.value().split(" ")).contains(step.trainNo()));
    }

    private void add(
            String kind,
            Instant begin,
            Instant end,
            int top,
            int height,
            String trainNo,
            String stage,
            int unit,
            boolean critical,
            boolean pinned,
            boolean movable,
            boolean conflict) {
        double left = Math.max(Gantt.LABELS, x(begin));
        double right = Math.min(Gantt.WIDTH, x(end));
        shapes.add(new Gantt.Shape(
                kind,
                round(left),
                top,
                round(Math.max(2, right - left)),
                height,
                trainNo,
                stage,
                unit,
                begin,
                end,
                critical,
                pinned,
                movable,
                conflict));
    }

    private double x(Instant at) {
        return round(Gantt.LABELS + Duration.between(from, at).toSeconds() / 3600.0 * perHour);
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private List<Gantt.Tick> ticks(int hours, ZoneId zone) {
        int every = hours <= 6 ? 1 : hours <= 24 ? 2 : 6;
        var ticks = new ArrayList<Gantt.Tick>();
        for (var at = from; at.isBefore(until); at = at.plus(1, ChronoUnit.HOURS)) {
            int hour = at.atZone(zone).getHour();
            if (hour % every == 0) {
                ticks.add(new Gantt.Tick(at, x(at), hour == 0));
            }
        }
        return ticks;
    }
}
