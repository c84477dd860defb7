package org.tongdao.platform;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages on their way to a far side. A message is put here in the transaction of the effect it tells of (I-30) and keeps its key and bytes through
 * every retry (I-14).
 */
@Component
public class Outbox {

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Puts a message; the same key on the same wire again is the same message and has no second effect.
     *
     * @param wire customs, rail or carrier
     * @param messageKey unique on its wire; the file name on a folder wire
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(String wire, String messageKey, byte[] payload) {
        jdbc.sql(
                        "INSERT INTO outbox (tenant_id, wire, message_key, payload, created_at) VALUES (current_tenant(), ?, ?, ?, ?)"
                                + " ON CONFLICT (tenant_id, wire, message_key) DO NOTHING")
                .params(wire, messageKey, payload, Timestamp.from(clock.instant()))
                .update();
    }
}
