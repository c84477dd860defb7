package org.tongdao.declaration;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.CebReader;

/** Finds declared lists by our number, as they were sent, and keeps the papers that follow them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PaperStore {

    private static final String FIND = """
            SELECT coalesce(c.declaration_id, 0) AS declaration_id, coalesce(c.import_list_id, 0) AS import_list_id,
                   coalesce(s.outcome, 'SENT') AS outcome, coalesce(s.invt_no, '') AS invt_no, o.payload,
                   coalesce(d.regime, ib.regime) AS regime, coalesce(k.released_at, r.released_at) AS released_at, b.parcel_id IS NOT NULL AS bagged
            FROM (SELECT id AS declaration_id, NULL::bigint AS import_list_id, tenant_id FROM declaration WHERE tenant_id = current_tenant() AND cop_no = :no
                  UNION ALL SELECT NULL, id, tenant_id FROM import_list WHERE tenant_id = current_tenant() AND cop_no = :no) x
            JOIN customs_document c ON c.tenant_id = x.tenant_id AND c.type IN ('CEB603', 'CEB621')
                 AND (c.declaration_id = x.declaration_id OR c.import_list_id = x.import_list_id)
            JOIN customs_message m ON m.tenant_id = c.tenant_id AND m.id = c.message_id
            JOIN outbox o ON o.tenant_id = m.tenant_id AND o.wire = m.wire AND o.message_key = m.message_key
            LEFT JOIN customs_state s ON s.tenant_id = c.tenant_id AND s.document_id = c.id
            LEFT JOIN declaration d ON d.tenant_id = c.tenant_id AND d.id = c.declaration_id
            LEFT JOIN clearance k ON k.tenant_id = d.tenant_id AND k.parcel_id = d.parcel_id AND k.declaration_id = d.id
            LEFT JOIN bag_parcel b ON b.tenant_id = k.tenant_id AND b.parcel_id = k.parcel_id
            LEFT JOIN import_list l ON l.tenant_id = c.tenant_id AND l.id = c.import_list_id
            LEFT JOIN import_order io ON io.tenant_id = l.tenant_id AND io.id = l.import_id
            LEFT JOIN import_batch ib ON ib.tenant_id = io.tenant_id AND ib.id = io.import_batch_id
            LEFT JOIN import_release r ON r.tenant_id = l.tenant_id AND r.import_id = l.import_id AND r.import_list_id = l.id
            """;
    private static final String RETURN = """
            SELECT d.cop_no, o.payload
            FROM customs_paper p
            JOIN declaration d ON d.tenant_id = p.tenant_id AND d.id = p.declaration_id
            JOIN customs_document c ON c.tenant_id = p.tenant_id AND c.paper_id = p.id
            JOIN customs_message m ON m.tenant_id = c.tenant_id AND m.id = c.message_id
            JOIN outbox o ON o.tenant_id = m.tenant_id AND o.wire = m.wire AND o.message_key = m.message_key
            WHERE p.tenant_id = current_tenant() AND p.number = ? AND p.kind = 'RETURN' AND p.done
            """;
    private static final String BALANCE = """
            INSERT INTO customs_row_balance AS b (tenant_id, cop_no, row_no, declared, returned) VALUES (current_tenant(), ?, ?, ?, ?)
            ON CONFLICT (tenant_id, cop_no, row_no) DO UPDATE SET returned = b.returned + EXCLUDED.returned
            WHERE b.returned + EXCLUDED.returned <= b.declared
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PaperStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A list as it was sent and what became of it; it is one of export or of import, the id of the other is 0.
     *
     * @param outcome of its receipts so far
     * @param invtNo number that customs gave it, or empty
     * @param bagged its parcel is in a bag
     */
    record Sent(
            long declarationId,
            long importListId,
            String outcome,
            String invtNo,
            byte[] payload,
            String regime,
            @Nullable Timestamp releasedAt,
            boolean bagged) {

        boolean isExport() {
            return declarationId > 0;
        }

        /** The document with this number out of the message it went in. */
        CebDocument document(String copNo) {
            return CebReader.read("sent", payload).get().documents().stream()
                    .filter(d -> d.get("copNo").equals(copNo))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(copNo + " is not in the message it was sent in"));
        }
    }

    /** An accepted return of exports: number of its list, and the message it went in. */
    record Returned(String copNo, byte[] payload) {

        CebDocument document(String number) {
            return CebReader.read("sent", payload).get().documents().stream()
                    .filter(d -> d.get("coElNo").equals(number))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(number + " is not in the message it was sent in"));
        }
    }

    Optional<Sent> find(String copNo) {
        return jdbc.sql(FIND).param("no", copNo).query(Sent.class).optional();
    }

    /** How many papers of a kind there are about a list; their numbers count on. */
    int count(Sent list, String kind) {
        return jdbc.sql("SELECT count(*) FROM customs_paper WHERE tenant_id = current_tenant() AND kind = ?"
                        + " AND (declaration_id = ? OR import_list_id = ?)")
                .params(kind, list.declarationId(), list.importListId())
                .query(Integer.class)
                .single();
    }

    boolean hasStanding(Sent list, String kind) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM customs_paper WHERE tenant_id = current_tenant() AND kind = ? AND standing"
                                + " AND (declaration_id = ? OR import_list_id = ?))")
                .params(kind, list.declarationId(), list.importListId())
                .query(Boolean.class)
                .single();
    }

    boolean hasNumber(String number) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM customs_paper WHERE tenant_id = current_tenant() AND number = ?)")
                .param(number)
                .query(Boolean.class)
                .single();
    }

    long add(String kind, String number, Sent list, String reason, String who) {
        return jdbc.sql(
                        "INSERT INTO customs_paper (tenant_id, kind, number, declaration_id, import_list_id, reason, asked_by, asked_at)"
                                + " VALUES (current_tenant(), ?, ?, nullif(?, 0), nullif(?, 0), ?, ?, ?) RETURNING id")
                .params(
                        kind,
                        number,
                        list.declarationId(),
                        list.importListId(),
                        reason,
                        who,
                        Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    long summary(String number, String regime, int lines, String who) {
        return jdbc.sql("INSERT INTO customs_paper (tenant_id, kind, number, reason, regime, lines, asked_by, asked_at)"
                        + " VALUES (current_tenant(), 'SUMMARY', ?, '', ?, ?, ?, ?) RETURNING id")
                .params(number, regime, lines, who, Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** The return (213) with this number as it was sent, when customs accepted it; empty otherwise. */
    Optional<Returned> returnOf(String number) {
        return jdbc.sql(RETURN).param(number).query(Returned.class).optional();
    }

    /** What is on its way back already, by row. */
    Map<Integer, BigDecimal> returned(String copNo) {
        var rows = new HashMap<Integer, BigDecimal>();
        jdbc.sql("SELECT row_no, returned FROM customs_row_balance WHERE tenant_id = current_tenant() AND cop_no = ?")
                .param(copNo)
                .query(row -> {
                    rows.put(row.getInt(1), row.getBigDecimal(2));
                });
        return rows;
    }

    /** Takes a quantity out of a row of a list; false when so much is not left, whoever else returns at this moment. */
    boolean take(long paper, String copNo, int row, BigDecimal declared, BigDecimal quantity) {
        if (quantity.compareTo(declared) > 0
                || jdbc.sql(BALANCE).params(copNo, row, declared, quantity).update() == 0) {
            return false;
        }
        jdbc.sql(
                        "INSERT INTO customs_return_row (tenant_id, paper_id, cop_no, row_no, quantity) VALUES (current_tenant(), ?, ?, ?, ?)")
                .params(paper, copNo, row, quantity)
                .update();
        return true;
    }
}
