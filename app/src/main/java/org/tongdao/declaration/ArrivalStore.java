package org.tongdao.declaration;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the database knows of parcels that the country of arrival asks about. */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
class ArrivalStore {

    private static final ZoneId UNION = ZoneId.of("Europe/Brussels");
    private static final Map<String, ZoneId> ZONES = Map.of(
            "KZ", ZoneId.of("Asia/Almaty"),
            "KG", ZoneId.of("Asia/Bishkek"),
            "AM", ZoneId.of("Asia/Yerevan"),
            "BY", ZoneId.of("Europe/Minsk"),
            "RU", ZoneId.of("Europe/Moscow"));

    private static final String HEADS = """
            SELECT p.id, p.parcel_no, o.country, o.consignee_name, o.consignee_address || ', ' || o.consignee_city AS address, p.gross_g, o.currency,
                   p.order_id, o.ioss_no, o.platform, o.order_no, way.departed_at,
                   least(way.arrived_at, (SELECT min(f.at) FROM parcel_fact f WHERE f.tenant_id = p.tenant_id AND f.parcel_id = p.id)) AS arrived_at
            FROM parcel p JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
            LEFT JOIN LATERAL (
                SELECT min(w.arrived_at) AS arrived_at, min(d.at) AS departed_at
                FROM bag_parcel bp
                JOIN container_bag kb ON kb.tenant_id = bp.tenant_id AND kb.bag_id = bp.bag_id
                LEFT JOIN warehouse_arrival w ON w.tenant_id = kb.tenant_id AND w.container_id = kb.container_id
                LEFT JOIN container_leg l ON l.tenant_id = kb.tenant_id AND l.container_id = kb.container_id
                LEFT JOIN train_fact d ON d.tenant_id = l.tenant_id AND d.train_id = l.train_id AND d.milestone = 'T090'
                WHERE bp.tenant_id = p.tenant_id AND bp.parcel_id = p.id) way ON true
            WHERE p.tenant_id = current_tenant() AND p.id = ANY (?) ORDER BY p.parcel_no
            """;
    private static final String LINES = """
            SELECT order_id, hs, name_en, quantity * unit_price AS value, origin, sku, product_id FROM order_line
            WHERE tenant_id = current_tenant() AND order_id = ANY (?) ORDER BY order_id, line_no
            """;

    private final JdbcClient jdbc;

    ArrivalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Parcel and order; the times are absent until it left or arrived. */
    record Head(
            long id,
            String parcelNo,
            String country,
            String consigneeName,
            String address,
            long grossG,
            String currency,
            long orderId,
            String iossNo,
            String platform,
            String orderNo,
            @Nullable Timestamp departedAt,
            @Nullable Timestamp arrivedAt) {

        Arrivals.DayOf dayOf() {
            if (arrivedAt != null) {
                return Arrivals.DayOf.ARRIVED;
            }
            return departedAt != null ? Arrivals.DayOf.DEPARTED : Arrivals.DayOf.TODAY;
        }

        LocalDate day(Instant now) {
            var at = arrivedAt != null ? arrivedAt : departedAt;
            return (at == null ? now : at.toInstant())
                    .atZone(ZONES.getOrDefault(country, UNION))
                    .toLocalDate();
        }
    }

    record Line(
            long orderId, String hs, String nameEn, BigDecimal value, String origin, String sku, String productId) {}

    record Known(Head head, List<Line> lines) {}

    /** By their numbers; parcels that are not there are left out. */
    List<Known> list(List<Long> parcelIds) {
        var heads = jdbc.sql(HEADS).param(array(parcelIds)).query(Head.class).list();
        var orders = heads.stream().map(Head::orderId).distinct().toList();
        var lines = jdbc.sql(LINES).param(array(orders)).query(Line.class).list().stream()
                .collect(Collectors.groupingBy(Line::orderId));
        return heads.stream()
                .map(h -> new Known(h, lines.getOrDefault(h.orderId(), List.of())))
                .toList();
    }

    private static Long[] array(List<Long> ids) {
        return ids.toArray(Long[]::new);
    }
}
