package org.tongdao.api.webhook;

import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongdao.platform.Loop;
import org.tongdao.platform.TenantList;

/** Sends the courier round after round while the server is open. */
@Component
class Post {

    /** Is rung when something happened that may be told. */
    static final String LOOP = "webhooks";

    private final Courier courier;
    private final TenantList tenants;
    private final Clock clock;
    private Optional<Loop> loop = Optional.empty();

    Post(Courier courier, TenantList tenants, Clock clock) {
        this.courier = courier;
        this.tenants = tenants;
        this.clock = clock;
    }

    @EventListener
    void begin(WebServerInitializedEvent event) {
        loop = Optional.of(Loop.start(LOOP, tenants, tenant -> courier.deliver(clock.instant()) > 0));
    }

    @EventListener
    void end(ContextClosedEvent event) {
        loop.ifPresent(Loop::stop);
    }
}
