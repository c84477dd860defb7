package org.tongdao.consolidation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.platform.NumberRange;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Sscc;

/**
 * Bags that people fill. An answer is empty when it was done, else it says why not. Two hands at one parcel: the key of {@code bag_parcel} lets one win,
 * the other gets the exception of the database and asks again.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class HandBags {

    private final JdbcClient jdbc;
    private final NumberRange numbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandBags(JdbcClient jdbc, NumberRange numbers, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    public Optional<ParcelHere> findParcel(String parcelNo) {
        return jdbc.sql(ParcelHere.SQL).param(parcelNo).query(ParcelHere.class).optional();
    }

    public Optional<BagHere> find(String sscc) {
        return jdbc.sql(BagHere.SQL).param(sscc).query(BagHere.class).optional();
    }

    /** A bag with the next number of ours. */
    public BagHere open() {
        return open(Sscc.of(0, "6901234", numbers.take("SSCC", 1)).value());
    }

    /** A bag whose label was printed before; it gets its way with its first parcel. */
    public BagHere open(String sscc) {
        var full = BagDesk.RULES.full();
        jdbc.sql("""
                        INSERT INTO bag (tenant_id, sscc, hub, regime, parcels, tare_g, gross_g, length_mm, width_mm, height_mm)
                        VALUES (current_tenant(), ?, '', '', 0, ?, ?, ?, ?, ?)""")
                .params(sscc, BagDesk.RULES.tareG(), BagDesk.RULES.tareG())
                .params(full.lengthMm(), full.widthMm(), full.heightMm())
                .update();
        return find(sscc).orElseThrow();
    }

    public Optional<Finding> put(ParcelHere parcel, BagHere bag) {
        var against = HandRules.mayGoInto(parcel, bag, BagDesk.RULES);
        if (against.isPresent()) {
            return against;
        }
        int changed = jdbc.sql("""
                        UPDATE bag SET parcels = parcels + 1, gross_g = gross_g + :g, hub = :hub, regime = :regime
                        WHERE tenant_id = current_tenant() AND id = :id AND closed_at IS NULL AND gross_g + :g <= :max
                          AND (parcels = 0 OR hub = :hub AND regime = :regime)""")
                .param("g", parcel.grossG())
                .param("hub", parcel.hub())
                .param("regime", parcel.regime())
                .param("id", bag.id())
                .param("max", BagDesk.RULES.maxGrossG())
                .update();
        if (changed == 0) {
            return HandRules.no("BENCH-BAG-SEALED", bag.sscc(), "It was closed or filled just now. Take another bag.");
        }
        jdbc.sql("INSERT INTO bag_parcel (tenant_id, parcel_id, bag_id) VALUES (current_tenant(), ?, ?)")
                .params(parcel.id(), bag.id())
                .update();
        return Optional.empty();
    }

    /** Out of a bag that is open. */
    public Optional<Finding> takeOut(ParcelHere parcel) {
        if (parcel.bag().isEmpty()) {
            return HandRules.no("BENCH-NOT-INSIDE", parcel.parcelNo(), "It is in no bag.");
        }
        if (!parcel.container().isEmpty()) {
            return HandRules.no("BENCH-BAG-LOADED", parcel.where(), "Unload this bag before anything goes out.");
        }
        var left = jdbc.sql("""
                        UPDATE bag SET parcels = parcels - 1, gross_g = gross_g - ?
                        WHERE tenant_id = current_tenant() AND sscc = ? AND closed_at IS NULL RETURNING id""")
                .params(parcel.grossG(), parcel.bag())
                .query(Long.class)
                .optional();
        if (left.isEmpty()) {
            return HandRules.no("BENCH-BAG-SEALED", parcel.bag(), "Have the bag opened again first.");
        }
        jdbc.sql("DELETE FROM bag_parcel WHERE tenant_id = current_tenant() AND parcel_id = ? AND bag_id = ?")
                .params(parcel.id(), left.get())
                .update();
        return Optional.empty();
    }

    public Optional<Finding> close(BagHere bag) {
        var against = HandRules.mayClose(bag);
        if (against.isPresent()) {
            return against;
        }
        var now = clock.instant();
        int changed = jdbc.sql("""
                        UPDATE bag SET closed_at = ?, height_mm = ? WHERE tenant_id = current_tenant() AND id = ? AND closed_at IS NULL""")
                .params(Timestamp.from(now), BagDesk.size(bag.volumeMm3()).heightMm(), bag.id())
                .update();
        if (changed == 0) {
            return HandRules.no("BENCH-TWICE", bag.sscc(), "It was closed just now by somebody else.");
        }
        events.publishEvent(new UnitSealed("bag", List.of(bag.id()), now));
        return Optional.empty();
    }

    /** Opens a closed bag again; while it is open its container does not depart. */
    public Optional<Finding> reopen(BagHere bag) {
        if (bag.gone()) {
            return HandRules.no("BENCH-GONE", bag.sscc(), "Its train has left.");
        }
        int changed = jdbc.sql("""
                        UPDATE bag SET closed_at = NULL, closings = closings + 1
                        WHERE tenant_id = current_tenant() AND id = ? AND closed_at IS NOT NULL AND held_at IS NULL AND NOT piece""").param(bag.id()).update();
        return changed == 1
                ? Optional.empty()
                : HandRules.no("BENCH-NOT-CLOSED", bag.sscc(), "It is open, or it is one piece that is no bag.");
    }
}
