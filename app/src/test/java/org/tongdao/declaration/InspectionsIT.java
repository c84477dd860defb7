package org.tongdao.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.NumberRange;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import org.tongdao.terms.Finding;

/** Reservations never exceed what a time holds (I-15, I-18), whoever asks how often. */
@OnDatabase
class InspectionsIT {

    private static final Instant NOW = Instant.parse("2026-11-28T04:00:00Z");
    /** Must return no row: the counter is what is booked, and not above the capacity. */
    private static final String AUDIT = """
            SELECT s.id FROM inspection_slot s WHERE s.tenant_id = current_tenant() AND (s.booked > s.capacity
              OR s.booked <> (SELECT count(*) FROM inspection_booking b WHERE b.tenant_id = s.tenant_id AND b.slot_id = s.id))
            """;

    @Autowired
    Inspections inspections;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    NumberRange numbers;

    @Autowired
    WorldClock clock;

    @Autowired
    FreshTenant tenants;

    private int tenant;

    @BeforeEach
    void start() {
        tenant = tenants.create();
        clock.set(NOW);
    }

    @AfterEach
    void release() {
        clock.release();
    }

    private static InspectionTime time(int hour, int capacity) {
        var starts = NOW.plus(Duration.ofHours(hour));
        return new InspectionTime("Dostyk yard", starts, starts.plus(Duration.ofHours(2)), capacity);
    }

    private long slot(int hour, int capacity) {
        assertThat(inspections.open(time(hour, capacity), "broker")).isEmpty();
        return transaction.execute(
                t -> jdbc.sql("SELECT max(id) FROM inspection_slot WHERE tenant_id = current_tenant()")
                        .query(Long.class)
                        .single());
    }

    private void audit() {
        List<Long> broken =
                transaction.execute(t -> jdbc.sql(AUDIT).query(Long.class).list());
        assertThat(broken).isEmpty();
    }

    private List<String> wanted(int count) {
        return new Shipments(jdbc, transaction, numbers)
                .inspected(IntStream.range(0, count).mapToObj(i -> "O-" + i).toArray(String[]::new));
    }

    @Test
    void fortyOneAtOnceForFortyPlacesGiveFortyAndOneRefusal() throws Exception {
        long slot = Tenancy.as(tenant, () -> slot(3, 40));
        List<String> parcels = Tenancy.as(tenant, () -> wanted(41));
        var pool = Executors.newFixedThreadPool(8);
        try {
            var gun = new CountDownLatch(1);
            var futures = IntStream.range(0, parcels.size())
                    .mapToObj(i -> pool.submit(() -> {
                        gun.await();
                        return Tenancy.as(tenant, () -> inspections.book(slot, List.of(parcels.get(i)), "broker"));
                    }))
                    .toList();
            gun.countDown();
            int refused = 0;
            for (var future : futures) {
                refused += future.get().size();
            }
            assertThat(refused).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
        Tenancy.run(tenant, this::audit);
    }

    @Test
    void aParcelHasOneReservationAndGivesItsPlaceBackOnce() {
        Tenancy.run(tenant, () -> {
            String parcel = wanted(1).get(0);
            long first = slot(3, 1);
            long second = slot(6, 1);
            assertThat(inspections.book(first, List.of(parcel), "broker")).isEmpty();
            assertThat(inspections.book(second, List.of(parcel), "broker"))
                    .extracting(Finding::rule)
                    .containsExactly("SLOT-PARCEL");
            assertThat(inspections.cancel(parcel)).isTrue();
            assertThat(inspections.cancel(parcel)).isFalse();
            assertThat(inspections.book(second, List.of(parcel), "broker")).isEmpty();
            audit();
        });
    }

    @Test
    void whatCustomsDoesNotAskForTakesNoPlace() {
        Tenancy.run(tenant, () -> {
            long slot = slot(3, 5);
            assertThat(inspections.book(slot, List.of("nobody's"), "broker"))
                    .extracting(Finding::rule)
                    .containsExactly("SLOT-PARCEL");
            audit();
        });
    }

    @Test
    void timesThatMakeNoSenseAreRefusedWithTheReason() {
        Tenancy.run(tenant, () -> {
            slot(3, 5);
            assertThat(inspections.open(time(4, 5), "broker").orElseThrow().rule())
                    .isEqualTo("SLOT-OVERLAP");
            assertThat(inspections.open(time(-30, 5), "broker").orElseThrow().rule())
                    .isEqualTo("SLOT-PAST");
            assertThat(inspections.open(time(9, 0), "broker").orElseThrow().rule())
                    .isEqualTo("SLOT-CAPACITY");
            var inverted = new InspectionTime("yard", NOW.plusSeconds(7200), NOW.plusSeconds(3600), 1);
            assertThat(inspections.open(inverted, "broker").orElseThrow().rule())
                    .isEqualTo("SLOT-TIME");
            var nowhere = new InspectionTime(" ", NOW.plusSeconds(3600), NOW.plusSeconds(7200), 1);
            assertThat(inspections.open(nowhere, "broker").orElseThrow().rule()).isEqualTo("SLOT-PLACE");
        });
    }
}
