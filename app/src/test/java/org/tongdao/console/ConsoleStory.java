package org.tongdao.console;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.terms.ContainerNo;
import org.tongdao.terms.S10;
import org.tongdao.terms.Sscc;
import org.tongdao.terms.WagonNo;

/**
 * What a tenant's database holds on an ordinary morning, for pages to show: one file of 240 orders, 12 of them held by customs, 180 in 36 bags in two
 * containers on a train that left, a second train that leaves tomorrow, the first parcels delivered. Works as the caller's tenant.
 */
@Component
class ConsoleStory {

    static final int ORDERS = 240;
    static final Instant NOW = Instant.parse("2026-01-08T02:00:00Z");

    private final JdbcClient jdbc;

    ConsoleStory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids and numbers that tests ask for. */
    record Told(
            long batch,
            long firstOrder,
            String firstParcel,
            String firstTrain,
            String nextTrain,
            long container,
            String bag) {}

    @Transactional
    public Told tell() {
        int tenant = jdbc.sql("SELECT current_tenant()").query(Integer.class).single();
        run("INSERT INTO work_clock VALUES (current_tenant(), ?)", Timestamp.from(NOW));
        long batch = orders(tenant);
        customs(batch);
        bags(tenant, batch);
        long container = containers(tenant);
        String first = train(tenant, 1, "X8901", "URC", "DST", 1435, "2026-01-07T02:00:00Z");
        String next = train(tenant, 2, "9412", "DST", "ALA", 1520, "2026-01-08T20:00:00Z");
        run("""
                INSERT INTO train_fact SELECT current_tenant(), id, 'T090', 'URC', '2026-01-07T02:20:00Z' FROM train
                WHERE tenant_id = current_tenant() AND train_no = ?""", first);
        run("""
                INSERT INTO left_behind (tenant_id, subject_kind, subject_id, rule, detail, at)
                SELECT current_tenant(), 'container', id, 'TRAIN-LENGTH', 'no wagon left: the train is 600 m long', '2026-01-06T12:00:00Z'
                FROM container WHERE tenant_id = current_tenant() ORDER BY id LIMIT 1""");
        jdbc.sql("""
                        INSERT INTO promise (tenant_id, subject, subject_id, turn, promised_at, reason, told_by, at)
                        SELECT current_tenant(), 'container', c.id, p.turn, p.until, p.reason, 'planning', '2026-01-05T12:00:00Z'
                        FROM container c, (VALUES (1, timestamptz '2026-01-18T00:00:00Z', 'booked'),
                                                  (2, '2026-01-20T00:00:00Z', 'snow closed the pass')) p (turn, until, reason)
                        WHERE c.tenant_id = current_tenant()""").update();
        long order = jdbc.sql("SELECT min(order_id) FROM parcel WHERE tenant_id = current_tenant()")
                .query(Long.class)
                .single();
        return new Told(
                batch,
                order,
                number(tenant, 0),
                first,
                next,
                container,
                Sscc.of(0, "0614141", tenant * 100L).value());
    }

    /** The latest parcel in a container goes to Poland; its order. */
    @Transactional
    public long oneGoesToPoland(long container) {
        long order = jdbc.sql("""
                SELECT max(p.order_id) FROM parcel p JOIN bag_parcel bp ON bp.tenant_id = p.tenant_id AND bp.parcel_id = p.id
                JOIN container_bag kb ON kb.tenant_id = bp.tenant_id AND kb.bag_id = bp.bag_id
                WHERE p.tenant_id = current_tenant() AND kb.container_id = ?""").param(container).query(Long.class).single();
        run(
                "UPDATE customer_order SET country = 'PL', currency = 'EUR' WHERE tenant_id = current_tenant() AND id = ?",
                order);
        run("UPDATE parcel SET country = 'PL' WHERE tenant_id = current_tenant() AND order_id = ?", order);
        return order;
    }

    private long orders(int tenant) {
        long batch = jdbc.sql("""
                INSERT INTO order_batch (tenant_id, file_name, sha256, merchant, received_at, total_rows, accepted, rejected, duplicate, orders)
                VALUES (current_tenant(), 'orders-2026-01-05.csv', 'story', 'Tianshan Trade', '2026-01-05T01:10:00Z', 250, 240, 7, 3, 240) RETURNING id""").query(Long.class).single();
        run("""
                INSERT INTO customer_order (tenant_id, batch_id, platform, merchant, order_no, content_sha256, payment_no, ordered_at, currency, goods_value,
                    consignee_name, consignee_phone, consignee_address, consignee_city, consignee_postcode, country, first_line)
                SELECT current_tenant(), ?, 'AliExpress', 'Tianshan Trade', 'TS' || lpad(n::text, 6, '0'), 'x' || n, 'PAY' || n, '2026-01-04T08:00:00Z',
                       CASE n % 4 WHEN 0 THEN 'KZT' ELSE 'EUR' END, 20 + n % 17,
                       (ARRAY['Айгуль Сериковна', 'Farrukh Rahimov', 'Anna Kowalska', 'Nagy Gábor'])[n % 4 + 1], '+77011234567', 'Abay 10, 5',
                       (ARRAY['Алматы', 'Dushanbe', 'Warszawa', 'Budapest'])[n % 4 + 1], '050000', (ARRAY['KZ', 'TJ', 'PL', 'HU'])[n % 4 + 1], n + 2
                FROM generate_series(0, 239) n ORDER BY n""", batch);
        run("""
                INSERT INTO order_line (tenant_id, order_id, line_no, file_line, sku, name_zh, name_en, hs, quantity, unit, unit_price, net_g, gross_g,
                    length_mm, width_mm, height_mm, origin)
                SELECT tenant_id, id, 1, first_line, 'SKU-' || id % 40, '保暖手套', 'Warm gloves, knitted', '6116920000', 2, '012', goods_value / 2, 400, 520,
                       200, 150, 100, 'CN' FROM customer_order WHERE tenant_id = current_tenant()""");
        String[] numbers =
                IntStream.range(0, ORDERS).mapToObj(i -> number(tenant, i)).toArray(String[]::new);
        run("""
                INSERT INTO parcel (tenant_id, order_id, batch_id, parcel_no, regime, country, hub, gross_g, net_g, length_mm, width_mm, height_mm,
                    goods_value, currency, accepted_at)
                SELECT tenant_id, id, batch_id, (?::text[])[first_line - 1], regime, country, (ARRAY['ALA', 'DYU', 'WAW', 'CPE'])[(first_line - 2) % 4 + 1],
                       520 + first_line, 400, 200, 150, 100, goods_value, currency, '2026-01-05T01:10:00Z'
                FROM customer_order WHERE tenant_id = current_tenant() ORDER BY id""", (Object) numbers);
        run("""
                INSERT INTO intake_finding (tenant_id, batch_id, line, seq, rule, severity, column_name, value, maybe)
                SELECT current_tenant(), ?, line, 1, rule, 'ERROR', col, value, maybe FROM (VALUES
                    (17, 'HS-LOST-ZERO', 'HS编码', '810190000', 'write 0810190000 and format the column as text'),
                    (44, 'PHONE-COUNTRY', '电话', '+8613912345678', 'give the phone of the person in KZ'),
                    (45, 'PHONE-COUNTRY', '电话', '+8613912345679', 'give the phone of the person in KZ'),
                    (91, 'WEIGHT-NET-ABOVE-GROSS', '净重', '5.2', 'net weight must not be above gross weight 0.52'),
                    (120, 'CELL-FORMULA', '商品名', '=HYPERLINK("http://x")', 'write the name as text'),
                    (133, 'ID-DAMAGED', '订单号', '1.2E+12', 'format the column as text and export again'),
                    (201, 'COUNTRY-NOT-SERVED', '国家', 'BR', 'this channel serves KZ, KG, TJ, UZ and the EU')) f (line, rule, col, value, maybe)""", batch);
        return batch;
    }

    /** All declared; 222 released, 12 refused, 6 inspected, told by their line in the file: numbers of the database depend on who came before. */
    private void customs(long batch) {
        run("""
                INSERT INTO declaration (tenant_id, parcel_id, regime, cop_no, attempt, live, created_at)
                SELECT p.tenant_id, p.id, p.regime, 'COP' || p.id, 1, o.first_line % 20 <> 5, '2026-01-05T02:00:00Z'
                FROM parcel p JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id WHERE p.tenant_id = current_tenant() ORDER BY p.id""");
        run(
                "INSERT INTO outbox (tenant_id, wire, message_key, payload, created_at) VALUES (current_tenant(), 'customs', 'CEB603_1', 'x', '2026-01-05T02:00:00Z')");
        run("INSERT INTO inbox VALUES (current_tenant(), 'customs', 'CEB604_1', 'x', DEFAULT, '2026-01-05T05:00:00Z')");
        run("""
                INSERT INTO customs_message (tenant_id, message_key, type, guid, documents, key_name, created_at)
                VALUES (current_tenant(), 'CEB603_1', 'CEB603', 'guid', 100, 'key', '2026-01-05T02:00:00Z')""");
        run("""
                INSERT INTO customs_document (tenant_id, message_id, type, receipt_key, declaration_id, sent_at)
                SELECT d.tenant_id, m.id, 'CEB603', d.cop_no, d.id, d.created_at FROM declaration d JOIN customs_message m ON m.tenant_id = d.tenant_id
                WHERE d.tenant_id = current_tenant() ORDER BY d.id""");
        run("""
                INSERT INTO customs_receipt (tenant_id, file, position, type, receipt_key, status, rank, outcome, code, info, return_time, returned_at, pre_no, invt_no)
                SELECT d.tenant_id, 'CEB604_1', row_number() OVER (ORDER BY d.id), 'CEB603', d.cop_no, s.status, 5, s.outcome, s.status, s.info, '20260105130000',
                       '2026-01-05T05:00:00Z', '', CASE s.outcome WHEN 'RELEASED' THEN '46012026I' || d.id ELSE '' END
                FROM declaration d JOIN parcel p ON p.tenant_id = d.tenant_id AND p.id = d.parcel_id
                JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
                CROSS JOIN LATERAL (SELECT * FROM (VALUES (3, 'REFUSED', '100', '退单：商品编码不存在'), (13, 'INSPECTION', '500', '查验'),
                    (-1, 'RELEASED', '800', '放行')) v (m, outcome, status, info) WHERE m = CASE WHEN o.first_line % 20 = 5 THEN 3 WHEN o.first_line % 40 = 15 THEN 13 ELSE -1 END) s
                WHERE d.tenant_id = current_tenant()""");
        run("""
                INSERT INTO customs_state (tenant_id, document_id, rank, outcome, needs_broker, status, code, info, return_time, returned_at, pre_no, invt_no)
                SELECT r.tenant_id, x.id, r.rank, r.outcome, r.outcome <> 'RELEASED', r.status, r.code, r.info, r.return_time, r.returned_at, r.pre_no, r.invt_no
                FROM customs_receipt r JOIN customs_document x ON x.tenant_id = r.tenant_id AND x.receipt_key = r.receipt_key WHERE r.tenant_id = current_tenant()""");
        run("""
                INSERT INTO clearance SELECT d.tenant_id, d.parcel_id, d.id, s.invt_no, s.returned_at
                FROM customs_state s JOIN customs_document x ON x.tenant_id = s.tenant_id AND x.id = s.document_id
                JOIN declaration d ON d.tenant_id = x.tenant_id AND d.id = x.declaration_id
                WHERE s.tenant_id = current_tenant() AND s.outcome = 'RELEASED'""");
    }

    /** Cleared parcels of Almaty and Dushanbe, ten a bag. */
    private void bags(int tenant, long batch) {
        List<Long> parcels = jdbc.sql("""
                SELECT p.id FROM parcel p JOIN clearance c ON c.tenant_id = p.tenant_id AND c.parcel_id = p.id
                WHERE p.tenant_id = current_tenant() AND p.batch_id = ? AND p.hub IN ('ALA', 'DYU') ORDER BY p.hub, p.id""").param(batch).query(Long.class).list();
        for (int from = 0; from + 2 <= parcels.size(); from += 2) {
            List<Long> inside = parcels.subList(from, Math.min(from + 2, parcels.size()));
            long bag = jdbc.sql("""
                    INSERT INTO bag (tenant_id, sscc, hub, regime, parcels, gross_g, length_mm, width_mm, height_mm, closed_at)
                    SELECT current_tenant(), ?, p.hub, '9610', ?, ?, 600, 400, 400, '2026-01-06T03:00:00Z' FROM parcel p WHERE p.tenant_id = current_tenant() AND p.id = ?
                    RETURNING id""")
                    .params(
                            Sscc.of(0, "0614141", tenant * 100L + from / 2).value(),
                            inside.size(),
                            4000 + from * 180,
                            inside.get(0))
                    .query(Long.class)
                    .single();
            inside.forEach(p -> run("INSERT INTO bag_parcel VALUES (current_tenant(), ?, ?)", p, bag));
        }
    }

    private long containers(int tenant) {
        long first = 0;
        for (String hub : List.of("ALA", "DYU")) {
            long container = jdbc.sql("""
                    INSERT INTO container (tenant_id, container_no, type_code, hub, regime, bags, parcels, tare_g, gross_g, seal_no, sealed_at, load_plan)
                    SELECT current_tenant(), ?, '20GP', ?, '9610', count(*), sum(parcels), 2230000, 2230000 + sum(gross_g), ?, '2026-01-06T06:00:00Z', '{}'
                    FROM bag WHERE tenant_id = current_tenant() AND hub = ? RETURNING id""")
                    .params(
                            ContainerNo.of("TDGU", tenant * 10 + hub.charAt(0) % 10)
                                    .value(),
                            hub,
                            "SEAL" + tenant + hub,
                            hub)
                    .query(Long.class)
                    .single();
            run("""
                    INSERT INTO container_bag
                    SELECT current_tenant(), id, ?, n + 1, (n / 30) * 600, (n % 5) * 400, (n / 5 % 6) * 390, 600, 400, 390
                    FROM (SELECT id, (row_number() OVER (ORDER BY sscc))::int - 1 AS n FROM bag WHERE tenant_id = current_tenant() AND hub = ?) b""", container, hub);
            first = first == 0 ? container : first;
        }
        return first;
    }

    private String train(int tenant, int leg, String prefix, String from, String to, int gauge, String departs) {
        String no = prefix + tenant;
        Timestamp leave = Timestamp.from(Instant.parse(departs));
        Timestamp arrive = Timestamp.from(Instant.parse(departs).plusSeconds(86_400));
        long run = jdbc.sql("""
                INSERT INTO service_run (tenant_id, service_code, mode, gauge_mm, from_node, to_node, departs_at, arrives_at, capacity_ffe, booked_ffe)
                VALUES (current_tenant(), 'TD-' || ?, 'rail', ?, ?, ?, ?, ?, 50, 1) RETURNING id""")
                .params(from, gauge, from, to, leave, arrive)
                .query(Long.class)
                .single();
        long train = jdbc.sql("""
                INSERT INTO train (tenant_id, train_no, service_run_id, gauge_mm, from_node, to_node, planned_departure, planned_arrival, composed_at, length_mm, gross_g)
                VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, '2026-01-06T12:00:00Z', 56000, 97000000) RETURNING id""")
                .params(no, run, gauge, from, to, leave, arrive)
                .query(Long.class)
                .single();
        for (int position = 1; position <= 4; position++) {
            run(
                    "INSERT INTO train_wagon VALUES (current_tenant(), ?, ?, ?, 'X6K', 22000000, 14000)",
                    train,
                    position,
                    WagonNo.of("3133451%02d%02d".formatted(leg, position)).value());
        }
        run("""
                INSERT INTO wagon_load SELECT current_tenant(), ?, id, row_number() OVER (ORDER BY id), 1 FROM container WHERE tenant_id = current_tenant()""", train);
        run("""
                INSERT INTO container_leg SELECT current_tenant(), id, ?, 'rail', ?, ?, ?, ?, ?, ?, ? FROM container WHERE tenant_id = current_tenant()""", leg, gauge, from, to, leave, arrive, run, train);
        return no;
    }

    private static String number(int tenant, int i) {
        return S10.of("LZ", tenant * 1000L + i, "CN").value();
    }

    private void run(String sql, Object... values) {
        jdbc.sql(sql).params(values).update();
    }
}
