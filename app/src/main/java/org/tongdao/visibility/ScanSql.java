package org.tongdao.visibility;

/** Scans at the bench; the scope is scans, each is an event of its own. */
final class ScanSql {

    private ScanSql() {}

    private static final String EPC =
            "CASE s.kind WHEN 'BAG' THEN :bag WHEN 'CONTAINER' THEN :container ELSE :parcel END || s.subject";

    private static final String KNOWN = """
            EXISTS (SELECT FROM parcel p JOIN clearance c ON c.tenant_id = p.tenant_id AND c.parcel_id = p.id
                    WHERE p.tenant_id = s.tenant_id AND p.parcel_no = s.subject AND c.released_at <= s.scanned_at)
            """;

    private static final String SEEN = """
            SELECT 'scan:' || s.client_id, s.node, s.scanned_at, '', '',
                   jsonb_strip_nulls(jsonb_build_object('tongdao:act', s.act, 'tongdao:place', s.place,
                       'tongdao:reason', CASE WHEN s.act IN ('HELD', 'RETURNED') THEN replace(s.target, 'TD-R-', '') END,
                       'tongdao:step', CASE WHEN s.act IN ('HELD', 'RETURNED', 'RELEASED') THEN s.id::text END)),
                   ARRAY[%s]
            FROM scan s
            WHERE s.tenant_id = current_tenant() AND s.subject <> '' AND s.act <> '' AND WITHIN(s.id) AND %s
            """;

    /** A milestone is told only before customs released the parcel: after that the parcel is further on its way than the shelf. */
    static final String RECEIVED = SEEN.formatted(EPC, "s.act = 'RECEIVED' AND NOT " + KNOWN);

    static final String LABELLED = SEEN.formatted(EPC, "s.act = 'LABELLED' AND NOT " + KNOWN);

    static final String STOPPED = SEEN.formatted(EPC, "s.act IN ('HELD', 'RETURNED')");

    static final String RELEASED = SEEN.formatted(EPC, "s.act = 'RELEASED'");

    static final String OTHER = SEEN.formatted(
            EPC,
            "s.act NOT IN ('HELD', 'RETURNED', 'RELEASED', 'BAG_REOPENED', 'CONTAINER_REOPENED', 'TAKEN_OUT', 'UNLOADED')"
                    + " AND (s.act NOT IN ('RECEIVED', 'LABELLED') OR " + KNOWN + ")");

    /** What was closed with its content is open again: the content leaves it, and joins it anew when it is closed. */
    static final String OPENED = """
            SELECT 'scan:' || s.client_id, s.node, s.scanned_at, CASE s.kind WHEN 'BAG' THEN :bag ELSE :container END || s.subject, '',
                   jsonb_build_object('tongdao:act', s.act, 'tongdao:place', s.place),
                   coalesce(CASE s.kind WHEN 'BAG' THEN
                       (SELECT array_agg(:parcel || p.parcel_no ORDER BY p.parcel_no) FROM bag b
                        JOIN bag_parcel bp ON bp.tenant_id = b.tenant_id AND bp.bag_id = b.id
                        JOIN parcel p ON p.tenant_id = bp.tenant_id AND p.id = bp.parcel_id
                        WHERE b.tenant_id = s.tenant_id AND b.sscc = s.subject)
                   ELSE
                       (SELECT array_agg(:bag || b.sscc ORDER BY b.sscc) FROM container c
                        JOIN container_bag cb ON cb.tenant_id = c.tenant_id AND cb.container_id = c.id
                        JOIN bag b ON b.tenant_id = cb.tenant_id AND b.id = cb.bag_id
                        WHERE c.tenant_id = s.tenant_id AND c.container_no = s.subject AND c.sealed_at IS NULL) END, '{}')
            FROM scan s
            WHERE s.tenant_id = current_tenant() AND s.act IN ('BAG_REOPENED', 'CONTAINER_REOPENED') AND WITHIN(s.id)
            """;

    static final String TAKEN_OUT = SEEN.formatted(EPC, "s.act IN ('TAKEN_OUT', 'UNLOADED')");
}
