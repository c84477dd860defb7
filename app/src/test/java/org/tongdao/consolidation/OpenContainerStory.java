package org.tongdao.consolidation;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.terms.ContainerNo;
import org.tongdao.terms.Sscc;
import org.tongdao.tree.TreeStory;

/** A container on the floor with bags in it that nobody gave a place yet. */
@Component
public class OpenContainerStory {

    private final TreeStory tree;
    private final JdbcClient jdbc;

    OpenContainerStory(TreeStory tree, JdbcClient jdbc) {
        this.tree = tree;
        this.jdbc = jdbc;
    }

    public record Told(long container, String containerNo, List<String> bags) {}

    /** Bags of 600 × 400 × 400 mm that weigh 5 kg and a little more each. */
    @Transactional
    public Told bags(int count) {
        int tenant = jdbc.sql("SELECT current_tenant()").query(Integer.class).single();
        var told = tree.accepted(count);
        tree.cleared(told.parcels(), 0.2);
        var no = ContainerNo.of("TDGU", 100_000 + tenant).value();
        long container = jdbc.sql("""
                        INSERT INTO container (tenant_id, container_no, type_code, hub, regime, bags, parcels, tare_g, gross_g, load_plan)
                        SELECT current_tenant(), ?, '20GP', 'ALA', '9610', count(*), count(*), 2230000, 2230000 + sum(gross_g + ?), '{}'
                        FROM parcel WHERE tenant_id = current_tenant() RETURNING id""")
                .params(no, BagDesk.RULES.tareG())
                .query(Long.class)
                .single();
        for (int i = 0; i < count; i++) {
            long parcel = told.parcels().get(i);
            long bag = jdbc.sql("""
                            INSERT INTO bag (tenant_id, sscc, hub, regime, parcels, tare_g, gross_g, length_mm, width_mm, height_mm, closed_at)
                            SELECT tenant_id, ?, hub, regime, 1, ?, gross_g + ?, 600, 400, 400, '2026-01-02T00:00:00Z' FROM parcel
                            WHERE tenant_id = current_tenant() AND id = ? RETURNING id""")
                    .params(sscc(tenant, i), BagDesk.RULES.tareG(), BagDesk.RULES.tareG(), parcel)
                    .query(Long.class)
                    .single();
            jdbc.sql("INSERT INTO bag_parcel (tenant_id, parcel_id, bag_id) VALUES (current_tenant(), ?, ?)")
                    .params(parcel, bag)
                    .update();
            jdbc.sql("INSERT INTO container_bag VALUES (current_tenant(), ?, ?, ?, 0, 0, 0, 600, 400, 400)")
                    .params(bag, container, i + 1)
                    .update();
        }
        return new Told(
                container,
                no,
                java.util.stream.IntStream.range(0, count)
                        .mapToObj(i -> sscc(tenant, i))
                        .toList());
    }

    private static String sscc(int tenant, int i) {
        return Sscc.of(0, "0614142", tenant * 1000L + i).value();
    }
}
