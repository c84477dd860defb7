package org.tongdao.tree;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.terms.ContainerNo;
import org.tongdao.terms.S10;
import org.tongdao.terms.Sscc;
import org.tongdao.terms.WagonNo;

/**
 * One batch of parcels in one bag, one container, two trains with a gauge change at Dostyk, delivered in Almaty; each step is one call. All times are
 * days after 1 January 2026. Works as the caller's tenant; numbers are unique per tenant.
 */
@Component
@Transactional
public class TreeStory {

    private final JdbcClient jdbc;

    TreeStory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids and numbers of what was written. */
    public record Told(
            long batch, List<Long> parcels, List<String> numbers, long bag, long container, long first, long second) {}

    public static Instant day(double days) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(Math.round(days * 86_400));
    }

    /** Orders and parcels: weights 500 g, 600 g …; 20 × 15 × 10 cm; goods worth 12.34 EUR each. */
    public Told accepted(int count) {
        int tenant = jdbc.sql("SELECT current_tenant()").query(Integer.class).single();
        long batch = id("""
                INSERT INTO order_batch (tenant_id, file_name, sha256, merchant, received_at, total_rows, accepted, rejected, duplicate, orders)
                VALUES (current_tenant(), 'orders.csv', 'story', 'Acme', ?, ?, ?, 0, 0, ?) RETURNING id""", at(0), count, count, count);
        List<String> numbers = IntStream.range(0, count)
                .mapToObj(i -> S10.of("LZ", tenant * 1000L + i, "CN").value())
                .toList();
        List<Long> parcels = IntStream.range(0, count)
                .mapToObj(i -> parcel(batch, i, numbers.get(i)))
                .toList();
        return new Told(batch, parcels, numbers, 0, 0, 0, 0);
    }

    public void cleared(List<Long> parcels, double day) {
        for (long parcel : parcels) {
            long declaration = id("""
                    INSERT INTO declaration (tenant_id, parcel_id, regime, cop_no, attempt, created_at)
                    VALUES (current_tenant(), ?, '9610', 'COP' || ?, 1, ?) RETURNING id""", parcel, parcel, at(0.1));
            run(
                    "INSERT INTO clearance (tenant_id, parcel_id, declaration_id, invt_no, released_at) VALUES (current_tenant(), ?, ?, 'I' || ?, ?)",
                    parcel,
                    declaration,
                    parcel,
                    at(day));
        }
    }

    /** The parcels in one bag, the bag in one container, both sealed on day 2. */
    public Told sealed(Told told) {
        int tenant = jdbc.sql("SELECT current_tenant()").query(Integer.class).single();
        long bag = id("""
                INSERT INTO bag (tenant_id, sscc, hub, regime, parcels, gross_g, length_mm, width_mm, height_mm, closed_at)
                VALUES (current_tenant(), ?, 'ALA', '9610', ?, 5000, 600, 400, 400, ?) RETURNING id""", Sscc.of(0, "0614141", tenant).value(), told.parcels().size(), at(2));
        told.parcels()
                .forEach(p -> run(
                        "INSERT INTO bag_parcel (tenant_id, parcel_id, bag_id) VALUES (current_tenant(), ?, ?)",
                        p,
                        bag));
        long container =
                id("""
                INSERT INTO container (tenant_id, container_no, type_code, hub, regime, bags, parcels, tare_g, gross_g, seal_no, sealed_at, load_plan)
                VALUES (current_tenant(), ?, '40HC', 'ALA', '9610', 1, ?, 3900000, 3905000, ?, ?, '{}') RETURNING id""", ContainerNo.of("TDGU", tenant).value(), told.parcels().size(), "SEAL" + tenant, at(2.2));
        run("INSERT INTO container_bag VALUES (current_tenant(), ?, ?, 1, 0, 0, 0, 600, 400, 400)", bag, container);
        return new Told(told.batch(), told.parcels(), told.numbers(), bag, container, 0, 0);
    }

    /** Two trains, planned URC → DST (day 3 … 4) and DST → ALA (day 4.5 … 6). */
    public Told planned(Told told) {
        long first = train(told.container(), 1, "31334512345", "URC", "DST", 3, 4);
        long second = train(told.container(), 2, "9412345", "DST", "ALA", 4.5, 6);
        return new Told(told.batch(), told.parcels(), told.numbers(), told.bag(), told.container(), first, second);
    }

    public void trainFact(long train, String milestone, String node, double day) {
        run("INSERT INTO train_fact VALUES (current_tenant(), ?, ?, ?, ?)", train, milestone, node, at(day));
    }

    public void transloaded(Told told, double day) {
        run(
                "INSERT INTO transload VALUES (current_tenant(), ?, 'DST', ?, ?, ?)",
                told.container(),
                told.first(),
                told.second(),
                at(day));
    }

    public void received(Told told, double day) {
        run("INSERT INTO warehouse_arrival VALUES (current_tenant(), ?, 'ALA', ?)", told.container(), at(day));
    }

    public void parcelFact(long parcel, String milestone, int attempt, double day) {
        run(
                "INSERT INTO parcel_fact (tenant_id, parcel_id, milestone, attempt, node, at) VALUES (current_tenant(), ?, ?, ?, 'ALA', ?)",
                parcel,
                milestone,
                attempt,
                at(day));
    }

    /** All of it: released on day 0.2, parcel i delivered on day 8 + i. */
    public Told whole(int count) {
        Told told = accepted(count);
        cleared(told.parcels(), 0.2);
        told = planned(sealed(told));
        railed(told);
        for (int i = 0; i < count; i++) {
            parcelFact(told.parcels().get(i), "T210", 1, 6.5);
            parcelFact(told.parcels().get(i), "T230", 1, 7);
            parcelFact(told.parcels().get(i), "T250", 1, 8 + i);
        }
        return told;
    }

    /** From Urumqi to the gate in Almaty, half a day late from the border on. */
    public void railed(Told told) {
        trainFact(told.first(), "T090", "URC", 3);
        trainFact(told.first(), "T100", "AKL", 3.6);
        trainFact(told.first(), "T130", "AKL", 3.8);
        transloaded(told, 4.6);
        trainFact(told.second(), "T160", "DST", 4.7);
        trainFact(told.second(), "T090", "DST", 5);
        received(told, 6.4);
    }

    private long parcel(long batch, int i, String number) {
        long order = id("""
                INSERT INTO customer_order (tenant_id, batch_id, platform, merchant, order_no, content_sha256, payment_no, ordered_at, currency,
                    goods_value, consignee_name, consignee_phone, consignee_address, consignee_city, consignee_postcode, country, first_line)
                VALUES (current_tenant(), ?, 'shop', 'Acme', ?, 'x', 'PAY', ?, 'EUR', 12.34, 'Айгуль Сериковна', '+77011234567', 'Abay 10, 5',
                    'Almaty', '050000', 'KZ', ?) RETURNING id""", batch, "ORDER-" + i, at(0), i + 2);
        return id("""
                INSERT INTO parcel (tenant_id, order_id, batch_id, parcel_no, regime, country, hub, gross_g, net_g, length_mm, width_mm, height_mm,
                    goods_value, currency, accepted_at)
                VALUES (current_tenant(), ?, ?, ?, '9610', 'KZ', 'ALA', ?, 400, 200, 150, 100, 12.34, 'EUR', ?) RETURNING id""", order, batch, number, 500 + 100 * i, at(0));
    }

    private long train(long container, int leg, String wagon, String from, String to, double departs, double arrives) {
        int gauge = leg == 1 ? 1435 : 1520;
        long run = id("""
                INSERT INTO service_run (tenant_id, service_code, mode, gauge_mm, from_node, to_node, departs_at, arrives_at, capacity_ffe)
                VALUES (current_tenant(), 'S', 'rail', ?, ?, ?, ?, ?, 50) RETURNING id""", gauge, from, to, at(departs), at(arrives));
        long train = id("""
                INSERT INTO train (tenant_id, train_no, service_run_id, gauge_mm, from_node, to_node, planned_departure, planned_arrival, composed_at,
                    length_mm, gross_g) VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, 20000, 30000000) RETURNING id""", "X800" + leg, run, gauge, from, to, at(departs), at(arrives), at(2.5));
        run(
                "INSERT INTO train_wagon VALUES (current_tenant(), ?, 1, ?, 'X6K', 22000000, 14000)",
                train,
                WagonNo.of(wagon).value());
        run("INSERT INTO wagon_load VALUES (current_tenant(), ?, ?, 1, 1)", train, container);
        run(
                "INSERT INTO container_leg VALUES (current_tenant(), ?, ?, 'rail', ?, ?, ?, ?, ?, ?, ?)",
                container,
                leg,
                gauge,
                from,
                to,
                at(departs),
                at(arrives),
                run,
                train);
        return train;
    }

    private long id(String sql, Object... values) {
        return jdbc.sql(sql).params(values).query(Long.class).single();
    }

    private void run(String sql, Object... values) {
        jdbc.sql(sql).params(values).update();
    }

    private static Timestamp at(double day) {
        return Timestamp.from(day(day));
    }

    /** The ids as the event records of the features carry them. */
    public static List<Long> ids(long... ids) {
        return LongStream.of(ids).boxed().toList();
    }
}
