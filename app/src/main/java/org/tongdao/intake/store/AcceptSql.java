package org.tongdao.intake.store;

/** From accepted rows to orders, lines and parcels. Everything is ordered by business keys, so that a shuffled file gives the same numbers. */
final class AcceptSql {

    static final String BATCH = """
            INSERT INTO order_batch (tenant_id, file_name, sha256, merchant, received_at, total_rows, accepted, rejected, duplicate, orders)
            SELECT current_tenant(), :file, :sha, :merchant, :at, count(*),
                   count(*) FILTER (WHERE outcome = 'accepted'), count(*) FILTER (WHERE outcome = 'rejected'),
                   count(*) FILTER (WHERE outcome = 'duplicate'),
                   count(DISTINCT (platform, merchant, order_no)) FILTER (WHERE outcome = 'accepted')
            FROM verdict RETURNING id""";

    static final String ORDERS = """
            INSERT INTO customer_order (tenant_id, batch_id, platform, merchant, order_no, content_sha256, payment_no, ordered_at, currency,
                goods_value, consignee_name, consignee_phone, consignee_address, consignee_city, consignee_postcode, country, ioss_no, first_line)
            SELECT current_tenant(), :batch, s.platform, s.merchant, s.order_no,
                   encode(sha256(string_agg(uuid_send(s.hash), ''::bytea ORDER BY s.hash)), 'hex'),
                   min(s.payment_no), min(s.ordered_at), min(s.currency), sum(s.quantity * s.unit_price), min(s.name), min(s.phone),
                   min(s.address), min(s.city), min(s.postcode), min(s.country), min(s.ioss_no), min(s.line)
            FROM staged s JOIN verdict v ON v.line = s.line AND v.outcome = 'accepted'
            GROUP BY s.platform, s.merchant, s.order_no
            ORDER BY s.platform, s.merchant, s.order_no""";

    static final String LINES = """
            INSERT INTO order_line (tenant_id, order_id, line_no, file_line, sku, name_zh, name_en, hs, quantity, unit, unit_price, net_g,
                gross_g, length_mm, width_mm, height_mm, origin, product_id)
            SELECT o.tenant_id, o.id, row_number() OVER (PARTITION BY o.id ORDER BY s.sku, s.hash), s.line, s.sku, s.name_zh, s.name_en,
                   s.hs, s.quantity, s.unit, s.unit_price, s.net_g, s.gross_g, s.length_mm, s.width_mm, s.height_mm, s.origin, s.product_id
            FROM staged s
            JOIN verdict v ON v.line = s.line AND v.outcome = 'accepted'
            JOIN customer_order o ON o.tenant_id = current_tenant() AND o.batch_id = :batch
                 AND (o.platform, o.merchant, o.order_no) = (s.platform, s.merchant, s.order_no)""";

    /** One parcel for each order: lines lie on each other, largest faces together. */
    static final String PARCELS = """
            INSERT INTO parcel (tenant_id, order_id, batch_id, parcel_no, regime, country, hub, gross_g, net_g, length_mm, width_mm,
                height_mm, goods_value, currency, accepted_at)
            SELECT tenant_id, id, batch_id, coalesce(given_no, s10(:service, :first + fresh - 1)), regime, country, hub, gross_g, net_g,
                   long_mm, middle_mm, high_mm, goods_value, currency, :at
            FROM (SELECT p.*, count(*) FILTER (WHERE given_no IS NULL) OVER (ORDER BY platform, merchant, order_no) AS fresh
                  FROM (SELECT o.tenant_id, o.id, o.batch_id, o.platform, o.merchant, o.order_no, o.regime, o.country, o.goods_value,
                               o.currency, min(s.hub) AS hub, min(nullif(s.given_no, '')) AS given_no, sum(s.gross_g) AS gross_g,
                               sum(s.net_g) AS net_g, max(greatest(s.length_mm, s.width_mm, s.height_mm)) AS long_mm,
                               max(s.length_mm + s.width_mm + s.height_mm - greatest(s.length_mm, s.width_mm, s.height_mm)
                                   - least(s.length_mm, s.width_mm, s.height_mm)) AS middle_mm,
                               sum(least(s.length_mm, s.width_mm, s.height_mm)) AS high_mm
                        FROM staged s
                        JOIN verdict v ON v.line = s.line AND v.outcome = 'accepted'
                        JOIN customer_order o ON o.tenant_id = current_tenant() AND o.batch_id = :batch
                             AND (o.platform, o.merchant, o.order_no) = (s.platform, s.merchant, s.order_no)
                        GROUP BY o.tenant_id, o.id) p) numbered
            ORDER BY platform, merchant, order_no""";

    static final String ROWS = """
            INSERT INTO intake_row (tenant_id, batch_id, line, outcome, order_no, cells)
            SELECT current_tenant(), :batch, s.line, v.outcome, s.order_no, s.raw
            FROM staged s JOIN verdict v ON v.line = s.line AND v.outcome <> 'accepted'""";

    static final String FOUND = """
            INSERT INTO intake_finding (tenant_id, batch_id, line, seq, rule, severity, column_name, value, maybe)
            SELECT current_tenant(), :batch, line, row_number() OVER (PARTITION BY line ORDER BY seq), rule, severity, column_name, value, maybe
            FROM found""";

    private AcceptSql() {}
}
