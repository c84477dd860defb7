package org.tongdao.cpsat;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.CumulativeConstraint;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongdao.yard.DayAdvice;
import org.tongdao.yard.DayPlan;
import org.tongdao.yard.DayQuestion;
import org.tongdao.yard.DayStep;
import org.tongdao.yard.DayTrain;
import org.tongdao.yard.YardClosure;
import org.tongdao.yard.YardMode;
import org.tongdao.yard.YardResource;
import org.tongdao.yard.YardStage;
import org.tongdao.yard.YardUnit;

/**
 * A station's day as CP-SAT sees it, written apart from the engine: units of a kind count as alike, pulled boxes need no bay, and closed tracks, reservations, slots
 * and units that somebody wished for are left out. What is left out only makes days easier, so its bound holds for the engine's question too.
 */
public final class DayOracle {

    private static final Set<YardResource> TRACKS =
            Set.of(YardResource.RECEIVING_TRACK, YardResource.TRANSLOAD_TRACK, YardResource.DEPARTURE_TRACK);

    /**
     * What it found.
     *
     * @param cost in seconds, -1 when nothing was found
     * @param bound no plan costs less
     * @param proved whether the two are one
     * @param begins when the steps begin
     */
    public record Answer(long cost, long bound, boolean proved, List<DayAdvice.Begin> begins) {}

    private final DayQuestion question;
    private final CpModel model = new CpModel();
    private final Map<YardResource, List<IntervalVar>> uses = new EnumMap<>(YardResource.class);
    private final Map<DayAdvice.Begin, IntVar> starts = new HashMap<>();
    private final Map<Double, CumulativeConstraint> cranesOf = new HashMap<>();
    private final long origin;
    private final long horizon;
    private final List<LinearExpr> cost = new ArrayList<>();
    private final List<IntVar> lateness = new ArrayList<>();
    private final List<Integer> weights = new ArrayList<>();
    private long arrivals;

    /** A day without facts; {@code last}: the last departure of a known plan, in epoch seconds. Needs the native library to be loaded. */
    public DayOracle(DayQuestion question, long last) {
        this.question = question;
        this.origin = question.now().getEpochSecond();
        this.horizon = last - origin + 6 * 3_600;
        question.trains().forEach(this::train);
        for (var crane : question.layout().units(YardResource.CRANE)) {
            var set = cranesOf.get(rate(crane));
            if (set != null) {
                closed(crane).forEach(i -> set.addDemand(i, 1));
            }
        }
        uses.forEach((resource, intervals) -> {
            var units = question.layout().units(resource);
            if (!TRACKS.contains(resource)) {
                units.forEach(u -> intervals.addAll(closed(u)));
            }
            if (units.size() == 1) {
                model.addNoOverlap(intervals);
            } else {
                var all = model.addCumulative(units.size());
                intervals.forEach(i -> all.addDemand(i, 1));
            }
        });
        var late = LinearExpr.weightedSum(
                lateness.toArray(IntVar[]::new),
                weights.stream().mapToLong(w -> (long) DayPlan.LATE_WEIGHT * w).toArray());
        cost.add(late);
        model.minimize(LinearExpr.sum(cost.toArray(LinearExpr[]::new)));
    }

    /** Looks for the best day, from a known plan on, empty for none. */
    public Answer solve(double seconds, int workers, List<DayStep> hint) {
        model.clearHints();
        for (var step : hint) {
            var start = starts.get(key(step.trainId(), step.stage(), step.part()));
            if (start != null) {
                model.addHint(start, step.begin().getEpochSecond() - origin);
            }
        }
        var solver = new CpSolver();
        solver.getParameters()
                .setMaxTimeInSeconds(seconds)
                .setNumWorkers(workers)
                .setRandomSeed(1);
        var status = solver.solve(model);
        boolean found = status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
        var begins = new ArrayList<DayAdvice.Begin>();
        if (found) {
            starts.forEach((of, start) -> begins.add(new DayAdvice.Begin(
                    of.trainId(), of.stage(), of.part(), Instant.ofEpochSecond(origin + solver.value(start)))));
        }
        return new Answer(
                found ? Math.round(solver.objectiveValue()) - arrivals : -1,
                (long) Math.ceil(solver.bestObjectiveBound() - 1e-6) - arrivals,
                status == CpSolverStatus.OPTIMAL,
                begins);
    }

    /** The times in which a unit cannot work, merged, as intervals that take it. */
    private List<IntervalVar> closed(YardUnit unit) {
        var spans = new ArrayList<long[]>();
        Stream.of(question.layout().closures(), question.closures())
                .flatMap(List::stream)
                .filter(c -> c.trainId().isEmpty() && c.covers(unit, ""))
                .sorted(Comparator.comparing(YardClosure::from))
                .forEach(c -> {
                    long from = Math.max(0, since(c.from()));
                    long until = Math.min(horizon, since(c.until()));
                    var before = spans.isEmpty() ? null : spans.get(spans.size() - 1);
                    if (before != null && before[1] >= from) {
                        before[1] = Math.max(before[1], until);
                    } else if (from < until) {
                        spans.add(new long[] {from, until});
                    }
                });
        return spans.stream()
                .map(s -> model.newFixedInterval(s[0], s[1] - s[0], "closed"))
                .toList();
    }

    private static DayAdvice.Begin key(String train, YardStage stage, int part) {
        return new DayAdvice.Begin(train, stage, part, Instant.EPOCH);
    }

    private IntVar start(DayTrain train, YardStage stage, int part) {
        long least = Math.max(0, since(train.arrival()));
        for (var pin : question.pins()) {
            boolean mine = pin.stage() == stage && pin.trainId().equals(train.id());
            least = mine ? Math.max(least, since(pin.notBefore())) : least;
        }
        var start = model.newIntVar(Math.min(least, horizon), horizon, train.id() + stage + part);
        starts.put(key(train.id(), stage, part), start);
        return start;
    }

    private long since(Instant moment) {
        return moment.getEpochSecond() - origin;
    }

    private static long seconds(double minutes) {
        return Math.round(60 * minutes);
    }

    private static LinearExpr plus(IntVar start, long length) {
        return LinearExpr.affine(start, 1, length);
    }

    private void use(YardResource resource, IntervalVar interval) {
        uses.computeIfAbsent(resource, r -> new ArrayList<>()).add(interval);
    }

    private IntervalVar fixed(IntVar start, long length) {
        return model.newFixedSizeIntervalVar(start, length, "w");
    }

    /** A track kept from a begin to an end. */
    private IntervalVar kept(IntVar from, LinearExpr until) {
        var length = model.newIntVar(0, horizon, "l");
        return model.newIntervalVar(from, length, until, "k");
    }

    private void train(DayTrain train) {
        var times = question.layout().times();
        long check = seconds(times.arrivalCheck().mode());
        long customs = seconds(times.customs().mode());
        long leave = seconds(times.headwayMinutes());
        var checkAt = start(train, YardStage.ARRIVAL_CHECK, 0);
        var customsAt = start(train, YardStage.CUSTOMS, 0);
        var leaveAt = start(train, YardStage.DEPARTURE, 0);
        model.addGreaterOrEqual(customsAt, plus(checkAt, check));
        if (train.changesGauge()) {
            change(train, checkAt, customsAt, leaveAt);
        } else {
            model.addGreaterOrEqual(leaveAt, plus(customsAt, customs));
            inspections(train, customsAt, customsAt, leaveAt);
            use(YardResource.RECEIVING_TRACK, kept(checkAt, plus(leaveAt, leave)));
        }
        use(YardResource.CHECK_CREW, fixed(checkAt, check));
        use(YardResource.CUSTOMS_LANE, fixed(customsAt, customs));
        use(YardResource.PATH, fixed(leaveAt, leave));
        cost.add(plus(leaveAt, leave));
        arrivals += since(train.arrival());
        train.due().ifPresent(due -> {
            var late = model.newIntVar(0, horizon, "late");
            model.addGreaterOrEqual(late, plus(leaveAt, -since(due)));
            lateness.add(late);
            weights.add(train.weight());
        });
    }

    /** The steps of the gauge change, after the arrival check or, one after the other, after customs. */
    private void change(DayTrain train, IntVar checkAt, IntVar customsAt, IntVar leaveAt) {
        var times = question.layout().times();
        long placing = seconds(times.placing().mode());
        long pullOut = seconds(times.pullOut().mode());
        long waybill = seconds(times.waybilling().mode());
        long marshal = seconds(times.marshalling().mode());
        long customs = seconds(times.customs().mode());
        var placingAt = start(train, YardStage.PLACING, 0);
        var liftAt = start(train, YardStage.TRANSLOADING, 0);
        var pullAt = start(train, YardStage.PULL_OUT, 0);
        var waybillAt = start(train, YardStage.WAYBILLING, 0);
        var marshalAt = start(train, YardStage.MARSHALLING, 0);
        model.addGreaterOrEqual(
                placingAt, plus(checkAt, seconds(times.arrivalCheck().mode())));
        model.addGreaterOrEqual(liftAt, plus(placingAt, placing));
        model.addGreaterOrEqual(waybillAt, plus(pullAt, pullOut));
        model.addGreaterOrEqual(waybillAt, plus(customsAt, customs));
        model.addGreaterOrEqual(marshalAt, plus(waybillAt, waybill));
        model.addGreaterOrEqual(leaveAt, plus(marshalAt, marshal));
        cranes(train, liftAt, pullAt);
        inspections(train, customsAt, liftAt, waybillAt);
        if (question.rules().mode() == YardMode.SERIAL) {
            model.addGreaterOrEqual(placingAt, plus(customsAt, customs));
            ofTheWholeTrain(train)
                    .forEach(at -> model.addGreaterOrEqual(
                            placingAt, plus(at, seconds(times.inspection().mode()))));
        }
        use(YardResource.RECEIVING_TRACK, kept(checkAt, plus(placingAt, placing)));
        use(YardResource.TRANSLOAD_TRACK, kept(placingAt, plus(pullAt, pullOut)));
        use(YardResource.DEPARTURE_TRACK, kept(pullAt, plus(leaveAt, seconds(times.headwayMinutes()))));
        use(YardResource.LOCOMOTIVE, fixed(placingAt, placing));
        use(YardResource.LOCOMOTIVE, fixed(pullAt, pullOut));
        use(YardResource.WAYBILL_DESK, fixed(waybillAt, waybill));
        use(YardResource.MARSHALLING_CREW, fixed(marshalAt, marshal));
    }

    private List<IntVar> ofTheWholeTrain(DayTrain train) {
        return IntStream.range(0, train.inspections().size())
                .filter(i -> train.inspections().get(i).container() == 0
                        && !train.inspections().get(i).pulled())
                .mapToObj(i -> Objects.requireNonNull(starts.get(key(train.id(), YardStage.INSPECTION, i))))
                .toList();
    }

    private double rate(YardUnit crane) {
        return crane.secondsPerLift() > 0
                ? crane.secondsPerLift()
                : question.layout().crane().secondsPerLift();
    }

    /** One crane set of those there are, each with its rate. */
    private void cranes(DayTrain train, IntVar liftAt, IntVar pullAt) {
        var byRate = new HashMap<Double, Integer>();
        question.layout().units(YardResource.CRANE).forEach(u -> byRate.merge(rate(u), 1, Integer::sum));
        var chosen = new ArrayList<Literal>();
        byRate.forEach((rate, count) -> {
            var here = model.newBoolVar("c");
            chosen.add(here);
            long length = question.layout().crane().withSecondsPerLift(rate).seconds(train.containers());
            model.addGreaterOrEqual(pullAt, plus(liftAt, length)).onlyEnforceIf(here);
            cranesOf.computeIfAbsent(rate, r -> model.addCumulative(count))
                    .addDemand(model.newOptionalFixedSizeIntervalVar(liftAt, length, here, "w"), 1);
        });
        model.addExactlyOne(chosen);
    }

    private void inspections(DayTrain train, IntVar customsAt, IntVar liftAt, IntVar waybillAt) {
        long customs = seconds(question.layout().times().customs().mode());
        long opened = seconds(question.layout().times().inspection().mode());
        double fastest = question.layout().units(YardResource.CRANE).stream()
                .mapToDouble(this::rate)
                .min()
                .orElseThrow();
        for (int part = 0; part < train.inspections().size(); part++) {
            var inspection = train.inspections().get(part);
            if (!inspection.pulled()) {
                var at = start(train, YardStage.INSPECTION, part);
                model.addGreaterOrEqual(at, plus(customsAt, customs));
                if (inspection.container() > 0 && train.changesGauge()) {
                    long free = question.layout()
                            .crane()
                            .withSecondsPerLift(fastest)
                            .offSeconds(1 + part);
                    model.addGreaterOrEqual(at, plus(liftAt, free));
                }
                model.addGreaterOrEqual(waybillAt, plus(at, opened));
                use(YardResource.INSPECTION_BAY, fixed(at, opened));
            }
        }
    }
}
