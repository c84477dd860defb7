package org.tongdao.wires;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes messages out of the outbox one by one, each in a transaction of its own, oldest first. */
@Component
class Posting {

    private static final String OLDEST = """
            SELECT id, message_key, payload FROM outbox
            WHERE tenant_id = current_tenant() AND wire = ? AND sent_at IS NULL AND dead_reason IS NULL
            ORDER BY id LIMIT 1 FOR UPDATE
            """;

    /** A far side that refuses the same bytes so often does not want them; what waits behind goes on. */
    private static final int MOST_REFUSALS = 10;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Posting(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Message(long id, String messageKey, byte[] payload) {}

    /**
     * Delivers everything that waits on this wire; stops at the first failure, so that order is kept, and counts the attempt. A message that the far side
     * itself refused ten times is given up with its reason, and a person sends it again; a far side that is away is waited for without end.
     *
     * @return how many were delivered
     * @throws IOException the failure it stopped at
     */
    int send(String wire, Carrier carrier) throws IOException {
        int sent = 0;
        while (true) {
            var tried = transaction.execute(t -> one(wire, carrier));
            if (tried == null || tried.isEmpty()) {
                return sent;
            }
            if (tried.get().problem().isPresent()) {
                throw tried.get().problem().get();
            }
            sent += tried.get().sent();
        }
    }

    private record Tried(Optional<IOException> problem, int sent) {}

    private Optional<Tried> one(String wire, Carrier carrier) {
        List<Message> next = jdbc.sql(OLDEST).param(wire).query(Message.class).list();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        var message = next.get(0);
        try {
            carrier.deliver(message.messageKey(), message.payload());
            note(message, ", sent_at = :now");
            return Optional.of(new Tried(Optional.empty(), 1));
        } catch (MessageRefused e) {
            return Optional.of(new Tried(isGivenUp(message, e) ? Optional.empty() : Optional.of(e), 0));
        } catch (IOException e) {
            note(message, "");
            return Optional.of(new Tried(Optional.of(e), 0));
        }
    }

    /** Counts the refusal; true when it was one too many. */
    private boolean isGivenUp(Message message, MessageRefused why) {
        return jdbc.sql("""
                UPDATE outbox SET attempts = attempts + 1, refusals = refusals + 1, dead_reason = CASE WHEN refusals + 1 >= :most THEN :why END
                WHERE tenant_id = current_tenant() AND id = :id RETURNING dead_reason IS NOT NULL""")
                .param("most", MOST_REFUSALS)
                .param("why", why.getMessage())
                .param("id", message.id())
                .query(Boolean.class)
                .single();
    }

    private void note(Message message, String sent) {
        var update = jdbc.sql("UPDATE outbox SET attempts = attempts + 1" + sent
                        + " WHERE tenant_id = current_tenant() AND id = :id")
                .param("id", message.id());
        (sent.isEmpty() ? update : update.param("now", Timestamp.from(clock.instant()))).update();
    }
}
