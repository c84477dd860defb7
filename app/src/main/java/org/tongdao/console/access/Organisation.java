package org.tongdao.console.access;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;

/**
 * The organisation whose login is accepted beside our own: settings {@code tongdao.oidc.issuer}, {@code client-id}, {@code client-secret}, {@code name}. Its
 * discovery document is read when somebody first comes that way, so that we start while it is down.
 */
@Component
public class Organisation implements ClientRegistrationRepository {

    /** Part of the path where its answers come in: {@code /login/oauth2/code/organisation}. */
    static final String ID = "organisation";

    /** What was read, and for which settings. */
    private record Known(String settings, ClientRegistration registration) {}

    private final Environment settings;
    private volatile @Nullable Known known;

    Organisation(Environment settings) {
        this.settings = settings;
    }

    /** Whether one is set. */
    public boolean isSet() {
        return !setting("issuer").isEmpty() && !setting("client-id").isEmpty();
    }

    /** How people call it. */
    public String name() {
        return settings.getProperty("tongdao.oidc.name", "OpenID Connect");
    }

    /** Null when there is none, as the framework wants it; an exception when it does not answer. */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(ID) || !isSet()) {
            return null;
        }
        String now = setting("issuer") + " " + setting("client-id") + " " + setting("client-secret") + " " + callback();
        var before = known;
        if (before != null && before.settings().equals(now)) {
            return before.registration();
        }
        var registration = ClientRegistrations.fromIssuerLocation(setting("issuer"))
                .registrationId(ID)
                .clientId(setting("client-id"))
                .clientSecret(setting("client-secret"))
                .scope("openid", "email")
                .redirectUri(callback())
                .build();
        known = new Known(now, registration);
        return registration;
    }

    /** Where the organisation sends people back to; from the setting when we have one, for the address of a request may be a proxy's. */
    private String callback() {
        String root = settings.getProperty("tongdao.public-url", "").replaceFirst("/+$", "");
        return (root.isEmpty() ? "{baseUrl}" : root) + "/login/oauth2/code/" + ID;
    }

    private String setting(String name) {
        return settings.getProperty("tongdao.oidc." + name, "");
    }
}
