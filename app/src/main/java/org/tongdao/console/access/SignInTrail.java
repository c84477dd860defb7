package org.tongdao.console.access;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tongdao.platform.Tenancy;

/** Who came in and who did not: in the trail of the person's tenant, or of the home tenant when nobody has that name. */
@Component
class SignInTrail {

    private static final int LONGEST = 63;

    private final Users users;
    private final Audit audit;

    SignInTrail(Users users, Audit audit) {
        this.users = users;
        this.audit = audit;
    }

    void came(String name) {
        users.find(name)
                .ifPresent(person -> Tenancy.run(person.tenant(), () -> audit.write(person, "sign in", person.name())));
    }

    /** What was typed in place of a name may be a password: only a name that somebody has is written down. */
    void stayed(String typed) {
        var name = typed.strip().toLowerCase(Locale.ROOT);
        var person = users.find(name.substring(0, Math.min(LONGEST, name.length())));
        if (person.isPresent()) {
            var known = person.get();
            Tenancy.run(known.tenant(), () -> audit.write(known, "sign-in refused", known.name()));
        } else {
            Tenancy.run(Tenancy.HOME, () -> audit.write("nobody", "", "sign-in refused", "a name that nobody has"));
        }
    }
}
