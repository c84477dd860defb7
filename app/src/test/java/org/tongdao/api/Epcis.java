package org.tongdao.api;

import java.util.List;

/** Documents of a partner for tests. */
final class Epcis {

    private Epcis() {}

    static String document(String... events) {
        return "{\"@context\":[\"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld\",{\"carrier\":\"https://carrier.example/\"}],"
                + "\"type\":\"EPCISDocument\",\"schemaVersion\":\"2.0\",\"creationDate\":\"2026-11-20T08:00:00Z\","
                + "\"epcisBody\":{\"eventList\":[" + String.join(",", List.of(events)) + "]}}";
    }

    /** Somebody saw something; {@code id} empty: the sender gives none. */
    static String seen(String id, String epc, String time, String bizStep) {
        return "{\"type\":\"ObjectEvent\"," + (id.isEmpty() ? "" : "\"eventID\":\"" + id + "\",") + "\"eventTime\":\""
                + time + "\",\"eventTimeZoneOffset\":\"+05:00\",\"epcList\":[\"" + epc
                + "\"],\"action\":\"OBSERVE\",\"bizStep\":\"urn:epcglobal:cbv:bizstep:" + bizStep
                + "\",\"disposition\":\"in_transit\",\"readPoint\":{\"id\":\"urn:carrier:gate:1\"},"
                + "\"bizLocation\":{\"id\":\"urn:carrier:depot:ALA\"},\"carrier:van\":\"7\"}";
    }
}
