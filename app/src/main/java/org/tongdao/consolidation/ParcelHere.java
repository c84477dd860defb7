package org.tongdao.consolidation;

/**
 * Where a parcel is on our side, as facts say it.
 *
 * @param bag number of the bag it is in, empty when in none
 * @param container number of the container that bag is in, empty when in none
 * @param stop HOLD or RETURN, empty when it may travel
 */
public record ParcelHere(
        long id,
        String parcelNo,
        String hub,
        String regime,
        long grossG,
        long volumeMm3,
        boolean cleared,
        String bag,
        boolean bagOpen,
        String container,
        String stop,
        String stopReason,
        boolean gone) {

    public boolean isStopped() {
        return !stop.isEmpty();
    }

    /** Bag and container it is in, for a reader; empty when it is in none. */
    public String where() {
        return container.isEmpty() ? bag : bag + " › " + container;
    }

    static final String SQL = """
            SELECT p.id, p.parcel_no, p.hub, p.regime, p.gross_g, p.volume_mm3, c.parcel_id IS NOT NULL AS cleared,
                   coalesce(b.sscc, '') AS bag, b.id IS NOT NULL AND b.closed_at IS NULL AS bag_open, coalesce(k.container_no, '') AS container,
                   coalesce(s.kind, '') AS stop, coalesce(s.reason, '') AS stop_reason,
                   EXISTS (SELECT FROM parcel_fact f WHERE f.tenant_id = p.tenant_id AND f.parcel_id = p.id) AS gone
            FROM parcel p
            LEFT JOIN clearance c ON c.tenant_id = p.tenant_id AND c.parcel_id = p.id
            LEFT JOIN bag_parcel bp ON bp.tenant_id = p.tenant_id AND bp.parcel_id = p.id
            LEFT JOIN bag b ON b.tenant_id = bp.tenant_id AND b.id = bp.bag_id
            LEFT JOIN container_bag cb ON cb.tenant_id = b.tenant_id AND cb.bag_id = b.id
            LEFT JOIN container k ON k.tenant_id = cb.tenant_id AND k.id = cb.container_id
            LEFT JOIN LATERAL (SELECT kind, reason FROM stopped_parcel x WHERE x.tenant_id = p.tenant_id AND x.parcel_id = p.id
                               ORDER BY x.stop_id DESC LIMIT 1) s ON true
            WHERE p.tenant_id = current_tenant() AND p.parcel_no = ?
            """;

    /** Its way, so that two things can be told to go together. */
    String way() {
        return hub + " " + regime;
    }
}
