package org.tongdao.declaration;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.platform.NumberRange;
import org.tongdao.terms.S10;

/** Accepted parcels for tests, as intake leaves them. */
final class Shipments {

    static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final NumberRange numbers;

    Shipments(JdbcClient jdbc, TransactionTemplate transaction, NumberRange numbers) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.numbers = numbers;
    }

    /** A batch of parcels with good toys in them, one per order number. */
    long batch(String... orderNos) {
        return transaction.execute(t -> {
            long batch = jdbc.sql(
                            "INSERT INTO order_batch (tenant_id, file_name, sha256, merchant, received_at, total_rows, accepted, rejected, duplicate, orders)"
                                    + " VALUES (current_tenant(), 'orders.csv', ?, 'M1', ?, ?, ?, 0, 0, ?) RETURNING id")
                    .params(
                            String.join("|", orderNos),
                            Timestamp.from(AT),
                            orderNos.length,
                            orderNos.length,
                            orderNos.length)
                    .query(Long.class)
                    .single();
            for (var orderNo : orderNos) {
                parcel(batch, orderNo);
            }
            return batch;
        });
    }

    /** Parcels that are declared and that customs wants to see; their numbers. */
    List<String> inspected(String... orderNos) {
        long batch = batch(orderNos);
        return transaction.execute(t -> {
            run(
                    "INSERT INTO declaration (tenant_id, parcel_id, regime, cop_no, attempt, created_at)"
                            + " SELECT tenant_id, id, regime, 'COP' || id, 1, accepted_at FROM parcel WHERE tenant_id = current_tenant() AND batch_id = ?",
                    batch);
            run(
                    "INSERT INTO outbox (tenant_id, wire, message_key, payload, created_at) VALUES (current_tenant(), 'customs', ?, 'x', now())",
                    "M" + batch);
            run(
                    "INSERT INTO customs_message (tenant_id, message_key, type, guid, documents, key_name, created_at)"
                            + " VALUES (current_tenant(), ?, 'CEB603', ?, 100, 'key', now())",
                    "M" + batch,
                    "G" + batch);
            run(
                    "INSERT INTO customs_document (tenant_id, message_id, type, receipt_key, declaration_id, sent_at)"
                            + " SELECT d.tenant_id, m.id, 'CEB603', d.cop_no, d.id, d.created_at FROM declaration d"
                            + " JOIN parcel p ON p.tenant_id = d.tenant_id AND p.id = d.parcel_id"
                            + " JOIN customs_message m ON m.tenant_id = d.tenant_id AND m.guid = ?"
                            + " WHERE d.tenant_id = current_tenant() AND p.batch_id = ?",
                    "G" + batch,
                    batch);
            run(
                    "INSERT INTO customs_state (tenant_id, document_id, rank, outcome, needs_broker, status, code, info, return_time, returned_at, pre_no, invt_no)"
                            + " SELECT tenant_id, id, 5, 'INSPECTION', true, '500', '500', '查验', '20261123120000', now(), '', ''"
                            + " FROM customs_document WHERE tenant_id = current_tenant() AND message_id = (SELECT id FROM customs_message WHERE tenant_id = current_tenant() AND guid = ?)",
                    "G" + batch);
            return jdbc.sql(
                            "SELECT parcel_no FROM parcel WHERE tenant_id = current_tenant() AND batch_id = ? ORDER BY id")
                    .param(batch)
                    .query(String.class)
                    .list();
        });
    }

    private void run(String sql, Object... values) {
        jdbc.sql(sql).params(values).update();
    }

    /** Changes the goods of an order, as a correction would. */
    void goods(String orderNo, String hs, String nameZh) {
        transaction.executeWithoutResult(t -> jdbc.sql(
                        "UPDATE order_line SET hs = ?, name_zh = ? WHERE tenant_id = current_tenant()"
                                + " AND order_id = (SELECT id FROM customer_order WHERE tenant_id = current_tenant() AND order_no = ?)")
                .params(hs, nameZh, orderNo)
                .update());
    }

    private void parcel(long batch, String orderNo) {
        long order = jdbc.sql(
                        "INSERT INTO customer_order (tenant_id, batch_id, platform, merchant, order_no, content_sha256, payment_no, ordered_at, currency,"
                                + " goods_value, consignee_name, consignee_phone, consignee_address, consignee_city, consignee_postcode, country, first_line)"
                                + " VALUES (current_tenant(), ?, 'P1', 'M1', ?, 'x', 'pay', ?, 'CNY', ?, '阿依', '+77010000000', 'Abay 1', 'Almaty', '050000', 'KZ', 2) RETURNING id")
                .params(batch, orderNo, Timestamp.from(AT), new BigDecimal("59.97"))
                .query(Long.class)
                .single();
        jdbc.sql(
                        "INSERT INTO order_line (tenant_id, order_id, line_no, file_line, sku, name_zh, name_en, hs, quantity, unit, unit_price, net_g, gross_g,"
                                + " length_mm, width_mm, height_mm, origin)"
                                + " VALUES (current_tenant(), ?, 1, 2, 'TOY-1', '积木玩具', 'building blocks', '9503008390', 3, '006', 19.99, 600, 700, 200, 150, 100, 'CN')")
                .param(order)
                .update();
        jdbc.sql(
                        "INSERT INTO parcel (tenant_id, order_id, batch_id, parcel_no, regime, country, hub, gross_g, net_g, length_mm, width_mm, height_mm,"
                                + " goods_value, currency, accepted_at)"
                                + " VALUES (current_tenant(), ?, ?, ?, '9610', 'KZ', 'ALA', 700, 600, 200, 150, 100, ?, 'CNY', ?)")
                .params(
                        order,
                        batch,
                        S10.of("LX", numbers.take("S10", 1), "CN").value(),
                        new BigDecimal("59.97"),
                        Timestamp.from(AT))
                .update();
    }
}
