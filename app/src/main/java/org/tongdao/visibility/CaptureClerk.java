package org.tongdao.visibility;

import java.util.Optional;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongdao.platform.Loop;
import org.tongdao.platform.TenantList;

/** Works at what partners tell while the server is open. */
@Component
class CaptureClerk {

    /** Is rung when a document is put down. */
    static final String LOOP = "epcis capture";

    private final CaptureWork work;
    private final TenantList tenants;
    private volatile Optional<Loop> loop = Optional.empty();

    CaptureClerk(CaptureWork work, TenantList tenants) {
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
