package org.tongdao.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.customs.ZoneLedger;
import org.tongdao.platform.Tenancy;
import org.tongdao.terms.CustomsRegime;

/** Orders in the database are declared under every regime of export. */
class AllRegimesIT extends CustomsStory {

    private static DeclareAs as(CustomsRegime regime, boolean pilot) {
        return new DeclareAs(regime, pilot, ZoneLedger.NONE, BigDecimal.ZERO);
    }

    private List<String> declared() {
        return told(
                "SELECT d.regime || ' ' || d.statistics_flag || ' ' || (c.parcel_id IS NOT NULL) FROM declaration d"
                        + " LEFT JOIN clearance c ON c.tenant_id = d.tenant_id AND c.parcel_id = d.parcel_id WHERE d.tenant_id = current_tenant() ORDER BY 1");
    }

    @Test
    void everyRegimeOfExportIsDeclaredAndReleased() {
        Tenancy.run(tenant, () -> {
            declarations.request(shipments.batch("TEST-OK-1"), "broker", DeclareAs.RETAIL);
            declarations.request(
                    shipments.batch("TEST-OK-2"), "broker", as(CustomsRegime.B2B_DIRECT_EXPORT_9710, false));
            declarations.request(
                    shipments.batch("TEST-OK-3"), "broker", as(CustomsRegime.OVERSEAS_WAREHOUSE_9810, true));
            var book = new ZoneLedger("T9401W000001", "650166K001", "保税仓储(示例)");
            declarations.request(
                    shipments.batch("TEST-OK-4"),
                    "broker",
                    new DeclareAs(CustomsRegime.BONDED_1210, false, book, BigDecimal.ZERO));
            declarations.request(shipments.batch("TEST-OK-5"), "broker", as(CustomsRegime.DIRECT_EXPORT_9610, true));
            assertThat(declarations.declareRequested()).isEqualTo(5);
            days.pass(10);
            assertThat(declared())
                    .containsExactly("1210 B true", "9610 A true", "9610 B true", "9710 B true", "9810 A true");
            assertThat(
                            told(
                                    "SELECT DISTINCT o.regime FROM customer_order o WHERE o.tenant_id = current_tenant() ORDER BY 1"))
                    .containsExactly("1210", "9610", "9710", "9810");
        });
    }

    @Test
    void aBookIsNamedOrTheParcelsWaitAndGoOnWhenItIs() {
        Tenancy.run(tenant, () -> {
            long batch = shipments.batch("TEST-OK-1");
            declarations.request(batch, "broker", DeclareAs.of(CustomsRegime.BONDED_1210));
            declarations.declareRequested();
            assertThat(queue.list(QueueFilter.first(5)))
                    .extracting(QueueItem::code)
                    .containsExactly("REGIME-LEDGER");
            var book = new ZoneLedger("T9401W000001", "650166K001", "保税仓储(示例)");
            declarations.request(
                    batch, "broker", new DeclareAs(CustomsRegime.BONDED_1210, false, book, BigDecimal.ZERO));
            assertThat(queue.list(QueueFilter.first(5))).isEmpty();
            declarations.declareRequested();
            assertThat(declared()).containsExactly("1210 B false");
        });
    }

    @Test
    void theLimitOfListsIsHeldInYuanAndNeedsTheRateOfAnotherCurrency() {
        Tenancy.run(tenant, () -> {
            long batch = shipments.batch("TEST-OK-1", "TEST-OK-2");
            transaction.executeWithoutResult(t -> {
                jdbc.sql("UPDATE customer_order SET currency = 'USD' WHERE tenant_id = current_tenant()")
                        .update();
                jdbc.sql(
                                "UPDATE order_line l SET unit_price = 500 FROM customer_order o WHERE l.tenant_id = current_tenant()"
                                        + " AND o.tenant_id = l.tenant_id AND o.id = l.order_id AND o.order_no = 'TEST-OK-2'")
                        .update();
            });
            var b2b = CustomsRegime.B2B_DIRECT_EXPORT_9710;
            declarations.request(batch, "broker", DeclareAs.of(b2b));
            declarations.declareRequested();
            assertThat(queue.list(QueueFilter.first(5)))
                    .extracting(QueueItem::code)
                    .containsExactly("REGIME-VALUE", "REGIME-VALUE");
            declarations.request(batch, "broker", new DeclareAs(b2b, false, ZoneLedger.NONE, new BigDecimal("7.12")));
            declarations.declareRequested();
            assertThat(queue.list(QueueFilter.first(5)))
                    .extracting(QueueItem::orderNo, QueueItem::code)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("TEST-OK-2", "REGIME-LIST-LIMIT"));
            assertThat(declared()).containsExactly("9710 B false");
        });
    }

    @Test
    void askingAgainUnderTheSameTermsChangesNothingAndWhatIsDeclaredKeepsItsRegime() {
        Tenancy.run(tenant, () -> {
            long batch = shipments.batch("TEST-OK-1");
            var b2b = DeclareAs.of(CustomsRegime.B2B_DIRECT_EXPORT_9710);
            assertThat(declarations.request(batch, "broker", b2b)).isTrue();
            assertThat(declarations.declareRequested()).isEqualTo(1);
            declarations.request(batch, "broker", b2b);
            declarations.request(batch, "broker", DeclareAs.RETAIL);
            assertThat(declarations.declareRequested()).isZero();
            assertThat(declared()).containsExactly("9710 B false");
            assertThat(told("SELECT regime FROM parcel WHERE tenant_id = current_tenant()"))
                    .containsExactly("9710");
            assertThat(declarations.request(-1, "broker", b2b)).isFalse();
        });
    }
}
