package org.tongdao.platform;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Messages that came from a far side, each once (I-31): the row is written in the transaction that applies the message. */
@Component
public class Inbox {

    private final JdbcClient jdbc;
    private final Clock clock;

    Inbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** True when this message is new and must be applied now; false when it was applied before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean accept(String wire, String messageKey, byte[] payload) {
        return jdbc.sql(
                                "INSERT INTO inbox (tenant_id, wire, message_key, payload, received_at) VALUES (current_tenant(), ?, ?, ?, ?)"
                                        + " ON CONFLICT DO NOTHING")
                        .params(wire, messageKey, payload, Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
