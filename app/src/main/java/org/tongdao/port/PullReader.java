package org.tongdao.port;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pulls with their amendment and seal. */
final class PullReader {

    private static final String PULLS = """
            SELECT q.id, p.parcel_no, c.container_no, c.id AS container_id, t.train_no, q.node, q.held_sscc, m.amendment_no, q.reason, q.actor, q.at, e.outcome,
                   (SELECT s.seal_no FROM container_seal s WHERE s.tenant_id = q.tenant_id AND s.container_id = q.container_id AND s.put_on_at >= q.at
                    ORDER BY s.seq LIMIT 1) AS seal_no
            FROM parcel_pull q
            JOIN parcel p ON p.tenant_id = q.tenant_id AND p.id = q.parcel_id
            JOIN container c ON c.tenant_id = q.tenant_id AND c.id = q.container_id
            JOIN train t ON t.tenant_id = q.tenant_id AND t.id = q.train_id
            JOIN container_amendment a ON a.tenant_id = q.tenant_id AND a.pull_id = q.id AND a.parcels_delta = -1
            JOIN manifest_amendment m ON m.tenant_id = q.tenant_id AND m.train_id = q.train_id AND m.container_id = a.container_id AND m.container_seq = a.seq
            LEFT JOIN parcel_pull_end e ON e.tenant_id = q.tenant_id AND e.pull_id = q.id
            WHERE q.tenant_id = current_tenant() AND %s ORDER BY q.id DESC
            """;

    private PullReader() {}

    static List<Pull> ofTrain(JdbcClient jdbc, long trainId) {
        return jdbc.sql(PULLS.formatted("q.train_id = ?"))
                .param(trainId)
                .query((row, n) -> pull(row))
                .list();
    }

    static List<Pull> latest(JdbcClient jdbc) {
        return jdbc.sql(PULLS.formatted("true") + " LIMIT 100")
                .query((row, n) -> pull(row))
                .list();
    }

    static List<Pull> open(JdbcClient jdbc) {
        return jdbc.sql(PULLS.formatted("e.outcome IS NULL"))
                .query((row, n) -> pull(row))
                .list();
    }

    private static Pull pull(ResultSet row) throws SQLException {
        return new Pull(
                row.getLong("id"),
                row.getString("parcel_no"),
                row.getString("container_no"),
                row.getLong("container_id"),
                row.getString("train_no"),
                row.getString("node"),
                row.getString("held_sscc"),
                row.getInt("amendment_no"),
                row.getString("seal_no"),
                row.getString("reason"),
                row.getString("actor"),
                row.getTimestamp("at").toInstant(),
                Optional.ofNullable(row.getString("outcome")).map(PullEnd.Outcome::valueOf));
    }
}
