package org.tongdao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongdao.console.access.People;
import org.tongdao.platform.FreshTenant;

/** Coming in by the login of one's organisation, against a provider that speaks discovery, keys and RS256: only who was invited, only as whom. */
@OnConsole
class OrganisationSignInIT {

    @LocalServerPort
    int port;

    @Autowired
    FreshTenant tenants;

    @Autowired
    People people;

    int tenant;
    Provider provider;
    Visitor admin;

    @BeforeEach
    void aProviderAndAnAdministrator() throws Exception {
        tenant = tenants.create();
        provider = new Provider();
        System.setProperty("tongdao.oidc.issuer", provider.issuer());
        System.setProperty("tongdao.oidc.client-id", "tongdao");
        System.setProperty("tongdao.oidc.client-secret", "secret");
        System.setProperty("tongdao.oidc.name", "Example Works");
        admin = new Visitor(port);
        admin.signIn(people.person(tenant, "chief" + tenant, "ADMIN"), People.PASSWORD);
    }

    @AfterEach
    void noProvider() {
        provider.close();
        List.of("issuer", "client-id", "client-secret", "name").forEach(s -> System.clearProperty("tongdao.oidc." + s));
    }

    @Test
    void whoWasInvitedComesInAsHisOwnPersonAndNobodyElseDoes() {
        assertThat(new Visitor(port).get("/sign-in").body()).contains("Example Works", "/sign-in/organisation");
        invite("mei" + tenant, email("mei"), "BROKER");
        provider.comes("sub-1" + tenant, email("mei").toUpperCase(java.util.Locale.ROOT), true);
        var mei = new Visitor(port);
        assertThat(come(mei)).endsWith("/today");
        assertThat(mei.get("/today").body()).contains("mei" + tenant);
        assertThat(mei.get("/admin").statusCode()).as("a broker's role").isEqualTo(403);
        assertThat(trail("sign in", "mei" + tenant)).isEqualTo(1);

        provider.comes("sub-2" + tenant, email("mei"), true);
        assertThat(come(new Visitor(port)))
                .as("the address went to another person")
                .endsWith("/sign-in?uninvited");
        provider.comes("sub-1" + tenant, "married@example.org", false);
        assertThat(come(new Visitor(port)))
                .as("the same person with another address")
                .endsWith("/today");

        admin.post("/admin", "/admin/users/disable", Map.of("name", "mei" + tenant));
        assertThat(come(new Visitor(port))).endsWith("/sign-in?uninvited");
        assertThat(mei.get("/today").statusCode()).as("and is out at once").isEqualTo(302);
    }

    @Test
    void oneLandsOnThePageThatWasAskedForOnlyWhenItIsOneAndOpens() {
        invite("chen" + tenant, email("chen"), "BROKER");
        provider.comes("sub-5" + tenant, email("chen"), true);
        for (var asked : List.of("/admin", "/assets/nothing-here.js", "/planner/ALA/try", "/no-such-page")) {
            var chen = new Visitor(port);
            chen.get(asked);
            assertThat(come(chen)).as(asked).endsWith("/today");
        }
        var chen = new Visitor(port);
        assertThat(chen.get("/declarations?code=B21").statusCode()).isEqualTo(302);
        assertThat(come(chen)).contains("/declarations?code=B21");
    }

    @Test
    void uninvitedUnverifiedAndForgedWordsAreRefusedInPlainWords() {
        provider.comes("sub-3" + tenant, email("nobody"), true);
        var stranger = new Visitor(port);
        assertThat(come(stranger)).endsWith("/sign-in?uninvited");
        assertThat(stranger.get("/sign-in?uninvited&lang=en").body()).contains("nobody has invited you yet");
        assertThat(stranger.get("/today").statusCode()).isEqualTo(302);

        invite("li" + tenant, email("li"), "WAREHOUSE");
        provider.comes("sub-4" + tenant, email("li"), false);
        assertThat(come(new Visitor(port))).as("an unverified address").endsWith("/sign-in?uninvited");
        provider.comes("sub-4" + tenant, email("li"), true);
        provider.forges();
        assertThat(come(new Visitor(port))).as("a forged signature").endsWith("/sign-in?organisation");
        var late = new Visitor(port);
        assertThat(late.get("/login/oauth2/code/organisation?code=c&state=guessed")
                        .headers()
                        .firstValue("Location"))
                .get()
                .asString()
                .endsWith("/sign-in?organisation");
    }

    @Test
    void aProviderThatIsDownIsSaidAndAnUnsetOneIsNotShown() {
        provider.close();
        var visitor = new Visitor(port);
        assertThat(visitor.get("/sign-in/organisation").headers().firstValue("Location"))
                .get()
                .asString()
                .endsWith("/sign-in?organisation");
        assertThat(visitor.get("/sign-in?organisation&lang=en").body()).contains("did not answer");
        System.clearProperty("tongdao.oidc.issuer");
        assertThat(visitor.get("/sign-in").body()).doesNotContain("/sign-in/organisation");
        assertThat(admin.get("/admin/logins?lang=en").body()).contains("tongdao.oidc.issuer");
    }

    @Test
    void oneAddressOpensOneDoorInTheWholeInstallation() {
        invite("wang" + tenant, email("wang"), "AUDITOR");
        invite("wang2" + tenant, email("wang"), "ADMIN");
        invite("shop" + tenant, email("shop"), "MERCHANT");
        assertThat(tenants.asOwner("SELECT count(*) FROM user_login WHERE tenant_id = " + tenant))
                .isEqualTo(1);
        assertThat(tenants.asOwner("SELECT count(*) FROM app_user WHERE name = 'wang2" + tenant + "'"))
                .isZero();
        admin.post("/admin/logins", "/admin/logins/remove", Map.of("name", "wang" + tenant));
        assertThat(tenants.asOwner("SELECT count(*) FROM user_login WHERE tenant_id = " + tenant))
                .isZero();
    }

    private String email(String name) {
        return name + tenant + "@example.org";
    }

    private void invite(String name, String email, String role) {
        admin.post("/admin/logins", "/admin/logins", Map.of("name", name, "email", email, "role", role));
    }

    /** Follows the way over the provider; where it ends. */
    private String come(Visitor visitor) {
        HttpResponse<String> answer = visitor.get("/sign-in/organisation");
        String at = "";
        for (int i = 0; i < 6 && answer.statusCode() == 302; i++) {
            at = answer.headers().firstValue("Location").orElseThrow();
            if (at.contains("/today") || at.contains("/sign-in?") || at.contains("/declarations")) {
                return at;
            }
            answer = at.startsWith("http") ? visitor.open(URI.create(at)) : visitor.get(at);
        }
        throw new AssertionError("the way ends at " + at + " with " + answer.statusCode());
    }

    private long trail(String action, String actor) {
        return tenants.asOwner("SELECT count(*) FROM audit_log WHERE tenant_id = " + tenant + " AND action = '" + action
                + "' AND actor = '" + actor + "'");
    }
}
