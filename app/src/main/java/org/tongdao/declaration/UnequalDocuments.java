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

/**
 * Finds what is not plainly equal in all three documents of a batch. Most are: they find each other by the hash of what they claim and are never read in
 * full, only the others are, and only they leave the database.
 */
@Component
class UnequalDocuments {

    private static final String UNNUMBERED = """
            SELECT EXISTS (SELECT FROM match_payment WHERE tenant_id = current_tenant() AND batch_id = :batch AND pay_no = '')
            """;
    /**
     * First the documents that do not find each other by what they claim, by their place in the table; then in full the odd orders with the payments and
     * waybills they name, and the payments and waybills that no order names.
     */
    private static final String LIST = """
            WITH odd AS MATERIALIZED (
                SELECT o.ctid AS o, p.ctid AS p, w.ctid AS w
                FROM (SELECT ctid, %1$s AS claim, waybill_claim, pay_no FROM match_order WHERE tenant_id = current_tenant() AND batch_id = :batch) o
                FULL JOIN (SELECT ctid, %1$s AS claim FROM match_payment WHERE tenant_id = current_tenant() AND batch_id = :batch) p USING (claim)
                FULL JOIN (SELECT ctid, waybill_claim FROM match_waybill WHERE tenant_id = current_tenant() AND batch_id = :batch) w USING (waybill_claim)
                WHERE o.ctid IS NULL OR w.ctid IS NULL OR (p.ctid IS NULL AND NOT (:unpaidIsFine AND o.pay_no = ''))),
            o AS MATERIALIZED (
                SELECT * FROM match_order WHERE tenant_id = current_tenant() AND batch_id = :batch AND ctid = ANY (ARRAY (SELECT o FROM odd))),
            p AS MATERIALIZED (
                SELECT * FROM match_payment WHERE tenant_id = current_tenant() AND batch_id = :batch AND ctid = ANY (ARRAY (SELECT p FROM odd))
                UNION
                SELECT m.* FROM o CROSS JOIN LATERAL (
                    SELECT * FROM match_payment n
                    WHERE n.tenant_id = current_tenant() AND n.batch_id = :batch AND n.pay_code = o.pay_code AND n.pay_no = o.pay_no OFFSET 0) m),
            w AS MATERIALIZED (
                SELECT * FROM match_waybill WHERE tenant_id = current_tenant() AND batch_id = :batch AND ctid = ANY (ARRAY (SELECT w FROM odd)))
            SELECT o.platform AS o_platform, o.order_no AS o_order_no, o.pay_code AS o_pay_code, o.pay_no AS o_pay_no, o.buyer_name, o.buyer_id,
                   o.consignee AS o_consignee, o.phone AS o_phone, o.address AS o_address, o.goods_value, o.freight, o.tax, o.discount, o.paid,
                   o.currency AS o_currency, o.copies AS o_copies,
                   p.pay_code, p.pay_no, p.order_no AS p_order_no, p.platform AS p_platform, p.payer_name, p.payer_id, p.amount,
                   p.currency AS p_currency, p.copies AS p_copies,
                   w.platform AS w_platform, w.order_no AS w_order_no, w.carrier_code, w.waybill_no, w.consignee AS w_consignee, w.phone AS w_phone,
                   w.address AS w_address, w.copies AS w_copies
            FROM o
            FULL JOIN p ON p.pay_no = o.pay_no AND p.pay_code = o.pay_code
            FULL JOIN w ON w.order_no = o.order_no AND w.platform = o.platform
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
        return jdbc.sql(LIST.formatted(rules.buyerPays() ? "payer_claim" : "payment_claim"))
                .param("batch", batch)
                .param("unpaidIsFine", !rules.paymentNeeded() && !unnumbered(batch))
                .query((row, at) -> new Found(
                        order(row),
                        row.getInt("o_copies"),
                        payment(row),
                        row.getInt("p_copies"),
                        waybill(row),
                        row.getInt("w_copies")))
                .list();
    }

    /** A payment without a number would be everybody's who says none. */
    private boolean unnumbered(long batch) {
        return jdbc.sql(UNNUMBERED).param("batch", batch).query(Boolean.class).single();
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
