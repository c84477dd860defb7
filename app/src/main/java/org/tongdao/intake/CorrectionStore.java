package org.tongdao.intake;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongdao.intake.Correction.Change;
import org.tongdao.intake.rules.CheckedRow;

/** Orders as forms, and back. */
@Component
class CorrectionStore {

    /** A declaration that is being written holds the parcel by its foreign key: this waits for it, and then {@link #isOpen} sees it. */
    private static final String LOCK =
            "SELECT id FROM parcel WHERE tenant_id = current_tenant() AND order_id = ? FOR UPDATE";

    private static final String OPEN = """
            SELECT EXISTS (SELECT FROM parcel p WHERE p.tenant_id = current_tenant() AND p.order_id = ?
              AND NOT EXISTS (SELECT FROM declaration d WHERE d.tenant_id = p.tenant_id AND d.parcel_id = p.id AND d.live)
              AND NOT EXISTS (SELECT FROM clearance c WHERE c.tenant_id = p.tenant_id AND c.parcel_id = p.id))
            """;
    private static final String HEAD = """
            SELECT platform, merchant, order_no, payment_no, to_char(ordered_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') AS ordered_at, currency,
                   consignee_name AS name, consignee_phone AS phone, consignee_address AS address, consignee_city AS city, consignee_postcode AS postcode, country, ioss_no
            FROM customer_order WHERE tenant_id = current_tenant() AND id = ?
            """;
    private static final String LINES = """
            SELECT sku, name_zh, name_en, hs, quantity::text AS quantity, unit, trim_scale(unit_price)::text AS unit_price, net_g::text AS net_weight,
                   gross_g::text AS gross_weight, length_mm::text AS length, width_mm::text AS width, height_mm::text AS height, origin, product_id
            FROM order_line WHERE tenant_id = current_tenant() AND order_id = ? ORDER BY line_no
            """;
    private static final String TO_HEAD = """
            UPDATE customer_order SET consignee_name = :name, consignee_phone = :phone, consignee_address = :address, consignee_city = :city,
                   consignee_postcode = :postcode, ioss_no = :iossNo
            WHERE tenant_id = current_tenant() AND id = :order
            """;
    private static final String TO_LINE = """
            UPDATE order_line SET name_zh = :nameZh, name_en = :nameEn, hs = :hs, unit_price = :unitPrice, product_id = :productId
            WHERE tenant_id = current_tenant() AND order_id = :order AND line_no = :line
            """;
    private static final String VALUE = """
            WITH sum AS (SELECT sum(quantity * unit_price) AS value FROM order_line WHERE tenant_id = current_tenant() AND order_id = :order),
                 head AS (UPDATE customer_order o SET goods_value = s.value FROM sum s WHERE o.tenant_id = current_tenant() AND o.id = :order)
            UPDATE parcel p SET goods_value = s.value FROM sum s WHERE p.tenant_id = current_tenant() AND p.order_id = :order
            """;
    private static final String TOLD = """
            INSERT INTO order_correction (tenant_id, order_id, line_no, field, before, after, actor, reason, at)
            VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcClient jdbc;

    CorrectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The order as it stands, for as long as the transaction lasts; empty when there is none that became a parcel. */
    Optional<OrderForm> lock(long orderId) {
        return jdbc.sql(LOCK).param(orderId).query(Long.class).optional().map(parcel -> form(orderId));
    }

    private OrderForm form(long orderId) {
        var head = texts(jdbc.sql(HEAD).param(orderId).query().singleRow());
        var lines = jdbc.sql(LINES).param(orderId).query().listOfRows().stream()
                .map(CorrectionStore::texts)
                .toList();
        return new OrderForm(head, lines);
    }

    private static Map<String, String> texts(Map<String, ?> row) {
        var texts = new HashMap<String, String>();
        row.forEach(
                (column, value) -> texts.put(key(column), String.valueOf(value).strip()));
        return texts;
    }

    /** {@code order_no} is {@code orderNo}. */
    private static String key(String column) {
        var key = new StringBuilder();
        for (var part : column.split("_")) {
            key.append(key.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return key.toString();
    }

    boolean isOpen(long orderId) {
        return jdbc.sql(OPEN).param(orderId).query(Boolean.class).single();
    }

    /** What can be corrected, as the rules made it of what was typed. */
    OrderForm normalised(CheckedOrder checked) {
        var rows = checked.order.rows();
        var to = rows.get(0).head().consignee();
        return new OrderForm(
                Map.of(
                        "name", to.name(),
                        "phone", to.phone(),
                        "address", to.address(),
                        "city", to.city(),
                        "postcode", to.postcode(),
                        "iossNo", rows.get(0).head().iossNo()),
                rows.stream().map(CorrectionStore::line).toList());
    }

    private static Map<String, String> line(CheckedRow.Sound row) {
        var line = row.orderLine();
        return Map.of(
                "nameZh", line.nameZh(),
                "nameEn", line.nameEn(),
                "hs", line.hs(),
                "unitPrice", line.unitPrice().stripTrailingZeros().toPlainString(),
                "productId", line.productId());
    }

    /** Writes what changed, and the value of order and parcel after it. */
    void write(Correction correction, List<Change> changes, Instant at) {
        long order = correction.orderId();
        var form = form(order);
        changes.stream()
                .map(Change::line)
                .distinct()
                .forEach(line -> write(
                        order, line, line == 0 ? form.head() : form.lines().get(line - 1), changes));
        jdbc.sql(VALUE).param("order", order).update();
        for (var change : changes) {
            jdbc.sql(TOLD)
                    .params(order, change.line(), change.field(), change.before(), change.after())
                    .params(correction.actor(), correction.reason().strip(), Timestamp.from(at))
                    .update();
        }
    }

    private void write(long order, int line, Map<String, String> before, List<Change> changes) {
        var texts = new HashMap<String, Object>(before);
        changes.stream().filter(c -> c.line() == line).forEach(c -> texts.put(c.field(), c.after()));
        texts.computeIfPresent("unitPrice", (name, price) -> new BigDecimal(price.toString()));
        texts.put("order", order);
        texts.put("line", line);
        jdbc.sql(line == 0 ? TO_HEAD : TO_LINE).params(texts).update();
    }

    List<CorrectionLine> history(long orderId) {
        return jdbc.sql("""
                        SELECT line_no AS line, field, before, after, actor, reason, at FROM order_correction
                        WHERE tenant_id = current_tenant() AND order_id = ? ORDER BY id DESC LIMIT 200""").param(orderId).query(CorrectionLine.class).list();
    }
}
