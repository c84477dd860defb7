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
        var match = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        assertThat(match.find()).as(pattern).isTrue();
        return match.group(1);
    }

    /** What a press of the first button of this form would send, as the page has it. */
    private static Map<String, String> form(String page, String action) {
        String form = found(page, "<form method=\"post\" action=\"" + action + "\">(.*?)</form>");
        var fields = new java.util.HashMap<String, String>();
        var hidden = Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"").matcher(form);
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        fields.remove("_csrf");
        return fields;
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
        aBudgetGivesTheSurestWayOrSaysWhyNot();
        assertThat(dispatcher.get(QUESTION.replace("to=WAW", "to=VNO")).body())
                .contains("(road)")
                .doesNotContain("(road )");
        var fields = form(page, "/routes/saved");
        assertThat(fields).containsEntry("to", "WAW").containsEntry("weight", "6000");
        var kept = dispatcher.post("/routes", "/routes/saved", fields);
        String link = kept.headers().firstValue("location").orElseThrow().replaceFirst("https?://[^/]+", "");
        assertThat(visitor("AUDITOR").get(link + "?lang=en").body()).contains("Warsaw", "6000", "dispatcher" + tenant);
        fields = form(page, "/routes/bookings");
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

    private void aBudgetGivesTheSurestWayOrSaysWhyNot() {
        String surest = dispatcher.get(QUESTION + "&budget=20000&within=20").body();
        assertThat(surest)
                .contains("Of all ways for at most 20000 CNY", "within 20 days", "name=\"budget\" value=\"20000\"")
                .doesNotContain("??");
        assertThat(surest.split("name=\"option\"", -1)).as("one way to book").hasSize(2);
        String late = dispatcher.get(QUESTION + "&budget=20000&within=2").body();
        assertThat(late).contains("Nothing within the budget is there in time", "id=\"options\"");
        assertThat(dispatcher.get(QUESTION + "&budget=1").body())
                .contains("This budget does not do", "the cheapest way costs")
                .doesNotContain("id=\"options\"");
        assertThat(dispatcher.get(QUESTION + "&budget=5000%20EUR&within=x").body())
                .contains("an amount in CNY", "This number of days cannot be");
        assertThat(dispatcher.get(QUESTION + "&budget=20000&window=7").body()).contains("Maybe: no budget");
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
                .contains("This place is not in the network", "URX", "Urumqi");
        assertThat(dispatcher
                        .get("/routes?from=BUD&to=WAW&depart=2035-03-05T08:00&lang=zh")
                        .body())
                .contains("网络中没有此地点", "布达佩斯 (CPE)");
        assertThat(dispatcher
                        .get("/routes?from=URC&to=WAW&depart=2020-03-05T08:00&lang=en")
                        .body())
                .contains("This departure is past");
    }

    @Test
    void aClosedBorderIsLookedAtAndThenDone() {
        String page = dispatcher.get(QUESTION).body();
        var fields = form(page, "/routes/bookings");
        fields.put("option", found(page, "name=\"option\" value=\"(UD[^\"]+)\""));
        dispatcher.post("/routes", "/routes/bookings", fields);
        String closure = "kind=close&place=MAA&from=2035-03-05T00:00&until=2035-05-01T00:00&reason=storm";
        String looked =
                dispatcher.get("/routes/disruptions?" + closure + "&lang=en").body();
        assertThat(looked).contains("1 are affected", "booking").doesNotContain("??");
        var sent = form(looked, "/routes/disruptions");
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
