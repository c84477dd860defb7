package org.tongdao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A loop asks quiet tenants seldom, hears a bell at once, and only after the commit. */
@OnDatabase
class LoopIT {

    @Autowired
    TenantList tenants;

    @Autowired
    FreshTenant fresh;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aQuietTenantIsAskedSeldomAndABellIsHeardAfterTheCommit() {
        int tenant = fresh.create();
        var asked = new AtomicInteger();
        var work = new ConcurrentLinkedQueue<String>();
        var done = new ConcurrentLinkedQueue<String>();
        var loop = Loop.start("test bell " + tenant, tenants, of -> of == tenant && one(asked, work, done));
        try {
            await(() -> asked.get() >= 4);
            int before = asked.get();
            Tenancy.run(
                    tenant,
                    () -> transaction.executeWithoutResult(status -> {
                        Loop.ring("test bell " + tenant);
                        work.add("letter");
                    }));
            await(() -> done.contains("letter"));
            assertThat(asked.get()).isGreaterThan(before);
            Tenancy.run(
                    tenant,
                    () -> transaction.executeWithoutResult(status -> {
                        Loop.ring("test bell " + tenant);
                        status.setRollbackOnly();
                    }));
            Tenancy.run(Integer.MAX_VALUE, () -> Loop.ring("test bell " + tenant));
            int after = asked.get();
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofSeconds(1).toNanos());
            assertThat(asked.get() - after).isLessThanOrEqualTo(3);
        } finally {
            loop.stop();
        }
    }

    private static boolean one(
            AtomicInteger asked, ConcurrentLinkedQueue<String> work, ConcurrentLinkedQueue<String> done) {
        asked.incrementAndGet();
        var next = work.poll();
        if (next != null) {
            done.add(next);
        }
        return next != null;
    }

    private static void await(BooleanSupplier condition) {
        var end = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
