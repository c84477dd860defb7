package org.tongdao.consolidation;

import java.util.List;
import org.tongdao.loading.Cargo;

/**
 * A bag or piece that is in a container.
 *
 * @param consignee where its one consignee lives, empty when the bag is for several
 */
public record LoadBag(
        long id,
        String sscc,
        String regime,
        String hub,
        int parcels,
        long grossG,
        int lengthMm,
        int widthMm,
        int heightMm,
        String consignee) {

    Cargo cargo() {
        return Stuffing.cargo(sscc, List.of(lengthMm, widthMm, heightMm), grossG);
    }

    static final String SQL = """
            SELECT b.id, b.sscc, b.regime, b.hub, b.parcels, b.gross_g, b.length_mm, b.width_mm, b.height_mm,
                   coalesce((SELECT CASE WHEN count(DISTINCT (o.country, o.consignee_city)) = 1 THEN min(o.country || ' ' || o.consignee_city) END
                             FROM bag_parcel bp JOIN parcel p ON p.tenant_id = bp.tenant_id AND p.id = bp.parcel_id
                             JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
                             WHERE bp.tenant_id = b.tenant_id AND bp.bag_id = b.id), '') AS consignee
            FROM container_bag cb JOIN bag b ON b.tenant_id = cb.tenant_id AND b.id = cb.bag_id
            WHERE cb.tenant_id = current_tenant() AND cb.container_id = ? ORDER BY cb.sequence
            """;
}
