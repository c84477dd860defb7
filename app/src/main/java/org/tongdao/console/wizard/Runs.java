package org.tongdao.console.wizard;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.tongdao.platform.Tenancy;

/** Long work behind a page: one at a time, with a count that the page asks for. What it left is in the database; after a restart it is started anew. */
@Component
class Runs implements DisposableBean {

    /** How far a piece of work is. */
    record Run(String what, int rows, boolean failed) {}

    private final Map<Long, Run> running = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "import");
        thread.setDaemon(true);
        return thread;
    });

    /** Starts it, unless this draft has one running. */
    void start(long draft, String what, Work work) {
        if (running.putIfAbsent(draft, new Run(what, 0, false)) != null) {
            return;
        }
        int tenant = Tenancy.current();
        var merchant = Tenancy.merchant();
        worker.execute(() -> {
            try {
                Runnable all = () -> work.run(rows -> running.put(draft, new Run(what, rows, false)));
                merchant.ifPresentOrElse(one -> asMerchant(tenant, one, all), () -> Tenancy.run(tenant, all));
                running.remove(draft);
            } catch (RuntimeException e) {
                running.put(draft, new Run(what, 0, true));
            }
        });
    }

    private static void asMerchant(int tenant, String merchant, Runnable work) {
        Tenancy.asMerchant(tenant, merchant, () -> {
            work.run();
            return 0;
        });
    }

    Optional<Run> find(long draft) {
        return Optional.ofNullable(running.get(draft));
    }

    /** A failed one is shown once. */
    void forget(long draft) {
        running.remove(draft);
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }

    /** What is run. */
    @FunctionalInterface
    interface Work {
        void run(IntConsumer progress);
    }
}
