package org.tongdao.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongdao.customs.FarBasis;
import org.tongdao.platform.Tenancy;
import org.tongdao.terms.Finding;
import org.tongdao.tree.TreeStory;

/** Parcels of a container to the EU as house consignments, with what their import costs and lacks. */
class TransitIT extends CustomsStory {

    @Autowired
    Transit transit;

    @Autowired
    TreeStory tree;

    /** Five parcels in a container: two to Poland, two to Germany, one to Kazakhstan. */
    private TreeStory.Told sealed() {
        long batch = shipments.batch("TEST-OK-T1", "TEST-OK-T2", "TEST-OK-T3", "TEST-OK-T4", "TEST-OK-T5");
        List<Long> parcels = transaction.execute(t -> {
            jdbc.sql("UPDATE customer_order SET currency = 'EUR', country = (ARRAY['PL', 'DE', 'PL', 'DE', 'KZ'])"
                            + "[right(order_no, 1)::int] WHERE tenant_id = current_tenant()")
                    .update();
            jdbc.sql(
                            "UPDATE parcel p SET country = o.country FROM customer_order o"
                                    + " WHERE p.tenant_id = current_tenant() AND o.tenant_id = p.tenant_id AND o.id = p.order_id")
                    .update();
            return jdbc.sql("SELECT id FROM parcel WHERE tenant_id = current_tenant() ORDER BY parcel_no")
                    .query(Long.class)
                    .list();
        });
        tree.cleared(parcels, 0.2);
        return tree.sealed(new TreeStory.Told(batch, parcels, List.of(), 0, 0, 0, 0));
    }

    private String country(long parcel) {
        return told("SELECT country FROM parcel WHERE tenant_id = current_tenant() AND id = " + parcel)
                .get(0);
    }

    private String number(long parcel) {
        return told("SELECT parcel_no FROM parcel WHERE tenant_id = current_tenant() AND id = " + parcel)
                .get(0);
    }

    @Test
    void aContainerIsCutIntoDeclarationsAndEachParcelKnowsItsHouse() {
        Tenancy.run(tenant, () -> {
            var told = sealed();
            assertThat(transit.containers()).singleElement().satisfies(row -> {
                assertThat(row.id()).isEqualTo(told.container());
                assertThat(row.houses()).isEqualTo(4);
            });
            var whole = transit.ofContainer(told.container(), 0, Shipments.AT).orElseThrow();
            assertThat(whole.elsewhere()).isEqualTo(1);
            assertThat(whole.plan().declarations()).hasSize(1);
            assertThat(whole.plan().basis()).extracting(FarBasis::rule).contains("transit-houses");
            var houses = whole.plan().declarations().get(0).houses();
            assertThat(houses).hasSize(4).allSatisfy(house -> {
                assertThat(house.clearance())
                        .hasValueSatisfying(a -> assertThat(a.procedure()).isEqualTo("F53"));
                assertThat(house.lacks()).extracting(Finding::rule).containsExactly("EU-PRODUCT-ID");
            });
            var small = transit.ofContainer(told.container(), 3, Shipments.AT).orElseThrow();
            assertThat(small.plan().declarations())
                    .extracting(d -> d.houses().size())
                    .containsExactly(3, 1);
            for (long parcel : told.parcels()) {
                var seat = transit.find(parcel, number(parcel), Shipments.AT);
                assertThat(seat.isPresent()).isEqualTo(!country(parcel).equals("KZ"));
                seat.ifPresent(s -> assertThat(
                                houses.get(s.seat().number() - 1).parcel().waybillNo())
                        .isEqualTo(number(parcel)));
            }
        });
    }

    @Test
    void aParcelWhoseCurrencyHasNoRateKeepsItsHouseAndSaysWhy() {
        Tenancy.run(tenant, () -> {
            var told = sealed();
            transaction.executeWithoutResult(t -> jdbc.sql("UPDATE customer_order SET currency = 'GBP'"
                            + " WHERE tenant_id = current_tenant() AND order_no LIKE '%1'")
                    .update());
            var houses = transit.ofContainer(told.container(), 0, Shipments.AT)
                    .orElseThrow()
                    .plan()
                    .declarations()
                    .get(0)
                    .houses();
            assertThat(houses)
                    .filteredOn(h -> h.clearance().isEmpty())
                    .singleElement()
                    .satisfies(
                            h -> assertThat(h.lacks()).extracting(Finding::rule).containsExactly("FAR-RATE"));
        });
    }

    @Test
    void theNeighbourSeesNothingAndWithoutParcelsToTheUnionThereIsNone() {
        var told = Tenancy.as(tenant, this::sealed);
        Tenancy.run(tenants.create(), () -> {
            assertThat(transit.containers()).isEmpty();
            assertThat(transit.ofContainer(told.container(), 0, Shipments.AT)).isEmpty();
        });
        Tenancy.run(tenant, () -> {
            transaction.executeWithoutResult(t -> {
                jdbc.sql("UPDATE customer_order SET country = 'KZ' WHERE tenant_id = current_tenant()")
                        .update();
                jdbc.sql("UPDATE parcel SET country = 'KZ' WHERE tenant_id = current_tenant()")
                        .update();
            });
            assertThat(transit.containers()).isEmpty();
            assertThat(transit.ofContainer(told.container(), 0, Shipments.AT)).isEmpty();
        });
    }
}
