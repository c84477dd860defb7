package org.tongdao.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.customs.CebCatalogue;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.CebMessage;
import org.tongdao.customs.CebWriter;
import org.tongdao.customs.Guid;
import org.tongdao.platform.FolderWire;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;

@OnDatabase
class TaxBillsIT {

    @Autowired
    Declarations declarations;

    @Autowired
    TaxBills bills;

    @Autowired
    FolderWire wire;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    FreshTenant tenants;

    private int tenant;

    @BeforeEach
    void start() {
        tenant = tenants.create();
        clock.set(Shipments.AT);
    }

    @AfterEach
    void release() {
        clock.release();
    }

    private static CebDocument bill(String taxNo) {
        return CebDocument.of(CebCatalogue.official().get("CEB816"))
                .put("guid", Guid.of("bill" + taxNo))
                .put("returnTime", "20261123180000000")
                .put("invtNo", "460120261000000001")
                .put("taxNo", taxNo)
                .put("customsTax", "0")
                .put("valueAddedTax", "91.00")
                .put("consumptionTax", "12.50")
                .put("status", "1")
                .row()
                .cell("gnum", "1")
                .cell("gcode", "9503008390")
                .cell("taxPrice", "1000")
                .cell("customsTax", "0")
                .cell("valueAddedTax", "91.00")
                .cell("consumptionTax", "12.50")
                .build();
    }

    private static CebDocument state(String taxNo, String status) {
        return CebDocument.of(CebCatalogue.official().get("CEB818"))
                .put("guid", Guid.of("state" + taxNo + status))
                .put("returnTime", "20261223180000000")
                .put("invtNo", "460120261000000001")
                .put("taxNo", taxNo)
                .put("status", status)
                .build();
    }

    private void arrive(String name, CebDocument document) {
        FolderWire.writeWhole(
                wire.in("customs").resolve(name),
                CebWriter.write(CebMessage.received(Guid.of(name), List.of(document))));
    }

    @Test
    void aBillAndItsStatesComeToTheSameWhateverTheOrder() {
        Tenancy.run(tenant, () -> {
            arrive("1.xml", state("T-1", "3"));
            arrive("2.xml", state("T-1", "2"));
            declarations.collect();
            assertThat(bills.find("T-1").orElseThrow().whole())
                    .as("the bill itself has not come")
                    .isFalse();
            arrive("3.xml", bill("T-1"));
            arrive("4.xml", bill("T-2"));
            declarations.collect();
            assertThat(bills.find("T-1"))
                    .contains(new TaxBills.Bill("T-1", "460120261000000001", "3", 0, 9_100, 1_250, true));
            assertThat(bills.find("T-2").orElseThrow().state()).isEqualTo("1");
            assertThat(bills.find("T-9")).isEmpty();
            assertThat(count("SELECT count(*) FROM customs_unread WHERE tenant_id = current_tenant()"))
                    .isZero();
        });
    }

    @Test
    void whatIsTakenLenientlyIsRecorded() {
        Tenancy.run(tenant, () -> {
            arrive(
                    "604.xml",
                    CebDocument.of(CebCatalogue.official().get("CEB604"))
                            .put("guid", Guid.of("r"))
                            .put("agentCode", "6501230003")
                            .put("copNo", "C-1")
                            .put("ebcCode", "6501230001")
                            .put("ebpCode", "6501230001")
                            .put("orderNo", "O-1")
                            .put("statisticsFlag", "B")
                            .put("returnStatus", "-621001")
                            .put("returnTime", "20261123180000000")
                            .put("returnInfo", "x")
                            .build());
            declarations.collect();
            assertThat(
                            count(
                                    "SELECT count(*) FROM customs_leniency WHERE tenant_id = current_tenant() AND field IN ('preNo', 'invtNo')"))
                    .isEqualTo(2);
        });
    }

    private long count(String sql) {
        return transaction.execute(t -> jdbc.sql(sql).query(Long.class).single());
    }
}
