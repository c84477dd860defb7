package org.tongdao.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** Calls every operation until each answer that the document promises was given once. */
final class ContractStory {

    private static final String API = "/api/v1/";

    private final Program program;
    private final Contract contract;

    ContractStory(Program program, Contract contract) {
        this.program = program;
        this.contract = contract;
    }

    void tell() throws InterruptedException {
        orders();
        reading();
        webhooks();
        prints();
        files();
        epcis();
    }

    private void epcis() {
        String epcis = API + "epcis/";
        var document = Epcis.document(Epcis.seen("urn:c:1", "urn:c:box", "2026-11-20T09:00:00Z", "departing"));
        contract.checkRequest("POST /api/v1/epcis/capture", document);
        var put = program.post(epcis + "capture", document);
        program.post(epcis + "capture", "{");
        program.post(epcis + "capture", "{\"type\":\"EPCISDocument\",\"schemaVersion\":\"1.2\"}");
        program.send("POST", epcis + "capture", "x", Map.of("Content-Type", "text/plain"));
        program.get(put.location());
        program.get(epcis + "capture/0");
        program.get(epcis + "capture?perPage=1");
        program.get(epcis + "capture?perPage=x");
        program.get(epcis + "events?perPage=1");
        program.get(epcis + "events?perPage=x");
        program.get(epcis + "eventTypes");
        program.get(epcis + "epcs/urn:c:box/events");
        program.get(epcis + "epcs/urn:c:box/events?EQ_colour=red");
    }

    private void orders() {
        program.get(API + "openapi.json");
        contract.checkRequest("POST /api/v1/orders", Orders.order("K-1"));
        program.post(API + "orders", Orders.order("K-1"), "k");
        program.post(API + "orders", Orders.order("K-2"), "k");
        program.post(API + "orders", Orders.order("K-1"));
        program.post(API + "orders", "{}");
        program.post(API + "orders", "{");
        program.send("POST", API + "orders", "x", Map.of("Content-Type", "text/plain"));
        contract.checkRequest("POST /api/v1/orders/bulk", Orders.many("L-", 10));
        program.post(API + "orders/bulk", Orders.many("L-", 10), "l");
        program.post(API + "orders/bulk", Orders.many("L-", 11), "l");
        program.post(API + "orders/bulk", "[]");
        program.send("POST", API + "orders/bulk", "x", Map.of("Content-Type", "text/plain"));
        program.post(API + "orders/bulk", Orders.many("L-", 1_001));
    }

    private void reading() {
        var order = program.get(API + "orders?limit=1").json().at("/items/0");
        program.get(API + "orders?limit=x");
        program.get(API + "orders/" + order.at("/id").asString());
        program.get(API + "orders/nothing");
        program.get(API + "batches");
        program.get(API + "batches?cursor=x");
        program.get(API + "batches/" + order.at("/batchId").asString());
        program.get(API + "batches/0");
        program.get(API + "batches/" + order.at("/batchId").asString() + "/findings");
        program.get(API + "batches/0/findings");
        String parcel = API + "parcels/" + order.at("/parcelNo").asString();
        program.get(parcel);
        program.get(parcel + "/timeline");
        program.get(parcel + "/label");
        assertThat(program.get(parcel + "/label?format=zpl").body()).startsWith("^XA");
        program.get(parcel + "/label?format=gif");
        program.get(API + "parcels/X");
        program.get(API + "parcels/X/timeline");
        program.get(API + "parcels/X/label");
    }

    private void webhooks() {
        program.get(API + "events?after=0&limit=1");
        program.get(API + "events?after=x");
        System.setProperty("tongdao.webhooks.private", "true");
        var added = program.post(API + "webhooks", "{\"url\":\"http://localhost:9/\",\"types\":[\"orders.accepted\"]}");
        System.clearProperty("tongdao.webhooks.private");
        program.post(API + "webhooks", "{\"url\":\"http://169.254.169.254/\"}");
        program.post(API + "webhooks", "{");
        program.get(API + "webhooks");
        String one = API + "webhooks/" + added.text("/id");
        program.get(one);
        for (String act : new String[] {"enable", "disable", "secret"}) {
            program.post(one + "/" + act, "");
            program.post(API + "webhooks/0/" + act, "");
        }
        program.post(one + "/replay", "{\"from\":1,\"to\":2}");
        program.post(one + "/replay", "{\"from\":2,\"to\":1}");
        program.post(one + "/replay", "[");
        program.post(API + "webhooks/0/replay", "{\"from\":1,\"to\":2}");
        program.get(one + "/attempts");
        program.get(API + "webhooks/0/attempts");
        program.get(API + "webhooks/0");
        program.send("DELETE", one, null, Map.of());
        program.send("DELETE", API + "webhooks/0", null, Map.of());
    }

    /** A label is asked for at the bench before the story; see ContractIT. */
    private void prints() {
        program.get(API + "prints/next");
        var copy = program.get(API + "prints/next?printer=DESK");
        program.get(API + "prints/next?printer=DESK&wait=1");
        assertThat(copy.text("/zpl")).startsWith("^XA");
        String outcome = API + "prints/" + copy.text("/id") + "/outcome";
        program.post(outcome, "{\"outcome\":\"BURNT\"}");
        program.post(outcome, "{");
        contract.checkRequest("POST /api/v1/prints/{id}/outcome", "{\"outcome\":\"PRINTED\"}");
        program.post(outcome, "{\"outcome\":\"PRINTED\"}");
        program.post(outcome, "{\"outcome\":\"PRINTED\"}");
    }

    private void files() throws InterruptedException {
        var octets = Map.of("Content-Type", "application/octet-stream", "Idempotency-Key", "f");
        var job = program.send("POST", API + "files?name=a.csv", "order no\nX\n", octets);
        program.send("POST", API + "files?name=a.csv", "other", octets);
        program.send("POST", API + "files?name=..", "x", octets);
        program.get(API + "jobs");
        program.get(API + "jobs?limit=999");
        program.get(API + "jobs/x");
        program.get(API + "jobs/0/rows");
        program.get(API + "jobs/" + job.text("/id") + "/rows");
        for (int i = 0; i < 300; i++) {
            var told = program.get(API + "jobs/" + job.text("/id"));
            if (told.json().has("finishedAt")) {
                assertThat(told.text("/state")).isEqualTo("failed");
                assertThat(told.text("/failure")).contains("COLUMN-MISSING");
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the job does not end");
    }
}
