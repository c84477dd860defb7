package org.tongdao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongdao.console.access.People;
import org.tongdao.platform.FreshTenant;

/** A forwarder asks for a way, keeps the answer, books it, and a dispatcher delays its train. */
@OnConsole
class RouteDeskIT {

    private static final String QUESTION =
            "/routes?from=URC&to=WAW&depart=2035-03-05T08:00&weight=6000&volume=10&lang=en";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    FreshTenant tenants;

    private Visitor dispatcher;
    private int tenant;

    @BeforeEach
    void signIn() {
        tenant = tenants.create();
        dispatcher = visitor("DISPATCHER");
    }

    private Visitor visitor(String role) {
        String name = people.person(tenant, role.toLowerCase(java.util.Locale.ROOT) + tenant, role);
        var visitor = new Visitor(port);
        assertThat(visitor.signIn(name, People.PASSWORD).statusCode()).isEqualTo(302);
        return visitor;
    }

    private static String found(String page, String pattern) {
        var match = Pattern.compile(pattern).matcher(page);
        assertThat(match.find()).as(pattern).isTrue();
        return match.group(1);
    }

    @Test
    void aWayIsFoundKeptBookedAndCancelled() {
        String page = dispatcher.get(QUESTION).body();
        assertThat(page)
                .contains(
                        "Urumqi",
                        "Warsaw",
                        "CIM/SMGS consignment note",
                        "[S44 S56]",
                        "ICS2",
                        "from memory",
                        "Hand in by",
                        "Within 14 days",
                        "id=\"ways\"",
                        "&quot;kind&quot;:&quot;gauge&quot;",
                        "&quot;kind&quot;:&quot;border&quot;")
                .doesNotContain("??");
        assertThat(dispatcher.get(QUESTION.replace("lang=en", "lang=zh")).body())
                .contains("国际货协", "最迟交货", "华沙")
                .doesNotContain("??");
        aWindowShowsItsDeparturesAndLeadsToTheirWays();
        var fields = new java.util.HashMap<>(
                Map.of("from", "URC", "to", "WAW", "depart", "2035-03-05T08:00", "weight", "6000", "volume", "10"));
        var kept = dispatcher.post("/routes", "/routes/saved", fields);
        String link = kept.headers().firstValue("location").orElseThrow().replaceFirst("https?://[^/]+", "");
        assertThat(visitor("AUDITOR").get(link + "?lang=en").body()).contains("Warsaw", "6000", "dispatcher" + tenant);
        fields.put("option", found(page, "name=\"option\" value=\"([^\"]+)\""));
        fields.put("token", found(page, "name=\"token\" value=\"([^\"]+)\""));
        dispatcher.post("/routes", "/routes/bookings", fields);
        dispatcher.post("/routes", "/routes/bookings", fields);
        String booked = dispatcher.get("/routes?lang=en").body();
        assertThat(booked.split("/cancel\"", -1)).hasSize(2);
        dispatcher.post("/routes", found(booked, "action=\"(/routes/bookings/\\d+/cancel)\""), Map.of());
        assertThat(dispatcher.get("/routes?lang=en").body())
                .contains("cancelled")
                .doesNotContain("/cancel\"");
    }

    private void aWindowShowsItsDeparturesAndLeadsToTheirWays() {
        String week = dispatcher.get(QUESTION + "&window=7").body();
        assertThat(week).contains("Surest within 14 days", "id=\"starts\"").doesNotContain("??", "id=\"options\"");
        String link = found(week, "<td><a href=\"(/routes[^\"]+)\"").replace("&amp;", "&");
        assertThat(link).contains("weight=6000", "depart=2035-03-").doesNotContain("window");
        assertThat(dispatcher.get(link + "&lang=en").body()).contains("id=\"options\"", "Hand in by");
        assertThat(dispatcher.get(QUESTION + "&window=99").body()).contains("This span of departures cannot be");
    }

    @Test
    void noWayNamesTheRuleInBothLanguagesAndAWrongWeightIsTold() {
        String blocked = "/routes?from=KSC&to=OSS&depart=2035-03-09T16:00&by=2035-03-12T08:00&lang=";
        assertThat(dispatcher.get(blocked + "en").body())
                .contains("No way is there", "KO Kashgar", "has no service on");
        assertThat(dispatcher.get(blocked + "zh").body()).contains("没有可行路线", "不开行");
        assertThat(dispatcher
                        .get("/routes?from=URX&to=WAW&depart=2035-03-05T08:00&weight=-3&lang=en")
                        .body())
                .contains("This weight cannot be", "-3");
        assertThat(dispatcher
                        .get("/routes?from=URX&to=WAW&depart=2035-03-05T08:00&lang=en")
                        .body())
                .contains("This place is not in the network", "URX");
        assertThat(dispatcher
                        .get("/routes?from=URC&to=WAW&depart=2020-03-05T08:00&lang=en")
                        .body())
                .contains("This departure is past");
    }

    @Test
    void aClosedBorderIsLookedAtAndThenDone() {
        String page = dispatcher.get(QUESTION).body();
        var fields = new java.util.HashMap<>(
                Map.of("from", "URC", "to", "WAW", "depart", "2035-03-05T08:00", "weight", "6000", "volume", "10"));
        fields.put("option", found(page, "name=\"option\" value=\"(UD[^\"]+)\""));
        fields.put("token", "t1");
        dispatcher.post("/routes", "/routes/bookings", fields);
        String closure = "kind=close&place=MAA&from=2035-03-05T00:00&until=2035-05-01T00:00&reason=storm";
        String looked =
                dispatcher.get("/routes/disruptions?" + closure + "&lang=en").body();
        assertThat(looked).contains("1 are affected", "booking").doesNotContain("??");
        var sent = new java.util.HashMap<String, String>();
        for (var pair : closure.split("&")) {
            sent.put(pair.split("=")[0], pair.split("=")[1]);
        }
        assertThat(dispatcher
                        .post("/routes/disruptions", "/routes/disruptions", sent)
                        .body())
                .contains("storm");
        assertThat(dispatcher.get("/routes?lang=en").body()).contains("storm", "new promise 2");
        assertThat(dispatcher
                        .get("/routes/disruptions?kind=close&place=DST&reason=x&lang=en")
                        .body())
                .contains("ROUTE-TIME");
    }
}
