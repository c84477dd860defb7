package org.tongdao.cpsat;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.List;
import org.tongdao.yard.ShopInstance;

/** A flexible job shop as CP-SAT sees it: optional intervals, one machine at a time. */
public final class ShopOracle {

    /** What CP-SAT says within a time; {@code makespan} is -1 when it found nothing. */
    public record Answer(int makespan, int bound, boolean proved) {}

    private ShopOracle() {}

    /** Needs the native library to be loaded. */
    public static Answer solve(ShopInstance shop, double seconds, int workers) {
        var model = new CpModel();
        int horizon = 0;
        for (int o = 0; o < shop.operations(); o++) {
            int most = 0;
            for (int m = 0; m < shop.machines(); m++) {
                most = Math.max(most, shop.time(o, m));
            }
            horizon += most;
        }
        var onMachine = new ArrayList<List<IntervalVar>>();
        for (int m = 0; m < shop.machines(); m++) {
            onMachine.add(new ArrayList<>());
        }
        var makespan = model.newIntVar(0, horizon, "makespan");
        IntVar before = null;
        for (int o = 0; o < shop.operations(); o++) {
            var start = model.newIntVar(0, horizon, "s" + o);
            var end = model.newIntVar(0, horizon, "e" + o);
            if (before != null && !shop.isFirst(o)) {
                model.addGreaterOrEqual(start, before);
            }
            alternatives(model, shop, o, start, end, onMachine);
            if (shop.isLast(o)) {
                model.addLessOrEqual(end, makespan);
            }
            before = end;
        }
        onMachine.forEach(model::addNoOverlap);
        model.minimize(makespan);
        var solver = new CpSolver();
        solver.getParameters()
                .setMaxTimeInSeconds(seconds)
                .setNumWorkers(workers)
                .setRandomSeed(1);
        var status = solver.solve(model);
        boolean found = status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
        return new Answer(
                found ? (int) Math.round(solver.objectiveValue()) : -1,
                (int) Math.ceil(solver.bestObjectiveBound() - 1e-6),
                status == CpSolverStatus.OPTIMAL);
    }

    private static void alternatives(
            CpModel model, ShopInstance shop, int o, IntVar start, IntVar end, List<List<IntervalVar>> onMachine) {
        var chosen = new ArrayList<Literal>();
        for (int m = 0; m < shop.machines(); m++) {
            int time = shop.time(o, m);
            if (time > 0) {
                var here = model.newBoolVar("o" + o + "m" + m);
                chosen.add(here);
                onMachine
                        .get(m)
                        .add(model.newOptionalIntervalVar(
                                start, LinearExpr.constant(time), end, here, "i" + o + "m" + m));
            }
        }
        model.addExactlyOne(chosen);
    }
}
