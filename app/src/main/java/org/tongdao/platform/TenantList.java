package org.tongdao.platform;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tenants of this installation, for work that goes on in the background of all of them. */
@Component
public class TenantList {

    private final JdbcClient jdbc;

    TenantList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<Integer> ids() {
        return jdbc.sql("SELECT id FROM tenant ORDER BY id")
                .query(Integer.class)
                .list();
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
