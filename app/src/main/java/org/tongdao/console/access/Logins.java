package org.tongdao.console.access;

import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.platform.Tenancy;

/** Which person of ours somebody is whom his organisation vouches for. */
@Component
class Logins {

    /** One line of the page. */
    record Login(
            String userName,
            String role,
            String email,
            String addedBy,
            OffsetDateTime addedAt,
            @Nullable OffsetDateTime firstUsedAt) {}

    /** Whom to let in. */
    record Guest(String name, String role, String merchant, String email) {}

    private record Row(int tenant, String userName, String issuer, String subject) {}

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Users users;
    private final PasswordEncoder passwords;
    private final TransactionTemplate transaction;

    Logins(JdbcClient jdbc, Users users, PasswordEncoder passwords, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.users = users;
        this.passwords = passwords;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Transactional(readOnly = true)
    public List<Login> list() {
        return jdbc.sql("""
                SELECT l.user_name, u.role, l.email, l.added_by, l.added_at, l.first_used_at
                FROM user_login l JOIN app_user u ON u.tenant_id = l.tenant_id AND u.name = l.user_name
                WHERE l.tenant_id = current_tenant() ORDER BY l.user_name""").query(Login.class).list();
    }

    /** Lets a person in by his e-mail; a new one is made with a password that nobody knows. False when name or e-mail is taken. */
    @Transactional
    public boolean invite(Guest guest, String by) {
        var known = users.find(guest.name());
        if (known.filter(p -> p.tenant() != Tenancy.current() || p.disabled()).isPresent()) {
            return false;
        }
        try {
            if (known.isEmpty()) {
                byte[] bits = new byte[32];
                RANDOM.nextBytes(bits);
                jdbc.sql("INSERT INTO app_user (tenant_id, name, role, merchant, password_hash)"
                                + " VALUES (current_tenant(), ?, ?, ?, ?)")
                        .params(
                                guest.name(),
                                guest.role(),
                                guest.merchant(),
                                passwords.encode(Base64.getEncoder().encodeToString(bits)))
                        .update();
            }
            jdbc.sql(
                            "INSERT INTO user_login (tenant_id, user_name, email, added_by) VALUES (current_tenant(), ?, ?, ?)")
                    .params(guest.name(), guest.email(), by)
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return false;
        }
    }

    @Transactional
    public boolean remove(String userName) {
        return jdbc.sql("DELETE FROM user_login WHERE tenant_id = current_tenant() AND user_name = ?")
                        .param(userName)
                        .update()
                == 1;
    }

    /** The person, if he was invited and is not shut out. A subject that came in once is known by itself; the first time a verified e-mail is needed. */
    public Optional<SignedIn> find(OidcUser vouched) {
        String issuer = Objects.requireNonNullElse(vouched.getIssuer(), "").toString();
        String subject = Objects.requireNonNullElse(vouched.getSubject(), "");
        if (subject.isEmpty()) {
            return Optional.empty();
        }
        String email = Boolean.TRUE.equals(vouched.getEmailVerified())
                ? Objects.requireNonNullElse(vouched.getEmail(), "").toLowerCase(Locale.ROOT)
                : "";
        return apart(() -> row(issuer, subject, email))
                .filter(row -> row.subject().equals(subject) && row.issuer().equals(issuer)
                        || row.subject().isEmpty() && pin(row, issuer, subject))
                .flatMap(row -> users.find(row.userName()))
                .filter(person -> !person.disabled());
    }

    /** Each look is a transaction of its own: first as nobody, then as the tenant that was found. */
    private <T> T apart(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(t -> work.get()));
    }

    private Optional<Row> row(String issuer, String subject, String email) {
        jdbc.sql("SELECT set_config('app.vouched_email', ?, true), set_config('app.vouched_subject', ?, true)")
                .params(email, issuer + " " + subject)
                .query((row, n) -> 0)
                .list();
        return jdbc.sql("""
                SELECT tenant_id AS tenant, user_name, issuer, subject FROM user_login
                WHERE email = ? OR subject <> '' AND issuer = ? AND subject = ? ORDER BY subject = ? DESC LIMIT 1""")
                .params(email, issuer, subject, subject)
                .query(Row.class)
                .optional();
    }

    private boolean pin(Row row, String issuer, String subject) {
        return Tenancy.as(
                row.tenant(),
                () -> apart(() ->
                        jdbc.sql("""
                        UPDATE user_login SET issuer = ?, subject = ?, first_used_at = now()
                        WHERE tenant_id = current_tenant() AND user_name = ? AND subject = ''""").params(issuer, subject, row.userName()).update() == 1));
    }
}
