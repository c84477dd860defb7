package org.tongdao.visibility;

/** Facts about bags and containers. A container number travels again and again, so its events are keyed by the seal. */
final class UnitSql {

    private UnitSql() {}

    static final String BAGGED = """
            SELECT 'T050:' || b.sscc || CASE WHEN b.closings > 1 THEN ':' || b.closings ELSE '' END, 'URC', b.closed_at, :bag || b.sscc, '', '{}'::jsonb,
                   (SELECT array_agg(:parcel || p.parcel_no ORDER BY p.parcel_no)
                    FROM bag_parcel bp JOIN parcel p ON p.tenant_id = bp.tenant_id AND p.id = bp.parcel_id
                    WHERE bp.tenant_id = b.tenant_id AND bp.bag_id = b.id)
            FROM bag b
            WHERE b.tenant_id = current_tenant() AND b.closed_at IS NOT NULL AND WITHIN(b.id)
            """;

    static final String STUFFED = """
            SELECT 'T060:' || c.seal_no, 'URC', c.sealed_at, :container || c.container_no, '',
                   jsonb_build_object('tongdao:seal', c.seal_no),
                   (SELECT array_agg(:bag || b.sscc ORDER BY b.sscc)
                    FROM container_bag cb JOIN bag b ON b.tenant_id = cb.tenant_id AND b.id = cb.bag_id
                    WHERE cb.tenant_id = c.tenant_id AND cb.container_id = c.id)
            FROM container c
            WHERE c.tenant_id = current_tenant() AND c.sealed_at IS NOT NULL AND WITHIN(c.id)
            """;

    static final String RECEIVED = """
            SELECT 'T200:' || c.seal_no, w.hub, w.arrived_at, '', '', '{}'::jsonb, ARRAY[:container || c.container_no]
            FROM warehouse_arrival w JOIN container c ON c.tenant_id = w.tenant_id AND c.id = w.container_id
            WHERE w.tenant_id = current_tenant() AND WITHIN(c.id)
            """;

    /** Parcels taken out of their bag; the scope is parcels, the event is the bag's, once for each moment. */
    static final String UNPACKED = """
            SELECT 'T210:' || sscc || ':' || min(parcel_no), node, at, :bag || sscc, '', '{}'::jsonb,
                   array_agg(:parcel || parcel_no ORDER BY parcel_no)
            FROM (SELECT b.sscc, p.parcel_no, f.node, f.at
                  FROM parcel_fact f
                  JOIN parcel p ON p.tenant_id = f.tenant_id AND p.id = f.parcel_id
                  JOIN bag_parcel bp ON bp.tenant_id = p.tenant_id AND bp.parcel_id = p.id
                  JOIN bag b ON b.tenant_id = bp.tenant_id AND b.id = bp.bag_id
                  WHERE f.tenant_id = current_tenant() AND f.milestone = 'T210'
                    AND WITHIN(p.id)
                    AND (SELECT true FROM epcis_epc x WHERE x.tenant_id = p.tenant_id
                           AND x.epc = :parcel || p.parcel_no AND x.milestone = 'T210' LIMIT 1) IS NULL) unpacked
            GROUP BY sscc, node, at
            """;
}
