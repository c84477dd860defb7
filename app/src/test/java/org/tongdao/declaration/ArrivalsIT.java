package org.tongdao.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongdao.customs.FarAssessment;
import org.tongdao.platform.Tenancy;
import org.tongdao.terms.Finding;
import org.tongdao.tree.TreeStory;

/** What a parcel of the database costs and lacks where it arrives, by the rules of the day. */
class ArrivalsIT extends CustomsStory {

    private static final Instant BEFORE = Instant.parse("2026-06-15T02:00:00Z");

    @Autowired
    Arrivals arrivals;

    @Autowired
    TreeStory tree;

    private Arrivals.Arrival arrival(String country, String currency, String price, Instant at) {
        return Tenancy.as(tenant, () -> {
            shipments.batch("TEST-OK-" + country + currency + price + at.getEpochSecond());
            transaction.executeWithoutResult(t -> {
                jdbc.sql("UPDATE customer_order SET country = ?, currency = ? WHERE tenant_id = current_tenant()")
                        .params(country, currency)
                        .update();
                jdbc.sql("UPDATE order_line SET unit_price = CAST(? AS numeric) WHERE tenant_id = current_tenant()")
                        .param(price)
                        .update();
            });
            return arrivals.find(count("SELECT max(id) FROM parcel WHERE tenant_id = current_tenant()"), at)
                    .orElseThrow();
        });
    }

    private static FarAssessment assessed(Arrivals.Arrival arrival) {
        return arrival.assessment().orElseThrow();
    }

    @Test
    void aParcelToTheUnionPaysThreeEuroAKindAndLacksTheIdentifierOfItsMaker() {
        var now = arrival("DE", "EUR", "10", Shipments.AT);
        assertThat(now.findings()).extracting(Finding::rule).containsExactly("EU-PRODUCT-ID");
        assertThat(assessed(now).dutyEur()).isEqualByComparingTo("3");
        assertThat(assessed(now).procedure()).isEqualTo("F53");
        assertThat(assessed(now).version()).isEqualTo("far-side-2026-11-01");
        var before = arrival("DE", "EUR", "10", BEFORE);
        assertThat(before.findings()).isEmpty();
        assertThat(assessed(before).dutyEur()).as("before 2026-07-01").isEqualByComparingTo("0");
        assertThat(arrival("DE", "EUR", "50.01", Shipments.AT).findings())
                .as("150.03 euro")
                .extracting(Finding::rule)
                .contains("EU-H1");
    }

    @Test
    void whatTheOrderFileTellsOfSellerAndMakerIsUsed() {
        arrival("DE", "EUR", "10", Shipments.AT);
        Tenancy.run(
                tenant,
                () -> transaction.executeWithoutResult(s -> {
                    jdbc.sql("UPDATE customer_order SET ioss_no = 'IM0123456789' WHERE tenant_id = current_tenant()")
                            .update();
                    jdbc.sql("UPDATE order_line SET product_id = '04012345678901' WHERE tenant_id = current_tenant()")
                            .update();
                }));
        var told = Tenancy.as(
                tenant,
                () -> arrivals.find(
                                count("SELECT max(id) FROM parcel WHERE tenant_id = current_tenant()"), Shipments.AT)
                        .orElseThrow());
        assertThat(told.findings()).isEmpty();
        assertThat(assessed(told).procedure()).isEqualTo("F48");
        assertThat(assessed(told).vatEur()).as("paid at the sale").isEqualByComparingTo("0");
    }

    @Test
    void aParcelToKazakhstanIsAssessedByBothDatedRegimes() {
        var now = arrival("KZ", "EUR", "100", Shipments.AT);
        assertThat(now.findings()).isEmpty();
        assertThat(assessed(now).dutyEur()).as("5 % of 300").isEqualByComparingTo("15");
        assertThat(assessed(now).vatEur()).as("16 % of 315").isEqualByComparingTo("50.40");
        assertThat(assessed(now).mark()).contains("start not confirmed");
        assertThat(assessed(arrival("KZ", "EUR", "100", BEFORE)).dutyEur())
                .as("15 % of the 100 above 200")
                .isEqualByComparingTo("15");
        var yuan = arrival("KZ", "CNY", "19.99", Shipments.AT);
        assertThat(yuan.rateMark()).contains("assumed");
        assertThat(assessed(yuan).dutyEur()).isEqualByComparingTo("0");
    }

    @Test
    void whatLeftOrArrivedIsAssessedByTheRulesOfThatDayHoweverLateOneAsks() {
        long batch = Tenancy.as(tenant, () -> shipments.batch("TEST-OK-ITS-DAY"));
        Tenancy.run(tenant, () -> {
            transaction.executeWithoutResult(
                    t -> jdbc.sql("UPDATE customer_order SET country = 'DE' WHERE tenant_id = current_tenant()")
                            .update());
            long parcel = count("SELECT max(id) FROM parcel WHERE tenant_id = current_tenant()");
            assertThat(day(parcel)).isEqualTo("TODAY 2026-11-23");
            tree.cleared(List.of(parcel), 0.2);
            var told = tree.planned(tree.sealed(new TreeStory.Told(batch, List.of(parcel), List.of(), 0, 0, 0, 0)));
            assertThat(day(parcel)).as("planned only").startsWith("TODAY");
            tree.trainFact(told.first(), "T090", "URC", 3);
            assertThat(day(parcel)).isEqualTo("DEPARTED 2026-01-04");
            tree.received(told, 6.98);
            assertThat(day(parcel)).as("half past midnight in Brussels").isEqualTo("ARRIVED 2026-01-08");
            var then = assessed(arrivals.find(parcel, Shipments.AT).orElseThrow());
            assertThat(then.version()).isEqualTo("far-side-2025-09-01");
            assertThat(then.dutyEur()).as("no flat duty then").isEqualByComparingTo("0");
            assertThat(then.findings()).as("no identifiers then").isEmpty();
        });
    }

    private String day(long parcel) {
        var arrival = arrivals.find(parcel, Shipments.AT).orElseThrow();
        return arrival.dayOf() + " " + arrival.day();
    }

    @Test
    void withoutARateOrARuleNothingIsWorkedOutAndThatIsSaid() {
        assertThat(arrival("KZ", "GBP", "10", Shipments.AT).findings())
                .extracting(Finding::rule)
                .containsExactly("FAR-RATE");
        assertThat(arrival("US", "EUR", "10", Shipments.AT).findings())
                .extracting(Finding::rule)
                .containsExactly("FAR-COUNTRY");
    }
}
