package org.tongdao.consolidation;

/** A container on our side, on its latest journey. */
public record BoxHere(
        long id,
        String containerNo,
        String typeCode,
        String hub,
        String regime,
        int bags,
        int parcels,
        long tareG,
        long grossG,
        boolean open,
        String sealNo,
        boolean booked,
        boolean arrived,
        String unready) {

    String way() {
        return hub + " " + regime;
    }

    /** {@code unready} is a bag in it that is open or holds a parcel that may not travel. */
    static final String SQL = """
            SELECT c.id, c.container_no, c.type_code, c.hub, c.regime, c.bags, c.parcels, c.tare_g, c.gross_g, c.sealed_at IS NULL AS open,
                   coalesce(c.seal_no, '') AS seal_no,
                   EXISTS (SELECT FROM container_leg l WHERE l.tenant_id = c.tenant_id AND l.container_id = c.id) AS booked,
                   EXISTS (SELECT FROM warehouse_arrival a WHERE a.tenant_id = c.tenant_id AND a.container_id = c.id) AS arrived,
                   coalesce((SELECT min(b.sscc) FROM container_bag cb JOIN bag b ON b.tenant_id = cb.tenant_id AND b.id = cb.bag_id
                             WHERE cb.tenant_id = c.tenant_id AND cb.container_id = c.id
                               AND (b.closed_at IS NULL OR b.held_at IS NOT NULL OR EXISTS (
                                 SELECT FROM bag_parcel bp JOIN stopped_parcel s ON s.tenant_id = bp.tenant_id AND s.parcel_id = bp.parcel_id
                                 WHERE bp.tenant_id = b.tenant_id AND bp.bag_id = b.id))), '') AS unready
            FROM container c
            WHERE c.tenant_id = current_tenant() AND c.container_no = ?
            ORDER BY c.sealed_at DESC NULLS FIRST, c.id DESC LIMIT 1
            """;
}
