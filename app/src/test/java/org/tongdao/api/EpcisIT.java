package org.tongdao.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongdao.console.OnConsole;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Tenancy;

/** A carrier tells EPCIS events and asks for them: each once, each answered for, none of them a fact of ours. */
@OnConsole
class EpcisIT {

    private static final String API = "/api/v1/epcis/";
    private static final Contract CONTRACT = new Contract();

    @LocalServerPort
    int port;

    @Autowired
    FreshTenant tenants;

    @Autowired
    ApiKeys keys;

    int tenant;
    Program carrier;
    String parcel;

    @BeforeEach
    void aCarrierAndAParcel() {
        tenant = tenants.create();
        carrier = program(tenant, "");
        parcel = carrier.post("/api/v1/orders", Orders.order("E-1")).text("/parcelNo");
    }

    @Test
    void goodEventsAreTakenBesideBadOnesAndEachIsAnsweredFor() {
        var told = capture(Epcis.document(
                seen("urn:carrier:e:1", "2026-11-20T09:00:00+05:00"),
                "{\"type\":\"ObjectEvent\",\"eventTime\":\"yesterday\",\"eventTimeZoneOffset\":\"+05:00\",\"action\":\"OBSERVE\",\"epcList\":[\"urn:a:b\"]}",
                "7",
                seen("urn:tongdao:event:T250:" + parcel, "2026-11-20T09:05:00+05:00"),
                seen("urn:carrier:e:2", "9999-11-20T09:00:00+05:00"),
                seen("urn:carrier:e:1", "2026-11-20T10:00:00+05:00")));
        assertThat(told.text("/running") + told.text("/success")).isEqualTo("falsefalse");
        assertThat(outcomes(told)).containsExactly("taken", "refused", "refused", "refused", "refused", "refused");
        assertThat(told.json()
                        .path("errors")
                        .valueStream()
                        .map(e -> e.path("pointer").asString()))
                .containsExactly(
                        "/epcisBody/eventList/1/eventTime",
                        "/epcisBody/eventList/2",
                        "/epcisBody/eventList/3/eventID",
                        "/epcisBody/eventList/4/eventTime",
                        "/epcisBody/eventList/5/eventID");
        assertThat(told.json().path("taken").asInt()).isEqualTo(1);
    }

    @Test
    void theSameIdAndTheSameContentAreTakenOnce() {
        var one = seen("urn:carrier:e:1", "2026-11-20T09:00:00+05:00");
        var nameless = seen("", "2026-11-20T11:00:00+05:00");
        assertThat(outcomes(capture(Epcis.document(one, nameless, nameless))))
                .containsExactly("taken", "taken", "known");
        var again = capture(Epcis.document(nameless, one, one.replace("urn:carrier:e:1", "urn:carrier:e:1-again")));
        assertThat(outcomes(again)).containsExactly("known", "known", "known");
        assertThat(again.text("/success")).isEqualTo("true");
        assertThat(ids(carrier.get(API + "events?EQ_readPoint=urn:carrier:gate:1")))
                .hasSize(2);
    }

    @Test
    void withRollbackOneBadEventKeepsAllOut() {
        var told = capture(
                Epcis.document(seen("urn:carrier:e:1", "2026-11-20T09:00:00+05:00"), "{}"),
                Map.of("GS1-Capture-Error-Behaviour", "rollback"));
        assertThat(outcomes(told)).containsExactly("left out", "refused");
        assertThat(ids(carrier.get(API + "events?EQ_eventID=urn:carrier:e:1"))).isEmpty();
    }

    @Test
    void aPartnersWordIsShownOnTheTimelineAndChangesNoFact() {
        var delivered = seen("urn:carrier:e:9", "2026-11-20T09:00:00+05:00")
                .replace("\"carrier:van\":\"7\"", "\"tongdao:milestone\":\"T250\"")
                .replace("in_transit", "inactive");
        var told = capture(Epcis.document(delivered));
        assertThat(told.text("/events/0/notes/0/type")).isEqualTo("urn:tongdao:problem:EPCIS-CLAIM");
        var timeline = carrier.get("/api/v1/parcels/" + parcel + "/timeline").json();
        assertThat(timeline.path("status").asString()).isEqualTo("accepted");
        assertThat(timeline.path("steps").size()).isEqualTo(1);
        assertThat(timeline.at("/reports/0/eventId").asString()).isEqualTo("urn:carrier:e:9");
        assertThat(timeline.at("/reports/0/place").asString()).isEqualTo("urn:carrier:depot:ALA");
        assertThat(timeline.at("/reports/0/teller").asString()).isEqualTo("carrier");
    }

    @Test
    void aQueryFindsOurEventsAndToldOnesByTimeStepPlaceAndThing() {
        capture(Epcis.document(
                seen("urn:carrier:e:1", "2026-11-20T09:00:00+05:00"),
                seen("urn:carrier:e:2", "2026-11-20T11:00:00+05:00").replace("departing", "arriving"),
                Epcis.seen("urn:carrier:e:3", "urn:other:thing", "2026-11-20T12:00:00+05:00", "departing")));
        String thing = "urn:tongdao:s10:" + parcel;
        var all = ids(carrier.get(API + "epcs/" + thing + "/events"));
        assertThat(all).contains("urn:carrier:e:1", "urn:carrier:e:2").hasSize(3);
        assertThat(all.stream().filter(id -> id.startsWith("urn:tongdao:event:T010")))
                .hasSize(1);
        assertThat(asked("MATCH_epc=" + thing + "&EQ_bizStep=arriving")).containsExactly("urn:carrier:e:2");
        assertThat(asked("GE_eventTime=2026-11-20T06:00:00Z&LT_eventTime=2026-11-20T07:00:00Z"))
                .containsExactly("urn:carrier:e:2");
        assertThat(asked("EQ_bizLocation=urn:carrier:depot:ALA&eventType=ObjectEvent"))
                .hasSize(3);
        assertThat(asked("EQ_disposition=in_transit&eventType=AggregationEvent"))
                .isEmpty();
        var told = carrier.get(API + "events?EQ_eventID=urn:carrier:e:1")
                .json()
                .at("/epcisBody/queryResults/resultsBody/eventList/0");
        assertThat(told.at("/carrier:van").asString()).isEqualTo("7");
        assertThat(told.at("/@context/1/carrier").asString()).isEqualTo("https://carrier.example/");
        assertThat(told.has("recordTime")).isTrue();
    }

    @Test
    void pagesFollowTheirLinkToTheEndWithoutGapOrRepetition() {
        var events = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            events.add(seen("urn:carrier:p:" + i, "2026-11-2" + i / 3 + "T09:00:00+05:00")
                    .replace("\"7\"", "\"" + i + "\""));
        }
        capture(Epcis.document(events.toArray(String[]::new)));
        List<String> read = new ArrayList<>();
        String next = API + "events?perPage=3";
        int pages = 0;
        while (!next.isEmpty()) {
            var page = carrier.get(next);
            read.addAll(ids(page));
            next = page.link();
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(read).doesNotHaveDuplicates().hasSize(8);
    }

    @Test
    void whatCannotBeAnsweredTrulyIsRefused() {
        for (String question : List.of(
                "EQ_colour=red",
                "perPage=0",
                "GE_eventTime=now",
                "MATCH_epc=urn:epc:id:sscc:*",
                "nextPageToken=eA",
                "eventType=TransformationEvent",
                "EQ_action=ADD&EQ_action=DELETE",
                "LT_eventTime=%2B123456789-01-01T00:00:00Z")) {
            assertThat(carrier.get(API + "events?" + question).status())
                    .as(question)
                    .isEqualTo(400);
        }
    }

    @Test
    void anotherTenantSeesNothingAndAKeyOfOneMerchantHasNoSuchRoute() {
        capture(Epcis.document(seen("urn:carrier:e:1", "2026-11-20T09:00:00+05:00")));
        var other = program(tenants.create(), "");
        assertThat(ids(other.get(API + "events?EQ_eventID=urn:carrier:e:1"))).isEmpty();
        assertThat(other.get(API + "capture").body()).isEqualTo("[]");
        var secret = Tenancy.as(tenant, () -> keys.issue("shop", ApiKey.SCOPES, "Tianshan Trade", "test"))
                .secret();
        assertThat(RawCall.status(port, "GET", API + "events", secret)).isEqualTo(404);
        assertThat(RawCall.status(port, "GET", API + "capture", secret)).isEqualTo(404);
    }

    private String seen(String id, String time) {
        return Epcis.seen(id, "urn:tongdao:s10:" + parcel, time, "departing");
    }

    private Program.Told capture(String document) {
        return capture(document, Map.of());
    }

    private Program.Told capture(String document, Map<String, String> headers) {
        var put = carrier.send("POST", API + "capture", document, headers);
        assertThat(put.status()).as(put.body()).isEqualTo(202);
        return carrier.until(
                put.location(), told -> !told.json().path("running").asBoolean());
    }

    private List<String> asked(String question) {
        return ids(carrier.get(API + "events?" + question));
    }

    private static List<String> ids(Program.Told told) {
        return told.json()
                .at("/epcisBody/queryResults/resultsBody/eventList")
                .valueStream()
                .map(e -> e.path("eventID").asString())
                .toList();
    }

    private static List<String> outcomes(Program.Told told) {
        return told.json()
                .path("events")
                .valueStream()
                .map(e -> e.path("outcome").asString())
                .toList();
    }

    private Program program(int of, String merchant) {
        var secret = Tenancy.as(of, () -> keys.issue("carrier", ApiKey.SCOPES, merchant, "test"))
                .secret();
        return new Program(port, secret, CONTRACT);
    }
}
