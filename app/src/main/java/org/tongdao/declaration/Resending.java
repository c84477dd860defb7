package org.tongdao.declaration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a message to the wire once more, byte for byte the same (I-14), when customs has not answered all of it. */
@Component
public class Resending {

    private static final String AGAIN = """
            UPDATE outbox o SET sent_at = NULL, dead_reason = NULL, refusals = 0 FROM customs_message m
            WHERE m.tenant_id = current_tenant() AND m.id = ? AND o.tenant_id = m.tenant_id AND o.wire = m.wire AND o.message_key = m.message_key
              AND (o.sent_at IS NOT NULL OR o.dead_reason IS NOT NULL)
              AND EXISTS (SELECT FROM customs_document c WHERE c.tenant_id = m.tenant_id AND c.message_id = m.id
                          AND NOT EXISTS (SELECT FROM customs_state s WHERE s.tenant_id = c.tenant_id AND s.document_id = c.id))
            """;

    private final JdbcClient jdbc;

    Resending(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when there is nothing to send again: it still waits, is answered in full, or is not ours. */
    @Transactional
    public boolean again(long messageId) {
        return jdbc.sql(AGAIN).param(messageId).update() == 1;
    }
}
