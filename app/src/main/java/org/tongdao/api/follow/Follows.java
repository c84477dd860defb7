package org.tongdao.api.follow;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.api.Followers;

/** The rows of followers; each method is one short transaction, none is open while a far server is waited for. */
@Component
public class Follows {

    /** What became of a wish. */
    public enum Added {
        NEW,
        KNOWN,
        TOO_MANY
    }

    /** A follower who is to be looked at now. */
    record Due(
            long id,
            String parcelNo,
            Followers.Channel channel,
            String address,
            String language,
            String secret,
            String token,
            boolean confirmed,
            String told,
            int messages,
            int failures) {

        /** Never confirmed, or not to be reached. */
        boolean isHopeless() {
            return failures >= MOST_FAILURES || (!confirmed && messages > 0);
        }
    }

    private static final int MOST_OF_PARCEL = 20;
    private static final int MOST_OPEN_OF_ADDRESS = 5;
    private static final int MOST_OF_ADDRESS = 100;
    private static final int MOST_FAILURES = 12;
    private static final int AT_ONCE = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    Follows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a follower of the running tenant, within limits that keep a stranger from burying an address in letters. */
    @Transactional
    public Added add(Followers.Wish wish, String secret) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('followers'), current_tenant())")
                .query((row, n) -> 0)
                .list();
        var known = jdbc.sql("""
                SELECT EXISTS (SELECT FROM parcel_follower
                WHERE tenant_id = current_tenant() AND parcel_no = ? AND channel = ? AND address = ?)""")
                .params(wish.parcelNo(), wish.channel().name(), wish.address())
                .query(Boolean.class)
                .single();
        if (known) {
            return Added.KNOWN;
        }
        byte[] bits = new byte[24];
        RANDOM.nextBytes(bits);
        int added = jdbc.sql("""
                INSERT INTO parcel_follower (tenant_id, parcel_no, channel, address, language, secret, token, due_at)
                SELECT current_tenant(), :parcel, :channel, :address, :language, :secret, :token, now()
                WHERE (SELECT count(*) FROM parcel_follower WHERE tenant_id = current_tenant() AND parcel_no = :parcel) < :ofParcel
                  AND (SELECT count(*) FROM parcel_follower WHERE tenant_id = current_tenant() AND address = :address AND confirmed_at IS NULL) < :open
                  AND (SELECT count(*) FROM parcel_follower WHERE tenant_id = current_tenant() AND address = :address) < :ofAddress""")
                .param("parcel", wish.parcelNo())
                .param("channel", wish.channel().name())
                .param("address", wish.address())
                .param("language", language(wish.language()))
                .param("secret", secret)
                .param("token", Base64.getUrlEncoder().withoutPadding().encodeToString(bits))
                .param("ofParcel", MOST_OF_PARCEL)
                .param("open", MOST_OPEN_OF_ADDRESS)
                .param("ofAddress", MOST_OF_ADDRESS)
                .update();
        return added == 1 ? Added.NEW : Added.TOO_MANY;
    }

    private static String language(Locale language) {
        return List.of("zh", "ru", "kk").contains(language.getLanguage()) ? language.getLanguage() : "en";
    }

    /** For somebody without a tenant: the database shows him the row whose token he knows. */
    @Transactional(readOnly = true)
    public Optional<Followers.Following> look(String token) {
        jdbc.sql("SELECT set_config('app.shown_token', ?, true)")
                .param(token)
                .query(String.class)
                .single();
        return jdbc.sql("SELECT tenant_id AS tenant, parcel_no, channel, confirmed_at IS NOT NULL AS confirmed"
                        + " FROM parcel_follower WHERE token = ?")
                .param(token)
                .query(Followers.Following.class)
                .optional();
    }

    @Transactional
    public boolean confirm(String token) {
        return jdbc.sql("""
                        UPDATE parcel_follower SET confirmed_at = now(), due_at = now(), failures = 0
                        WHERE tenant_id = current_tenant() AND token = ? AND confirmed_at IS NULL""").param(token).update() == 1;
    }

    @Transactional
    public boolean stop(String token) {
        return jdbc.sql("DELETE FROM parcel_follower WHERE tenant_id = current_tenant() AND token = ?")
                        .param(token)
                        .update()
                == 1;
    }

    /** Followers who are due, taken for two minutes. */
    @Transactional
    public List<Due> take() {
        return jdbc.sql("""
                UPDATE parcel_follower SET due_at = now() + interval '2 minutes'
                WHERE tenant_id = current_tenant() AND id IN (
                    SELECT id FROM parcel_follower WHERE tenant_id = current_tenant() AND due_at <= now()
                    ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED)
                RETURNING id, parcel_no, channel, address, language, secret, token, confirmed_at IS NOT NULL AS confirmed, told, messages, failures""").param(AT_ONCE).query(Due.class).list();
    }

    /** The confirmation is out: unless it is answered within two days, the wish is forgotten when it is due again. */
    @Transactional
    public void asked(Due due) {
        jdbc.sql("""
                UPDATE parcel_follower SET messages = messages + 1, failures = 0, due_at = now() + CASE WHEN confirmed_at IS NULL THEN interval '2 days' ELSE interval '0' END
                WHERE tenant_id = current_tenant() AND id = ?""").param(due.id()).update();
    }

    /** Told, or nothing new: looked at again in a minute. */
    @Transactional
    public void told(Due due, String state) {
        jdbc.sql("""
                UPDATE parcel_follower SET told = ?, messages = messages + ?, failures = 0, due_at = now() + interval '1 minute'
                WHERE tenant_id = current_tenant() AND id = ?""").params(state, state.equals(due.told()) ? 0 : 1, due.id()).update();
    }

    /** The story is over, and with it the address. */
    @Transactional
    public void over(Due due) {
        jdbc.sql("DELETE FROM parcel_follower WHERE tenant_id = current_tenant() AND id = ?")
                .param(due.id())
                .update();
    }

    /** Tried again after one minute, two, four … */
    @Transactional
    public void failed(Due due) {
        jdbc.sql("""
                UPDATE parcel_follower SET failures = failures + 1, due_at = now() + power(2, failures) * interval '1 minute'
                WHERE tenant_id = current_tenant() AND id = ?""").param(due.id()).update();
    }
}
