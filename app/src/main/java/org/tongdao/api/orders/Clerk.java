package org.tongdao.api.orders;

import java.util.Optional;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongdao.platform.Loop;
import org.tongdao.platform.TenantList;

/** Works at jobs while the server is open. */
@Component
class Clerk {

    /** Is rung when a job is put down. */
    static final String LOOP = "api jobs";

    private final JobWork work;
    private final TenantList tenants;
    private Optional<Loop> loop = Optional.empty();

    Clerk(JobWork work, TenantList tenants) {
        this.work = work;
        this.tenants = tenants;
    }

    @EventListener
    void begin(WebServerInitializedEvent event) {
        loop = Optional.of(Loop.start(LOOP, tenants, tenant -> work.step()));
    }

    @EventListener
    void end(ContextClosedEvent event) {
        loop.ifPresent(Loop::stop);
    }
}
