package org.tongdao.declaration;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.customs.ImportParcel;
import org.tongdao.customs.ZoneLedger;
import org.tongdao.terms.CustomsRegime;
import org.tongdao.terms.Finding;
import org.tongdao.terms.HsCode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps import orders as they came, and finds those whose turn it is. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ImportStore {

    private static final String BATCH = """
            INSERT INTO import_batch (tenant_id, title, regime, ems_no, zone_code, zone_name, asked_by, asked_at)
            VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """;
    private static final String ORDERS = """
            INSERT INTO import_order (tenant_id, import_batch_id, order_no, waybill_no, buyer_account, buyer_name, buyer_id, buyer_phone, consignee,
                consignee_phone, address, pay_no, paid_at, freight, tax, discount, mode, vehicle, voyage, bill_no, departure, gross_g)
            SELECT current_tenant(), ?, p->>'orderNo', p->>'waybillNo', p->'buyer'->>'account', p->'buyer'->>'name', p->'buyer'->>'idNumber',
                   p->'buyer'->>'phone', p->'buyer'->>'consignee', p->'buyer'->>'consigneePhone', p->'buyer'->>'address',
                   p->'payment'->>'transactionId', ?, (p->'payment'->>'freight')::numeric, (p->'payment'->>'tax')::numeric,
                   (p->'payment'->>'discount')::numeric, p->'carriage'->>'mode', p->'carriage'->>'vehicle', p->'carriage'->>'voyage',
                   p->'carriage'->>'billNo', p->'carriage'->>'from', (p->'carriage'->>'grossGrams')::bigint
            FROM jsonb_array_elements(?::jsonb) WITH ORDINALITY AS n (p, at) ORDER BY n.at
            ON CONFLICT DO NOTHING RETURNING order_no
            """;
    private static final String LINES = """
            INSERT INTO import_line (tenant_id, import_id, line_no, sku, record_no, name, model, hs, origin, quantity, unit, unit_price, net_g)
            SELECT current_tenant(), o.id, l.at, l.v->>'sku', l.v->>'recordNo', l.v->>'name', l.v->>'model', l.v->'hs'->>'value', l.v->>'origin',
                   (l.v->>'quantity')::bigint, l.v->>'unit', (l.v->>'unitPrice')::numeric, (l.v->>'netGrams')::bigint
            FROM jsonb_array_elements(?::jsonb) AS n (p)
            JOIN import_order o ON o.tenant_id = current_tenant() AND o.import_batch_id = ? AND o.order_no = n.p->>'orderNo'
            CROSS JOIN LATERAL jsonb_array_elements(n.p->'lines') WITH ORDINALITY AS l (v, at)
            """;
    private static final String DUE = """
            SELECT o.*, coalesce(l.attempt, 0) + 1 AS attempt, b.regime, b.ems_no, b.zone_code, b.zone_name,
                   l.id IS NULL OR EXISTS (
                       SELECT FROM customs_document c JOIN customs_state s ON s.tenant_id = c.tenant_id AND s.document_id = c.id
                       WHERE c.tenant_id = l.tenant_id AND c.import_list_id = l.id AND c.type <> 'CEB621' AND s.outcome = 'REFUSED') AS papers
            FROM import_order o
            JOIN import_batch b ON b.tenant_id = o.tenant_id AND b.id = o.import_batch_id
            LEFT JOIN LATERAL (SELECT * FROM import_list x WHERE x.tenant_id = o.tenant_id AND x.import_id = o.id
                               ORDER BY x.attempt DESC LIMIT 1) l ON true
            WHERE o.tenant_id = current_tenant()
            """;
    private static final String FIRST = DUE + """
              AND l.id IS NULL AND NOT EXISTS (SELECT FROM import_finding f
                  WHERE f.tenant_id = o.tenant_id AND f.import_id = o.id AND f.severity = 'ERROR')
            ORDER BY o.id LIMIT ?
            """;
    private static final String AGAIN = DUE + """
              AND o.order_no = ANY (?) AND NOT coalesce(l.live, false)
              AND NOT EXISTS (SELECT FROM import_release r WHERE r.tenant_id = o.tenant_id AND r.import_id = o.id)
            ORDER BY o.id
            """;
    private static final String FINDINGS = """
            INSERT INTO import_finding (tenant_id, import_batch_id, import_id, rule, severity, source, row_no, field, value, maybe, at)
            SELECT current_tenant(), n.batch_id, nullif(n.import_id, 0), n.rule, n.severity, n.source, n.row_no, n.field, n.value, n.maybe, ?
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY
                 AS n (batch_id, import_id, rule, severity, source, row_no, field, value, maybe, at) ORDER BY n.at
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An order whose turn it is; {@code papers} as in {@link DueParcel}. */
    record Due(long id, long batchId, int attempt, boolean papers, ImportParcel parcel, DeclareAs as) {}

    /** One finding about an order, or about the file when the order is 0. */
    record Note(long batchId, long importId, Finding finding) {}

    private record Row(
            long id,
            long importBatchId,
            int attempt,
            boolean papers,
            String orderNo,
            String waybillNo,
            String buyerAccount,
            String buyerName,
            String buyerId,
            String buyerPhone,
            String consignee,
            String consigneePhone,
            String address,
            String payNo,
            Timestamp paidAt,
            BigDecimal freight,
            BigDecimal tax,
            BigDecimal discount,
            String mode,
            String vehicle,
            String voyage,
            String billNo,
            String departure,
            long grossG,
            String regime,
            String emsNo,
            String zoneCode,
            String zoneName) {

        Due due(List<ImportParcel.Line> lines, Instant now) {
            var parcel = new ImportParcel(
                    ImportOrders.copNo(waybillNo, attempt),
                    orderNo,
                    waybillNo,
                    new ImportParcel.Buyer(
                            buyerAccount, buyerName, buyerId, buyerPhone, consignee, consigneePhone, address),
                    new ImportParcel.Payment(payNo, paidAt.toInstant(), freight, tax, discount),
                    new ImportParcel.Carriage(mode, vehicle, voyage, billNo, departure, grossG),
                    now,
                    lines);
            var as = new DeclareAs(
                    CustomsRegime.ofCode(regime), false, new ZoneLedger(emsNo, zoneCode, zoneName), BigDecimal.ZERO);
            return new Due(id, importBatchId, attempt, papers, parcel, as);
        }
    }

    private record Line(
            long importId,
            String sku,
            String recordNo,
            String name,
            String model,
            String hs,
            String origin,
            long quantity,
            String unit,
            BigDecimal unitPrice,
            long netG) {}

    long batch(String title, DeclareAs as, String who) {
        return jdbc.sql(BATCH)
                .params(
                        title,
                        as.regime().code(),
                        as.ledger().emsNo(),
                        as.ledger().companyCode(),
                        as.ledger().companyName(),
                        who,
                        Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** Stores orders that are new; the numbers of those that were. Orders and waybills are there once (I-07). */
    Set<String> orders(long batch, List<ImportParcel> parcels) {
        if (parcels.isEmpty()) {
            return Set.of();
        }
        var json = JSON.writeValueAsString(parcels);
        var stored = new HashSet<>(jdbc.sql(ORDERS)
                .params(batch, Timestamp.from(clock.instant()), json)
                .query(String.class)
                .list());
        jdbc.sql(LINES).params(json, batch).update();
        return stored;
    }

    /** Orders of any file that were never declared and that nothing keeps back. */
    List<Due> first(int limit) {
        return dues(jdbc.sql(FIRST).param(limit).query(Row.class).list());
    }

    /** Of these orders those that may be declared again. */
    List<Due> again(List<String> orderNos) {
        return dues(jdbc.sql(AGAIN)
                .param(orderNos.toArray(new String[0]))
                .query(Row.class)
                .list());
    }

    private List<Due> dues(List<Row> rows) {
        Map<Long, List<ImportParcel.Line>> lines = new HashMap<>();
        jdbc.sql(
                        "SELECT * FROM import_line WHERE tenant_id = current_tenant() AND import_id = ANY (?) ORDER BY import_id, line_no")
                .param(rows.stream().map(Row::id).toArray(Long[]::new))
                .query(Line.class)
                .list()
                .forEach(l -> lines.computeIfAbsent(l.importId(), i -> new ArrayList<>())
                        .add(line(l)));
        var now = clock.instant();
        return rows.stream()
                .map(r -> r.due(lines.getOrDefault(r.id(), List.of()), now))
                .toList();
    }

    private static ImportParcel.Line line(Line l) {
        return new ImportParcel.Line(
                l.sku(),
                l.recordNo(),
                l.name(),
                l.model(),
                new HsCode(l.hs()),
                l.origin(),
                l.quantity(),
                l.unit(),
                l.unitPrice(),
                l.netG());
    }

    /** Puts these findings in the place of all former ones of these orders. */
    void replace(List<Due> orders, List<Note> notes) {
        jdbc.sql("DELETE FROM import_finding WHERE tenant_id = current_tenant() AND import_id = ANY (?)")
                .param(orders.stream().map(Due::id).toArray(Long[]::new))
                .update();
        add(notes);
    }

    void add(List<Note> notes) {
        jdbc.sql(FINDINGS)
                .params(
                        Timestamp.from(clock.instant()),
                        notes.stream().map(Note::batchId).toArray(Long[]::new),
                        notes.stream().map(Note::importId).toArray(Long[]::new),
                        texts(notes, Finding::rule),
                        texts(notes, f -> f.severity().name()),
                        texts(notes, f -> f.place().source()),
                        notes.stream().map(n -> n.finding().place().line()).toArray(Long[]::new),
                        texts(notes, f -> f.place().column()),
                        texts(notes, Finding::value),
                        texts(notes, Finding::maybe))
                .update();
    }

    private static String[] texts(List<Note> notes, java.util.function.Function<Finding, String> part) {
        return notes.stream().map(n -> part.apply(n.finding())).toArray(String[]::new);
    }
}
