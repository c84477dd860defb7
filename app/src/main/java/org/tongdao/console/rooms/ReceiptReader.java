package org.tongdao.console.rooms;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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

    /** One work item of the broker: {@code source} is customs or rules; {@code rule} and {@code hint} are for our own findings; corrected: its order was, since. */
    record Held(
            String kind,
            @Nullable Long orderId,
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
            boolean corrected,
            OffsetDateTime since) {

        public boolean byCustoms() {
            return source.equals("customs");
        }

        public boolean again() {
            return !kind.equals("container") && (outcome.equals("REFUSED") || outcome.equals("RULE"));
        }

        boolean isImport() {
            return kind.equals("import");
        }

        public String tone() {
            return Tone.of(outcome);
        }

        public String cause(String language) {
            return advice().cause(language);
        }

        public String fix(String language) {
            return advice().fix(language);
        }

        private Advice advice() {
            return Advice.of(new org.tongdao.customs.Receipt(place, "", status, "", info, "", ""));
        }
    }

    record Cause(String outcome, String code, long count) {}

    /** One row for each parcel, container or import order that waits; our own rules speak last, so they are heard first. */
    static final String QUEUE = """
            SELECT DISTINCT ON (q.subject) q.kind, q.order_id, q.order_no, q.subject AS parcel_no, q.country, w.source, q.status, q.code, q.since, q.maybe AS hint,
                   CASE w.source WHEN 'rules' THEN 'RULE' ELSE q.cause END AS outcome, CASE w.source WHEN 'rules' THEN q.value ELSE q.info END AS info,
                   CASE w.source WHEN 'rules' THEN q.code ELSE '' END AS rule, CASE w.source WHEN 'rules' THEN q.field ELSE q.document END AS place,
                   EXISTS (SELECT FROM order_correction c WHERE c.tenant_id = q.tenant_id AND c.order_id = q.order_id AND c.at >= q.since) AS corrected
            FROM broker_queue q CROSS JOIN LATERAL (SELECT CASE q.document WHEN 'RULES' THEN 'rules' ELSE 'customs' END AS source) w
            WHERE q.tenant_id = current_tenant()
            ORDER BY q.subject, w.source DESC, q.rank DESC, q.since DESC, q.document
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

    /** What waits because of this order. */
    @Transactional(readOnly = true)
    public List<Held> ofOrder(long order) {
        return jdbc.sql("SELECT * FROM (" + QUEUE + ") all_held WHERE order_id = ?")
                .param(order)
                .query(Held.class)
                .list();
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
