package org.tongdao.intake.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The latest mapping of each merchant. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class MappingStore {

    private final JdbcClient jdbc;

    MappingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<String> find(String merchant) {
        return jdbc.sql(
                        "SELECT mapping FROM intake_mapping WHERE tenant_id = current_tenant() AND merchant = :merchant")
                .param("merchant", merchant)
                .query(String.class)
                .optional();
    }

    public void save(String merchant, String mapping, Instant at) {
        jdbc.sql("""
                INSERT INTO intake_mapping (tenant_id, merchant, mapping, saved_at) VALUES (current_tenant(), :merchant, :mapping, :at)
                ON CONFLICT (tenant_id, merchant) DO UPDATE SET mapping = excluded.mapping, saved_at = excluded.saved_at
                WHERE intake_mapping.mapping <> excluded.mapping""")
                .param("merchant", merchant)
                .param("mapping", mapping)
                .param("at", Timestamp.from(at))
                .update();
    }
}
