package org.tongdao.console.access;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who changed what in the console. */
@Component
public class Audit {

    /** One line of the trail. */
    public record Line(OffsetDateTime at, String actor, String role, String action, String subject) {}

    private final JdbcClient jdbc;

    Audit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void write(SignedIn who, String action, String subject) {
        write(who.name(), who.role(), action, subject);
    }

    /** For an act in front of the door, where nobody is signed in yet. */
    @Transactional
    void write(String name, String role, String action, String subject) {
        jdbc.sql(
                        "INSERT INTO audit_log (tenant_id, actor, role, action, subject) VALUES (current_tenant(), ?, ?, ?, ?)")
                .params(name, role, action, subject)
                .update();
    }

    @Transactional(readOnly = true)
    public List<Line> latest() {
        return jdbc.sql("""
                SELECT at, actor, role, action, subject FROM audit_log
                WHERE tenant_id = current_tenant() ORDER BY id DESC LIMIT 50""").query(Line.class).list();
    }
}
