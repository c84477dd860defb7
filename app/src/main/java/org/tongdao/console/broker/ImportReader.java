package org.tongdao.console.broker;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Retail import: files, orders with their state, the buyers' quota they hold, and the tax bills that came of them. */
@Component
class ImportReader {

    /** Orders on one page. */
    static final int PAGE = 200;

    record Batch(
            long id,
            String title,
            String regime,
            String emsNo,
            String askedBy,
            OffsetDateTime askedAt,
            long orders,
            long declared,
            long withheld,
            long released,
            long unusable) {}

    /** One order; bill and quota are absent while there is none. */
    record Order(
            long id,
            String orderNo,
            String waybillNo,
            String buyerName,
            BigDecimal value,
            @Nullable String copNo,
            @Nullable String outcome,
            boolean withheld,
            boolean live,
            @Nullable String invtNo,
            @Nullable Long quotaFen,
            @Nullable OffsetDateTime givenBackAt,
            @Nullable Long usedFen,
            @Nullable Long limitFen,
            @Nullable String taxNo,
            @Nullable String taxState,
            @Nullable Long taxFen) {

        /** A word of the term base. */
        public String state() {
            if (invtNo != null && live) {
                return "RELEASED";
            }
            if (withheld) {
                return "RULE";
            }
            return copNo == null ? "WAITING" : outcome == null ? "SENT" : outcome;
        }

        public String tone() {
            return switch (state()) {
                case "RELEASED" -> "ok";
                case "RULE", "REFUSED", "DETAINED" -> "bad";
                case "REVIEW", "INSPECTION", "RETURNED" -> "warn";
                default -> "";
            };
        }

        public boolean again() {
            return invtNo == null && (withheld || (copNo != null && !live));
        }

        public boolean holdsQuota() {
            return quotaFen != null && givenBackAt == null;
        }

        public BigDecimal quota() {
            return yuan(quotaFen);
        }

        public BigDecimal used() {
            return yuan(usedFen);
        }

        public BigDecimal limit() {
            return yuan(limitFen);
        }

        public BigDecimal tax() {
            return yuan(taxFen);
        }
    }

    record Bills(String state, long bills, long fen) {

        public BigDecimal amount() {
            return yuan(fen);
        }
    }

    record Finding(String rule, String severity, long rowNo, String field, String value, String maybe) {}

    static BigDecimal yuan(@Nullable Long fen) {
        return BigDecimal.valueOf(fen == null ? 0 : fen, 2);
    }

    private static final String BATCHES = """
            SELECT b.id, b.title, b.regime, b.ems_no, b.asked_by, b.asked_at, x.orders, x.declared, x.withheld, x.released,
                   (SELECT count(*) FROM import_finding f WHERE f.tenant_id = b.tenant_id AND f.import_batch_id = b.id AND f.import_id IS NULL) AS unusable
            FROM import_batch b
            CROSS JOIN LATERAL (
                SELECT count(*) AS orders, count(r.import_id) AS released,
                       count(*) FILTER (WHERE EXISTS (SELECT FROM import_list l WHERE l.tenant_id = o.tenant_id AND l.import_id = o.id)) AS declared,
                       count(*) FILTER (WHERE EXISTS (SELECT FROM import_finding f
                           WHERE f.tenant_id = o.tenant_id AND f.import_id = o.id AND f.severity = 'ERROR')) AS withheld
                FROM import_order o LEFT JOIN import_release r ON r.tenant_id = o.tenant_id AND r.import_id = o.id
                WHERE o.tenant_id = b.tenant_id AND o.import_batch_id = b.id) x
            WHERE b.tenant_id = current_tenant() AND (:id = 0 OR b.id = :id) ORDER BY b.id DESC LIMIT 30
            """;
    private static final String ORDERS = """
            SELECT o.id, o.order_no, o.waybill_no, o.buyer_name,
                   (SELECT coalesce(sum(quantity * unit_price), 0) FROM import_line i WHERE i.tenant_id = o.tenant_id AND i.import_id = o.id) AS value,
                   l.cop_no, s.outcome, coalesce(l.live, false) AS live, r.invt_no,
                   EXISTS (SELECT FROM import_finding f WHERE f.tenant_id = o.tenant_id AND f.import_id = o.id AND f.severity = 'ERROR') AS withheld,
                   q.fen - q.given_fen AS quota_fen, q.given_back_at, y.used_fen, y.limit_fen,
                   t.tax_no, t.state AS tax_state, t.duty_fen + t.vat_fen + t.consumption_fen AS tax_fen
            FROM import_order o
            LEFT JOIN LATERAL (SELECT * FROM import_list x WHERE x.tenant_id = o.tenant_id AND x.import_id = o.id ORDER BY attempt DESC LIMIT 1) l ON true
            LEFT JOIN LATERAL (
                SELECT s.outcome FROM customs_document c JOIN customs_state s ON s.tenant_id = c.tenant_id AND s.document_id = c.id
                WHERE c.tenant_id = l.tenant_id AND c.import_list_id = l.id ORDER BY s.needs_broker DESC, c.type DESC LIMIT 1) s ON true
            LEFT JOIN import_release r ON r.tenant_id = o.tenant_id AND r.import_id = o.id
            LEFT JOIN import_purchase q ON q.tenant_id = o.tenant_id AND q.purchase_no = o.order_no
            LEFT JOIN import_quota y ON y.tenant_id = q.tenant_id AND y.buyer = q.buyer AND y.year = q.year
            LEFT JOIN LATERAL (SELECT * FROM tax_bill t WHERE t.tenant_id = r.tenant_id AND t.invt_no = r.invt_no LIMIT 1) t ON true
            WHERE o.tenant_id = current_tenant() AND o.import_batch_id = ? AND o.id > ? ORDER BY o.id LIMIT ?
            """;
    private static final String BILLS = """
            SELECT state, count(*) AS bills, sum(duty_fen + vat_fen + consumption_fen)::bigint AS fen FROM tax_bill
            WHERE tenant_id = current_tenant() GROUP BY state ORDER BY state
            """;
    private static final String FINDINGS = """
            SELECT rule, severity, row_no, coalesce((SELECT o.order_no || ' ' FROM import_order o WHERE o.tenant_id = f.tenant_id AND o.id = f.import_id), '')
                   || field AS field, value, maybe
            FROM import_finding f WHERE tenant_id = current_tenant() AND import_batch_id = ? ORDER BY severity, id LIMIT 200
            """;

    private final JdbcClient jdbc;

    ImportReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<Batch> batches() {
        return jdbc.sql(BATCHES).param("id", 0L).query(Batch.class).list();
    }

    @Transactional(readOnly = true)
    public Optional<Batch> batch(long id) {
        return jdbc.sql(BATCHES).param("id", id).query(Batch.class).optional();
    }

    @Transactional(readOnly = true)
    public List<Order> orders(long batch, long after) {
        return jdbc.sql(ORDERS).params(batch, after, PAGE).query(Order.class).list();
    }

    @Transactional(readOnly = true)
    public List<Bills> bills() {
        return jdbc.sql(BILLS).query(Bills.class).list();
    }

    @Transactional(readOnly = true)
    public List<Finding> findings(long batch) {
        return jdbc.sql(FINDINGS).param(batch).query(Finding.class).list();
    }
}
