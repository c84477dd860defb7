package org.tongdao.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tenants of this installation in which somebody works, for work that goes on in the background of all of them. */
@Component
public class TenantList {

    private final JdbcClient jdbc;
    private final Map<Integer, Boolean> training = new ConcurrentHashMap<>();

    TenantList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<Integer> ids() {
        return jdbc.sql("SELECT id FROM tenant WHERE closed_at IS NULL ORDER BY id")
                .query(Integer.class)
                .list();
    }

    /** Whether the tenant of this thread is one in which somebody only practises; a tenant never changes in that. */
    @Transactional(readOnly = true)
    public boolean isTraining() {
        return Tenancy.find()
                .map(tenant -> training.computeIfAbsent(tenant, this::training))
                .orElse(false);
    }

    private boolean training(int tenant) {
        return jdbc.sql("SELECT training FROM tenant WHERE id = ?")
                .param(tenant)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The tenant of a short name, when somebody works there. */
    @Transactional(readOnly = true)
    public Optional<Integer> find(String code) {
        return jdbc.sql("SELECT id FROM tenant WHERE code = ? AND closed_at IS NULL")
                .param(code)
                .query(Integer.class)
                .optional();
    }

    /** The short name of a tenant, by which folders go. */
    @Transactional(readOnly = true)
    public String code(int tenant) {
        return jdbc.sql("SELECT code FROM tenant WHERE id = ?")
                .param(tenant)
                .query(String.class)
                .single();
    }
}
