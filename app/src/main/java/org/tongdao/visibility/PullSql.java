package org.tongdao.visibility;

/** What customs took out at a border, and what it gave back; why stays with those who act on it. */
final class PullSql {

    private PullSql() {}

    private static final String SEEN = """
            SELECT 'pull:' || q.id || '%s', q.node, %s, '', '', '{"tongdao:step": "%s"}'::jsonb, ARRAY[:parcel || p.parcel_no]
            FROM parcel_pull q JOIN parcel p ON p.tenant_id = q.tenant_id AND p.id = q.parcel_id
            %s
            WHERE q.tenant_id = current_tenant() AND WITHIN(q.id)
            """;

    static final String PULLED = SEEN.formatted("", "q.at", 1, "");

    static final String GOES_ON = SEEN.formatted(
            ":ended",
            "e.at",
            2,
            "JOIN parcel_pull_end e ON e.tenant_id = q.tenant_id AND e.pull_id = q.id AND e.outcome IN ('RELOADED', 'FORWARDED')");
}
