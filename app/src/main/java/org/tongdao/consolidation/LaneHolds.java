package org.tongdao.consolidation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lanes that a person keeps back: their cut-offs pass nothing until they are let go. */
@Component
public class LaneHolds {

    /** One lane that is kept back, by the node of its hub. */
    public record Hold(String hub, String reason, String actor, OffsetDateTime since) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    LaneHolds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Hold> list() {
        return jdbc.sql(
                        "SELECT hub, reason, actor, since FROM lane_hold WHERE tenant_id = current_tenant() ORDER BY hub")
                .query(Hold.class)
                .list();
    }

    /** False when it is kept back already, or the reason is missing or longer than 200 characters. */
    @Transactional
    public boolean keep(String hub, String reason, String actor) {
        return !reason.isBlank()
                && reason.strip().length() <= 200
                && jdbc.sql(
                                        "INSERT INTO lane_hold (tenant_id, hub, reason, actor, since) VALUES (current_tenant(), ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                                .params(hub, reason.strip(), actor, Timestamp.from(clock.instant()))
                                .update()
                        == 1;
    }

    @Transactional
    public boolean letGo(String hub) {
        return jdbc.sql("DELETE FROM lane_hold WHERE tenant_id = current_tenant() AND hub = ?")
                        .param(hub)
                        .update()
                == 1;
    }
}
