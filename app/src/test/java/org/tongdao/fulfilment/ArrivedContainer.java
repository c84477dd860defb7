package org.tongdao.fulfilment;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongdao.terms.ContainerNo;
import org.tongdao.terms.S10;
import org.tongdao.terms.Sscc;

/**
 * A container with its parcels, cleared, bagged, loaded and arrived in Almaty on 2026-12-01 at 03:00 UTC, written straight into the tables of the
 * features before this one; call inside a tenant and a transaction.
 */
record ArrivedContainer(String containerNo, String sealNo, List<String> parcelNos) {

    private static final int PER_BAG = 20;

    static ArrivedContainer create(JdbcClient jdbc, int tenant, int parcels) {
        return new Builder(jdbc, tenant).build(parcels, true);
    }

    static ArrivedContainer onItsWay(JdbcClient jdbc, int tenant, int parcels) {
        return new Builder(jdbc, tenant).build(parcels, false);
    }

    /** Writes the rows; serial numbers are made from the tenant, since S10 and SSCC are unique for the installation. */
    private record Builder(JdbcClient jdbc, int tenant) {

        ArrivedContainer build(int parcels, boolean arrived) {
            var containerNo = ContainerNo.of("TDGU", tenant).value();
            var seal = "SL" + tenant;
            long batch = one(
                    "INSERT INTO order_batch (tenant_id, file_name, sha256, merchant, received_at, total_rows, accepted, rejected, duplicate, orders)"
                            + " VALUES (current_tenant(), 'f', 'h', 'm', '2026-11-20Z', 0, 0, 0, 0, 0) RETURNING id");
            long container = one(
                    "INSERT INTO container (tenant_id, container_no, type_code, hub, regime, bags, parcels, tare_g, gross_g, seal_no, sealed_at, load_plan)"
                            + " VALUES (current_tenant(), '" + containerNo + "', '40HC', 'ALA', '9610', 1, " + parcels
                            + ", 3900000, 9000000, '" + seal + "', '2026-11-24Z', '{}') RETURNING id");
            travel(container, arrived);
            var numbers = new ArrayList<String>();
            for (int from = 0; from < parcels; from += PER_BAG) {
                numbers.addAll(bag(batch, container, from, Math.min(PER_BAG, parcels - from)));
            }
            return new ArrivedContainer(containerNo, seal, numbers);
        }

        private void travel(long container, boolean arrived) {
            long run = one(
                    "INSERT INTO service_run (tenant_id, service_code, mode, from_node, to_node, departs_at, arrives_at, capacity_ffe)"
                            + " VALUES (current_tenant(), 'T', 'rail', 'URC', 'ALA', '2026-11-25Z', '2026-11-30Z', 50) RETURNING id");
            long train = one(
                    "INSERT INTO train (tenant_id, train_no, service_run_id, gauge_mm, from_node, to_node, planned_departure, planned_arrival, composed_at, length_mm, gross_g)"
                            + " VALUES (current_tenant(), 'X1', " + run
                            + ", 1520, 'DST', 'ALA', '2026-11-28Z', '2026-11-30Z', '2026-11-24Z', 1, 1) RETURNING id");
            one(
                    "INSERT INTO container_leg (tenant_id, container_id, leg_no, mode, from_node, to_node, planned_depart, planned_arrive, service_run_id, train_id)"
                            + " VALUES (current_tenant(), " + container
                            + ", 1, 'rail', 'DST', 'ALA', '2026-11-28Z', '2026-11-30Z', "
                            + run + ", " + train + ") RETURNING leg_no");
            if (arrived) {
                one("INSERT INTO train_fact VALUES (current_tenant(), " + train
                        + ", 'T180', 'ALA', '2026-12-01T03:00:00Z') RETURNING 1");
            }
        }

        private List<String> bag(long batch, long container, int from, int count) {
            var sscc = Sscc.of(0, "6901234", tenant * 1000L + from).value();
            long bag = one(
                    "INSERT INTO bag (tenant_id, sscc, hub, regime, parcels, gross_g, length_mm, width_mm, height_mm, closed_at)"
                            + " VALUES (current_tenant(), '" + sscc + "', 'ALA', '9610', " + count
                            + ", 1000, 1, 1, 1, '2026-11-24Z') RETURNING id");
            one("INSERT INTO container_bag VALUES (current_tenant(), " + bag + ", " + container + ", " + (from + 1)
                    + ", 0, 0, 0, 1, 1, 1) RETURNING 1");
            var numbers = new ArrayList<String>();
            for (int i = from; i < from + count; i++) {
                numbers.add(parcel(batch, bag, i));
            }
            return numbers;
        }

        private String parcel(long batch, long bag, int i) {
            var no = S10.of("LF", tenant * 10_000L + i, "CN").value();
            long order = one(
                    "INSERT INTO customer_order (tenant_id, batch_id, platform, merchant, order_no, content_sha256, payment_no, ordered_at, currency, goods_value,"
                            + " consignee_name, consignee_phone, consignee_address, consignee_city, consignee_postcode, country, first_line)"
                            + " VALUES (current_tenant(), " + batch + ", 'p', 'm', 'O" + i + "', 'x', 'P" + i
                            + "', '2026-11-19Z', 'CNY', 10, 'n', '+7', 'a', 'Almaty', '050000', 'KZ', " + i
                            + ") RETURNING id");
            long parcel = one(
                    "INSERT INTO parcel (tenant_id, order_id, batch_id, parcel_no, regime, country, hub, gross_g, net_g, length_mm, width_mm, height_mm, goods_value, currency, accepted_at)"
                            + " VALUES (current_tenant(), " + order + ", " + batch + ", '" + no
                            + "', '9610', 'KZ', 'ALA', 500, 400, 1, 1, 1, 10, 'CNY', '2026-11-20Z') RETURNING id");
            long declaration = one(
                    "INSERT INTO declaration (tenant_id, parcel_id, regime, cop_no, attempt, created_at) VALUES (current_tenant(), "
                            + parcel + ", '9610', 'C" + i + "', 1, '2026-11-20Z') RETURNING id");
            one("INSERT INTO clearance VALUES (current_tenant(), " + parcel + ", " + declaration + ", 'I" + i
                    + "', '2026-11-20T18:00:00Z') RETURNING 1");
            one("INSERT INTO bag_parcel VALUES (current_tenant(), " + parcel + ", " + bag + ") RETURNING 1");
            return no;
        }

        private long one(String sql) {
            return jdbc.sql(sql).query(Long.class).single();
        }
    }
}
