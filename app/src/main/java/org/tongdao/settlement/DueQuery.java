package org.tongdao.settlement;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which parcels of a batch owe their freight: their first train departed, and no charge stands. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DueQuery {

    private static final int CHUNK = 20_000;

    private static final String DEPARTED = """
            FROM parcel p
            JOIN bag_parcel bp ON bp.tenant_id = p.tenant_id AND bp.parcel_id = p.id
            JOIN container_bag cb ON cb.tenant_id = p.tenant_id AND cb.bag_id = bp.bag_id
            JOIN container_leg l ON l.tenant_id = p.tenant_id AND l.container_id = cb.container_id AND l.leg_no = 1
            JOIN train_fact f ON f.tenant_id = p.tenant_id AND f.train_id = l.train_id AND f.milestone = 'T090' AND f.node = l.from_node
            """;

    private static final String STANDING = """
            SELECT FROM freight_charge c WHERE c.tenant_id = p.tenant_id AND c.parcel_id = p.id
               AND NOT EXISTS (SELECT FROM journal_entry r WHERE r.tenant_id = c.tenant_id AND r.reverses = c.entry_id)
            """;

    private static final String NEXT = """
            SELECT p.id, p.parcel_no AS number, o.merchant, p.hub AS lane, p.gross_g, p.volume_mm3, f.at AS departed_at,
                   1 + (SELECT count(*) FROM freight_charge c WHERE c.tenant_id = p.tenant_id AND c.parcel_id = p.id)::int AS turn
            """ + DEPARTED + """
            JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
            WHERE p.tenant_id = current_tenant() AND p.batch_id = :batch AND p.parcel_no > :after
              AND NOT EXISTS (""" + STANDING + """
            )
            ORDER BY p.parcel_no LIMIT :chunk
            """;

    private final JdbcClient jdbc;

    DueQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next due parcels after a number, in the order of their numbers. */
    public List<DueParcel> next(long batchId, String after) {
        return jdbc.sql(NEXT)
                .param("batch", batchId)
                .param("after", after)
                .param("chunk", CHUNK)
                .query((row, n) -> new DueParcel(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getString("merchant"),
                        row.getString("lane"),
                        row.getLong("gross_g"),
                        row.getLong("volume_mm3"),
                        row.getTimestamp("departed_at").toInstant(),
                        row.getInt("turn")))
                .list();
    }

    public long departures() {
        return jdbc.sql("SELECT count(*) FROM train_fact WHERE tenant_id = current_tenant() AND milestone = 'T090'")
                .query(Long.class)
                .single();
    }

    /** Batches that owe, the oldest first. */
    public List<Long> batches() {
        return jdbc.sql("SELECT DISTINCT p.batch_id " + DEPARTED
                        + " WHERE p.tenant_id = current_tenant() AND NOT EXISTS (" + STANDING + ") ORDER BY 1")
                .query(Long.class)
                .list();
    }

    public int charged(long batchId) {
        return count(
                "SELECT count(*) FROM parcel p WHERE p.tenant_id = current_tenant() AND p.batch_id = ? AND EXISTS ("
                        + STANDING + ")",
                batchId);
    }

    public int notDeparted(long batchId) {
        int parcels =
                count("SELECT count(*) FROM parcel p WHERE p.tenant_id = current_tenant() AND p.batch_id = ?", batchId);
        return parcels
                - count(
                        "SELECT count(*) " + DEPARTED + " WHERE p.tenant_id = current_tenant() AND p.batch_id = ?",
                        batchId);
    }

    private int count(String sql, long batchId) {
        return jdbc.sql(sql).param(batchId).query(Integer.class).single();
    }
}
