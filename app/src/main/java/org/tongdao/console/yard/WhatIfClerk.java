package org.tongdao.console.yard;

import java.util.Optional;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongdao.dispatch.WhatIfs;
import org.tongdao.platform.Loop;
import org.tongdao.platform.TenantList;

/** Reckons what-ifs while the server is open. */
@Component
class WhatIfClerk {

    private final WhatIfs whatIfs;
    private final TenantList tenants;
    private Optional<Loop> loop = Optional.empty();

    WhatIfClerk(WhatIfs whatIfs, TenantList tenants) {
        this.whatIfs = whatIfs;
        this.tenants = tenants;
    }

    @EventListener
    void begin(WebServerInitializedEvent event) {
        loop = Optional.of(Loop.start(WhatIfs.LOOP, tenants, tenant -> whatIfs.step()));
    }

    @EventListener
    void end(ContextClosedEvent event) {
        loop.ifPresent(Loop::stop);
    }
}
