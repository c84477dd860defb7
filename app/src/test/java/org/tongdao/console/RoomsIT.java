package org.tongdao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongdao.console.access.People;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Tenancy;
import org.tongdao.terms.S10;
import org.tongdao.tracking.Epc;

/** Every room answers on an ordinary morning and on an empty house, in both languages, and shows nothing of the neighbour. */
@OnConsole
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoomsIT {

    private static final String[] LISTS = {
        "/today",
        "/batches",
        "/orders",
        "/bulk",
        "/declarations",
        "/declarations/day",
        "/declarations/inspections",
        "/declarations/receipts",
        "/declarations/sending",
        "/declarations/match",
        "/declarations/transit",
        "/containers",
        "/trains",
        "/yard",
        "/yard/dostyk",
        "/pulls",
        "/map",
        "/statistics",
        "/statistics/ports",
        "/yard/alashankou/whatif",
        "/admin",
        "/admin/roles",
        "/admin/audit",
        "/admin/jobs",
        "/admin/upkeep"
    };

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    FreshTenant tenants;

    @Autowired
    ConsoleStory story;

    private int tenant;
    private ConsoleStory.Told told;
    private Visitor visitor;
    private Visitor neighbour;

    @BeforeAll
    void anOrdinaryMorning() {
        tenant = tenants.create();
        told = Tenancy.as(tenant, story::tell);
        visitor = visitor(tenant);
        neighbour = visitor(tenants.create());
    }

    @Test
    void everyRoomSpeaksBothLanguages() {
        for (String path : LISTS) {
            for (String language : new String[] {"zh", "en"}) {
                var page = visitor.get(path + "?lang=" + language);
                assertThat(page.statusCode()).as(path).isEqualTo(200);
                assertThat(page.body())
                        .as(path)
                        .contains("lang=\"" + language + "\"")
                        .doesNotContain("??");
            }
        }
    }

    @Test
    void ownFiguresOfAPortStandBesidePublishedOnesAndADisagreementIsFlagged() {
        var khorgos = visitor.get("/statistics/ports?port=HRS&by=year&lang=en").body();
        assertThat(khorgos).contains("6,362", "4,652", "+26.6 %", "+36.8 %", "disagree", "No train was told");
        assertThat(khorgos.indexOf("id=\"own\"")).isLessThan(khorgos.indexOf("id=\"published\""));
        assertThat(visitor.get("/statistics/ports?port=AKL&by=nonsense").statusCode())
                .isEqualTo(200);
        assertThat(visitor.get("/statistics/ports/AKL/2026-Q1").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/statistics/ports/AKL/2026-Q9").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/statistics/ports/XXX/2026").statusCode()).isEqualTo(404);
    }

    @Test
    void ordersAndContainersShowWhatWasPromisedAndWhyThatChanged() {
        for (String path : new String[] {"/orders/" + told.firstOrder(), "/containers/" + told.container()}) {
            assertThat(visitor.get(path + "?lang=en").body())
                    .as(path)
                    .contains(
                            "What was promised", "first promise", "as booked", "new promise 2", "snow closed the pass");
            assertThat(visitor.get(path + "?lang=zh").body()).as(path).contains("承诺记录", "首次承诺", "订舱时");
        }
    }

    @Test
    void theCountryOfArrivalSpeaksFourLanguagesAndNamesItsSources() {
        var words = Map.of("en", "free up to EUR", "zh", "免税额", "ru", "беспошлинно до", "kk", "бажсыз");
        words.forEach((language, word) -> {
            var kazakh = visitor.get("/orders/" + told.firstOrder() + "?lang=" + language)
                    .body();
            assertThat(kazakh)
                    .contains("id=\"arrival\"", word, "customs value of one parcel")
                    .doesNotContain("??");
            var polish = visitor.get("/orders/" + (told.firstOrder() + 2) + "?lang=" + language)
                    .body();
            assertThat(polish).contains("id=\"arrival\"", "IOSS H7", "150").doesNotContain("??");
        });
    }

    @Test
    void parcelsToTheUnionStandAsHousesOfTheirContainerAtTheDeskAndOnTheirOrder() {
        long order = Tenancy.as(tenant, () -> story.oneGoesToPoland(told.container()));
        for (String language : new String[] {"en", "zh", "ru", "kk"}) {
            String page = "/declarations/transit/" + told.container() + "?lang=" + language;
            assertThat(visitor.get(page).body())
                    .contains("1,999", "NCTS5", "611692")
                    .doesNotContain("??");
            assertThat(visitor.get("/orders/" + order + "?lang=" + language).body())
                    .contains("id=\"transit\"", "NCTS5")
                    .doesNotContain("??");
        }
        String sheet = "/declarations/transit/" + told.container() + "/houses.csv?houses=99";
        assertThat(visitor.get(sheet).body())
                .contains("declaration,house,waybill_no")
                .contains(",PL,1,611692,");
        assertThat(visitor.get(sheet + "x").statusCode()).isEqualTo(400);
        assertThat(visitor.get("/declarations/transit/999999").statusCode()).isEqualTo(404);
        assertThat(neighbour.get("/declarations/transit/" + told.container()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void anEmptyHouseTeaches() {
        for (String path : new String[] {"/today", "/batches", "/orders", "/containers", "/trains", "/statistics"}) {
            assertThat(neighbour.get(path).body()).as(path).contains("bin/tongdao ship");
        }
    }

    @Test
    void theNeighbourSeesNothingOnAnyList() {
        for (String path : LISTS) {
            assertThat(neighbour.get(path).body()).as(path).doesNotContain("TS000", told.firstTrain(), "Tianshan");
        }
        assertThat(neighbour.get("/orders.csv").body().lines()).hasSize(1);
        assertThat(neighbour.get("/map/corridor.json").body()).doesNotContain(told.firstTrain());
    }

    @Test
    void theNeighbourCannotOpenOneByItsNumber() {
        for (String path : new String[] {
            "/orders/" + told.firstOrder(),
            "/batches/" + told.batch(),
            "/containers/" + told.container(),
            "/containers/" + told.container() + "/plan.json",
            "/containers/" + told.container() + "/layers/1.svg",
            "/containers/" + told.container() + "/sheet.pdf",
            "/containers/" + told.container() + "/papers/packing",
            "/trains/" + told.firstTrain() + "/papers/manifest",
            "/parcels/" + told.firstParcel() + "/papers/postal",
            "/trains/" + told.firstTrain()
        }) {
            assertThat(neighbour.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(neighbour.get("/find?q=" + told.firstParcel()).body()).doesNotContain("/orders/");
    }

    @Test
    void pagesOfTheOrdersListMeetWithoutGapOrRepeat() {
        var seen = new java.util.ArrayList<String>();
        String path = "/orders";
        while (!path.isEmpty()) {
            String body = visitor.get(path).body();
            java.util.regex.Pattern.compile(">(TS\\d{6})<")
                    .matcher(body)
                    .results()
                    .forEach(m -> seen.add(m.group(1)));
            var next = java.util.regex.Pattern.compile("href=\"(/orders\\?[^\"]*after=\\d+)\"")
                    .matcher(body);
            path = next.find() ? next.group(1).replace("&amp;", "&") : "";
        }
        assertThat(seen).hasSize(ConsoleStory.ORDERS).doesNotHaveDuplicates();
    }

    @Test
    void theExportHoldsWhatTheFilterShows() {
        assertThat(visitor.get("/orders.csv?hub=WAW").body().lines().skip(1))
                .hasSize(60)
                .allMatch(l -> l.contains(",WAW,"));
        assertThat(visitor.get("/orders.csv?state=HELD").body().lines().skip(1))
                .isNotEmpty()
                .allMatch(l -> l.endsWith("HELD"));
        assertThat(visitor.get("/orders.csv").body().lines().skip(1)).hasSize(ConsoleStory.ORDERS);
    }

    @Test
    void theSearchBoxOpensWhateverWasScanned() {
        assertThat(visitor.get("/find?q=" + told.firstParcel()).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/orders/" + told.firstOrder()));
        assertThat(visitor.get("/find?q=" + told.bag()).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/orders?bag=" + told.bag()));
        assertThat(visitor.get("/find?q=TS000001%20TS000002%20nonsense").body())
                .contains("TS000001", "TS000002", "nonsense");
    }

    @Test
    void heldParcelsStandInTheQueueWithCauseAndFix() {
        String queue = visitor.get("/declarations?lang=en").body();
        assertThat(queue)
                .contains(
                        "Refused",
                        "Inspection",
                        "customs refused the document",
                        "bring the parcel to the inspection area");
    }

    @Test
    void everybodyMayTrackAParcelButSeesNoPersonalData() {
        var stranger = new Visitor(port);
        for (String language : new String[] {"zh", "en", "ru", "kk"}) {
            var page = stranger.get("/track/" + told.firstParcel() + "?lang=" + language);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains(told.firstParcel()).doesNotContain("Сериковна", "+7701", "Abay", "??");
        }
        assertThat(stranger.get("/track/LZ000000005CN").statusCode()).isEqualTo(404);
    }

    @Test
    void whatAPartnerToldStandsOnTheOrderBesideTheFacts() {
        assertThat(visitor.get("/orders/" + told.firstOrder()).body()).doesNotContain("id=\"reports\"");
        long capture = tenants.asOwner(
                "INSERT INTO epcis_capture (tenant_id, api_key, teller, all_or_none, body, created_at) VALUES ("
                        + tenant + ", 1, 'Steppe Express', false, '', now()) RETURNING id");
        long report = tenants.asOwner(
                "INSERT INTO epcis_report (tenant_id, capture, event_id, sha256, form, action, biz_step, disposition, read_point,"
                        + " biz_location, at, parent, document, recorded_at) VALUES (" + tenant + ", " + capture
                        + ", 'urn:e:1', '\\x01', 'OBJECT', 'OBSERVE', 'departing', 'in_transit', '', 'urn:depot:ALA', '2026-01-08T01:00:00Z', '', '{}', now()) RETURNING id");
        tenants.asOwner("INSERT INTO epcis_report_epc VALUES (" + tenant + ", '"
                + Epc.parcel(new S10(told.firstParcel())) + "', " + report + ") RETURNING 1");
        assertThat(visitor.get("/orders/" + told.firstOrder() + "?lang=en").body())
                .contains("Told by partners", "Steppe Express", "departing", "urn:depot:ALA");
    }

    private Visitor visitor(int of) {
        var one = new Visitor(port);
        one.signIn(people.person(of, "room" + of, "ADMIN"), People.PASSWORD);
        return one;
    }
}
