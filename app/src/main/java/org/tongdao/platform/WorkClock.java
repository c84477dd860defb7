package org.tongdao.platform;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The emulated time of a tenant as it is stored; nothing when the tenant lives by the wall clock. */
@Component
public class WorkClock {

    private final JdbcClient jdbc;

    WorkClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<Instant> find() {
        return jdbc.sql("SELECT now FROM work_clock WHERE tenant_id = current_tenant()")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }
}
