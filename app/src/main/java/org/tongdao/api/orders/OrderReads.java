package org.tongdao.api.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.intake.IntakeLists;

/** One order as it is stored, and whose a parcel is. */
@Component
@Transactional(readOnly = true)
class OrderReads {

    /** A line of an order. */
    record Line(
            int lineNo,
            String sku,
            String nameZh,
            String nameEn,
            String hs,
            int quantity,
            String unit,
            BigDecimal unitPrice,
            String currency,
            long netG,
            long grossG,
            int lengthMm,
            int widthMm,
            int heightMm,
            String origin,
            String productId) {}

    /** An order with its parcel; the consignee's name, phone and street are not among it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Order(
            String id,
            String batchId,
            String platform,
            String merchant,
            String orderNo,
            OffsetDateTime orderedAt,
            String country,
            String city,
            BigDecimal value,
            String currency,
            String parcelNo,
            String hub,
            long grossG,
            @Nullable List<Line> lines) {

        static Order of(IntakeLists.OrderRow row) {
            return new Order(
                    "" + row.id(),
                    "" + row.batchId(),
                    row.platform(),
                    row.merchant(),
                    row.orderNo(),
                    row.orderedAt().atOffset(java.time.ZoneOffset.UTC),
                    row.country(),
                    row.city(),
                    row.value(),
                    row.currency(),
                    row.parcelNo(),
                    row.hub(),
                    row.grossG(),
                    null);
        }

        Order with(List<Line> all) {
            return new Order(
                    id, batchId, platform, merchant, orderNo, orderedAt, country, city, value, currency, parcelNo, hub,
                    grossG, all);
        }
    }

    private final JdbcClient jdbc;

    OrderReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Order> find(long id, Optional<String> merchant) {
        return query("o.id = :id", "id", id, merchant);
    }

    Optional<Order> ofParcel(String parcelNo, Optional<String> merchant) {
        return query("p.parcel_no = :no", "no", parcelNo, merchant);
    }

    private Optional<Order> query(String which, String name, Object value, Optional<String> merchant) {
        return jdbc.sql("""
                SELECT o.id::text, o.batch_id::text, o.platform, o.merchant, o.order_no, o.ordered_at, o.country, o.consignee_city,
                       o.goods_value, o.currency, p.parcel_no, p.hub, p.gross_g
                FROM customer_order o JOIN parcel p ON p.tenant_id = o.tenant_id AND p.order_id = o.id
                WHERE o.tenant_id = current_tenant() AND %s AND (:all OR o.merchant = :merchant)""".formatted(which))
                .param(name, value)
                .param("all", merchant.isEmpty())
                .param("merchant", merchant.orElse(""))
                .query(OrderReads::order)
                .optional()
                .map(order -> order.with(lines(Long.parseLong(order.id()))));
    }

    private static Order order(ResultSet rs, int n) throws SQLException {
        return new Order(
                rs.getString(1),
                rs.getString(2),
                rs.getString(3),
                rs.getString(4),
                rs.getString(5),
                rs.getObject(6, OffsetDateTime.class),
                rs.getString(7),
                rs.getString(8),
                rs.getBigDecimal(9),
                rs.getString(10),
                rs.getString(11),
                rs.getString(12),
                rs.getLong(13),
                null);
    }

    /** Whether this parcel is one that the caller sees. */
    boolean hasParcel(String parcelNo, Optional<String> merchant) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM parcel p JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
                               WHERE p.tenant_id = current_tenant() AND p.parcel_no = :no AND (:all OR o.merchant = :merchant))""")
                .param("no", parcelNo)
                .param("all", merchant.isEmpty())
                .param("merchant", merchant.orElse(""))
                .query(Boolean.class)
                .single();
    }

    private List<Line> lines(long order) {
        return jdbc.sql("""
                SELECT l.line_no, l.sku, l.name_zh, l.name_en, l.hs, l.quantity, l.unit, l.unit_price, o.currency, l.net_g, l.gross_g,
                       l.length_mm, l.width_mm, l.height_mm, l.origin, l.product_id
                FROM order_line l JOIN customer_order o ON o.tenant_id = l.tenant_id AND o.id = l.order_id
                WHERE l.tenant_id = current_tenant() AND l.order_id = ? ORDER BY l.line_no""").param(order).query(Line.class).list();
    }
}
