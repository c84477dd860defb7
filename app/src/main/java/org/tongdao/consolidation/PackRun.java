package org.tongdao.consolidation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import org.tongdao.loading.Cargo;
import org.tongdao.loading.ContainerType;
import org.tongdao.loading.LoadProblem;
import org.tongdao.loading.LoadRules;
import org.tongdao.loading.Loading;
import org.tongdao.loading.PackChecker;
import org.tongdao.loading.PackLimits;
import org.tongdao.loading.PackProblem;
import org.tongdao.loading.PackSolver;
import org.tongdao.terms.Size;

/** Solves problems: one on all threads, several side by side on one thread each. */
record PackRun(int threads, PackLimits limits) {

    List<PackAnswer> fill(List<PackProblem> problems) throws InterruptedException {
        return each(problems, PackRun::fill);
    }

    List<LoadAnswerFile> load(List<LoadProblem> problems, boolean all) throws InterruptedException {
        return each(problems, (problem, within) -> load(problem, all, within));
    }

    private static PackAnswer fill(PackProblem problem, PackLimits limits) {
        long began = System.nanoTime();
        var plan = PackSolver.solve(problem, limits);
        double seconds = (System.nanoTime() - began) / 1e9;
        return new PackAnswer(plan, limits.fullSupport(), seconds, PackChecker.check(plan, limits.fullSupport()));
    }

    private static LoadAnswerFile load(LoadProblem problem, boolean all, PackLimits limits) {
        long began = System.nanoTime();
        var answer = all ? Loading.all(problem, limits) : Loading.one(problem, limits);
        return LoadAnswerFile.of(problem, answer, (System.nanoTime() - began) / 1e9);
    }

    private <P, A> List<A> each(List<P> problems, BiFunction<P, PackLimits, A> solve) throws InterruptedException {
        if (problems.size() == 1) {
            return List.of(solve.apply(problems.get(0), limits.withThreads(threads)));
        }
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var running = new ArrayList<Future<A>>();
            problems.forEach(p -> running.add(pool.submit(() -> solve.apply(p, limits))));
            var answers = new ArrayList<A>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** A problem of Bischoff and Ratcliff or of Ivancic as a load of weightless boxes, its unit taken as millimetres. */
    static LoadProblem load(PackProblem problem, double support) {
        var cargo = problem.types().stream()
                .map(t -> new Cargo(
                        "" + t.id(),
                        t.sizes(),
                        t.upright(),
                        t.quantity(),
                        0,
                        Cargo.Strength.ANY,
                        Cargo.Sorting.NONE,
                        0))
                .toList();
        var size = new Size(problem.length(), problem.width(), problem.height());
        var type = new ContainerType("problem " + problem.id(), size, 0, Long.MAX_VALUE);
        return LoadProblem.of("" + problem.id(), type, cargo, LoadRules.SUPPORT_ONLY.withSupport(support));
    }
}
