package org.tongdao.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.People;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Tenancy;

/** Who comes in, who does not, and what every answer carries. */
@OnConsole
class DoorIT {

    private static final Set<String> OPEN = Set.of(
            "/sign-in",
            "/sign-in/organisation",
            "/welcome",
            "/track",
            "/track/{number}",
            "/track/{number}/follow",
            "/follow/{token}",
            "/follow/{token}/confirm",
            "/follow/{token}/stop",
            "/error",
            "/sign-in?failed");

    @LocalServerPort
    int port;

    @Autowired
    RequestMappingHandlerMapping mappings;

    @Autowired
    People people;

    @Autowired
    FreshTenant tenants;

    @Autowired
    Audit audit;

    @Test
    void everyPageSendsAStrangerToTheDoor() {
        var patterns = mappings.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream())
                .filter(pattern -> !OPEN.contains(pattern) && !pattern.startsWith("/api/"))
                .distinct()
                .toList();
        assertThat(patterns).hasSizeGreaterThan(15);
        var stranger = new Visitor(port);
        for (String pattern : patterns) {
            var answer = stranger.get(pattern.replaceAll("\\{[^}]+}", "1"));
            assertThat(answer.statusCode()).as(pattern).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .as(pattern)
                    .endsWith("/sign-in");
        }
    }

    @Test
    void aRouteThatIsNotListedIsShutEvenForAnAdministrator() {
        var admin = signedIn("ADMIN");
        assertThat(admin.get("/actuator/env").statusCode()).isEqualTo(403);
        assertThat(admin.get("/orders/1/erase").statusCode()).isEqualTo(403);
        assertThat(admin.bare("DELETE", "/orders/1").statusCode()).isEqualTo(403);
    }

    @Test
    void aRoleOpensItsRoomsOnly() {
        var merchant = signedIn("MERCHANT");
        assertThat(merchant.get("/orders").statusCode()).isEqualTo(200);
        assertThat(merchant.get("/declarations").statusCode()).isEqualTo(403);
        assertThat(merchant.get("/admin").statusCode()).isEqualTo(403);
        assertThat(merchant.get("/orders").body()).doesNotContain("href=\"/admin\"");
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        var admin = signedIn("ADMIN");
        for (String path : new String[] {
            "/today", "/orders", "/orders/999999", "/nowhere", "/sign-in", "/track/XX", "/assets/console.css", "/admin"
        }) {
            var headers = admin.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("script-src 'self';", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).as(path).contains("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("same-origin");
        }
    }

    @Test
    void pagesWithPersonalDataAreNotStored() {
        assertThat(signedIn("ADMIN")
                        .get("/orders")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""))
                .contains("no-store");
    }

    @Test
    void aMistakeAnswersInWordsWithoutAnythingOfTheProgram() {
        var admin = signedIn("ADMIN");
        for (String path : new String[] {"/orders/999999", "/orders/abc", "/batches/1?rule=%00", "/trains/none"}) {
            var answer = admin.get(path);
            assertThat(answer.statusCode()).as(path).isGreaterThanOrEqualTo(400);
            assertThat(answer.body()).as(path).doesNotContain("Exception", "org.tongdao", "SELECT", "\tat ");
        }
    }

    @Test
    void aCodeSetsAPasswordOnceOnly() {
        int tenant = tenants.create();
        String name = "once" + tenant;
        String code = people.code(tenant, name, "OPERATOR");
        var fields = Map.of("code", code, "password", People.PASSWORD, "again", People.PASSWORD);
        var invited = new Visitor(port);
        var first = invited.post("/welcome?code=" + code, "/welcome", fields);
        assertThat(first.headers().firstValue("Location").orElse("")).endsWith("/today");
        assertThat(invited.get("/today").body()).as("signed in by it").contains(name);
        assertThat(Tenancy.as(tenant, () -> audit.search(Audit.Filter.of(""), 50)))
                .extracting(Audit.Line::action, Audit.Line::subject)
                .containsExactly(tuple("set password", name));
        var second = new Visitor(port).post("/sign-in", "/welcome", fields);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).contains("role=\"alert\"");
        assertThat(new Visitor(port).signIn(name, People.PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/today"));
        assertThat(landsAfter("/no/such/page", name)).as("no page").endsWith("/today");
        assertThat(landsAfter("/orders?state=held", name)).as("a page").contains("/orders?state=held");
    }

    @Test
    void anInstallationHasNoDefaultPassword() {
        for (String guess : new String[] {"admin", "password", "tongdao", ""}) {
            assertThat(new Visitor(port).signIn("admin", guess).headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in?failed"));
        }
    }

    @Test
    void theSignInPageSaysOnlyWhatHappened() {
        var stranger = new Visitor(port);
        assertThat(stranger.get("/sign-in").body()).doesNotContain("class=\"told");
        assertThat(stranger.get("/sign-in?failed").body()).contains("told bad").doesNotContain("role=\"status\"");
    }

    @Test
    void guessingIsStopped() {
        var guesser = new Visitor(port);
        String name = "guessed" + port;
        IntStream.range(0, 5).forEach(i -> guesser.signIn(name, "guess number " + i));
        var sixth = guesser.signIn(name, "guess number 6");
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        var admin = signedIn("ADMIN");
        assertThat(admin.bare("POST", "/admin/users?name=x&role=ADMIN").statusCode())
                .isEqualTo(403);
    }

    @Test
    void aClosedAccountIsOutAtOnce() {
        int tenant = tenants.create();
        people.person(tenant, "boss" + tenant, "ADMIN");
        people.person(tenant, "leaver" + tenant, "OPERATOR");
        var leaver = new Visitor(port);
        leaver.signIn("leaver" + tenant, People.PASSWORD);
        assertThat(leaver.get("/today").statusCode()).isEqualTo(200);
        var boss = new Visitor(port);
        boss.signIn("boss" + tenant, People.PASSWORD);
        boss.post("/admin", "/admin/users/disable", Map.of("name", "leaver" + tenant));
        assertThat(leaver.get("/today").statusCode()).isEqualTo(302);
    }

    private Visitor signedIn(String role) {
        int tenant = tenants.create();
        var visitor = new Visitor(port);
        visitor.signIn(people.person(tenant, "p" + tenant, role), People.PASSWORD);
        return visitor;
    }

    /** Where somebody lands who asked for this address before signing in. */
    private String landsAfter(String asked, String name) {
        var visitor = new Visitor(port);
        visitor.open(java.net.URI.create("http://localhost:" + port + asked));
        return visitor.signIn(name, People.PASSWORD)
                .headers()
                .firstValue("Location")
                .orElse("");
    }
}
