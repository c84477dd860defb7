package org.tongdao.api;

import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.intake.OrderVerdict;

/** Who changed what by program: the same trail that people leave, with the key's name as the actor. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Trail {

    private final JdbcTemplate jdbc;

    Trail(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void write(ApiKey who, String action, String subject) {
        write("key " + who.id() + " " + who.name(), action, subject);
    }

    /** By somebody who came in by another door than the API, such as SFTP. */
    public void write(String actor, String action, String subject) {
        jdbc.update(
                "INSERT INTO audit_log (tenant_id, actor, role, action, subject) VALUES (current_tenant(), ?, 'API', ?, ?)",
                actor,
                action,
                subject);
    }

    /** One line for all orders of a batch. */
    public void note(ApiKey who, List<OrderVerdict> verdicts) {
        var taken = verdicts.stream()
                .filter(v -> Objects.equals(v.outcome(), OrderVerdict.Outcome.ACCEPTED))
                .toList();
        if (!taken.isEmpty()) {
            write(who, "take in", "batch " + taken.get(0).batchId() + ": " + taken.size() + " orders");
        }
    }
}
