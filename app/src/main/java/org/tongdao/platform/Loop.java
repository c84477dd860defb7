package org.tongdao.platform;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.IntPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A thread that does the same small thing for every tenant in turn, so that much work of one does not stop the others, until it is stopped.
 *
 * <p>A tenant without work is asked less and less often, at last every five seconds, so that many quiet tenants cost little. Who puts work down rings the
 * loop by its name: the tenant is asked as soon as the work is committed. What other nodes put down is found by asking.
 */
public final class Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final long PAUSE_MS = 300;
    private static final long LONGEST_MS = 5_000;
    private static final Map<String, Set<Loop>> OPEN = new ConcurrentHashMap<>();

    /** A tenant that had nothing to do is left alone until then. */
    private record Rest(long untilNanos, long lengthMs) {

        static Rest after(@org.jspecify.annotations.Nullable Rest last) {
            long length = last == null ? PAUSE_MS : Math.min(LONGEST_MS, 2 * last.lengthMs());
            return new Rest(System.nanoTime() + length * 1_000_000, length);
        }

        boolean isOver() {
            return System.nanoTime() - untilNanos >= 0;
        }
    }

    private final String name;
    private final TenantList tenants;
    private final IntPredicate step;
    private final Map<Integer, Rest> resting = new ConcurrentHashMap<>();
    private final Set<Integer> rung = ConcurrentHashMap.newKeySet();
    private volatile boolean open = true;

    private Loop(String name, TenantList tenants, IntPredicate step) {
        this.name = name;
        this.tenants = tenants;
        this.step = step;
    }

    /**
     * Starts it.
     *
     * @param step does a piece for this tenant, as this tenant; whether there may be more
     */
    public static Loop start(String name, TenantList tenants, IntPredicate step) {
        var loop = new Loop(name, tenants, step);
        OPEN.computeIfAbsent(name, key -> new CopyOnWriteArraySet<>()).add(loop);
        var thread = new Thread(loop::run, name);
        thread.setDaemon(true);
        thread.start();
        return loop;
    }

    /** There is work for this loop of the running tenant, from the commit of the running transaction on; without a transaction, now. */
    public static void ring(String name) {
        int tenant = Tenancy.current();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    wake(name, tenant);
                }
            });
        } else {
            wake(name, tenant);
        }
    }

    private static void wake(String name, int tenant) {
        OPEN.getOrDefault(name, Set.of()).forEach(loop -> loop.hear(tenant));
    }

    public void stop() {
        open = false;
        OPEN.getOrDefault(name, Set.of()).remove(this);
    }

    private synchronized void hear(int tenant) {
        rung.add(tenant);
        notifyAll();
    }

    private void run() {
        while (open) {
            boolean busy = false;
            try {
                var ids = tenants.ids();
                rung.retainAll(ids); // a bell for a tenant that is not here would keep us awake
                for (int tenant : ids) {
                    busy |= open && isDue(tenant) && ask(tenant);
                }
            } catch (RuntimeException e) {
                if (open) {
                    LOG.error("work in the background failed and is tried again", e);
                }
            }
            if (!busy) {
                pause();
            }
        }
    }

    private boolean isDue(int tenant) {
        var rest = resting.get(tenant);
        return rung.remove(tenant) || rest == null || rest.isOver();
    }

    private boolean ask(int tenant) {
        boolean busy = Tenancy.as(tenant, () -> step.test(tenant));
        if (busy || rung.contains(tenant)) {
            resting.remove(tenant);
        } else {
            resting.put(tenant, Rest.after(resting.get(tenant)));
        }
        return busy;
    }

    private synchronized void pause() {
        try {
            if (rung.isEmpty()) {
                wait(PAUSE_MS);
            }
        } catch (InterruptedException e) {
            open = false;
        }
    }
}
