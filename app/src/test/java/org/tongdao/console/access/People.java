package org.tongdao.console.access;

import org.springframework.stereotype.Component;
import org.tongdao.platform.Tenancy;

/** Gives tests people with a password, through the same invitations as in life. */
@Component
public class People {

    public static final String PASSWORD = "the long way to the door";

    private final Invitations invitations;

    People(Invitations invitations) {
        this.invitations = invitations;
    }

    /** A code that sets the password of this person of this tenant, once. */
    public String code(int tenant, String name, String role) {
        return Tenancy.as(tenant, () -> invitations.issue(name, role));
    }

    /** A person who works for one merchant of this tenant. */
    public String person(int tenant, String name, String role, String merchant) {
        String code = Tenancy.as(tenant, () -> invitations.issue(name, role, merchant));
        var invited = invitations.look(code).orElseThrow();
        Tenancy.run(tenant, () -> invitations.redeem(code, invited, PASSWORD));
        return name;
    }

    /** A person of this tenant who can sign in with {@link #PASSWORD}. */
    public String person(int tenant, String name, String role) {
        String code = code(tenant, name, role);
        var invited = invitations.look(code).orElseThrow();
        Tenancy.run(tenant, () -> invitations.redeem(code, invited, PASSWORD));
        return name;
    }
}
