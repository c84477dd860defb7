package org.tongdao.journey;

import jakarta.annotation.PreDestroy;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorkLease;
import org.tongdao.platform.WorldClock;

/**
 * The standing work of an installation: every few seconds the node that holds the lease looks after every tenant. Another node stands by and takes over
 * when the lease runs out. See docs/adr/0120.
 */
@Component
public class Pulse {

    static final String LEASE = "pulse";
    static final Duration LEASE_LENGTH = Duration.ofSeconds(15);

    private final WorkLease lease;
    private final DayWork work;
    private final WorkBook book;
    private final FarSides farSides;
    private final WorldClock clock;
    private final String node;
    private final LongSupplier nanos;
    private final Map<Integer, TenantWork> tenants = new ConcurrentHashMap<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, work -> {
        var made = new Thread(work, "tongdao-pulse");
        made.setDaemon(true);
        return made;
    });
    private final Set<Integer> troubled = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean mine;
    private volatile boolean stopping;

    @Autowired
    Pulse(WorkLease lease, DayWork work, WorkBook book, FarSides farSides, WorldClock clock) {
        this(
                lease,
                work,
                book,
                farSides,
                clock,
                ManagementFactory.getRuntimeMXBean().getName(),
                System::nanoTime);
    }

    /**
     * A node of its own.
     *
     * @param node names who works; different for every process of the installation
     * @param nanos the clock by which failed jobs rest
     */
    Pulse(
            WorkLease lease,
            DayWork work,
            WorkBook book,
            FarSides farSides,
            WorldClock clock,
            String node,
            LongSupplier nanos) {
        this.lease = lease;
        this.work = work;
        this.book = book;
        this.farSides = farSides;
        this.clock = clock;
        this.node = node;
        this.nanos = nanos;
    }

    /** Begins to work, in threads of its own, until the application ends. */
    public void begin(PulseRequest request) {
        if (!begun.compareAndSet(false, true)) {
            throw new IllegalStateException("the pulse of node " + node + " has begun already");
        }
        long every = request.every().toMillis();
        threads.scheduleWithFixedDelay(
                () -> guarded(() -> {
                    var all = book.tenants();
                    leave(all);
                    beat(request, all);
                }),
                0,
                every,
                TimeUnit.MILLISECONDS);
        long renewal = LEASE_LENGTH.toMillis() / 3;
        threads.scheduleWithFixedDelay(() -> guarded(this::renew), renewal, renewal, TimeUnit.MILLISECONDS);
    }

    /** A tenant in which nobody works any more keeps no thread. */
    private void leave(List<Integer> all) {
        for (int tenant : List.copyOf(tenants.keySet())) {
            if (!all.contains(tenant)) {
                Optional.ofNullable(tenants.remove(tenant)).ifPresent(TenantWork::close);
            }
        }
    }

    /** One beat for these tenants: works when this node holds or gets the lease, else looks at the clocks; true when it worked. */
    boolean beat(PulseRequest request, List<Integer> all) {
        mine = !stopping && lease.take(LEASE, node, LEASE_LENGTH);
        for (int tenant : all) {
            var here = tenants.computeIfAbsent(
                    tenant, t -> new TenantWork(t, request, work, new Jobs(book, nanos), book, clock));
            if (!mine) {
                here.look();
            } else {
                pulse(tenant, here);
            }
        }
        return mine;
    }

    private void pulse(int tenant, TenantWork here) {
        try {
            var next = here.pulse(farSides, () -> mine && !stopping);
            Tenancy.run(tenant, () -> book.pulse(node, clock.instant(), next));
            if (troubled.remove(tenant)) {
                Tenancy.run(tenant, () -> book.resolved(LEASE));
            }
        } catch (RuntimeException e) {
            troubled.add(tenant);
            Tenancy.run(tenant, () -> book.failed(LEASE, Jobs.FAILED, Jobs.words(e), "the other tenants go on"));
        }
    }

    private void renew() {
        if (mine) {
            mine = lease.take(LEASE, node, LEASE_LENGTH);
        }
    }

    /** The database may be away for a while; the thread must outlive that. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            mine = false;
            if (!stopping) {
                System.err.println("tongdao: the standing work waits: " + Jobs.words(e));
            }
        }
    }

    /** Finishes the step it is in, gives the lease back and ends its threads. */
    @PreDestroy
    void end() throws InterruptedException {
        stopping = true;
        threads.shutdown();
        boolean ended = threads.awaitTermination(20, TimeUnit.SECONDS);
        if (mine && ended) {
            lease.release(LEASE, node);
            mine = false;
        }
        tenants.values().forEach(TenantWork::close);
    }
}
