package org.tongdao.api.orders;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongdao.api.ApiKey;
import org.tongdao.intake.SingleOrders;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the bytes of a call to checked orders; runs on the thread of the call and needs no database. */
@Component
class Reading {

    /** How a call came: for the answer's language and for recognising a repetition. */
    record Call(ApiKey key, Optional<String> idempotencyKey, Locale language, String route) {}

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxStringLength(64 * 1024)
                            .maxNumberLength(60)
                            .build())
                    .build())
            .build();

    private final SingleOrders orders;

    Reading(SingleOrders orders) {
        this.orders = orders;
    }

    JsonNode tree(byte[] body) {
        return JSON.readTree(body);
    }

    Request one(Call call, byte[] body) {
        return request(call, body, List.of(item(call, tree(body), "")), false);
    }

    Request many(Call call, byte[] body, JsonNode list, int first) {
        var items = new ArrayList<Request.Item>(list.size());
        for (int i = 0; i < list.size(); i++) {
            items.add(item(call, list.get(i), "/orders/" + (first + i)));
        }
        return request(call, body, items, true);
    }

    Request.Item item(Call call, JsonNode order, String base) {
        var merchant = Optional.of(call.key().merchant()).filter(m -> !m.isEmpty());
        var body = new OrderBody(order, base, merchant);
        return body.faults().isEmpty()
                ? new Request.Item(base, body.orderNo(), orders.check(body.form()), List.of())
                : new Request.Item(base, body.orderNo(), null, body.faults());
    }

    private static Request request(Call call, byte[] body, List<Request.Item> items, boolean bulk) {
        return new Request(call.key(), call.idempotencyKey(), sha256(call.route(), body), items, call.language(), bulk);
    }

    static byte[] sha256(String route, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(route.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
