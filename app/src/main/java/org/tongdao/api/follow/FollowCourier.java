package org.tongdao.api.follow;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongdao.api.Followers.Channel;
import org.tongdao.api.webhook.Parcelman;
import org.tongdao.platform.Loop;
import org.tongdao.platform.TenantList;
import org.tongdao.visibility.PublicTracking;
import org.tongdao.visibility.Visibility;
import tools.jackson.databind.json.JsonMapper;

/** Tells followers what changed, as the public page shows it: looks once a minute at each parcel that is followed. */
@Component
class FollowCourier {

    private static final JsonMapper JSON = new JsonMapper();

    private final Follows follows;
    private final Visibility visibility;
    private final Letter letter;
    private final FollowMail mail;
    private final Parcelman hooks;
    private final TenantList tenants;
    private final Clock clock;
    private volatile Optional<Loop> loop = Optional.empty();

    FollowCourier(
            Follows follows,
            Visibility visibility,
            Letter letter,
            FollowMail mail,
            Parcelman hooks,
            TenantList tenants,
            Clock clock) {
        this.follows = follows;
        this.visibility = visibility;
        this.letter = letter;
        this.mail = mail;
        this.hooks = hooks;
        this.tenants = tenants;
        this.clock = clock;
    }

    @EventListener
    void begin(WebServerInitializedEvent event) {
        loop = Optional.of(Loop.start("followers", tenants, tenant -> round()));
    }

    @EventListener
    void end(ContextClosedEvent event) {
        loop.ifPresent(Loop::stop);
    }

    /** Those of the running tenant who are due; whether there were any. */
    private boolean round() {
        List<Follows.Due> due = follows.take();
        for (var follower : due) {
            if (follower.isHopeless()) {
                follows.over(follower);
            } else if (follower.confirmed()) {
                look(follower);
            } else if (confirmation(follower)) {
                follows.asked(follower);
            } else {
                follows.failed(follower);
            }
        }
        return !due.isEmpty();
    }

    private boolean confirmation(Follows.Due due) {
        return due.channel() == Channel.MAIL
                ? mail.send(due.address(), letter.confirmation(due), letter.link(due))
                : post(due, "parcel.follow", Map.of("parcelNo", due.parcelNo(), "confirm", letter.link(due)));
    }

    private void look(Follows.Due due) {
        var tracking = visibility.track(due.parcelNo(), Locale.forLanguageTag(due.language()));
        if (tracking.isEmpty()) {
            follows.over(due);
            return;
        }
        var now = tracking.get();
        String state = now.status() + "|" + now.place() + "|" + !now.holdText().isEmpty();
        if (!state.equals(due.told()) && !tell(due, now)) {
            follows.failed(due);
        } else if (now.status().isEnd()) {
            follows.over(due);
        } else {
            follows.told(due, state);
        }
    }

    private boolean tell(Follows.Due due, PublicTracking now) {
        if (due.channel() == Channel.MAIL) {
            return mail.send(due.address(), letter.status(due, now), letter.link(due));
        }
        Map<String, String> data = new TreeMap<>(Map.of(
                "parcelNo", due.parcelNo(),
                "status", now.status().name().toLowerCase(Locale.ROOT),
                "held", "" + !now.holdText().isEmpty(),
                "place", now.place(),
                "page", letter.page(due),
                "stop", letter.link(due)));
        now.eta().ifPresent(eta -> data.put("eta", eta.toString()));
        return post(due, "parcel.status", data);
    }

    private boolean post(Follows.Due due, String type, Map<String, String> data) {
        var body = JSON.writeValueAsString(new TreeMap<>(Map.of("type", type, "data", data)));
        var id = "fol_" + due.id() + "_" + due.messages();
        return hooks.post(new Parcelman.Delivery(due.address(), due.secret(), id, body), clock.instant());
    }
}
