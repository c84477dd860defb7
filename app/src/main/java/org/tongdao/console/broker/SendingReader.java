package org.tongdao.console.broker;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits on the wires, and the messages to customs with what was answered. */
@Component
class SendingReader {

    /** Messages on one page. */
    static final int PAGE = 50;

    record Wire(
            String wire,
            long waiting,
            @Nullable OffsetDateTime oldest,
            int attempts,
            long dead,
            @Nullable OffsetDateTime lastSent) {

        public String tone() {
            return dead > 0 ? "bad" : attempts > 0 ? "warn" : "ok";
        }
    }

    record Message(
            long id,
            String type,
            String guid,
            int documents,
            long answered,
            String keyName,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime sentAt,
            int attempts,
            @Nullable String deadReason) {

        public String state() {
            if (deadReason != null) {
                return "dead";
            }
            return sentAt == null ? "waiting" : answered >= documents ? "answered" : "sent";
        }

        public String tone() {
            return switch (state()) {
                case "dead" -> "bad";
                case "waiting" -> "warn";
                case "answered" -> "ok";
                default -> "";
            };
        }

        /** Sent and not answered in full: the same bytes may go once more. */
        public boolean again() {
            return state().equals("sent") || state().equals("dead");
        }
    }

    private static final String WIRES = """
            SELECT w.wire, u.waiting, u.oldest, coalesce(u.attempts, 0) AS attempts, d.dead, l.last_sent
            FROM (VALUES ('customs'), ('rail'), ('carrier')) w (wire)
            CROSS JOIN LATERAL (SELECT count(*) AS waiting, min(created_at) AS oldest, max(attempts) AS attempts FROM outbox o
                WHERE o.tenant_id = current_tenant() AND o.wire = w.wire AND o.sent_at IS NULL AND o.dead_reason IS NULL) u
            CROSS JOIN LATERAL (SELECT count(*) AS dead FROM outbox o
                WHERE o.tenant_id = current_tenant() AND o.wire = w.wire AND o.dead_reason IS NOT NULL) d
            CROSS JOIN LATERAL (SELECT max(sent_at) AS last_sent FROM outbox o WHERE o.tenant_id = current_tenant() AND o.wire = w.wire) l
            ORDER BY w.wire DESC
            """;
    private static final String MESSAGES = """
            SELECT m.id, m.type, m.guid, m.documents, m.key_name, m.created_at, o.sent_at, o.attempts, o.dead_reason,
                   (SELECT count(*) FROM customs_document c JOIN customs_state s ON s.tenant_id = c.tenant_id AND s.document_id = c.id
                    WHERE c.tenant_id = m.tenant_id AND c.message_id = m.id) AS answered
            FROM customs_message m
            JOIN outbox o ON o.tenant_id = m.tenant_id AND o.wire = m.wire AND o.message_key = m.message_key
            WHERE m.tenant_id = current_tenant() AND (:before = 0 OR m.id < :before) AND (:type = '' OR m.type = :type)
            ORDER BY m.id DESC LIMIT :limit
            """;

    private final JdbcClient jdbc;

    SendingReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<Wire> wires() {
        return jdbc.sql(WIRES).query(Wire.class).list();
    }

    /** A page of messages, the newest first. */
    @Transactional(readOnly = true)
    public List<Message> messages(String type, long before) {
        return jdbc.sql(MESSAGES)
                .param("before", before)
                .param("type", type)
                .param("limit", PAGE)
                .query(Message.class)
                .list();
    }
}
