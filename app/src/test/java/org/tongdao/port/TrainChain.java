package org.tongdao.port;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongdao.terms.ContainerNo;
import org.tongdao.terms.S10;
import org.tongdao.terms.Sscc;
import org.tongdao.terms.WagonNo;

/**
 * Containers for Warsaw on three composed trains, Urumqi–Dostyk (1435), Dostyk–Brest (1520), Brest–Warsaw (1435), written straight into the tables of
 * the features before this one; call inside a tenant and a transaction.
 */
record TrainChain(long first, long second, long third, List<Long> containers, List<Long> parcels) {

    static final String FIRST = "T1001";
    static final String SECOND = "T2001";
    static final String THIRD = "T3001";

    /** {@code perContainer} parcels in each of {@code containers}, released on 2026-11-20. */
    static TrainChain create(JdbcClient jdbc, int tenant, int containers, int perContainer) {
        return new Builder(jdbc, tenant).build(containers, perContainer);
    }

    static String containerNo(int tenant, int n) {
        return ContainerNo.of("TDGU", tenant * 100 + n).value();
    }

    /** Puts some of the containers on T1009, a train of the next day, instead of the first; call as {@link #create}. */
    long later(JdbcClient jdbc, List<Long> boxes) {
        long later = jdbc.sql("""
                        INSERT INTO train (tenant_id, train_no, service_run_id, gauge_mm, from_node, to_node, planned_departure, planned_arrival, composed_at, length_mm, gross_g)
                        SELECT tenant_id, 'T1009', service_run_id, gauge_mm, from_node, to_node, planned_departure + interval '1 day', planned_arrival + interval '1 day',
                               composed_at, length_mm, gross_g FROM train WHERE id = ? RETURNING id""").param(first).query(Long.class).single();
        for (var sql : List.of(
                "INSERT INTO train_wagon SELECT tenant_id, :later, position, wagon_no, model, tare_g, length_mm FROM train_wagon w WHERE train_id = :first"
                        + " AND EXISTS (SELECT FROM wagon_load l WHERE l.train_id = w.train_id AND l.position = w.position AND l.container_id IN (:boxes))",
                "UPDATE wagon_load SET train_id = :later WHERE train_id = :first AND container_id IN (:boxes)",
                "UPDATE container_leg SET train_id = :later WHERE train_id = :first AND container_id IN (:boxes)")) {
            jdbc.sql(sql)
                    .param("later", later)
                    .param("first", first)
                    .param("boxes", boxes)
                    .update();
        }
        for (var sql : List.of(
                "DELETE FROM train_wagon w WHERE train_id = :first AND EXISTS (SELECT FROM train_wagon n WHERE n.train_id = :later AND n.position = w.position)",
                "UPDATE train t SET length_mm = (SELECT sum(w.length_mm) FROM train_wagon w WHERE w.train_id = t.id),"
                        + " gross_g = (SELECT sum(w.tare_g) FROM train_wagon w WHERE w.train_id = t.id)"
                        + " + (SELECT sum(c.gross_g) FROM wagon_load l JOIN container c ON c.id = l.container_id WHERE l.train_id = t.id) WHERE id IN (:first, :later)")) {
            jdbc.sql(sql).param("later", later).param("first", first).update();
        }
        return later;
    }

    private record Builder(JdbcClient jdbc, int tenant) {

        private static final String SUMS = """
                UPDATE train t SET
                    gross_g = (SELECT coalesce(sum(w.tare_g), 0) FROM train_wagon w WHERE w.train_id = t.id)
                            + (SELECT coalesce(sum(c.gross_g), 0) FROM wagon_load l JOIN container c ON c.id = l.container_id WHERE l.train_id = t.id),
                    length_mm = (SELECT coalesce(sum(w.length_mm), 1) FROM train_wagon w WHERE w.train_id = t.id)
                WHERE t.tenant_id = current_tenant() AND t.id =\s""";

        TrainChain build(int containers, int perContainer) {
            long batch = one(
                    "INSERT INTO order_batch (tenant_id, file_name, sha256, merchant, received_at, total_rows, accepted, rejected, duplicate, orders)"
                            + " VALUES (current_tenant(), 'f', 'h', 'm', '2026-11-20Z', 0, 0, 0, 0, 0) RETURNING id");
            long first = train(FIRST, 1435, "URC", "DST", "2026-12-02T06:00Z", "2026-12-02T22:00Z");
            long second = train(SECOND, 1520, "DST", "BQT", "2026-12-03T12:00Z", "2026-12-09T12:00Z");
            long third = train(THIRD, 1435, "BQT", "WAW", "2026-12-10T00:00Z", "2026-12-10T14:00Z");
            var boxes = new ArrayList<Long>();
            var parcels = new ArrayList<Long>();
            for (int n = 0; n < containers; n++) {
                long box = container(n, perContainer);
                boxes.add(box);
                leg(box, 1, "URC", "DST", first, n);
                leg(box, 2, "DST", "BQT", second, n);
                leg(box, 3, "BQT", "WAW", third, n);
                long bag = bag(box, n, perContainer);
                for (int i = 0; i < perContainer; i++) {
                    parcels.add(parcel(batch, bag, n * perContainer + i));
                }
            }
            for (long train : List.of(first, second, third)) {
                one(SUMS + train + " RETURNING id");
            }
            return new TrainChain(first, second, third, boxes, parcels);
        }

        private long train(String no, int gauge, String from, String to, String departure, String arrival) {
            var times = "'" + departure + "', '" + arrival + "'";
            long run = one(
                    "INSERT INTO service_run (tenant_id, service_code, mode, gauge_mm, from_node, to_node, departs_at, arrives_at, capacity_ffe) VALUES (current_tenant(), 'S"
                            + no + "', 'rail', " + gauge + ", '" + from + "', '" + to + "', " + times
                            + ", 50) RETURNING id");
            return one(
                    "INSERT INTO train (tenant_id, train_no, service_run_id, gauge_mm, from_node, to_node, planned_departure, planned_arrival, composed_at, length_mm, gross_g)"
                            + " VALUES (current_tenant(), '" + no + "', " + run + ", " + gauge + ", '" + from + "', '"
                            + to + "', " + times
                            + ", '2026-11-24Z', 1, 9000000) RETURNING id");
        }

        private long container(int n, int parcels) {
            return one(
                    "INSERT INTO container (tenant_id, container_no, type_code, hub, regime, bags, parcels, tare_g, gross_g, seal_no, sealed_at, load_plan)"
                            + " VALUES (current_tenant(), '" + containerNo(tenant, n) + "', '40HC', 'WAW', '9610', 1, "
                            + parcels
                            + ", 3900000, " + (3_900_000 + 500 * parcels) + ", 'PS" + tenant + "-" + n
                            + "', '2026-11-24Z', '{}') RETURNING id");
        }

        private void leg(long box, int legNo, String from, String to, long train, int n) {
            one(
                    "INSERT INTO container_leg (tenant_id, container_id, leg_no, mode, from_node, to_node, planned_depart, planned_arrive, train_id)"
                            + " VALUES (current_tenant(), " + box + ", " + legNo + ", 'rail', '" + from + "', '" + to
                            + "', '2026-12-02Z', '2026-12-03Z', " + train + ") RETURNING leg_no");
            var wagon = WagonNo.of(String.format("%03d%03d%05d", 313, legNo, n)).value();
            one("INSERT INTO train_wagon VALUES (current_tenant(), " + train + ", " + (n + 1) + ", '" + wagon
                    + "', 'X70', 22400000, 13466) RETURNING 1");
            one("INSERT INTO wagon_load VALUES (current_tenant(), " + train + ", " + box + ", " + (n + 1)
                    + ", 1) RETURNING 1");
        }

        private long bag(long box, int n, int parcels) {
            var sscc = Sscc.of(0, "6909999", tenant * 1000L + n).value();
            long bag = one(
                    "INSERT INTO bag (tenant_id, sscc, hub, regime, parcels, gross_g, length_mm, width_mm, height_mm, closed_at)"
                            + " VALUES (current_tenant(), '" + sscc + "', 'WAW', '9610', " + parcels
                            + ", " + 500 * parcels + ", 1, 1, 1, '2026-11-24Z') RETURNING id");
            one("INSERT INTO container_bag VALUES (current_tenant(), " + bag + ", " + box
                    + ", 1, 0, 0, 0, 1, 1, 1) RETURNING 1");
            return bag;
        }

        private long parcel(long batch, long bag, int i) {
            var no = S10.of("PU", tenant * 10_000L + i, "CN").value();
            long order = one(
                    "INSERT INTO customer_order (tenant_id, batch_id, platform, merchant, order_no, content_sha256, payment_no, ordered_at, currency, goods_value,"
                            + " consignee_name, consignee_phone, consignee_address, consignee_city, consignee_postcode, country, first_line)"
                            + " VALUES (current_tenant(), " + batch + ", 'p', 'm', 'O" + i + "', 'x', 'P" + i
                            + "', '2026-11-19Z', 'CNY', 10, 'n', '+48', 'a', 'Warszawa', '00-001', 'PL', " + i
                            + ") RETURNING id");
            long parcel = one(
                    "INSERT INTO parcel (tenant_id, order_id, batch_id, parcel_no, regime, country, hub, gross_g, net_g, length_mm, width_mm, height_mm, goods_value, currency, accepted_at)"
                            + " VALUES (current_tenant(), " + order + ", " + batch + ", '" + no
                            + "', '9610', 'PL', 'WAW', 500, 400, 1, 1, 1, 10, 'CNY', '2026-11-20Z') RETURNING id");
            long declaration = one(
                    "INSERT INTO declaration (tenant_id, parcel_id, regime, cop_no, attempt, created_at) VALUES (current_tenant(), "
                            + parcel + ", '9610', 'C" + i + "', 1, '2026-11-20Z') RETURNING id");
            one("INSERT INTO clearance VALUES (current_tenant(), " + parcel + ", " + declaration + ", '"
                    + String.format("46012026I%09d", i) + "', '2026-11-20T18:00:00Z') RETURNING 1");
            one("INSERT INTO bag_parcel VALUES (current_tenant(), " + parcel + ", " + bag + ") RETURNING 1");
            return parcel;
        }

        private long one(String sql) {
            return jdbc.sql(sql).query(Long.class).single();
        }
    }
}
