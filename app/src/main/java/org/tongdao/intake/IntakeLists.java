package org.tongdao.intake;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the console lists: batches, findings, orders; keyset paging along an index, so that the millionth row costs what the first does. */
@Service
@Transactional(readOnly = true)
public class IntakeLists {

    /** One file. */
    public record BatchRow(
            long id,
            String fileName,
            String merchant,
            Instant receivedAt,
            int rows,
            int accepted,
            int rejected,
            int duplicate,
            int orders) {}

    /** One finding of a batch. */
    public record FindingRow(
            long line, int seq, String rule, String severity, String column, String value, String maybe) {}

    /** One order with its parcel. */
    public record OrderRow(
            long id,
            long batchId,
            String platform,
            String merchant,
            String orderNo,
            Instant orderedAt,
            String country,
            String city,
            BigDecimal value,
            String currency,
            String parcelNo,
            String hub,
            long grossG) {}

    private final JdbcClient jdbc;

    IntakeLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Batches, newest first, from below {@code before}. */
    public List<BatchRow> listBatches(Optional<Long> before, int limit) {
        return listBatches(Optional.empty(), before, limit);
    }

    /** The same, of one merchant only when given. */
    public List<BatchRow> listBatches(Optional<String> merchant, Optional<Long> before, int limit) {
        return jdbc.sql("""
                SELECT id, file_name, merchant, received_at, total_rows, accepted, rejected, duplicate, orders FROM order_batch
                WHERE tenant_id = current_tenant() AND id < :before AND (:all OR merchant = :merchant) ORDER BY id DESC LIMIT :limit""")
                .param("all", merchant.isEmpty())
                .param("merchant", merchant.orElse(""))
                .param("before", before.orElse(Long.MAX_VALUE))
                .param("limit", limit)
                .query((rs, n) -> new BatchRow(
                        rs.getLong(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getTimestamp(4).toInstant(),
                        rs.getInt(5),
                        rs.getInt(6),
                        rs.getInt(7),
                        rs.getInt(8),
                        rs.getInt(9)))
                .list();
    }

    /** Findings of a batch in the order of its lines, from behind {@code afterLine}; one rule only when given. */
    public List<FindingRow> listFindings(long batchId, Optional<String> rule, long afterLine, int limit) {
        return jdbc.sql("""
                SELECT line, seq, rule, severity, column_name, value, maybe FROM intake_finding
                WHERE tenant_id = current_tenant() AND batch_id = :batch AND line > :after %s ORDER BY line, seq LIMIT :limit""".formatted(rule.isPresent() ? "AND rule = :rule" : ""))
                .param("batch", batchId)
                .param("after", afterLine)
                .param("rule", rule.orElse(""))
                .param("limit", limit)
                .query((rs, n) -> new FindingRow(
                        rs.getLong(1),
                        rs.getInt(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getString(6),
                        rs.getString(7)))
                .list();
    }

    /** Orders with their parcels, newest first. */
    public List<OrderRow> listOrders(OrderFilter filter) {
        var where = new StringBuilder();
        Map<String, Object> values = new HashMap<>();
        filter.merchant().ifPresent(m -> add(where, values, " AND o.merchant = :merchant", "merchant", m));
        filter.batchId().ifPresent(b -> add(where, values, " AND o.batch_id = :batch", "batch", b));
        filter.country().ifPresent(c -> add(where, values, " AND o.country = CAST(:country AS char(2))", "country", c));
        filter.orderNoStart().ifPresent(s -> add(where, values, " AND o.order_no LIKE :start", "start", likeStart(s)));
        values.put("before", filter.before().orElse(Long.MAX_VALUE));
        values.put("limit", filter.limit());
        return jdbc.sql("""
                SELECT o.id, o.batch_id, o.platform, o.merchant, o.order_no, o.ordered_at, o.country, o.consignee_city, o.goods_value,
                       o.currency, p.parcel_no, p.hub, p.gross_g
                FROM (SELECT * FROM customer_order o WHERE o.tenant_id = current_tenant() AND o.id < :before %s
                      ORDER BY o.id DESC LIMIT :limit) o
                JOIN parcel p ON p.tenant_id = o.tenant_id AND p.order_id = o.id ORDER BY o.id DESC""".formatted(where))
                .params(values)
                .query(IntakeLists::order)
                .list();
    }

    private static void add(StringBuilder where, Map<String, Object> values, String sql, String name, Object value) {
        where.append(sql);
        values.put(name, value);
    }

    private static String likeStart(String start) {
        var upper = start.toUpperCase(Locale.ROOT);
        return upper.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static OrderRow order(ResultSet rs, int n) throws SQLException {
        return new OrderRow(
                rs.getLong(1),
                rs.getLong(2),
                rs.getString(3),
                rs.getString(4),
                rs.getString(5),
                rs.getTimestamp(6).toInstant(),
                rs.getString(7),
                rs.getString(8),
                rs.getBigDecimal(9),
                rs.getString(10),
                rs.getString(11),
                rs.getString(12),
                rs.getLong(13));
    }
}
