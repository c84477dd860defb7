package org.tongdao.port;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.platform.NumberRange;
import org.tongdao.terms.Sscc;

/** Moves one parcel between its bag and the inspectors' unit, so that bag, container and train keep being their parts (I-04, I-16). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PullBooks {

    private static final String COMPANY = "6901234";

    private final JdbcClient jdbc;
    private final NumberRange numbers;

    PullBooks(JdbcClient jdbc, NumberRange numbers) {
        this.jdbc = jdbc;
        this.numbers = numbers;
    }

    /** @param sscc of the inspectors' unit, {@code gramsGone} from the container, {@code bagsGone} 1 when the bag held nothing else */
    record Taken(String sscc, long gramsGone, int bagsGone, String place) {}

    /** A parcel that is alone in its bag goes with it; else it gets a unit of its own. */
    Taken takeOut(PullCase.InBag bag, Instant now) {
        return bag.isAlone() ? whole(bag, now) : apart(bag, now);
    }

    private Taken whole(PullCase.InBag bag, Instant now) {
        var place = jdbc.sql(
                        "DELETE FROM container_bag cb WHERE tenant_id = current_tenant() AND bag_id = ? RETURNING to_jsonb(cb)::text")
                .param(bag.bagId())
                .query(String.class)
                .single();
        jdbc.sql("UPDATE bag SET held_at = ? WHERE tenant_id = current_tenant() AND id = ?")
                .params(Timestamp.from(now), bag.bagId())
                .update();
        return new Taken(bag.sscc(), bag.bagG(), 1, place);
    }

    private Taken apart(PullCase.InBag bag, Instant now) {
        var sscc = Sscc.of(0, COMPANY, numbers.take("SSCC", 1)).value();
        long unit = jdbc.sql("""
                        INSERT INTO bag (tenant_id, sscc, hub, regime, parcels, tare_g, gross_g, length_mm, width_mm, height_mm, closed_at, piece, held_at)
                        SELECT tenant_id, ?, hub, regime, 1, 0, gross_g, length_mm, width_mm, height_mm, ?, true, ?
                        FROM parcel WHERE tenant_id = current_tenant() AND id = ? RETURNING id""")
                .params(sscc, Timestamp.from(now), Timestamp.from(now), bag.parcelId())
                .query(Long.class)
                .single();
        move(bag.parcelId(), unit);
        grow(bag.bagId(), -1, -bag.parcelG());
        return new Taken(sscc, bag.parcelG(), 0, "{}");
    }

    /** Back where it was: the unit into the container as it stood, or the parcel into its bag. */
    Taken putBack(PullBack back) {
        if (back.wasWhole()) {
            jdbc.sql("INSERT INTO container_bag SELECT * FROM jsonb_populate_record(NULL::container_bag, ?::jsonb)")
                    .param(back.place())
                    .update();
            jdbc.sql("UPDATE bag SET held_at = NULL WHERE tenant_id = current_tenant() AND id = ?")
                    .param(back.heldId())
                    .update();
            return new Taken(back.heldSscc(), back.heldG(), 1, back.place());
        }
        long bag = jdbc.sql("SELECT id FROM bag WHERE tenant_id = current_tenant() AND sscc = ?")
                .param(back.bagSscc())
                .query(Long.class)
                .single();
        move(back.parcelId(), bag);
        grow(bag, 1, back.heldG());
        jdbc.sql("DELETE FROM bag WHERE tenant_id = current_tenant() AND id = ?")
                .param(back.heldId())
                .update();
        return new Taken(back.bagSscc(), back.heldG(), 0, "{}");
    }

    /** Room behind what stands in the container already, at its doors. */
    private static final String AT_THE_DOORS = """
            FROM bag b CROSS JOIN container c
            CROSS JOIN LATERAL (SELECT coalesce(max(x.x_mm + x.dx_mm), 0) AS x, coalesce(max(x.sequence), 0) + 1 AS sequence
                                FROM container_bag x WHERE x.tenant_id = c.tenant_id AND x.container_id = c.id) l
            WHERE b.tenant_id = current_tenant() AND b.id = :unit AND c.tenant_id = b.tenant_id AND c.id = :box
              AND l.x + b.length_mm <= :length
            """;

    boolean hasRoom(long unit, PullCase.OnTrain box) {
        return jdbc.sql("SELECT EXISTS (SELECT " + AT_THE_DOORS + ")")
                .param("unit", unit)
                .param("box", box.containerId())
                .param("length", length(box))
                .query(Boolean.class)
                .single();
    }

    /** The inspectors' unit into another container. */
    Taken putInto(PullBack back, PullCase.OnTrain box) {
        jdbc.sql(
                        "INSERT INTO container_bag SELECT b.tenant_id, b.id, c.id, l.sequence, l.x, 0, 0, b.length_mm, b.width_mm, b.height_mm "
                                + AT_THE_DOORS)
                .param("unit", back.heldId())
                .param("box", box.containerId())
                .param("length", length(box))
                .update();
        jdbc.sql("UPDATE bag SET held_at = NULL WHERE tenant_id = current_tenant() AND id = ?")
                .param(back.heldId())
                .update();
        return new Taken(back.heldSscc(), back.heldG(), 1, "{}");
    }

    private static int length(PullCase.OnTrain box) {
        return BoxType.find(box.typeCode()).map(BoxType::lengthMm).orElse(0);
    }

    private void move(long parcelId, long bagId) {
        jdbc.sql("UPDATE bag_parcel SET bag_id = ? WHERE tenant_id = current_tenant() AND parcel_id = ?")
                .params(bagId, parcelId)
                .update();
    }

    private void grow(long bagId, int parcels, long grams) {
        jdbc.sql(
                        "UPDATE bag SET parcels = parcels + ?, gross_g = gross_g + ? WHERE tenant_id = current_tenant() AND id = ?")
                .params(parcels, grams, bagId)
                .update();
    }
}
