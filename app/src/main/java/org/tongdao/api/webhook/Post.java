package org.tongdao.api.webhook;

import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongdao.platform.Loop;
import org.tongdao.platform.TenantList;

/**
 * Sends the courier round after round while the server is open. The far server is a real one: it is up or down, and holds the time of a signature against
 * its own clock, by the clock on the wall. So retries, leases and signatures go by that clock, also where the work goes by an emulated one that may stand
 * still.
 */
@Component
class Post {

    /** Is rung when something happened that may be told. */
    static final String LOOP = "webhooks";

    private final Courier courier;
    private final TenantList tenants;
    private final Clock wall = Clock.systemUTC();
    private Optional<Loop> loop = Optional.empty();

    Post(Courier courier, TenantList tenants) {
        this.courier = courier;
        this.tenants = tenants;
    }

    @EventListener
    void begin(WebServerInitializedEvent event) {
        loop = Optional.of(Loop.start(LOOP, tenants, tenant -> courier.deliver(wall.instant()) > 0));
    }

    @EventListener
    void end(ContextClosedEvent event) {
        loop.ifPresent(Loop::stop);
    }
}
