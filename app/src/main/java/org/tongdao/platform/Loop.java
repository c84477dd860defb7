package org.tongdao.platform;

import java.util.function.IntPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that does the same small thing for every tenant in turn, so that much work of one does not stop the others, until it is stopped. */
public final class Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final long PAUSE_MS = 300;

    private final TenantList tenants;
    private final IntPredicate step;
    private volatile boolean open = true;

    private Loop(TenantList tenants, IntPredicate step) {
        this.tenants = tenants;
        this.step = step;
    }

    /**
     * Starts it.
     *
     * @param step does a piece for this tenant, as this tenant; whether there may be more
     */
    public static Loop start(String name, TenantList tenants, IntPredicate step) {
        var loop = new Loop(tenants, step);
        var thread = new Thread(loop::run, name);
        thread.setDaemon(true);
        thread.start();
        return loop;
    }

    public void stop() {
        open = false;
    }

    private void run() {
        while (open) {
            boolean busy = false;
            try {
                for (int tenant : tenants.ids()) {
                    busy |= open && Tenancy.as(tenant, () -> step.test(tenant));
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

    private void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            open = false;
        }
    }
}
