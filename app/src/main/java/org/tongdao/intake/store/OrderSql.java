package org.tongdao.intake.store;

/** The statements of {@link OrderStore}. Arrays in, so that one text and one plan serve one order and sixty-four. */
final class OrderSql {

    static final String KNOWN = """
            SELECT o.platform, o.merchant, o.order_no, o.id, o.content_sha256, p.parcel_no, o.batch_id
            FROM unnest(?::text[], ?::text[], ?::text[]) AS k (platform, merchant, order_no)
            JOIN customer_order o ON o.tenant_id = current_tenant() AND (o.platform, o.merchant, o.order_no) = (k.platform, k.merchant, k.order_no)
            JOIN parcel p ON p.tenant_id = o.tenant_id AND p.order_id = o.id""";

    static final String TAKEN = "SELECT no FROM unnest(?::text[]) AS g (no) WHERE parcel_no_taken(no)";

    /** Lines of an order lie on each other in its parcel, largest faces together, as in {@link AcceptSql#PARCELS}; that is summed by the caller. */
    static final String INSERT = """
            WITH orders AS (
                SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::numeric[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::int[],
                    ?::int[], ?::int[], ?::bigint[], ?::text[]) WITH ORDINALITY
                    AS o (platform, merchant, order_no, content, payment_no, ordered_at, currency, goods_value, name, phone, address, city,
                          postcode, country, first_line, given_no, hub, gross_g, net_g, long_mm, middle_mm, high_mm, fresh, ioss_no, n)),
            lines AS (
                SELECT * FROM unnest(?::bigint[], ?::int[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[],
                    ?::numeric[], ?::bigint[], ?::bigint[], ?::int[], ?::int[], ?::int[], ?::text[], ?::text[])
                    AS l (n, line_no, file_line, sku, name_zh, name_en, hs, quantity, unit, unit_price, net_g, gross_g, length_mm, width_mm,
                          height_mm, origin, product_id)),
            numbers AS (
                UPDATE number_range SET next = next + ? WHERE kind = 'S10' RETURNING next),
            batch AS (
                INSERT INTO order_batch (tenant_id, file_name, sha256, merchant, received_at, total_rows, accepted, rejected, duplicate, orders)
                SELECT current_tenant(), ?, ?, ?, ?, count(*), count(*), 0, 0, (SELECT count(*) FROM orders) FROM lines RETURNING tenant_id, id),
            file AS (
                INSERT INTO intake_file (tenant_id, batch_id, format, header, mapping) SELECT tenant_id, id, 'API', '{}', '' FROM batch),
            placed AS (
                INSERT INTO customer_order (tenant_id, batch_id, platform, merchant, order_no, content_sha256, payment_no, ordered_at, currency,
                    goods_value, consignee_name, consignee_phone, consignee_address, consignee_city, consignee_postcode, country, ioss_no, first_line)
                SELECT b.tenant_id, b.id, o.platform, o.merchant, o.order_no, o.content, o.payment_no, o.ordered_at, o.currency, o.goods_value,
                       o.name, o.phone, o.address, o.city, o.postcode, o.country, o.ioss_no, o.first_line
                FROM orders o CROSS JOIN batch b ORDER BY o.n RETURNING tenant_id, id, batch_id, regime, first_line),
            lined AS (
                INSERT INTO order_line (tenant_id, order_id, line_no, file_line, sku, name_zh, name_en, hs, quantity, unit, unit_price, net_g,
                    gross_g, length_mm, width_mm, height_mm, origin, product_id)
                SELECT p.tenant_id, p.id, l.line_no, l.file_line, l.sku, l.name_zh, l.name_en, l.hs, l.quantity, l.unit, l.unit_price, l.net_g,
                       l.gross_g, l.length_mm, l.width_mm, l.height_mm, l.origin, l.product_id
                FROM lines l JOIN orders o ON o.n = l.n JOIN placed p ON p.first_line = o.first_line),
            packed AS (
                INSERT INTO parcel (tenant_id, order_id, batch_id, parcel_no, regime, country, hub, gross_g, net_g, length_mm, width_mm,
                    height_mm, goods_value, currency, accepted_at)
                SELECT p.tenant_id, p.id, p.batch_id, CASE WHEN o.given_no = '' THEN s10('LX', (SELECT next FROM numbers) - o.fresh) ELSE o.given_no END,
                       p.regime, o.country, o.hub, o.gross_g, o.net_g, o.long_mm, o.middle_mm, o.high_mm, o.goods_value, o.currency, ?
                FROM orders o JOIN placed p ON p.first_line = o.first_line ORDER BY o.n RETURNING order_id, parcel_no)
            SELECT o.n, p.id, k.parcel_no, p.batch_id
            FROM orders o JOIN placed p ON p.first_line = o.first_line JOIN packed k ON k.order_id = p.id ORDER BY o.n""";

    static final String FINDING = """
            INSERT INTO intake_finding (tenant_id, batch_id, line, seq, rule, severity, column_name, value, maybe)
            VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?)""";

    private OrderSql() {}
}
