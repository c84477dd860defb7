package org.tongdao.api.drop;

import java.util.Optional;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongdao.platform.Loop;
import org.tongdao.platform.TenantList;

/** Sweeps the folders while the server is open. */
@Component
class Sweeper {

    private final Drop drop;
    private final TenantList tenants;
    private Optional<Loop> loop = Optional.empty();

    Sweeper(Drop drop, TenantList tenants) {
        this.drop = drop;
        this.tenants = tenants;
    }

    @EventListener
    void begin(WebServerInitializedEvent event) {
        loop = Optional.of(Loop.start("file drop", tenants, tenant -> drop.sweep(tenant) > 0));
    }

    @EventListener
    void end(ContextClosedEvent event) {
        loop.ifPresent(Loop::stop);
    }
}
