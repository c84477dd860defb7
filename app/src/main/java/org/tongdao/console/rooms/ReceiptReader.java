package org.tongdao.console.rooms;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.console.frame.Tone;
import org.tongdao.customs.Advice;

/** What customs said, and what waits for the broker because of it. */
@Component
class ReceiptReader {

    record Receipt(
            String type, String copNo, OffsetDateTime at, String outcome, String status, String code, String info) {

        public String tone() {
            return Tone.of(outcome);
        }
    }

    /** One work item of the broker: {@code source} is customs or rules; {@code rule} and {@code hint} are for our own findings. */
    record Held(
            long orderId,
            String orderNo,
            String parcelNo,
            String country,
            String source,
            String outcome,
            String status,
            String code,
            String info,
            String rule,
            String place,
            String hint,
            OffsetDateTime since) {

        public boolean byCustoms() {
            return source.equals("customs");
        }

        public boolean again() {
            return outcome.equals("REFUSED") || outcome.equals("RULE");
        }

        public String tone() {
            return Tone.of(outcome);
        }

        public String cause(String language) {
            return language.equals("zh") ? advice().causeZh() : advice().causeEn();
        }

        public String fix(String language) {
            return language.equals("zh") ? advice().fixZh() : advice().fixEn();
        }

        private Advice advice() {
            return Advice.of(new org.tongdao.customs.Receipt(place, "", status, "", info, "", ""));
        }
    }

    record Cause(String outcome, String code, long count) {}

    /** All held parcels of the tenant. */
    static final String QUEUE = """
            SELECT o.id AS order_id, o.order_no, p.parcel_no, o.country, q.source, q.outcome, q.status, q.code, q.info, q.rule, q.place, q.hint, q.since
            FROM (
                SELECT DISTINCT ON (d.parcel_id) d.parcel_id, 'customs' AS source, s.outcome, s.status, s.code, s.info, '' AS rule, x.type AS place,
                       '' AS hint, s.returned_at AS since
                FROM customs_state s
                JOIN customs_document x ON x.tenant_id = s.tenant_id AND x.id = s.document_id
                JOIN declaration d ON d.tenant_id = x.tenant_id AND d.id = x.declaration_id
                WHERE s.tenant_id = current_tenant() AND s.needs_broker
                  AND NOT EXISTS (SELECT FROM clearance c WHERE c.tenant_id = d.tenant_id AND c.parcel_id = d.parcel_id)
                  AND NOT EXISTS (SELECT FROM declaration n WHERE n.tenant_id = d.tenant_id AND n.parcel_id = d.parcel_id AND n.attempt > d.attempt)
                ORDER BY d.parcel_id, s.rank DESC, s.returned_at DESC, x.id
            ) q
            JOIN parcel p ON p.tenant_id = current_tenant() AND p.id = q.parcel_id
            JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
            UNION ALL
            SELECT o.id, o.order_no, p.parcel_no, o.country, 'rules', 'RULE', '', f.rule, f.value, f.rule, f.field, f.maybe, f.at
            FROM (SELECT DISTINCT ON (parcel_id) * FROM declaration_finding WHERE tenant_id = current_tenant() AND severity = 'ERROR' ORDER BY parcel_id, position) f
            JOIN parcel p ON p.tenant_id = f.tenant_id AND p.id = f.parcel_id
            JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
            WHERE NOT EXISTS (SELECT FROM declaration d WHERE d.tenant_id = f.tenant_id AND d.parcel_id = f.parcel_id)
            """;

    private final JdbcClient jdbc;

    ReceiptReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All receipts of the documents of a parcel, in the order of customs' time. */
    @Transactional(readOnly = true)
    public List<Receipt> ofParcel(long parcel) {
        return jdbc.sql("""
                SELECT x.type, d.cop_no, r.returned_at AS at, r.outcome, r.status, r.code, r.info
                FROM declaration d
                JOIN customs_document x ON x.tenant_id = d.tenant_id AND x.declaration_id = d.id
                JOIN customs_receipt r ON r.tenant_id = x.tenant_id AND r.receipt_key = x.receipt_key
                WHERE d.tenant_id = current_tenant() AND d.parcel_id = ?
                ORDER BY r.returned_at, x.type, r.rank, r.file, r.position""").param(parcel).query(Receipt.class).list();
    }

    /** How many wait, by cause. */
    @Transactional(readOnly = true)
    public List<Cause> causes() {
        return jdbc.sql("SELECT outcome, code, count(*) AS count FROM (" + QUEUE
                        + ") all_held GROUP BY outcome, code ORDER BY count(*) DESC, outcome, code")
                .query(Cause.class)
                .list();
    }

    /** The oldest 500 of one cause; empty texts mean any. */
    @Transactional(readOnly = true)
    public List<Held> held(String outcome, String code) {
        return jdbc.sql("SELECT * FROM (" + QUEUE + """
                        ) all_held WHERE (:outcome = '' OR outcome = :outcome) AND (:code = '' OR code = :code)
                        ORDER BY since, parcel_no LIMIT 500""")
                .param("outcome", outcome.toUpperCase(Locale.ROOT))
                .param("code", code)
                .query(Held.class)
                .list();
    }
}
