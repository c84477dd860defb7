package org.tongdao.journey;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what a batch has become, from the recorded facts. */
@Component
class SummaryQuery {

    private static final String ROWS =
            "SELECT file_name, merchant, received_at, total_rows, accepted, rejected, duplicate, orders FROM order_batch"
                    + " WHERE tenant_id = current_tenant() AND id = :batch";

    private static final String UNITS = """
            WITH mine AS (
                SELECT bp.bag_id, cb.container_id FROM parcel p
                JOIN bag_parcel bp ON bp.tenant_id = p.tenant_id AND bp.parcel_id = p.id
                LEFT JOIN container_bag cb ON cb.tenant_id = bp.tenant_id AND cb.bag_id = bp.bag_id
                WHERE p.tenant_id = current_tenant() AND p.batch_id = :batch),
            legs AS (SELECT l.* FROM container_leg l WHERE l.tenant_id = current_tenant() AND l.container_id IN (SELECT container_id FROM mine))
            SELECT (SELECT count(DISTINCT bag_id) FROM mine) AS bags,
                   (SELECT count(DISTINCT container_id) FROM mine) AS containers,
                   (SELECT count(DISTINCT train_id) FROM legs) AS trains,
                   (SELECT count(*) FROM transload t WHERE t.tenant_id = current_tenant()
                      AND t.container_id IN (SELECT container_id FROM mine)) AS transloads
            """;

    private static final String HUBS = """
            SELECT p.hub, count(*) AS parcels, count(f.parcel_id) AS ended
            FROM parcel p LEFT JOIN parcel_fact f
              ON f.tenant_id = p.tenant_id AND f.parcel_id = p.id AND f.milestone IN ('T250', 'T900')
            WHERE p.tenant_id = current_tenant() AND p.batch_id = :batch GROUP BY p.hub ORDER BY p.hub
            """;

    private final JdbcClient jdbc;

    SummaryQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Map<String, Object> rows(long batchId) {
        var row = new LinkedHashMap<>(
                jdbc.sql(ROWS).param("batch", batchId).query().singleRow());
        row.computeIfPresent(
                "received_at", (k, at) -> ((java.sql.Timestamp) at).toInstant().toString());
        return row;
    }

    @Transactional(readOnly = true)
    public Map<String, Object> units(long batchId) {
        return new LinkedHashMap<>(
                jdbc.sql(UNITS).param("batch", batchId).query().singleRow());
    }

    @Transactional(readOnly = true)
    public java.util.List<Map<String, Object>> hubs(long batchId) {
        return jdbc.sql(HUBS).param("batch", batchId).query().listOfRows();
    }
}
