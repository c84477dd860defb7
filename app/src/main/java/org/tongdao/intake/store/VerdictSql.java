package org.tongdao.intake.store;

/** The set-based checks: what no row can know about itself. */
final class VerdictSql {

    /** An order of the store whose head and line are those of staged row {@code s}, as they were read. */
    private static final String SAME_ROW = """
            EXISTS (SELECT FROM order_line l
                    WHERE l.tenant_id = o.tenant_id AND l.order_id = o.id
                      AND (o.payment_no, o.ordered_at, o.currency, o.consignee_name, o.consignee_phone, o.consignee_address,
                           o.consignee_city, o.consignee_postcode, o.country, o.ioss_no)
                        = (s.payment_no, s.ordered_at, s.currency::char(3), s.name, s.phone, s.address, s.city, s.postcode, s.country::char(2), s.ioss_no)
                      AND (l.sku, l.name_zh, l.name_en, l.hs, l.quantity, l.unit, l.unit_price, l.net_g, l.gross_g, l.length_mm,
                           l.width_mm, l.height_mm, l.origin, l.product_id)
                        = (s.sku, s.name_zh, s.name_en, s.hs, s.quantity, s.unit, s.unit_price, s.net_g, s.gross_g, s.length_mm,
                           s.width_mm, s.height_mm, s.origin::char(2), s.product_id))""";

    /** One line per order of the file: what its rows say together. */
    static final String ORDERS = """
            CREATE TEMP TABLE file_order ON COMMIT DROP AS
            SELECT s.platform, s.merchant, s.order_no,
                   min(s.line) FILTER (WHERE s.faulty) AS faulty_line,
                   count(DISTINCT s.head) > 1 AS torn,
                   min(s.given_no) FILTER (WHERE s.given_no <> '') AS given_no,
                   sum(s.gross_g) FILTER (WHERE s.copy = 1) AS order_g,
                   max(greatest(s.length_mm, s.width_mm, s.height_mm)) AS longest_mm,
                   min(o.id) AS known_id
            FROM (SELECT *, row_number() OVER (PARTITION BY platform, merchant, order_no, hash ORDER BY line) AS copy FROM staged) s
            LEFT JOIN customer_order o ON o.tenant_id = current_tenant()
                 AND (o.platform, o.merchant, o.order_no) = (s.platform, s.merchant, s.order_no)
            WHERE s.order_no <> ''
            GROUP BY s.platform, s.merchant, s.order_no""";

    /** A given parcel number that another order has; across tenants too, which row-level security hides and the unique key does not. */
    static final String TAKEN = """
            CREATE TEMP TABLE taken ON COMMIT DROP AS
            SELECT given_no FROM file_order WHERE given_no IS NOT NULL AND known_id IS NULL
            GROUP BY given_no HAVING count(*) > 1 OR parcel_no_taken(given_no)""";

    static final String VERDICT = """
            CREATE TEMP TABLE verdict ON COMMIT DROP AS
            SELECT s.line, s.platform, s.merchant, s.order_no,
                   CASE WHEN s.faulty THEN 'rejected'
                        WHEN s.first_line < s.line THEN 'duplicate'
                        WHEN s.known_id IS NOT NULL THEN CASE WHEN s.same THEN 'duplicate' ELSE 'rejected' END
                        WHEN s.torn OR s.taken OR s.order_g > :heaviest OR (s.faulty_line IS NOT NULL AND NOT :partial) THEN 'rejected'
                        ELSE 'accepted' END AS outcome,
                   CASE WHEN s.faulty THEN ''
                        WHEN s.first_line < s.line THEN 'ROW-DUPLICATE'
                        WHEN s.known_id IS NOT NULL THEN CASE WHEN s.same THEN 'ROW-KNOWN' ELSE 'ORDER-CONFLICT' END
                        WHEN s.torn THEN 'ORDER-TORN'
                        WHEN s.taken THEN 'PARCEL-NO-TAKEN'
                        WHEN s.order_g > :heaviest THEN 'ORDER-TOO-HEAVY'
                        WHEN s.faulty_line IS NOT NULL AND NOT :partial THEN 'ORDER-INCOMPLETE'
                        ELSE '' END AS rule,
                   s.first_line, s.faulty_line, s.order_g, s.known_file
            FROM (SELECT s.*, f.faulty_line, f.torn, f.order_g, f.known_id,
                         EXISTS (SELECT FROM taken t WHERE t.given_no = f.given_no) AS taken,
                         CASE WHEN s.faulty THEN s.line
                              ELSE min(s.line) OVER (PARTITION BY s.platform, s.merchant, s.order_no, s.hash) END AS first_line,
                         o.id IS NOT NULL AND %s AS same, b.file_name AS known_file
                  FROM staged s
                  LEFT JOIN file_order f ON (f.platform, f.merchant, f.order_no) = (s.platform, s.merchant, s.order_no)
                  LEFT JOIN customer_order o ON o.tenant_id = current_tenant() AND o.id = f.known_id
                  LEFT JOIN order_batch b ON b.tenant_id = o.tenant_id AND b.id = o.batch_id) s""".formatted(SAME_ROW);

    /** The findings that follow from the verdicts. */
    static final String FINDINGS = """
            INSERT INTO found (line, seq, rule, severity, column_name, value, maybe)
            SELECT line, 1000, rule, CASE WHEN outcome = 'duplicate' THEN 'WARNING' ELSE 'ERROR' END, :column, order_no,
                   CASE rule
                     WHEN 'ROW-DUPLICATE' THEN 'the same row stands in line ' || first_line || '; if both were meant, add the quantities up'
                     WHEN 'ROW-KNOWN' THEN 'this row was taken in before, from ' || known_file || '; nothing to do'
                     WHEN 'ORDER-CONFLICT' THEN 'an order with this number was taken in from ' || known_file
                          || ' with other content; neither replaces the other, give a new number or cancel the first'
                     WHEN 'ORDER-TORN' THEN 'rows of this order differ in consignee, payment, time, currency or parcel number; make them alike'
                     WHEN 'PARCEL-NO-TAKEN' THEN 'the parcel number is refused; leave the cell empty to get a new one'
                     WHEN 'ORDER-TOO-HEAVY' THEN 'the lines weigh ' || order_g || ' g together, a parcel at most 30000 g; split the order'
                     ELSE 'the row itself is right; it waits because line ' || faulty_line || ' of the same order is not' END
            FROM verdict WHERE rule <> ''""";

    private VerdictSql() {}
}
