package org.tongdao.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** The workers of one search. What they find depends on the work only, not on who does it. */
final class PackCrew implements AutoCloseable {

    private final List<PackWorker> workers;
    private final BooleanSupplier late;
    private final @Nullable ExecutorService pool;

    PackCrew(List<PackWorker> workers, BooleanSupplier late) {
        this.workers = workers;
        this.late = late;
        this.pool = workers.size() == 1
                ? null
                : Executors.newFixedThreadPool(workers.size() - 1, task -> {
                    var thread = new Thread(task, "pack");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Every partial load's best next steps, in the order of the loads. */
    List<PackChild> rank(List<PackState> level, int width) {
        var ranked = new ArrayList<List<PackChild>>();
        level.forEach(state -> ranked.add(List.of()));
        each(level.size(), (worker, i) -> ranked.set(i, worker.rank(level.get(i), width)));
        var children = new ArrayList<PackChild>();
        ranked.forEach(children::addAll);
        return children;
    }

    /** Completes them until it is late; the first one always when {@code first}. */
    void complete(List<PackChild> children, double best, boolean first) {
        each(children.size(), (worker, i) -> {
            if (first && i == 0 || !late.getAsBoolean()) {
                worker.complete(children.get(i), best);
            }
        });
    }

    private void each(int count, ObjIntConsumer<PackWorker> work) {
        if (pool == null || count < 2) {
            for (int i = 0; i < count; i++) {
                work.accept(workers.get(0), i);
            }
            return;
        }
        var next = new AtomicInteger();
        var failure = new AtomicReference<@Nullable RuntimeException>();
        var done = new CountDownLatch(workers.size() - 1);
        for (var worker : workers.subList(1, workers.size())) {
            pool.execute(() -> {
                try {
                    run(worker, next, count, work);
                } catch (RuntimeException e) {
                    failure.set(e);
                } finally {
                    done.countDown();
                }
            });
        }
        run(workers.get(0), next, count, work);
        await(done);
        var broken = failure.get();
        if (broken != null) {
            throw broken;
        }
    }

    private static void run(PackWorker worker, AtomicInteger next, int count, ObjIntConsumer<PackWorker> work) {
        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            work.accept(worker, i);
        }
    }

    /** Waits for the others even when interrupted: they still work on shared loads; the search sees the interruption next. */
    private static void await(CountDownLatch done) {
        boolean interrupted = false;
        while (true) {
            try {
                done.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdownNow();
        }
    }
}
