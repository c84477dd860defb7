package org.tongdao.emulator.carrier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.tongdao.terms.ContainerNo;
import org.tongdao.terms.S10;
import org.tongdao.terms.Sscc;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The order to receive a container, as it comes over the wire; docs/formats/carrier.md. */
record Handover(String container, String seal, String hub, Instant arrivedAt, List<Bag> bags) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    record Bag(String sscc, List<Item> parcels) {}

    /**
     * One parcel.
     *
     * @param order order number; test words in it choose what happens
     */
    record Item(String no, String country, String city, String postcode, String order) {}

    /** The document cannot be worked with, and why. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    static Handover read(byte[] content) throws Unreadable {
        try {
            var handover = JSON.readValue(new String(content, StandardCharsets.UTF_8), Handover.class);
            handover.check();
            return handover;
        } catch (JacksonException e) {
            throw new Unreadable(e.getOriginalMessage());
        }
    }

    /** What makes this handover unlike any other: containers travel again and again, seals do not. */
    String key() {
        return container + "-" + seal;
    }

    private void check() throws Unreadable {
        if (!ContainerNo.isValid(container)) {
            throw new Unreadable("container number " + container);
        }
        for (var bag : bags) {
            if (!Sscc.isValid(bag.sscc())) {
                throw new Unreadable("bag number " + bag.sscc());
            }
            for (var item : bag.parcels()) {
                if (!S10.isValid(item.no())) {
                    throw new Unreadable("parcel number " + item.no());
                }
            }
        }
    }
}
