package org.tongdao.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongdao.customs.ImportLimits;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;

@OnDatabase
class ImportQuotaIT {

    private static final String BUYER = "110101199001011234";

    @Autowired
    ImportQuota quota;

    @Autowired
    WorldClock clock;

    @Autowired
    FreshTenant tenants;

    private int tenant;
    private ImportLimits.Limits limits;

    @BeforeEach
    void start() {
        tenant = tenants.create();
        clock.set(Instant.parse("2026-11-28T04:00:00Z"));
        limits = Books.shipped().limits().at(clock.instant());
    }

    @AfterEach
    void release() {
        clock.release();
    }

    /** How many of these calls said yes, all at once. */
    private int together(int count, IntFunction<Boolean> call) throws Exception {
        var pool = Executors.newFixedThreadPool(count);
        try {
            var gun = new CountDownLatch(1);
            var calls = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < count; i++) {
                int n = i;
                calls.add(() -> {
                    gun.await();
                    return Tenancy.as(tenant, () -> call.apply(n));
                });
            }
            var futures = calls.stream().map(pool::submit).toList();
            gun.countDown();
            int yes = 0;
            for (var future : futures) {
                yes += future.get() ? 1 : 0;
            }
            return yes;
        } finally {
            pool.shutdownNow();
        }
    }

    private boolean take(String no) {
        return quota.take(no, BUYER, 500_000, limits, "test");
    }

    private long used() {
        return Tenancy.as(tenant, () -> quota.used(BUYER, 2026));
    }

    @Test
    void ofFortyPurchasesAtOnceFiveFitIntoTheYear() throws Exception {
        assertThat(together(40, n -> take("P-" + n))).isEqualTo(5);
        assertThat(used()).isEqualTo(2_500_000);
    }

    @Test
    void theSamePurchaseTakenByTwentyAtOnceCountsOnce() throws Exception {
        assertThat(together(20, n -> take("P-1"))).isEqualTo(20);
        assertThat(used()).isEqualTo(500_000);
    }

    @Test
    void aCancelledPurchaseGivesBackOnceWhoeverAsksHowOften() throws Exception {
        Tenancy.run(tenant, () -> assertThat(take("P-1") && take("P-2")).isTrue());
        assertThat(together(20, n -> quota.giveBack("P-1"))).isEqualTo(1);
        assertThat(used()).isEqualTo(500_000);
        Tenancy.run(tenant, () -> {
            assertThat(take("P-1")).as("a purchase that was given back is over").isFalse();
            assertThat(quota.giveBack("never")).isFalse();
        });
    }

    @Test
    void aPartOfAPurchaseComesBackOnceUnderFortyHands() throws Exception {
        Tenancy.run(tenant, () -> assertThat(take("P-1") && take("P-2")).isTrue());
        assertThat(together(40, n -> quota.giveBack("P-1", 200_000))).isEqualTo(1);
        assertThat(used()).isEqualTo(800_000);
        Tenancy.run(
                tenant,
                () -> assertThat(take("P-1"))
                        .as("the rest still holds its quota")
                        .isTrue());
        assertThat(together(40, n -> quota.giveBack("P-1", 50_000L * (n % 10 + 1))))
                .as("what came back in all grows, in whatever order it is told")
                .isBetween(1, 6);
        assertThat(used()).isEqualTo(500_000);
        assertThat(together(40, n -> quota.giveBack("P-1"))).isZero();
        assertThat(used()).isEqualTo(500_000);
    }

    @Test
    void theNewYearBeginsInShanghai() {
        Tenancy.run(tenant, () -> {
            for (int i = 0; i < 5; i++) {
                assertThat(take("P-" + i)).isTrue();
            }
            clock.set(Instant.parse("2026-12-31T15:59:59Z"));
            assertThat(take("late")).isFalse();
            clock.set(Instant.parse("2026-12-31T16:00:00Z"));
            assertThat(take("new")).isTrue();
            assertThat(quota.giveBack("P-0")).isTrue();
            assertThat(quota.used(BUYER, 2026)).isEqualTo(2_000_000);
            assertThat(quota.used(BUYER, 2027)).isEqualTo(500_000);
        });
    }

    @Test
    void onePurchaseAboveTheYearIsRefusedAtOnce() {
        Tenancy.run(tenant, () -> {
            assertThat(quota.take("big", BUYER, 2_600_001, limits, "test")).isFalse();
            assertThat(quota.take("whole", BUYER, 2_600_000, limits, "test")).isTrue();
        });
    }
}
