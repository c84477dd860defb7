package org.tongdao.declaration;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows from customs' word on later papers: a cancelled list does not count and its clearance goes, quota is given back, refused returns free their
 * quantities. A function of the set of receipts like {@link Settling}, whatever their order.
 */
@Component
class PaperSettling {

    private static final String STANDING = """
            UPDATE customs_paper p SET standing = n.standing
            FROM (SELECT p.id, bool_or(s.outcome IS DISTINCT FROM 'REFUSED') AS standing
                  FROM customs_document k
                  JOIN customs_paper p ON p.tenant_id = k.tenant_id AND p.id = k.paper_id
                  JOIN customs_document c ON c.tenant_id = p.tenant_id AND c.paper_id = p.id
                  LEFT JOIN customs_state s ON s.tenant_id = c.tenant_id AND s.document_id = c.id
                  WHERE k.tenant_id = current_tenant() AND k.receipt_key = ANY (?) GROUP BY p.id) n
            WHERE p.tenant_id = current_tenant() AND p.id = n.id AND p.standing <> n.standing
              AND (NOT n.standing OR p.kind <> 'CANCEL' OR NOT EXISTS (SELECT FROM customs_paper o WHERE o.tenant_id = p.tenant_id AND o.id <> p.id
                   AND o.kind = 'CANCEL' AND o.standing AND (o.declaration_id = p.declaration_id OR o.import_list_id = p.import_list_id)))
            RETURNING p.id
            """;
    private static final String BALANCE = """
            UPDATE customs_row_balance b SET returned = n.returned
            FROM (SELECT r.cop_no, r.row_no, coalesce(sum(r.quantity) FILTER (WHERE p.standing), 0) AS returned
                  FROM customs_return_row r JOIN customs_paper p ON p.tenant_id = r.tenant_id AND p.id = r.paper_id
                  WHERE r.tenant_id = current_tenant() AND r.cop_no IN (
                      SELECT x.cop_no FROM customs_return_row x WHERE x.tenant_id = current_tenant() AND x.paper_id = ANY (?))
                  GROUP BY r.cop_no, r.row_no) n
            WHERE b.tenant_id = current_tenant() AND b.cop_no = n.cop_no AND b.row_no = n.row_no AND n.returned <= b.declared
            """;
    private static final String DONE = """
            UPDATE customs_paper p SET done = true
            FROM (SELECT p.id FROM customs_document k
                  JOIN customs_paper p ON p.tenant_id = k.tenant_id AND p.id = k.paper_id AND NOT p.done
                  JOIN customs_document c ON c.tenant_id = p.tenant_id AND c.paper_id = p.id
                  LEFT JOIN customs_state s ON s.tenant_id = c.tenant_id AND s.document_id = c.id
                  WHERE k.tenant_id = current_tenant() AND k.receipt_key = ANY (?)
                  GROUP BY p.id HAVING bool_and(coalesce(s.outcome, '') IN ('ACCEPTED', 'RELEASED', 'CLOSED'))) n
            WHERE p.tenant_id = current_tenant() AND p.id = n.id
            RETURNING p.id, p.kind, p.declaration_id, p.import_list_id
            """;
    private static final String WITHDRAW = """
            WITH dead AS (UPDATE declaration SET live = false WHERE tenant_id = current_tenant() AND id = ANY (?) RETURNING id, parcel_id)
            INSERT INTO clearance_withdrawn (tenant_id, declaration_id, parcel_id, invt_no, released_at)
            SELECT k.tenant_id, k.declaration_id, k.parcel_id, k.invt_no, k.released_at FROM clearance k JOIN dead ON dead.id = k.declaration_id AND dead.parcel_id = k.parcel_id
            WHERE k.tenant_id = current_tenant()
              AND NOT EXISTS (SELECT FROM bag_parcel b WHERE b.tenant_id = k.tenant_id AND b.parcel_id = k.parcel_id)
            ON CONFLICT DO NOTHING
            """;
    private static final String GONE = """
            DELETE FROM clearance k USING clearance_withdrawn w
            WHERE k.tenant_id = current_tenant() AND w.tenant_id = k.tenant_id AND w.parcel_id = k.parcel_id AND w.declaration_id = k.declaration_id AND w.declaration_id = ANY (?)
            """;
    private static final String IMPORT_DEAD = """
            WITH dead AS (UPDATE import_list SET live = false WHERE tenant_id = current_tenant() AND id = ANY (?) RETURNING id, import_id)
            DELETE FROM import_release r USING dead WHERE r.tenant_id = current_tenant() AND r.import_id = dead.import_id AND r.import_list_id = dead.id
            """;
    /** What came back of orders: everything of cancelled lists, else what accepted returns hold of each row; freight comes back with the last piece. */
    private static final String GIVEN_BACK = """
            SELECT o.order_no,
                   bool_and(b.quantity >= i.quantity) OR EXISTS (SELECT FROM customs_paper p WHERE p.tenant_id = l.tenant_id AND p.import_list_id = l.id
                       AND p.kind = 'CANCEL' AND p.done) AS whole,
                   sum(round(b.quantity * i.unit_price * 100))::bigint AS fen
            FROM import_list l
            JOIN import_order o ON o.tenant_id = l.tenant_id AND o.id = l.import_id
            JOIN import_line i ON i.tenant_id = o.tenant_id AND i.import_id = o.id
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(r.quantity), 0) AS quantity FROM customs_return_row r
                JOIN customs_paper p ON p.tenant_id = r.tenant_id AND p.id = r.paper_id AND p.done
                WHERE r.tenant_id = l.tenant_id AND r.cop_no = l.cop_no AND r.row_no = i.line_no) b
            WHERE l.tenant_id = current_tenant() AND l.id = ANY (?)
            GROUP BY l.tenant_id, l.id, o.order_no ORDER BY o.order_no
            """;

    private final JdbcClient jdbc;
    private final ImportQuota quota;

    PaperSettling(JdbcClient jdbc, ImportQuota quota) {
        this.jdbc = jdbc;
        this.quota = quota;
    }

    private record Back(String orderNo, boolean whole, long fen) {}

    private record Done(
            long id,
            String kind,
            @Nullable Long declarationId,
            @Nullable Long importListId) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(String[] keys) {
        var turned = jdbc.sql(STANDING).param(keys).query(Long.class).list();
        if (!turned.isEmpty()) {
            jdbc.sql(BALANCE).param(turned.toArray(Long[]::new)).update();
        }
        var done = jdbc.sql(DONE).param(keys).query(Done.class).list();
        var cancelled = done.stream().filter(d -> d.kind().equals("CANCEL")).toList();
        exports(cancelled);
        imports(cancelled, done);
    }

    private void exports(List<Done> cancelled) {
        var lists = cancelled.stream()
                .flatMap(d -> Optional.ofNullable(d.declarationId()).stream())
                .toArray(Long[]::new);
        if (lists.length > 0) {
            jdbc.sql(WITHDRAW).param(lists).update();
            jdbc.sql(GONE).param(lists).update();
        }
    }

    private void imports(List<Done> cancelled, List<Done> done) {
        var lists = cancelled.stream()
                .flatMap(d -> Optional.ofNullable(d.importListId()).stream())
                .toArray(Long[]::new);
        if (lists.length > 0) {
            jdbc.sql(IMPORT_DEAD).param(lists).update();
        }
        var all = done.stream()
                .flatMap(d -> Optional.ofNullable(d.importListId()).stream())
                .toArray(Long[]::new);
        if (all.length > 0) {
            jdbc.sql(GIVEN_BACK)
                    .param(all)
                    .query(Back.class)
                    .list()
                    .forEach(b -> quota.giveBack(b.orderNo(), b.whole() ? Long.MAX_VALUE : b.fen()));
        }
    }
}
