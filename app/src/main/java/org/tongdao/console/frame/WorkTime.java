package org.tongdao.console.frame;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What time it is for this tenant: that of its emulated world when it has one, else the wall clock. */
@Component
public class WorkTime {

    private final JdbcClient jdbc;
    private final Clock clock;

    WorkTime(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Instant now() {
        return emulated().orElseGet(this::wall);
    }

    @Transactional(readOnly = true)
    public boolean isEmulated() {
        return emulated().isPresent();
    }

    Instant wall() {
        return clock.instant();
    }

    private Optional<Instant> emulated() {
        return jdbc.sql("SELECT now FROM work_clock WHERE tenant_id = current_tenant()")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
