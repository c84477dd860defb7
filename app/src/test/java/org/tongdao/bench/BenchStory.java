package org.tongdao.bench;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.tree.TreeStory;

/** Parcels on the floor of the park, released but not bagged, with everything a label needs. */
@Component
public class BenchStory {

    private final TreeStory tree;
    private final JdbcClient jdbc;

    BenchStory(TreeStory tree, JdbcClient jdbc) {
        this.tree = tree;
        this.jdbc = jdbc;
    }

    @Transactional
    public List<String> released(int count) {
        return released(count, count);
    }

    /** The first {@code released} of {@code count} parcels are released by customs. */
    @Transactional
    public List<String> released(int count, int released) {
        var told = tree.accepted(count);
        tree.cleared(told.parcels().subList(0, released), 0.2);
        jdbc.sql("""
                INSERT INTO order_line SELECT tenant_id, id, 1, first_line, 'SKU', '保暖手套', 'Warm gloves', '6116930090', 1, '011', 12.34, 400, 500, 200, 150, 100, 'CN'
                FROM customer_order WHERE tenant_id = current_tenant()""").update();
        return told.numbers();
    }

    static ScanInput scan(Station station, String code, String target) {
        return new ScanInput(UUID.randomUUID(), station, "LOC-URC-BENCH1", "d-test", code, target, 0);
    }
}
