package org.tongdao.journey;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A fingerprint of everything a journey has recorded, by business keys and without what may differ between equal runs (row ids, signatures, keys).
 * Two runs of one file with one seed have one fingerprint, however often one of them was killed.
 */
@Component
public class StateDigest {

    private static final Map<String, String> CONTENT = content();

    private final JdbcClient jdbc;

    StateDigest(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** SHA-256 per part of the tree, by name of the part. */
    @Transactional(readOnly = true)
    public Map<String, String> of() {
        var digests = new TreeMap<String, String>();
        CONTENT.forEach((name, sql) -> digests.put(name, digest(sql)));
        return digests;
    }

    private String digest(String rows) {
        return jdbc.sql(
                        "SELECT encode(sha256(convert_to(coalesce(string_agg(r::text, E'\\n' ORDER BY r::text COLLATE \"C\"), ''), 'UTF8')), 'hex')"
                                + " FROM (" + rows + ") r")
                .query(String.class)
                .single();
    }

    private static Map<String, String> content() {
        var parts = new TreeMap<String, String>();
        parts.put("orders", """
                SELECT o.platform, o.merchant, o.order_no, o.content_sha256, l.line_no, l.file_line, l.sku, l.hs, l.quantity, l.gross_g
                FROM customer_order o JOIN order_line l ON l.tenant_id = o.tenant_id AND l.order_id = o.id""");
        parts.put("parcels", """
                SELECT p.parcel_no, o.order_no, p.hub, p.gross_g, p.volume_mm3, p.goods_value, p.accepted_at
                FROM parcel p JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id""");
        parts.put("declarations", """
                SELECT p.parcel_no, d.cop_no, d.attempt, d.live, c.invt_no, c.released_at
                FROM parcel p JOIN declaration d ON d.tenant_id = p.tenant_id AND d.parcel_id = p.id
                LEFT JOIN clearance c ON c.tenant_id = d.tenant_id AND c.declaration_id = d.id""");
        parts.put("bags", """
                SELECT b.sscc, b.hub, b.parcels, b.gross_g, b.closed_at, p.parcel_no
                FROM bag b JOIN bag_parcel bp ON bp.tenant_id = b.tenant_id AND bp.bag_id = b.id
                JOIN parcel p ON p.tenant_id = bp.tenant_id AND p.id = bp.parcel_id""");
        parts.put("containers", """
                SELECT c.container_no, c.type_code, c.hub, c.gross_g, c.seal_no, c.sealed_at, b.sscc, cb.sequence, cb.x_mm, cb.y_mm, cb.z_mm
                FROM container c JOIN container_bag cb ON cb.tenant_id = c.tenant_id AND cb.container_id = c.id
                JOIN bag b ON b.tenant_id = cb.tenant_id AND b.id = cb.bag_id""");
        parts.put("trains", """
                SELECT t.train_no, t.gauge_mm, t.from_node, t.to_node, t.planned_departure, w.position, w.wagon_no, l.slot, c.container_no, c.seal_no
                FROM train t JOIN train_wagon w ON w.tenant_id = t.tenant_id AND w.train_id = t.id
                LEFT JOIN wagon_load l ON l.tenant_id = w.tenant_id AND l.train_id = w.train_id AND l.position = w.position
                LEFT JOIN container c ON c.tenant_id = l.tenant_id AND c.id = l.container_id""");
        parts.put("moves", """
                SELECT t.train_no, f.milestone, f.node, f.at FROM train t JOIN train_fact f ON f.tenant_id = t.tenant_id AND f.train_id = t.id""");
        parts.put("deliveries", """
                SELECT p.parcel_no, f.milestone, f.attempt, f.node, f.at, f.detail
                FROM parcel p JOIN parcel_fact f ON f.tenant_id = p.tenant_id AND f.parcel_id = p.id""");
        return parts;
    }
}
