package org.tongdao.api.epcis;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tongdao.visibility.EpcisDesk;
import org.tongdao.visibility.EventQuery;

/** The log by EPCIS 2.0 query: our own events and those that partners told. */
@RestController
class EventsApi {

    private static final String CONTEXT =
            "\"@context\":[\"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld\","
                    + "{\"tongdao\":\"urn:tongdao:epcis:\"}]";

    private final EpcisDesk desk;
    private final Clock clock;

    EventsApi(EpcisDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/api/v1/epcis/events")
    ResponseEntity<byte[]> events(HttpServletRequest http) {
        Partners.only(http);
        return answer(http, new Question(http, desk::isToken).query(List.of()));
    }

    /** The parcel, bag, container, wagon or train itself, as object or as parent. */
    @GetMapping("/api/v1/epcis/epcs/{epc}/events")
    ResponseEntity<byte[]> ofEpc(@PathVariable String epc, HttpServletRequest http) {
        Partners.only(http);
        return answer(http, new Question(http, desk::isToken).query(List.of(epc)));
    }

    @GetMapping(path = "/api/v1/epcis/eventTypes", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> types(HttpServletRequest http) {
        Partners.only(http);
        return ResponseEntity.ok()
                .headers(Partners.VERSIONS)
                .body("{" + CONTEXT + ",\"type\":\"Collection\",\"member\":[\""
                        + String.join("\",\"", Question.TYPES.keySet()) + "\"]}");
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest http, EventQuery query) {
        var page = desk.events(query);
        var body = "{" + CONTEXT + ",\"type\":\"EPCISQueryDocument\",\"schemaVersion\":\"2.0\",\"creationDate\":\""
                + clock.instant()
                + "\",\"epcisBody\":{\"queryResults\":{\"queryName\":\"SimpleEventQuery\",\"resultsBody\":{\"eventList\":["
                + String.join(",", page.events()) + "]}}}}";
        return ResponseEntity.ok()
                .headers(Partners.headers(http, page.next()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.getBytes(StandardCharsets.UTF_8));
    }
}
