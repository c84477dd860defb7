package org.tongdao.console.access;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of the tenants. */
@Component
class Users implements UserDetailsService {

    record Person(
            String name,
            String role,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime disabledAt) {}

    private final JdbcClient jdbc;

    Users(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds the one person of any tenant who has this name: the database shows no other row to someone without a tenant. */
    @Override
    @Transactional(readOnly = true)
    public SignedIn loadUserByUsername(String typed) {
        return find(typed).orElseThrow(() -> new UsernameNotFoundException("unknown"));
    }

    @Transactional(readOnly = true)
    public Optional<SignedIn> find(String typed) {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        jdbc.sql("SELECT set_config('app.signing_in', ?, true)")
                .param(name)
                .query(String.class)
                .single();
        return jdbc.sql("""
            SELECT tenant_id AS tenant, name, role, password_hash, disabled_at IS NOT NULL AS disabled, merchant
            FROM app_user WHERE name = ?\
            """).param(name).query(SignedIn.class).optional();
    }

    @Transactional(readOnly = true)
    public List<Person> list() {
        return jdbc.sql("""
            SELECT name, role, created_at, disabled_at FROM app_user
            WHERE tenant_id = current_tenant() ORDER BY name\
            """).query(Person.class).list();
    }

    @Transactional(readOnly = true)
    public boolean hasAdmin() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM app_user WHERE tenant_id = current_tenant() AND role = 'ADMIN')")
                .query(Boolean.class)
                .single();
    }

    /** Nobody locks himself out: the caller's own row stays. */
    @Transactional
    public boolean disable(String name, String by) {
        return jdbc.sql("""
            UPDATE app_user SET disabled_at = clock_timestamp()
            WHERE tenant_id = current_tenant() AND name = ? AND name <> ? AND disabled_at IS NULL\
            """).params(name, by).update() == 1;
    }
}
