package org.tongdao.console.access;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.platform.Tenancy;

/** The consolidators that share this installation. Only the home tenant sees and opens others. */
@Component
class Tenants {

    record Tenant(int id, String code, String name) {}

    private final JdbcClient jdbc;

    Tenants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<Tenant> list() {
        return jdbc.sql(
                        "SELECT id, code, name FROM tenant WHERE NOT training AND (current_tenant() = ? OR id = current_tenant()) ORDER BY id")
                .param(Tenancy.HOME)
                .query(Tenant.class)
                .list();
    }

    /** Opens a tenant and returns its number, or 0 when the code is taken. */
    @Transactional
    public int open(String code, String name) {
        return jdbc.sql("""
                INSERT INTO tenant (id, code, name) SELECT max(id) + 1, ?, ? FROM tenant
                ON CONFLICT DO NOTHING RETURNING id""").params(code, name).query(Integer.class).optional().orElse(0);
    }
}
