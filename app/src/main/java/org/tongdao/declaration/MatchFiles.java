package org.tongdao.declaration;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tongdao.customs.MatchOrder;
import org.tongdao.customs.MatchPayment;
import org.tongdao.customs.MatchWaybill;
import org.tongdao.customs.ThreeDocumentMatch;
import org.tongdao.terms.Finding;

/** The three files of {@code customs match}; columns in docs/formats/customs-tables.md. */
record MatchFiles(ThreeDocumentMatch.Documents documents, List<Finding> findings) {

    static MatchFiles read(Path orders, Path payments, Path waybills) {
        var o = InputTable.read(orders, List.of("order_no", "platform", "paid", "currency"), MatchFiles::order);
        var p = InputTable.read(
                payments, List.of("pay_code", "pay_no", "order_no", "amount", "currency"), MatchFiles::payment);
        var w = InputTable.read(
                waybills, List.of("carrier", "waybill_no", "order_no", "consignee"), MatchFiles::waybill);
        var findings = new ArrayList<>(o.findings());
        findings.addAll(p.findings());
        findings.addAll(w.findings());
        return new MatchFiles(new ThreeDocumentMatch.Documents(o.rows(), p.rows(), w.rows()), findings);
    }

    private static MatchOrder order(InputTable.Cells row) {
        BigDecimal paid = row.amount("paid");
        boolean parts = !row.text("goods_value").isEmpty();
        return new MatchOrder(
                row.filled("order_no"),
                row.text("platform"),
                row.text("buyer_name"),
                row.text("buyer_id"),
                row.text("consignee"),
                row.text("phone"),
                row.text("address"),
                row.text("pay_code"),
                row.text("pay_no"),
                parts ? row.amount("goods_value") : paid,
                row.amount("freight"),
                row.amount("tax"),
                row.amount("discount"),
                paid,
                row.text("currency"));
    }

    private static MatchPayment payment(InputTable.Cells row) {
        return new MatchPayment(
                row.text("pay_code"),
                row.filled("pay_no"),
                row.text("order_no"),
                row.text("platform"),
                row.text("payer_name"),
                row.text("payer_id"),
                row.amount("amount"),
                row.text("currency"));
    }

    private static MatchWaybill waybill(InputTable.Cells row) {
        return new MatchWaybill(
                row.text("carrier"),
                row.filled("waybill_no"),
                row.text("order_no"),
                row.text("platform"),
                row.text("consignee"),
                row.text("phone"),
                row.text("address"));
    }
}
