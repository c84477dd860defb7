package org.tongdao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongdao.console.access.People;
import org.tongdao.platform.FreshTenant;

/** A price list is read from a sheet, tried against the version before it, kept, and asked on the route desk why its price is this price. */
@OnConsole
class TariffDeskIT {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    FreshTenant tenants;

    private int tenant;
    private Visitor finance;

    @BeforeEach
    void signIn() {
        tenant = tenants.create();
        finance = visitor("FINANCE");
    }

    private Visitor visitor(String role) {
        String name = people.person(tenant, role.toLowerCase(java.util.Locale.ROOT) + tenant, role);
        var visitor = new Visitor(port);
        assertThat(visitor.signIn(name, People.PASSWORD).statusCode()).isEqualTo(302);
        return visitor;
    }

    private static Map<String, String> draft(String version, String from, String to, String perKg) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("card.name", "freight");
        fields.put("card.version", version);
        fields.put("card.currency", "CNY");
        fields.put("card.from", from);
        fields.put("card.to", to);
        fields.put("zone.zone", "PL");
        fields.put("zone.country", "PL");
        fields.put("band.zone", "PL");
        fields.put("band.up_to_kg", "20000");
        fields.put("band.per_parcel", "100");
        fields.put("band.per_kg", perKg);
        fields.put("surcharge.name", "fuel");
        fields.put("surcharge.kind", "PERCENT");
        fields.put("surcharge.value", "10");
        fields.put("surcharge.from_kg", "100");
        return fields;
    }

    private String keep(Map<String, String> fields) {
        var answer = finance.post("/tariffs", "/tariffs", fields);
        return answer.statusCode() == 302 ? "kept" : answer.body();
    }

    private static String found(String page, String pattern) {
        var match = Pattern.compile(pattern).matcher(page);
        assertThat(match.find()).as(pattern).isTrue();
        return match.group(1);
    }

    @Test
    void aSheetComesIntoTheEditorWithWhatIsWrongInItRowByRow() throws Exception {
        String sheet = Files.readString(Path.of("../data/rates.csv")).replace("20000,600.00", "20000,-600");
        String page = finance.upload("/tariffs", "/tariffs/import", "rates.csv", sheet)
                .body();
        assertThat(page)
                .contains("DE-ISLAND", "value=\"27498\"", "-600", "two men")
                .doesNotContain("??");
        assertThat(finance.upload("/tariffs", "/tariffs/import", "rates.csv", "")
                        .body())
                .contains("id=\"findings\"");
        assertThat(finance.get("/tariffs/new?lang=zh").body())
                .contains("重量段", "试算台")
                .doesNotContain("??");
        assertThat(finance.get("/tariffs/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void versionsFollowEachOtherAndNeverCountOnOneDay() {
        assertThat(keep(draft("1", "2035-01-01", "2036-01-01", "10"))).isEqualTo("kept");
        assertThat(keep(draft("1", "2036-01-01", "2037-01-01", "10"))).contains("This version exists already");
        assertThat(keep(draft("2", "2035-06-01", "2036-06-01", "12"))).contains("Another version counts on these days");
        var later = draft("2", "2035-06-01", "2036-06-01", "12");
        later.put("end", "yes");
        assertThat(keep(later)).isEqualTo("kept");
        assertThat(keep(draft("3", "2037-01-01", "2036-01-01", "x"))).contains("This day cannot be", "row 3");
        String list = finance.get("/tariffs?lang=en").body();
        assertThat(list).contains("<td>2035-06-01</td>", "<td>2036-06-01</td>").doesNotContain("??", "2036-01-01");
        String end = found(list, "action=\"(/tariffs/\\d+/end)\"");
        finance.post("/tariffs", end, Map.of("day", "2001-01-01"));
        assertThat(finance.get("/tariffs?lang=en").body()).contains("It cannot end on this day");
        var stranger = new Visitor(port);
        int other = tenants.create();
        stranger.signIn(people.person(other, "finance" + other, "FINANCE"), People.PASSWORD);
        assertThat(stranger.get("/tariffs").body()).doesNotContain("freight");
    }

    @Test
    void aListOfSixHundredBandsIsKeptWhole() {
        var fields = draft("1", "2035-01-01", "2036-01-01", "10");
        var more = new StringBuilder();
        for (int i = 1; i <= 600; i++) {
            more.append("band.zone=PL&band.per_parcel=&band.minimum=&band.per_kg=10&band.up_to_kg=" + i + '&');
        }
        fields.put(more + "unused", "");
        assertThat(keep(fields)).isEqualTo("kept");
        String id = found(finance.get("/tariffs").body(), "href=\"/tariffs/(\\d+)\"");
        assertThat(finance.get("/tariffs/" + id).body()).contains("<td class=\"faint\">603</td>", "value=\"600\"");
        fields.put("card.version", "2");
        fields.put("zone.zone=&".repeat(2001) + "none", "");
        assertThat(keep(fields)).contains("More rows than the page takes", "zone 2002");
    }

    @Test
    void aDraftIsTriedOnPastedParcelsAndTheRouteDeskSaysWhy() {
        assertThat(finance.get("/tariffs/new").body())
                .contains("name=\"card.name\" value=\"retail\"", "name=\"card.currency\" value=\"");
        assertThat(keep(draft("1", "2035-01-01", "2036-01-01", "10"))).isEqualTo("kept");
        String id = found(finance.get("/tariffs").body(), "href=\"/tariffs/(\\d+)\"");
        var fields = draft("2", "2036-01-01", "2037-01-01", "12");
        fields.put("against", id);
        fields.put(
                "parcels",
                "id\tcountry\tpostcode\tgrams\tsize\np1\tPL\t00-001\t10000\t\np2\tDE\t\t1000\t\np3\tPL\t\t-4\t");
        String tried =
                visitor("AUDITOR").post("/tariffs", "/tariffs/try", fields).body();
        assertThat(tried)
                .contains("2 parcels: 1 dearer, 0 cheaper, 1 without", "200.00 → 220.00", "-4")
                .contains("p2", "no zone has DE");
        assertThat(tried)
                .as("another language sends the draft again, as nothing is kept")
                .contains("form=\"editor\" formaction=\"/tariffs/try?lang=ru\"")
                .doesNotContain("href=\"/tariffs/try?lang");
        assertThat(finance.get("/tariffs/try").headers().firstValue("Location").orElse(""))
                .endsWith("/tariffs");
        fields.put("parcels", "id,country,postcode,grams,size");
        assertThat(finance.post("/tariffs", "/tariffs/try?lang=ru", fields).body())
                .contains("В списке нет посылок", "По строке на посылку");
        fields.put("against", "");
        assertThat(finance.post("/tariffs", "/tariffs/try?lang=en", fields).body())
                .contains("No version to compare with");
        finance.get("/tariffs?lang=en");
        String route = "/routes?from=URC&to=WAW&depart=2035-03-05T08:00&weight=6000&volume=10&lang=";
        assertThat(visitor("DISPATCHER").get(route + "en").body())
                .contains("66110.00 CNY", "why this price", "freight 1", "Surcharge: fuel", "6010.00")
                .doesNotContain("??");
        assertThat(finance.get(route + "zh").body())
                .contains("为何此价", "附加费：fuel")
                .doesNotContain("??");
        assertThat(finance.get(route.replace("weight=6000", "weight=") + "en").body())
                .contains("no weight was given");
    }
}
