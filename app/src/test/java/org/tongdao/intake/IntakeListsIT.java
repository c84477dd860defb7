package org.tongdao.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;

@OnDatabase
class IntakeListsIT {

    @Autowired
    Intake intake;

    @Autowired
    IntakeLists lists;

    @Autowired
    FreshTenant tenants;

    @TempDir
    Path folder;

    @Test
    void pagesFollowEachOtherWithoutGapsAndFiltersNarrowThem() {
        int tenant = tenants.create();
        var file = OrderLines.file()
                .orders(1, 25)
                .row("order no", "BAD", "hs", "1")
                .row("order no", "TS-1", "sku", "A-1", "quantity", "2");
        var report = Tenancy.as(tenant, () -> intake.importFile(ImportRequest.of(file.write(folder, "a.csv"))));
        var seen = new ArrayList<String>();
        Tenancy.run(tenant, () -> {
            Optional<Long> before = Optional.empty();
            for (List<IntakeLists.OrderRow> page = page(before); !page.isEmpty(); page = page(before)) {
                page.forEach(o -> seen.add(o.orderNo()));
                before = Optional.of(page.get(page.size() - 1).id());
            }
            var one = new OrderFilter(
                    Optional.empty(),
                    Optional.of(report.batchId()),
                    Optional.of("KZ"),
                    Optional.of("ts-2_"),
                    Optional.empty(),
                    10);
            assertThat(lists.listOrders(one)).isEmpty();
            var some = new OrderFilter(
                    Optional.empty(),
                    Optional.of(report.batchId()),
                    Optional.of("KZ"),
                    Optional.of("ts-2"),
                    Optional.empty(),
                    10);
            assertThat(lists.listOrders(some)).hasSize(7);
            assertThat(lists.listBatches(Optional.empty(), 5))
                    .singleElement()
                    .satisfies(b -> assertThat(b.orders()).isEqualTo(25));
            assertThat(lists.listFindings(report.batchId(), Optional.empty(), 0, 10))
                    .hasSize(2);
            assertThat(lists.listFindings(report.batchId(), Optional.of("ROW-DUPLICATE"), 0, 10))
                    .hasSize(1);
        });
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void nothingOfAnotherTenantIsListed() {
        int tenant = tenants.create();
        Tenancy.run(
                tenant,
                () -> intake.importFile(ImportRequest.of(OrderLines.file().row().write(folder, "a.csv"))));
        int other = tenants.create();
        Tenancy.run(other, () -> {
            assertThat(lists.listOrders(OrderFilter.newest(10))).isEmpty();
            assertThat(lists.listBatches(Optional.empty(), 10)).isEmpty();
        });
    }

    private List<IntakeLists.OrderRow> page(Optional<Long> before) {
        return lists.listOrders(
                new OrderFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), before, 7));
    }
}
