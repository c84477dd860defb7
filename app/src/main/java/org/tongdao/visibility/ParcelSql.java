package org.tongdao.visibility;

/** Facts about parcels; those of one moment share events of at most 500 parcels, in the order of their numbers. */
final class ParcelSql {

    private ParcelSql() {}

    private static final String CHUNKED = """
            SELECT :milestone || ':' || min(parcel_no) || suffix, node, at, '', '', extensions,
                   array_agg(:parcel || parcel_no ORDER BY parcel_no)
            FROM (SELECT f.*, (row_number() OVER (PARTITION BY node, at, suffix, extensions ORDER BY parcel_no) - 1) / 500 AS chunk
                  FROM (%s) f) numbered
            GROUP BY node, at, suffix, extensions, chunk
            """;

    /** Asked for each parcel by the index: as NOT EXISTS the planner would read the whole log for a hundred parcels. */
    private static final String NOT_YET = """
            AND (SELECT true FROM epcis_epc x WHERE x.tenant_id = p.tenant_id
                   AND x.epc = :parcel || p.parcel_no AND x.milestone = :milestone LIMIT 1) IS NULL
            """;

    static final String ACCEPTED = CHUNKED.formatted("""
            SELECT p.parcel_no, 'URC' AS node, p.accepted_at AS at, '' AS suffix, '{}'::jsonb AS extensions
            FROM parcel p
            WHERE p.tenant_id = current_tenant()
              AND WITHIN(p.batch_id)
            """ + NOT_YET);

    static final String CLEARED = CHUNKED.formatted("""
            SELECT p.parcel_no, 'URC' AS node, c.released_at AS at, '' AS suffix, '{}'::jsonb AS extensions
            FROM parcel p JOIN clearance c ON c.tenant_id = (SELECT current_tenant()) AND c.parcel_id = p.id
            WHERE p.tenant_id = (SELECT current_tenant())
              AND WITHIN(p.id)
            """ + NOT_YET);

    /** A parcel can be held more than once: the time is part of the key. */
    static final String HELD = CHUNKED.formatted("""
            SELECT p.parcel_no, 'URC' AS node, :at::timestamptz AS at,
                   ':held-' || to_char(:at::timestamptz AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISS') AS suffix,
                   jsonb_build_object('tongdao:reason', :cause::text) AS extensions
            FROM parcel p
            WHERE p.tenant_id = current_tenant() AND WITHIN(p.id)
            """);

    static final String MOVED = CHUNKED.formatted("""
            SELECT p.parcel_no, f.node, f.at, ':' || f.attempt AS suffix,
                   CASE WHEN f.detail = '' THEN jsonb_build_object('tongdao:attempt', f.attempt::text)
                        ELSE jsonb_build_object('tongdao:attempt', f.attempt::text, 'tongdao:reason', f.detail) END AS extensions
            FROM parcel_fact f JOIN parcel p ON p.tenant_id = f.tenant_id AND p.id = f.parcel_id
            WHERE f.tenant_id = current_tenant() AND f.milestone = :milestone
              AND WITHIN(p.id)
              AND (SELECT true FROM epcis_epc x
                   JOIN epcis_event e ON e.tenant_id = x.tenant_id AND e.id = x.event AND e.at = f.at
                   WHERE x.tenant_id = p.tenant_id AND x.epc = :parcel || p.parcel_no AND x.milestone = :milestone LIMIT 1) IS NULL
            """);
}
