package org.tongdao.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.customs.ZoneLedger;
import org.tongdao.platform.Tenancy;
import org.tongdao.terms.CustomsRegime;
import org.tongdao.terms.Finding;

/** Retail import from the desk: a file becomes declared orders, and customs' answers move them. */
class ImportsIT extends CustomsStory {

    static final String HEAD =
            "order_no,waybill_no,buyer_account,buyer_name,buyer_id,buyer_phone,consignee,phone,address,pay_no,freight,tax,discount,from,traffic,"
                    + "vehicle,voyage,bill_no,gross_g,sku,record_no,name_zh,model,hs,origin,quantity,unit,unit_price,net_g\n";
    static final DeclareAs DIRECT = DeclareAs.of(CustomsRegime.DIRECT_EXPORT_9610);

    /** A row of sweets for one buyer. */
    static String row(String orderNo, String waybillNo, String price) {
        return orderNo + "," + waybillNo + ",user-1,张三,11010519491231002X,13912345678,李四,13912345679,乌鲁木齐市天山区1号,PAY-"
                + orderNo
                + ",0,0,0,KZ,,X8002,X8002-1128,CSQU3054383,1200,SWEET-1,0007,巧克力糖果,Alma|水果味|500克,1704900000,KZ,1,011,"
                + price + ",1000\n";
    }

    private Imports.Taken take(String rows, DeclareAs as) {
        try {
            return imports.take(
                    "import.csv", Files.writeString(folder.resolve("import.csv"), HEAD + rows), as, "broker");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void bothRegimesOfImportAreDeclaredWithFourPapersAndReleased() {
        Tenancy.run(tenant, () -> {
            take(row("TEST-OK-1", "LX1", "50.00") + row("TEST-OK-2", "LX2", "80.00"), DIRECT);
            var book = new ZoneLedger("T9401W000001", "650166K001", "保税仓储(示例)");
            take(
                    row("TEST-OK-3", "LX3", "50.00"),
                    new DeclareAs(CustomsRegime.BONDED_1210, false, book, java.math.BigDecimal.ZERO));
            assertThat(declarations.declareRequested()).isEqualTo(3);
            assertThat(
                            told(
                                    "SELECT type || ' ' || count(*) FROM customs_document WHERE tenant_id = current_tenant() GROUP BY type ORDER BY 1"))
                    .containsExactly("CEB311 3", "CEB411 3", "CEB511 3", "CEB621 3");
            days.pass(50);
            assertThat(told(
                            "SELECT o.order_no FROM import_release r JOIN import_order o ON o.tenant_id = r.tenant_id AND o.id = r.import_id"
                                    + " WHERE r.tenant_id = current_tenant() AND r.invt_no <> '' ORDER BY 1"))
                    .containsExactly("TEST-OK-1", "TEST-OK-2", "TEST-OK-3");
            assertThat(
                            told(
                                    "SELECT state || ' ' || count(*) FROM tax_bill WHERE tenant_id = current_tenant() GROUP BY state"))
                    .as("bills are made on release and summarised on the 15th of the next month")
                    .containsExactly("2 3");
            assertThat(queue.counts()).isEmpty();
        });
    }

    @Test
    void badRowsAreFindingsAndGoodOnesGoOnAndNothingIsDeclaredTwice() {
        Tenancy.run(tenant, () -> {
            var rows = row("TEST-OK-1", "LX1", "50.00") + row("TEST-OK-2", "LX2", "many");
            assertThat(take(rows, DIRECT).findings()).extracting(Finding::rule).containsExactly("CELL-NUMBER");
            var again = take(rows, DIRECT);
            assertThat(again.orders()).isZero();
            assertThat(again.findings()).extracting(Finding::rule).containsExactly("CELL-NUMBER", "IMPORT-KNOWN");
            assertThat(imports.declare()).isEqualTo(new DeclarationReport(1, 0, 4));
            assertThat(imports.declare()).isEqualTo(DeclarationReport.NOTHING);
            assertThat(take("order_no\n", DeclareAs.of(CustomsRegime.B2B_DIRECT_EXPORT_9710))
                            .findings())
                    .extracting(Finding::rule)
                    .containsExactly("REGIME-CLOSED");
        });
    }

    @Test
    void theBuyersYearHoldsFivePurchasesOfFiveThousandAndTheSixthWaits() {
        Tenancy.run(tenant, () -> {
            var rows = new StringBuilder();
            for (int i = 1; i <= 6; i++) {
                rows.append(row("TEST-OK-" + i, "LX" + i, "5000.00"));
            }
            take(rows.toString(), DIRECT);
            assertThat(imports.declare()).isEqualTo(new DeclarationReport(5, 1, 4));
            assertThat(queue.list(QueueFilter.first(5)))
                    .extracting(QueueItem::orderNo, QueueItem::code)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("TEST-OK-6", "IMPORT-QUOTA"));
            assertThat(told("SELECT used_fen::text FROM import_quota WHERE tenant_id = current_tenant()"))
                    .containsExactly("2500000");
        });
    }

    @Test
    void aRefusedOrderWaitsAndIsDeclaredAgainUnderANewNumberWithTheQuotaItHolds() {
        Tenancy.run(tenant, () -> {
            take(row("TEST-REJECT-HS-1", "LX1", "50.00"), DIRECT);
            imports.declare();
            days.pass(10);
            assertThat(queue.list(QueueFilter.first(5)))
                    .extracting(QueueItem::subject, QueueItem::document, QueueItem::cause)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("LX1", "CEB621", "REFUSED"));
            assertThat(imports.declareAgain(List.of("TEST-REJECT-HS-1")))
                    .as("only the list goes again")
                    .isEqualTo(new DeclarationReport(1, 0, 1));
            assertThat(imports.declareAgain(List.of("TEST-REJECT-HS-1"))).isEqualTo(DeclarationReport.NOTHING);
            assertThat(
                            told(
                                    "SELECT cop_no || ' ' || live FROM import_list WHERE tenant_id = current_tenant() ORDER BY attempt"))
                    .containsExactly("TILX1-1 false", "TILX1-2 true");
            assertThat(told("SELECT used_fen::text FROM import_quota WHERE tenant_id = current_tenant()"))
                    .containsExactly("5000");
        });
    }
}
