package org.tongdao.console.broker;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Declared lists that a person looks for, and the papers that followed lists. */
@Component
class PaperReader {

    record Line(int rowNo, String name, BigDecimal declared, BigDecimal returned) {

        public BigDecimal left() {
            return declared.subtract(returned);
        }
    }

    /** A list; {@code export} says which direction. */
    record Found(
            String copNo,
            String orderNo,
            String number,
            boolean export,
            long orderId,
            String outcome,
            String invtNo,
            boolean live,
            boolean released) {}

    /** A paper and what became of it. */
    record Paper(
            String number,
            String kind,
            String listNo,
            String reason,
            String regime,
            long lists,
            int lines,
            long officialLines,
            String entryId,
            String askedBy,
            OffsetDateTime askedAt,
            @Nullable String outcome,
            @Nullable String info,
            boolean standing,
            boolean done) {

        public String tone() {
            return done ? "ok" : standing ? "" : "bad";
        }

        public boolean toTally() {
            return kind.equals("RETURN") && done && listNo.startsWith("TD");
        }
    }

    private static final String FIND = """
            SELECT * FROM (
                SELECT d.cop_no, o.order_no, p.parcel_no AS number, true AS export, o.id AS order_id, d.live, k.parcel_id IS NOT NULL AS released, d.id, NULL::bigint AS import_id
                FROM customer_order o JOIN parcel p ON p.tenant_id = o.tenant_id AND p.order_id = o.id
                JOIN declaration d ON d.tenant_id = p.tenant_id AND d.parcel_id = p.id
                LEFT JOIN clearance k ON k.tenant_id = p.tenant_id AND k.parcel_id = p.id AND k.declaration_id = d.id
                WHERE o.tenant_id = current_tenant() AND (o.order_no = :q OR p.parcel_no = :q OR d.cop_no = :q)
                UNION ALL
                SELECT l.cop_no, o.order_no, o.waybill_no, false, o.id, l.live, r.import_id IS NOT NULL, NULL, l.id
                FROM import_order o JOIN import_list l ON l.tenant_id = o.tenant_id AND l.import_id = o.id
                LEFT JOIN import_release r ON r.tenant_id = o.tenant_id AND r.import_id = o.id AND r.import_list_id = l.id
                WHERE o.tenant_id = current_tenant() AND (o.order_no = :q OR o.waybill_no = :q OR l.cop_no = :q)) x
            CROSS JOIN LATERAL (
                SELECT coalesce(max(s.outcome), 'SENT') AS outcome, coalesce(max(s.invt_no), '') AS invt_no
                FROM customs_document c LEFT JOIN customs_state s ON s.tenant_id = c.tenant_id AND s.document_id = c.id
                WHERE c.tenant_id = current_tenant() AND c.type IN ('CEB603', 'CEB621') AND (c.declaration_id = x.id OR c.import_list_id = x.import_id)) s
            ORDER BY cop_no LIMIT 20
            """;
    private static final String LINES = """
            SELECT n.row_no, n.name, n.declared, coalesce(b.returned, 0) AS returned
            FROM (SELECT line_no::int AS row_no, name_zh AS name, quantity::numeric AS declared FROM order_line
                  WHERE :export AND tenant_id = current_tenant() AND order_id = :order
                  UNION ALL SELECT line_no, name, quantity FROM import_line WHERE NOT :export AND tenant_id = current_tenant() AND import_id = :order) n
            LEFT JOIN customs_row_balance b ON b.tenant_id = current_tenant() AND b.cop_no = :cop AND b.row_no = n.row_no
            ORDER BY n.row_no LIMIT 100
            """;
    private static final String PAPERS = """
            SELECT p.number, p.kind, coalesce(d.cop_no, l.cop_no, '') AS list_no, p.reason, p.regime, p.lines, p.asked_by, p.asked_at, p.standing, p.done,
                   s.outcome, s.info, x.lists, y.official_lines, y.entry_id
            FROM customs_paper p
            LEFT JOIN declaration d ON d.tenant_id = p.tenant_id AND d.id = p.declaration_id
            LEFT JOIN import_list l ON l.tenant_id = p.tenant_id AND l.id = p.import_list_id
            LEFT JOIN LATERAL (SELECT s.outcome, s.info FROM customs_document c JOIN customs_state s ON s.tenant_id = c.tenant_id AND s.document_id = c.id
                WHERE c.tenant_id = p.tenant_id AND c.paper_id = p.id ORDER BY s.rank DESC LIMIT 1) s ON true
            CROSS JOIN LATERAL (SELECT count(*) AS lists FROM customs_summary_list z WHERE z.tenant_id = p.tenant_id AND z.paper_id = p.id) x
            CROSS JOIN LATERAL (SELECT count(DISTINCT (r.entry_id, r.line_no)) AS official_lines, coalesce(string_agg(DISTINCT r.entry_id, ' '), '') AS entry_id
                FROM customs_summary_list z JOIN customs_summary_row r ON r.tenant_id = z.tenant_id AND r.invt_no = z.invt_no
                WHERE z.tenant_id = p.tenant_id AND z.paper_id = p.id) y
            WHERE p.tenant_id = current_tenant() AND p.kind = ANY (string_to_array(?, ' ')) ORDER BY p.id DESC LIMIT 50
            """;

    private final JdbcClient jdbc;

    PaperReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lists by order, parcel, waybill or our own number. */
    @Transactional(readOnly = true)
    public List<Found> find(String number) {
        return number.isBlank()
                ? List.of()
                : jdbc.sql(FIND).param("q", number.strip()).query(Found.class).list();
    }

    @Transactional(readOnly = true)
    public List<Line> lines(Found list) {
        return jdbc.sql(LINES)
                .param("export", list.export())
                .param("order", list.orderId())
                .param("cop", list.copNo())
                .query(Line.class)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Paper> papers() {
        return jdbc.sql(PAPERS).param("CANCEL RETURN TALLY").query(Paper.class).list();
    }

    @Transactional(readOnly = true)
    public List<Paper> summaries() {
        return jdbc.sql(PAPERS).param("SUMMARY").query(Paper.class).list();
    }
}
