package org.tongdao.console.program;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.api.webhook.Webhooks;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;
import org.tongdao.platform.Tenancy;

/** What a person does to an endpoint, with its line in the audit trail (I-29). An endpoint of another merchant is not there. */
@Component
class WebhookWork {

    private final Webhooks webhooks;
    private final Audit audit;

    WebhookWork(Webhooks webhooks, Audit audit) {
        this.webhooks = webhooks;
        this.audit = audit;
    }

    /** The endpoint's new secret. */
    @Transactional
    public String add(SignedIn me, String url, List<String> types) {
        String secret = Webhooks.newSecret();
        long id = webhooks.add(url, types, Tenancy.merchant().orElse(""), secret);
        audit.write(me, "add webhook", id + " " + url);
        return secret;
    }

    @Transactional
    public boolean turn(SignedIn me, long id, boolean on) {
        return written(me, on ? "enable webhook" : "disable webhook", id, () -> webhooks.enable(id, on));
    }

    @Transactional
    public boolean remove(SignedIn me, long id) {
        return written(me, "remove webhook", id, () -> webhooks.remove(id));
    }

    @Transactional
    public boolean replay(SignedIn me, long id, long from, long to) {
        return from >= 1
                && to >= from
                && written(me, "replay webhook", id, " " + from + "–" + to, () -> webhooks.replay(id, from, to));
    }

    /** A new secret, when the endpoint is ours; the old one signs as well for a day. */
    @Transactional
    public Optional<String> rotate(SignedIn me, long id) {
        String secret = Webhooks.newSecret();
        boolean done = written(me, "change secret of webhook", id, () -> webhooks.rotate(id, secret));
        return done ? Optional.of(secret) : Optional.empty();
    }

    private boolean written(SignedIn me, String action, long id, Runnable work) {
        return written(me, action, id, "", work);
    }

    private boolean written(SignedIn me, String action, long id, String detail, Runnable work) {
        if (webhooks.find(id, Tenancy.merchant()).isEmpty()) {
            return false;
        }
        work.run();
        audit.write(me, action, "#" + id + detail);
        return true;
    }
}
