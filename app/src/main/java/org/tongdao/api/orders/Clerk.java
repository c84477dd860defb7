package org.tongdao.api.orders;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.TenantList;

/** Works at jobs while the server is open, tenant by tenant, so that a large job of one does not stop the others. */
@Component
class Clerk {

    private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);
    private static final long PAUSE_MS = 300;

    private final JobWork work;
    private final TenantList tenants;
    private volatile boolean open;

    Clerk(JobWork work, TenantList tenants) {
        this.work = work;
        this.tenants = tenants;
    }

    @EventListener
    void begin(WebServerInitializedEvent event) {
        open = true;
        var thread = new Thread(this::run, "api jobs");
        thread.setDaemon(true);
        thread.start();
    }

    @EventListener
    void end(ContextClosedEvent event) {
        open = false;
    }

    private void run() {
        while (open) {
            boolean busy = false;
            try {
                for (int tenant : tenants.ids()) {
                    busy |= Tenancy.as(tenant, work::step);
                }
            } catch (RuntimeException e) {
                LOG.error("a job failed and is tried again", e);
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
