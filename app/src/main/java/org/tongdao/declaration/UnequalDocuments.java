package org.tongdao.declaration;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongdao.customs.MatchOrder;
import org.tongdao.customs.MatchPayment;
import org.tongdao.customs.MatchRules;
import org.tongdao.customs.MatchWaybill;

/** Finds, in one pass over a batch, what is not plainly equal in all three documents; most are, and never leave the database. */
@Component
class UnequalDocuments {

    private static final String LIST = """
            SELECT o.platform AS o_platform, o.order_no AS o_order_no, o.pay_code AS o_pay_code, o.pay_no AS o_pay_no, o.buyer_name, o.buyer_id,
                   o.consignee AS o_consignee, o.phone AS o_phone, o.address AS o_address, o.goods_value, o.freight, o.tax, o.discount, o.paid,
                   o.currency AS o_currency, o.copies AS o_copies,
                   p.pay_code, p.pay_no, p.order_no AS p_order_no, p.platform AS p_platform, p.payer_name, p.payer_id, p.amount,
                   p.currency AS p_currency, p.copies AS p_copies,
                   w.platform AS w_platform, w.order_no AS w_order_no, w.carrier_code, w.waybill_no, w.consignee AS w_consignee, w.phone AS w_phone,
                   w.address AS w_address, w.copies AS w_copies
            FROM (SELECT * FROM match_order WHERE tenant_id = current_tenant() AND batch_id = :batch) o
            FULL JOIN (SELECT * FROM match_payment WHERE tenant_id = current_tenant() AND batch_id = :batch) p
                   ON p.pay_no = o.pay_no AND p.pay_code = o.pay_code
            FULL JOIN (SELECT * FROM match_waybill WHERE tenant_id = current_tenant() AND batch_id = :batch) w
                   ON w.order_no = o.order_no AND w.platform = o.platform
            WHERE (o.copies = 1 AND w.copies = 1 AND o.consignee = w.consignee AND o.phone = w.phone AND o.address = w.address
                   AND o.paid = o.goods_value + o.freight + o.tax - o.discount
                   AND CASE WHEN p.copies IS NULL THEN NOT :paymentNeeded AND o.pay_no = ''
                       ELSE p.copies = 1 AND p.order_no = o.order_no AND p.platform = o.platform AND p.amount = o.paid AND p.currency = o.currency
                            AND (NOT :buyerPays OR (p.payer_name = o.buyer_name AND p.payer_id = o.buyer_id)) END) IS NOT TRUE
            ORDER BY o.platform COLLATE "C", o.order_no COLLATE "C", p.pay_no COLLATE "C", w.waybill_no COLLATE "C"
            """;

    private final JdbcClient jdbc;

    UnequalDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An order with what was found for it, or a payment or waybill alone; how many documents have each number. */
    record Found(
            Optional<MatchOrder> order,
            int orderCopies,
            Optional<MatchPayment> payment,
            int paymentCopies,
            Optional<MatchWaybill> waybill,
            int waybillCopies) {}

    List<Found> list(long batch, MatchRules rules) {
        return jdbc.sql(LIST)
                .param("batch", batch)
                .param("paymentNeeded", rules.paymentNeeded())
                .param("buyerPays", rules.buyerPays())
                .query((row, at) -> new Found(
                        order(row),
                        row.getInt("o_copies"),
                        payment(row),
                        row.getInt("p_copies"),
                        waybill(row),
                        row.getInt("w_copies")))
                .list();
    }

    private static Optional<MatchOrder> order(ResultSet row) throws SQLException {
        if (row.getString("o_order_no") == null) {
            return Optional.empty();
        }
        return Optional.of(new MatchOrder(
                row.getString("o_order_no"),
                row.getString("o_platform"),
                row.getString("buyer_name"),
                row.getString("buyer_id"),
                row.getString("o_consignee"),
                row.getString("o_phone"),
                row.getString("o_address"),
                row.getString("o_pay_code"),
                row.getString("o_pay_no"),
                amount(row, "goods_value"),
                amount(row, "freight"),
                amount(row, "tax"),
                amount(row, "discount"),
                amount(row, "paid"),
                row.getString("o_currency")));
    }

    private static Optional<MatchPayment> payment(ResultSet row) throws SQLException {
        return row.getString("pay_no") == null
                ? Optional.empty()
                : Optional.of(new MatchPayment(
                        row.getString("pay_code"),
                        row.getString("pay_no"),
                        row.getString("p_order_no"),
                        row.getString("p_platform"),
                        row.getString("payer_name"),
                        row.getString("payer_id"),
                        amount(row, "amount"),
                        row.getString("p_currency")));
    }

    private static Optional<MatchWaybill> waybill(ResultSet row) throws SQLException {
        return row.getString("waybill_no") == null
                ? Optional.empty()
                : Optional.of(new MatchWaybill(
                        row.getString("carrier_code"),
                        row.getString("waybill_no"),
                        row.getString("w_order_no"),
                        row.getString("w_platform"),
                        row.getString("w_consignee"),
                        row.getString("w_phone"),
                        row.getString("w_address")));
    }

    private static BigDecimal amount(ResultSet row, String column) throws SQLException {
        var stripped = row.getBigDecimal(column).stripTrailingZeros();
        return stripped.scale() < 2 ? stripped.setScale(2) : stripped;
    }
}
