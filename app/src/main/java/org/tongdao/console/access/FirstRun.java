package org.tongdao.console.access;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongdao.platform.Tenancy;

/** A fresh installation has no user and no default password: it prints one code on the terminal of the person who started it. */
@Component
class FirstRun {

    private final Users users;
    private final Invitations invitations;

    FirstRun(Users users, Invitations invitations) {
        this.users = users;
        this.invitations = invitations;
    }

    @EventListener
    void opened(WebServerInitializedEvent event) {
        Tenancy.run(Tenancy.HOME, () -> {
            if (!users.hasAdmin()) {
                String code = invitations.issue("admin", "ADMIN");
                System.out.println("First sign-in as admin: http://localhost:"
                        + event.getWebServer().getPort() + "/welcome?code=" + code + "  (works once, for 7 days)");
            }
        });
    }
}
