package org.tongdao.benchmarks;

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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongdao.yard.DayPlan;
import org.tongdao.yard.DayQuestion;
import org.tongdao.yard.DayStep;
import org.tongdao.yard.DayTrain;
import org.tongdao.yard.YardResource;
import org.tongdao.yard.YardStage;

/**
 * A station's day as CP-SAT sees it, written apart from the engine: units of a kind count as alike, pulled boxes need no bay, and calendars are left out. What is left
 * out only makes days easier, so its bound holds for the engine's question too. Parallel mode, trains that change gauge.
 */
final class DayOracle {

    /** Seconds; {@code cost} is -1 when nothing was found. */
    record Answer(long cost, long bound, boolean proved) {}

    private final DayQuestion question;
    private final CpModel model = new CpModel();
    private final Map<YardResource, List<IntervalVar>> uses = new EnumMap<>(YardResource.class);
    private final Map<String, IntVar> starts = new HashMap<>();
    private final Map<Double, CumulativeConstraint> cranesOf = new HashMap<>();
    private final long origin;
    private final long horizon;
    private final List<LinearExpr> cost = new ArrayList<>();
    private final List<IntVar> lateness = new ArrayList<>();
    private final List<Integer> weights = new ArrayList<>();
    private long arrivals;

    DayOracle(DayQuestion question, long last) {
        this.question = question;
        this.origin = question.now().getEpochSecond();
        this.horizon = last - origin + 6 * 3_600;
        question.trains().forEach(this::train);
        uses.forEach((resource, intervals) -> {
            int units = question.layout().units(resource).size();
            if (units == 1) {
                model.addNoOverlap(intervals);
            } else {
                CumulativeConstraint all = model.addCumulative(units);
                intervals.forEach(i -> all.addDemand(i, 1));
            }
        });
        var late = LinearExpr.weightedSum(
                lateness.toArray(IntVar[]::new),
                weights.stream().mapToLong(w -> (long) DayPlan.LATE_WEIGHT * w).toArray());
        cost.add(late);
        model.minimize(LinearExpr.sum(cost.toArray(LinearExpr[]::new)));
    }

    /** Looks for the best day; {@code hint} is a known plan, empty for none. */
    Answer solve(double seconds, int workers, List<DayStep> hint) {
        model.clearHints();
        for (var step : hint) {
            var start = starts.get(name(step.trainId(), step.stage(), step.part()));
            if (start != null) {
                model.addHint(start, step.begin().getEpochSecond() - origin);
            }
        }
        var solver = new CpSolver();
        solver.getParameters().setMaxTimeInSeconds(seconds).setNumWorkers(workers).setRandomSeed(1);
        var status = solver.solve(model);
        boolean found = status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
        return new Answer(
                found ? Math.round(solver.objectiveValue()) - arrivals : -1,
                (long) Math.ceil(solver.bestObjectiveBound() - 1e-6) - arrivals,
                status == CpSolverStatus.OPTIMAL);
    }

    private static String name(String train, YardStage stage, int part) {
        return train + '/' + stage + '/' + part;
    }

    private IntVar start(DayTrain train, YardStage stage, int part) {
        var start = model.newIntVar(Math.max(0, since(train.arrival())), horizon, name(train.id(), stage, part));
        starts.put(name(train.id(), stage, part), start);
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
        long placing = seconds(times.placing().mode());
        long pullOut = seconds(times.pullOut().mode());
        long waybill = seconds(times.waybilling().mode());
        long marshal = seconds(times.marshalling().mode());
        long leave = seconds(times.headwayMinutes());
        var checkAt = start(train, YardStage.ARRIVAL_CHECK, 0);
        var customsAt = start(train, YardStage.CUSTOMS, 0);
        var placingAt = start(train, YardStage.PLACING, 0);
        var liftAt = start(train, YardStage.TRANSLOADING, 0);
        var pullAt = start(train, YardStage.PULL_OUT, 0);
        var waybillAt = start(train, YardStage.WAYBILLING, 0);
        var marshalAt = start(train, YardStage.MARSHALLING, 0);
        var leaveAt = start(train, YardStage.DEPARTURE, 0);
        model.addGreaterOrEqual(customsAt, plus(checkAt, check));
        model.addGreaterOrEqual(placingAt, plus(checkAt, check));
        model.addGreaterOrEqual(liftAt, plus(placingAt, placing));
        model.addGreaterOrEqual(waybillAt, plus(pullAt, pullOut));
        model.addGreaterOrEqual(waybillAt, plus(customsAt, customs));
        model.addGreaterOrEqual(marshalAt, plus(waybillAt, waybill));
        model.addGreaterOrEqual(leaveAt, plus(marshalAt, marshal));
        cranes(train, liftAt, pullAt);
        inspections(train, customsAt, customs, liftAt, waybillAt);
        use(YardResource.RECEIVING_TRACK, kept(checkAt, plus(placingAt, placing)));
        use(YardResource.TRANSLOAD_TRACK, kept(placingAt, plus(pullAt, pullOut)));
        use(YardResource.DEPARTURE_TRACK, kept(pullAt, plus(leaveAt, leave)));
        use(YardResource.CHECK_CREW, fixed(checkAt, check));
        use(YardResource.CUSTOMS_LANE, fixed(customsAt, customs));
        use(YardResource.LOCOMOTIVE, fixed(placingAt, placing));
        use(YardResource.LOCOMOTIVE, fixed(pullAt, pullOut));
        use(YardResource.WAYBILL_DESK, fixed(waybillAt, waybill));
        use(YardResource.MARSHALLING_CREW, fixed(marshalAt, marshal));
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

    /** One crane set of those there are, each with its rate. */
    private void cranes(DayTrain train, IntVar liftAt, IntVar pullAt) {
        var byRate = new HashMap<Double, Integer>();
        question.layout()
                .units(YardResource.CRANE)
                .forEach(u -> byRate.merge(
                        u.secondsPerLift() > 0
                                ? u.secondsPerLift()
                                : question.layout().crane().secondsPerLift(),
                        1,
                        Integer::sum));
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

    private void inspections(DayTrain train, IntVar customsAt, long customs, IntVar liftAt, IntVar waybillAt) {
        long opened = seconds(question.layout().times().inspection().mode());
        double fastest = question.layout().units(YardResource.CRANE).stream()
                .mapToDouble(u -> u.secondsPerLift() > 0
                        ? u.secondsPerLift()
                        : question.layout().crane().secondsPerLift())
                .min()
                .orElseThrow();
        for (int part = 0; part < train.inspections().size(); part++) {
            var inspection = train.inspections().get(part);
            if (!inspection.pulled()) {
                var at = start(train, YardStage.INSPECTION, part);
                model.addGreaterOrEqual(at, plus(customsAt, customs));
                if (inspection.container() > 0) {
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
