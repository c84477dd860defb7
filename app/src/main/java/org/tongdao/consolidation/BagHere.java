package org.tongdao.consolidation;

/**
 * A bag on our side.
 *
 * @param container number of the container it is in, empty when in none
 * @param stoppedParcel a parcel in it that may not travel, empty when there is none
 */
public record BagHere(
        long id,
        String sscc,
        String hub,
        String regime,
        int parcels,
        long grossG,
        long volumeMm3,
        boolean open,
        boolean heldByCustoms,
        String container,
        boolean containerOpen,
        String stoppedParcel,
        boolean gone) {

    String way() {
        return hub + " " + regime;
    }

    static final String SQL = """
            SELECT b.id, b.sscc, b.hub, b.regime, b.parcels, b.gross_g, b.closed_at IS NULL AS open, b.held_at IS NOT NULL AS held_by_customs,
                   coalesce(k.container_no, '') AS container, k.id IS NOT NULL AND k.sealed_at IS NULL AS container_open,
                   (SELECT coalesce(sum(p.volume_mm3), 0) FROM bag_parcel bp JOIN parcel p ON p.tenant_id = bp.tenant_id AND p.id = bp.parcel_id
                    WHERE bp.tenant_id = b.tenant_id AND bp.bag_id = b.id) AS volume_mm3,
                   coalesce((SELECT min(p.parcel_no) FROM bag_parcel bp JOIN stopped_parcel s ON s.tenant_id = bp.tenant_id AND s.parcel_id = bp.parcel_id
                             JOIN parcel p ON p.tenant_id = bp.tenant_id AND p.id = bp.parcel_id
                             WHERE bp.tenant_id = b.tenant_id AND bp.bag_id = b.id), '') AS stopped_parcel,
                   EXISTS (SELECT FROM wagon_load l JOIN train_fact f ON f.tenant_id = l.tenant_id AND f.train_id = l.train_id AND f.milestone = 'T090'
                           WHERE l.tenant_id = k.tenant_id AND l.container_id = k.id) AS gone
            FROM bag b
            LEFT JOIN container_bag cb ON cb.tenant_id = b.tenant_id AND cb.bag_id = b.id
            LEFT JOIN container k ON k.tenant_id = cb.tenant_id AND k.id = cb.container_id
            WHERE b.tenant_id = current_tenant() AND b.sscc = ?
            """;
}
