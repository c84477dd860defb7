package org.tongdao.declaration;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongdao.customs.RetailLine;
import org.tongdao.customs.RetailParcel;
import org.tongdao.customs.ZoneLedger;
import org.tongdao.terms.CustomsRegime;
import org.tongdao.terms.HsCode;

/** Finds parcels to be declared, by sets, in the order of their numbers; nobody corrects their orders until the transaction ends. */
@Component
class DueParcels {

    private static final String COLUMNS = """
            SELECT p.id, p.order_id, p.parcel_no, o.order_no, p.country, o.currency, p.gross_g, p.net_g,
                   coalesce(d.attempt, 0) + 1 AS attempt, coalesce(d.id, 0) AS supersedes,
                   d.id IS NULL OR EXISTS (
                       SELECT FROM customs_document c JOIN customs_state s ON s.tenant_id = c.tenant_id AND s.document_id = c.id
                       WHERE c.tenant_id = d.tenant_id AND c.declaration_id = d.id AND c.type <> 'CEB603'
                         AND s.outcome = 'REFUSED')
                     OR EXISTS (SELECT FROM order_correction k WHERE k.tenant_id = o.tenant_id AND k.order_id = o.id AND k.at >= d.created_at) AS papers,
                   p.regime, coalesce(t.pilot_zone, false) AS pilot_zone, coalesce(t.ems_no, '') AS ems_no, coalesce(t.zone_code, '') AS zone_code,
                   coalesce(t.zone_name, '') AS zone_name, coalesce(t.cny_rate, 0) AS cny_rate
            FROM parcel p
            JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
            LEFT JOIN declaration_terms t ON t.tenant_id = p.tenant_id AND t.batch_id = p.batch_id
            LEFT JOIN LATERAL (SELECT * FROM declaration x WHERE x.tenant_id = p.tenant_id AND x.parcel_id = p.id
                               ORDER BY x.attempt DESC LIMIT 1) d ON true
            WHERE p.tenant_id = current_tenant()
            """;
    private static final String FIRST = COLUMNS + """
              AND p.batch_id = ? AND d.id IS NULL
              AND NOT EXISTS (SELECT FROM declaration_finding f
                              WHERE f.tenant_id = p.tenant_id AND f.parcel_id = p.id AND f.severity = 'ERROR')
            ORDER BY p.parcel_no LIMIT ? FOR SHARE OF p
            """;
    private static final String AGAIN = COLUMNS + """
              AND p.parcel_no = ANY (?) AND NOT coalesce(d.live, false)
              AND NOT EXISTS (SELECT FROM clearance c WHERE c.tenant_id = p.tenant_id AND c.parcel_id = p.id)
            ORDER BY p.parcel_no FOR SHARE OF p
            """;
    private static final String LINES = """
            SELECT order_id, sku, name_zh, name_en, hs, quantity, unit, unit_price, net_g FROM order_line
            WHERE tenant_id = current_tenant() AND order_id = ANY (?) ORDER BY order_id, line_no
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    DueParcels(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Row(
            long id,
            long orderId,
            String parcelNo,
            String orderNo,
            String country,
            String currency,
            long grossG,
            long netG,
            int attempt,
            long supersedes,
            boolean papers,
            String regime,
            boolean pilotZone,
            String emsNo,
            String zoneCode,
            String zoneName,
            BigDecimal cnyRate) {

        DeclareAs as() {
            return new DeclareAs(
                    CustomsRegime.ofCode(regime), pilotZone, new ZoneLedger(emsNo, zoneCode, zoneName), cnyRate);
        }
    }

    private record Line(
            long orderId,
            String sku,
            String nameZh,
            String nameEn,
            String hs,
            long quantity,
            String unit,
            BigDecimal unitPrice,
            long netG) {

        RetailLine retail() {
            return new RetailLine(sku, nameZh, nameEn, new HsCode(hs), quantity, unit, unitPrice, netG);
        }
    }

    /** Parcels of a batch that were never declared and that nothing keeps back. */
    List<DueParcel> first(long batchId, int limit) {
        return parcels(jdbc.sql(FIRST).params(batchId, limit).query(Row.class).list());
    }

    /** Of these parcels those that may be declared again: withheld before, refused or withdrawn, and not released since. */
    List<DueParcel> again(List<String> parcelNos) {
        return parcels(jdbc.sql(AGAIN)
                .param(parcelNos.toArray(new String[0]))
                .query(Row.class)
                .list());
    }

    private List<DueParcel> parcels(List<Row> rows) {
        var orders = rows.stream().map(Row::orderId).toArray(Long[]::new);
        Map<Long, List<RetailLine>> lines = new HashMap<>();
        for (var line : jdbc.sql(LINES).param(orders).query(Line.class).list()) {
            lines.computeIfAbsent(line.orderId(), o -> new ArrayList<>()).add(line.retail());
        }
        var now = clock.instant();
        return rows.stream()
                .map(row -> new DueParcel(
                        row.id(),
                        row.attempt(),
                        row.supersedes(),
                        row.papers(),
                        parcel(row, lines.getOrDefault(row.orderId(), List.of()), now),
                        row.as()))
                .toList();
    }

    private static RetailParcel parcel(Row row, List<RetailLine> lines, Instant now) {
        return new RetailParcel(
                "TD" + row.parcelNo() + "-" + row.attempt(),
                row.orderNo(),
                row.parcelNo(),
                row.country(),
                row.currency().strip(),
                row.grossG(),
                row.netG(),
                now,
                lines);
    }
}
