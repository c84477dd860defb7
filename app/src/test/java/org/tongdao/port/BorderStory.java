package org.tongdao.port;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A train from Urumqi that stands at Dostyk, and the one that takes its containers on; for tests of what comes after port. */
@Component
public class BorderStory {

    private final JdbcClient jdbc;

    BorderStory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Numbers that tests ask for. */
    public record Told(String first, String second, List<String> containers, String parcel) {}

    /** Works as the caller's tenant; {@code containers} with two parcels each. */
    @Transactional
    public Told arrived(Instant at, int containers) {
        int tenant = jdbc.sql("SELECT current_tenant()").query(Integer.class).single();
        var chain = TrainChain.create(jdbc, tenant, containers, 2);
        fact(chain.first(), "T090", "URC", at.minusSeconds(50_000));
        fact(chain.first(), "T180", "DST", at);
        return told(tenant, chain, containers);
    }

    private Told told(int tenant, TrainChain chain, int containers) {
        return new Told(
                TrainChain.FIRST,
                TrainChain.SECOND,
                IntStream.range(0, containers)
                        .mapToObj(n -> TrainChain.containerNo(tenant, n))
                        .toList(),
                jdbc.sql("SELECT parcel_no FROM parcel WHERE tenant_id = current_tenant() AND id = ?")
                        .param(chain.parcels().get(chain.parcels().size() - 1))
                        .query(String.class)
                        .single());
    }

    /** A train from Urumqi on its way that passes Alashankou with its wagons, expected there at {@code expected}. */
    @Transactional
    public Told passing(Instant expected, int containers) {
        int tenant = jdbc.sql("SELECT current_tenant()").query(Integer.class).single();
        var chain = TrainChain.create(jdbc, tenant, containers, 2);
        fact(chain.first(), "T090", "URC", Instant.parse("2026-12-02T06:00:00Z"));
        jdbc.sql("UPDATE container_leg SET leg_no = leg_no + 100 WHERE tenant_id = current_tenant()")
                .update();
        jdbc.sql("""
                        INSERT INTO container_leg (tenant_id, container_id, leg_no, mode, from_node, to_node, planned_depart, planned_arrive, train_id)
                        SELECT tenant_id, container_id, 1, mode, 'URC', 'AKL', planned_depart, ?, train_id
                        FROM container_leg WHERE tenant_id = current_tenant() AND leg_no = 101""").param(Timestamp.from(expected)).update();
        jdbc.sql(
                        "UPDATE container_leg SET from_node = 'AKL', planned_depart = ? WHERE tenant_id = current_tenant() AND leg_no = 101")
                .param(Timestamp.from(expected.plusSeconds(18_000)))
                .update();
        return told(tenant, chain, containers);
    }

    /** The same among five more trains, one every two hours, whose containers go on by the same train. */
    @Transactional
    public Told busy(Instant at, int containers) {
        var told = arrived(at, containers);
        for (int n = 1; n <= 5; n++) {
            long train = jdbc.sql(COPY)
                    .params(
                            "T101" + n,
                            Timestamp.from(at.plusSeconds(n * 7200L - 50_000)),
                            Timestamp.from(at.plusSeconds(n * 7200L)),
                            TrainChain.FIRST)
                    .query(Long.class)
                    .single();
            jdbc.sql(BOXES)
                    .params(TrainChain.containerNo(9, n * 10), "BOX" + train, train, train)
                    .update();
            fact(train, "T090", "URC", at.plusSeconds(n * 7200L - 50_000));
            if (n == 1) {
                fact(train, "T180", "DST", at.minusSeconds(6600));
                fact(train, "T110", "DST", at.minusSeconds(4200));
            }
        }
        return told;
    }

    private static final String COPY = """
            INSERT INTO train (tenant_id, train_no, service_run_id, gauge_mm, from_node, to_node, planned_departure, planned_arrival, composed_at, length_mm, gross_g)
            SELECT tenant_id, ?, service_run_id, gauge_mm, from_node, to_node, ?, ?, composed_at, length_mm, gross_g
            FROM train WHERE tenant_id = current_tenant() AND train_no = ? RETURNING id
            """;

    /** One container that changes to the second train. */
    private static final String BOXES = """
            WITH box AS (
                INSERT INTO container (tenant_id, container_no, type_code, hub, regime, bags, parcels, tare_g, gross_g, seal_no, sealed_at, load_plan)
                VALUES (current_tenant(), ?, '40HC', 'WAW', '9610', 1, 1, 3900000, 3900500, ?, '2026-11-24Z', '{}') RETURNING tenant_id, id)
            INSERT INTO container_leg (tenant_id, container_id, leg_no, mode, from_node, to_node, planned_depart, planned_arrive, train_id)
            SELECT box.tenant_id, box.id, n, 'rail', CASE n WHEN 1 THEN 'URC' ELSE 'DST' END, CASE n WHEN 1 THEN 'DST' ELSE 'BQT' END, '2026-12-02Z', '2026-12-03Z',
                   CASE n WHEN 1 THEN ? ELSE (SELECT id FROM train WHERE tenant_id = current_tenant() AND train_no = 'T2001') END
            FROM box CROSS JOIN generate_series(1, 2) n WHERE ? > 0
            """;

    private void fact(long train, String milestone, String node, Instant at) {
        jdbc.sql("INSERT INTO train_fact VALUES (current_tenant(), ?, ?, ?, ?)")
                .params(train, milestone, node, Timestamp.from(at))
                .update();
    }
}
