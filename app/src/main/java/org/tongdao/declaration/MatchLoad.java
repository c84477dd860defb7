package org.tongdao.declaration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.customs.ThreeDocumentMatch;
import org.tongdao.platform.BulkCopy;

/** Brings documents to be matched into the database; numbers of people's papers only as hashes. */
@Component
class MatchLoad {

    private static final String ORDERS =
            "platform, order_no, pay_code, pay_no, buyer_name, buyer_id, consignee, phone, address, goods_value, freight, tax, discount, paid, currency";
    private static final String PAYMENTS =
            "pay_code, pay_no, order_no, platform, payer_name, payer_id, amount, currency";
    private static final String WAYBILLS = "platform, order_no, carrier_code, waybill_no, consignee, phone, address";

    private final JdbcClient jdbc;
    private final BulkCopy copy;

    MatchLoad(JdbcClient jdbc, BulkCopy copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void store(long batch, ThreeDocumentMatch.Documents documents) {
        stage("match_order", ORDERS);
        try (var rows = copy.into("staged_match_order", "line, " + ORDERS)) {
            int line = 0;
            for (var o : documents.orders()) {
                rows.row(
                        ++line,
                        o.platformCode(),
                        o.orderNo(),
                        o.payCode(),
                        o.payNo(),
                        o.buyerName(),
                        hash(o.buyerId()),
                        o.consignee(),
                        o.phone(),
                        o.address(),
                        o.goodsValue(),
                        o.freight(),
                        o.tax(),
                        o.discount(),
                        o.paid(),
                        o.currency());
            }
        }
        settle("match_order", ORDERS, "platform, order_no", batch);
        stage("match_payment", PAYMENTS);
        try (var rows = copy.into("staged_match_payment", "line, " + PAYMENTS)) {
            int line = 0;
            for (var p : documents.payments()) {
                rows.row(
                        ++line,
                        p.payCode(),
                        p.payNo(),
                        p.orderNo(),
                        p.platformCode(),
                        p.payerName(),
                        hash(p.payerId()),
                        p.amount(),
                        p.currency());
            }
        }
        settle("match_payment", PAYMENTS, "pay_code, pay_no", batch);
        stage("match_waybill", WAYBILLS);
        try (var rows = copy.into("staged_match_waybill", "line, " + WAYBILLS)) {
            int line = 0;
            for (var w : documents.waybills()) {
                rows.row(
                        ++line,
                        w.platformCode(),
                        w.orderNo(),
                        w.carrierCode(),
                        w.waybillNo(),
                        w.consignee(),
                        w.phone(),
                        w.address());
            }
        }
        settle("match_waybill", WAYBILLS, "platform, order_no", batch);
    }

    private void stage(String table, String columns) {
        jdbc.sql("CREATE TEMP TABLE staged_" + table + " ON COMMIT DROP AS SELECT 0 AS line, " + columns + " FROM "
                        + table + " WHERE false")
                .update();
    }

    /** Of several rows with one number the first stays and says how many there were. */
    private void settle(String table, String columns, String key, long batch) {
        jdbc.sql("INSERT INTO " + table + " (tenant_id, batch_id, " + columns + ", copies) SELECT current_tenant(), ?, "
                        + columns
                        + ", copies FROM (SELECT *, count(*) OVER number AS copies, row_number() OVER (PARTITION BY "
                        + key
                        + " ORDER BY line) AS nth FROM staged_" + table + " WINDOW number AS (PARTITION BY " + key
                        + ")) s WHERE nth = 1 ORDER BY line")
                .param(batch)
                .update();
        jdbc.sql("DROP TABLE staged_" + table).update();
    }

    /** The last four characters stay readable behind a hash, so that a trace can be told apart; empty stays empty. */
    static String hash(String id) {
        if (id.isEmpty()) {
            return "";
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest) + id.substring(Math.max(0, id.length() - 4));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
