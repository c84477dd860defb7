package org.tongdao.consolidation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.loading.ContainerType;
import org.tongdao.terms.Finding;

/** Containers that people load. As with {@link HandBags}, an empty answer means done, and two hands at one bag end with the key of {@code container_bag}. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class HandContainers {

    private final JdbcClient jdbc;
    private final HandSeal sealing;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Fleet fleet = Fleet.shipped();

    HandContainers(JdbcClient jdbc, HandSeal sealing, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.events = events;
        this.clock = clock;
    }

    /** Its present journey. */
    public Optional<BoxHere> find(String containerNo) {
        return jdbc.sql(BoxHere.SQL).param(containerNo).query(BoxHere.class).optional();
    }

    public List<String> types() {
        return fleet.types().stream().map(ContainerType::code).toList();
    }

    /** A new journey of this box; it gets its way with its first bag. */
    public BoxHere open(String containerNo, String typeCode) {
        var type = type(typeCode);
        jdbc.sql("""
                        INSERT INTO container (tenant_id, container_no, type_code, hub, regime, bags, parcels, tare_g, gross_g, load_plan)
                        VALUES (current_tenant(), ?, ?, '', '', 0, 0, ?, ?, '{}')""")
                .params(containerNo, type.code(), type.tareG(), type.tareG())
                .update();
        return find(containerNo).orElseThrow();
    }

    public Optional<Finding> load(BagHere bag, BoxHere box) {
        var against = HandRules.mayGoInto(bag, box);
        if (against.isPresent()) {
            return against;
        }
        int changed = jdbc.sql("""
                        UPDATE container SET bags = bags + 1, parcels = parcels + :parcels, gross_g = gross_g + :g, hub = :hub, regime = :regime
                        WHERE tenant_id = current_tenant() AND id = :id AND sealed_at IS NULL AND gross_g + :g <= :max
                          AND (bags = 0 OR hub = :hub AND regime = :regime)""")
                .param("parcels", bag.parcels())
                .param("g", bag.grossG())
                .param("hub", bag.hub())
                .param("regime", bag.regime())
                .param("id", box.id())
                .param("max", type(box.typeCode()).maxGrossG())
                .update();
        if (changed == 0) {
            return HandRules.no("BENCH-CONTAINER-FULL", box.containerNo(), "It is full or was sealed just now.");
        }
        int put = jdbc.sql("""
                        INSERT INTO container_bag (tenant_id, bag_id, container_id, sequence, x_mm, y_mm, z_mm, dx_mm, dy_mm, dz_mm)
                        SELECT current_tenant(), b.id, ?, 1 + (SELECT coalesce(max(sequence), 0) FROM container_bag o WHERE o.tenant_id = b.tenant_id AND o.container_id = ?),
                               0, 0, 0, b.length_mm, b.width_mm, b.height_mm
                        FROM bag b WHERE b.tenant_id = current_tenant() AND b.id = ? AND b.closed_at IS NOT NULL""").params(box.id(), box.id(), bag.id()).update();
        if (put == 0) {
            throw new ConcurrencyFailureException("bag " + bag.sscc() + " was opened meanwhile");
        }
        return Optional.empty();
    }

    public Optional<Finding> unload(BagHere bag) {
        if (bag.container().isEmpty()) {
            return HandRules.no("BENCH-NOT-INSIDE", bag.sscc(), "It is in no container.");
        }
        var left = jdbc.sql("""
                        UPDATE container SET bags = bags - 1, parcels = parcels - ?, gross_g = gross_g - ?
                        WHERE tenant_id = current_tenant() AND container_no = ? AND sealed_at IS NULL RETURNING id""")
                .params(bag.parcels(), bag.grossG(), bag.container())
                .query(Long.class)
                .optional();
        if (left.isEmpty()) {
            return HandRules.no("BENCH-CONTAINER-SEALED", bag.container(), "Have its seal cut by a supervisor first.");
        }
        jdbc.sql("DELETE FROM container_bag WHERE tenant_id = current_tenant() AND bag_id = ? AND container_id = ?")
                .params(bag.id(), left.get())
                .update();
        return Optional.empty();
    }

    /** Closes the doors; the loading engine must find a place for every bag. */
    public Optional<Finding> seal(BoxHere box, String seal) {
        var against = HandRules.maySeal(box, seal, sealing.isUsed(seal));
        if (against.isEmpty()) {
            against = sealing.seal(box, type(box.typeCode()), seal);
        }
        if (against.isEmpty()) {
            events.publishEvent(new UnitSealed("container", List.of(box.id()), clock.instant()));
        }
        return against;
    }

    /** Cuts the seal of a container that no train was found for yet; the number is spent. */
    public Optional<Finding> reopen(BoxHere box, String reason, String actor) {
        int changed = jdbc.sql("""
                        UPDATE container c SET seal_no = NULL, sealed_at = NULL, load_plan = '{}'
                        WHERE tenant_id = current_tenant() AND id = ? AND sealed_at IS NOT NULL
                          AND NOT EXISTS (SELECT FROM container_leg l WHERE l.tenant_id = c.tenant_id AND l.container_id = c.id)""").param(box.id()).update();
        if (changed == 0) {
            return HandRules.no(
                    "BENCH-BOOKED",
                    box.containerNo(),
                    "It is open, or booked on a train: pull single parcels instead.");
        }
        jdbc.sql("INSERT INTO cut_seal (tenant_id, seal_no, container_id, reason, actor, at)"
                        + " VALUES (current_tenant(), ?, ?, ?, ?, ?)")
                .params(box.sealNo(), box.id(), reason, actor, Timestamp.from(clock.instant()))
                .update();
        return Optional.empty();
    }

    private ContainerType type(String code) {
        return fleet.types().stream()
                .filter(t -> t.code().equals(code))
                .findFirst()
                .orElse(fleet.types().get(0));
    }
}
