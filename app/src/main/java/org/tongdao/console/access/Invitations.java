package org.tongdao.console.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.platform.Sha256;
import org.tongdao.platform.Tenancy;

/** One-time codes that let a person set a password. Only the hash of a code is kept; using it twice is refused by the database. */
@Component
class Invitations {

    record Invited(int tenant, String userName, String role, String merchant) {}

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Audit audit;

    Invitations(JdbcClient jdbc, PasswordEncoder passwords, Audit audit) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.audit = audit;
    }

    /** A fresh code for this person of the running tenant; an earlier one stops working. */
    @Transactional
    public String issue(String userName, String role) {
        return issue(userName, role, "");
    }

    /** The same for somebody who works for one merchant only. */
    @Transactional
    public String issue(String userName, String role, String merchant) {
        byte[] bits = new byte[20];
        RANDOM.nextBytes(bits);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        jdbc.sql("""
            INSERT INTO invitation (tenant_id, token_sha256, user_name, role, merchant, expires_at)
            VALUES (current_tenant(), ?, ?, ?, ?, clock_timestamp() + interval '7 days')
            ON CONFLICT (tenant_id, user_name) DO UPDATE SET token_sha256 = excluded.token_sha256, role = excluded.role,
                merchant = excluded.merchant, issued_at = excluded.issued_at, expires_at = excluded.expires_at, used_at = NULL\
            """).params(Sha256.hex(code), userName, role, merchant).update();
        return code;
    }

    /** Who a code was issued for, while it can be used. */
    @Transactional(readOnly = true)
    public Optional<Invited> look(String code) {
        String hash = Sha256.hex(code.strip());
        jdbc.sql("SELECT set_config('app.shown_code', ?, true)")
                .param(hash)
                .query(String.class)
                .single();
        return jdbc.sql("""
            SELECT tenant_id AS tenant, user_name, role, merchant FROM invitation
            WHERE token_sha256 = ? AND used_at IS NULL AND expires_at > clock_timestamp()\
            """).param(hash).query(Invited.class).optional();
    }

    /** Uses the code up and sets the password; false when somebody else was first. The caller works as the invited person's tenant. */
    @Transactional
    public boolean redeem(String code, Invited invited, String password) {
        if (Tenancy.current() != invited.tenant()) {
            throw new IllegalArgumentException("invitation of tenant " + invited.tenant());
        }
        int used = jdbc.sql("""
            UPDATE invitation SET used_at = clock_timestamp()
            WHERE tenant_id = current_tenant() AND token_sha256 = ? AND used_at IS NULL AND expires_at > clock_timestamp()\
            """).param(Sha256.hex(code.strip())).update();
        if (used == 1) {
            jdbc.sql("""
                INSERT INTO app_user (tenant_id, name, role, merchant, password_hash) VALUES (current_tenant(), ?, ?, ?, ?)
                ON CONFLICT (tenant_id, name) DO UPDATE SET role = excluded.role, merchant = excluded.merchant, password_hash = excluded.password_hash, disabled_at = NULL\
                """)
                    .params(invited.userName(), invited.role(), invited.merchant(), passwords.encode(password))
                    .update();
            audit.write(invited.userName(), invited.role(), "set password", invited.userName());
        }
        return used == 1;
    }
}
