package org.tongdao.api;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongdao.api.follow.FollowMail;
import org.tongdao.api.follow.Follows;
import org.tongdao.api.webhook.Egress;
import org.tongdao.api.webhook.Signature;
import org.tongdao.platform.Tenancy;
import org.tongdao.visibility.Visibility;

/**
 * The door for people who want to be told of one parcel, by mail or web hook. Nobody is told anything before he confirmed by the link that was sent to his
 * own address; every message has a link that ends it.
 */
@Component
public class Followers {

    /** How somebody is told. */
    public enum Channel {
        MAIL,
        WEBHOOK
    }

    /** What somebody wants. */
    public record Wish(String parcelNo, Channel channel, String address, Locale language) {}

    /**
     * What became of a wish.
     *
     * @param problem key of the term base, empty when all is well
     * @param secret signs deliveries to a web hook; shown once, empty for mail and for a wish that was known
     */
    public record Asked(Optional<String> problem, String secret) {

        static Asked bad(String key) {
            return new Asked(Optional.of(key), "");
        }
    }

    /** Behind a link. */
    public record Following(int tenant, String parcelNo, Channel channel, boolean confirmed) {}

    private final Visibility visibility;
    private final Follows follows;
    private final FollowMail mail;
    private final Egress egress;

    Followers(Visibility visibility, Follows follows, FollowMail mail, Egress egress) {
        this.visibility = visibility;
        this.follows = follows;
        this.mail = mail;
        this.egress = egress;
    }

    /** Whether this installation can send mail. */
    public boolean hasMail() {
        return mail.isReady();
    }

    /** Puts a wish down; the confirmation goes out soon. The answer does not tell who follows already. */
    public Asked ask(Wish wish) {
        boolean isMail = wish.channel() == Channel.MAIL;
        if (isMail && !(hasMail() && FollowMail.isAddress(wish.address()))) {
            return Asked.bad("track.follow.badMail");
        }
        if (!isMail && egress.refuses(wish.address()).isPresent()) {
            return Asked.bad("track.follow.badHook");
        }
        var tenant = visibility.owner(wish.parcelNo());
        if (tenant.isEmpty()) {
            return Asked.bad("track.unknown");
        }
        String secret = isMail ? "" : Signature.newSecret();
        return switch (Tenancy.as(tenant.get(), () -> follows.add(wish, secret))) {
            case NEW -> new Asked(Optional.empty(), secret);
            case KNOWN -> new Asked(Optional.empty(), "");
            case TOO_MANY -> Asked.bad("track.follow.tooMany");
        };
    }

    /** What a link is for; empty when it is unknown or over. */
    public Optional<Following> look(String token) {
        return follows.look(token);
    }

    /** From now on he is told. */
    public boolean confirm(String token) {
        return look(token)
                .filter(found -> Tenancy.as(found.tenant(), () -> follows.confirm(token)))
                .isPresent();
    }

    /** Nothing more is told, and the address is forgotten. */
    public boolean stop(String token) {
        return look(token)
                .filter(found -> Tenancy.as(found.tenant(), () -> follows.stop(token)))
                .isPresent();
    }
}
