package org.tongdao.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongdao.bench.BenchStory;
import org.tongdao.bench.Worker;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.printing.Printers;

/** Several nodes work off the same run: every act is done once, every parcel has its answer. */
@OnDatabase
class TwoNodesIT {

    private static final Worker CHIEF = new Worker("chief", "OPERATOR");
    private static final int HANDS = 4;

    @Autowired
    FreshTenant tenants;

    @Autowired
    BenchStory story;

    @Autowired
    BulkRuns runs;

    @Autowired
    BulkWork work;

    @Autowired
    Printers printers;

    private int tenant;
    private List<String> parcels = List.of();

    @BeforeEach
    void parcelsOnTheFloor() {
        tenant = tenants.create();
        parcels = Tenancy.as(tenant, () -> story.released(12));
    }

    @Test
    void everyLabelIsAskedForOnce() throws Exception {
        Tenancy.run(tenant, () -> printers.add("BULK-N", "", "chief"));
        long run = ended(new BulkWish(BulkAct.PRINT, "lost labels", "BULK-N", "/orders", parcels));
        assertThat(number("SELECT count(*) FROM print_job WHERE tenant_id = ")).isEqualTo(12);
        assertThat(run).isEqualTo(12);
    }

    @Test
    void everyParcelIsHeldOnceAndHasItsAnswer() throws Exception {
        long done = ended(new BulkWish(BulkAct.HOLD, "look at it", "", "/orders", parcels));
        assertThat(done).isEqualTo(12);
        assertThat(number("SELECT count(*) FROM scan WHERE station = 'HOLD' AND severity = 'OK' AND tenant_id = "))
                .isEqualTo(12);
    }

    /** How many of the run's acts are done after all hands together have tried and done it. */
    private long ended(BulkWish wish) throws Exception {
        long run = Tenancy.as(tenant, () -> runs.draw(wish, CHIEF).run());
        together();
        assertThat(Tenancy.as(tenant, () -> runs.start(run))).isTrue();
        together();
        var over = Tenancy.as(tenant, () -> runs.find(run)).orElseThrow();
        assertThat(over.failed())
                .as("no act was refused because another hand did it")
                .isZero();
        return over.done();
    }

    private void together() throws Exception {
        var hands = Executors.newFixedThreadPool(HANDS);
        try {
            var all = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < HANDS; i++) {
                all.add(() -> Tenancy.as(tenant, () -> {
                    boolean some = false;
                    while (work.step()) {
                        some = true;
                    }
                    return some;
                }));
            }
            for (var hand : hands.invokeAll(all)) {
                hand.get();
            }
        } finally {
            hands.shutdown();
        }
    }

    private long number(String sql) {
        return tenants.asOwner(sql + tenant);
    }
}
