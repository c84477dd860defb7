package org.tongdao.api.follow;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tongdao.visibility.PublicTracking;

/** What a follower is written, in his language and without anybody's personal data: number, status, place, expected day, links. */
@Component
class Letter {

    /** A message for people. */
    record Text(String subject, String body) {}

    private final MessageSource words;
    private final Environment settings;

    Letter(MessageSource words, Environment settings) {
        this.words = words;
        this.settings = settings;
    }

    /** Address of this installation as the public knows it, without a slash at its end; empty when it was not set. Never taken from a request. */
    String root() {
        return settings.getProperty("tongdao.public-url", "").replaceFirst("/+$", "");
    }

    String link(Follows.Due due) {
        return root() + "/follow/" + due.token();
    }

    String page(Follows.Due due) {
        return root() + "/track/" + due.parcelNo();
    }

    Text confirmation(Follows.Due due) {
        var body = word(due, "track.mail.confirm", due.parcelNo()) + "\n\n" + link(due) + "\n\n"
                + word(due, "track.mail.ignore") + "\n";
        return new Text(word(due, "track.mail.confirmSubject", due.parcelNo()), body);
    }

    Text status(Follows.Due due, PublicTracking tracking) {
        var body = new StringBuilder(due.parcelNo() + ": " + tracking.statusText() + "\n");
        if (!tracking.holdText().isEmpty()) {
            body.append(tracking.holdText()).append('\n');
        }
        if (!tracking.place().isEmpty()) {
            line(body, due, "track.place", tracking.place());
        }
        tracking.eta()
                .ifPresent(eta -> line(body, due, "track.eta", eta.toString().substring(0, 10)));
        body.append('\n').append(page(due)).append("\n\n");
        body.append(word(due, "track.mail.stop")).append('\n').append(link(due)).append('\n');
        return new Text(due.parcelNo() + ": " + tracking.statusText(), body.toString());
    }

    private void line(StringBuilder body, Follows.Due due, String key, String value) {
        body.append(word(due, key)).append(": ").append(value).append('\n');
    }

    private String word(Follows.Due due, String key, Object... values) {
        return Optional.ofNullable(words.getMessage(key, values, key, Locale.forLanguageTag(due.language())))
                .orElse(key);
    }
}
