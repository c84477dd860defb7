package org.tongdao.printing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongdao.intake.Labels;
import org.tongdao.platform.Loop;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.TenantList;
import org.tongdao.printing.Handover.Outcome;
import org.tongdao.printing.Handover.Work;

/**
 * Sends copies to printers in the network while the server runs. Each copy under way has a thread of its own, and {@link Handover} gives one at a time a
 * printer: one that is switched off keeps nobody waiting but those at its own desk.
 */
@Component
class NetworkPrinting {

    private static final Logger LOG = LoggerFactory.getLogger(NetworkPrinting.class);

    /** Is rung when a copy is asked for, and when a printer is free again. */
    static final String LOOP = "printing";

    /** More copies than this are never under way at once. */
    private static final int MOST = 32;

    private static final long IDLE_S = 30;
    private static final int CONNECT_MS = 3_000;

    private final Handover handover;
    private final Printers printers;
    private final Labels labels;
    private final TenantList tenants;
    private final Semaphore room = new Semaphore(MOST);
    private final ExecutorService hands =
            new ThreadPoolExecutor(0, MOST, IDLE_S, TimeUnit.SECONDS, new SynchronousQueue<>(), NetworkPrinting::hand);
    private volatile Optional<Loop> loop = Optional.empty();
    private volatile int connectMs = CONNECT_MS;

    NetworkPrinting(Handover handover, Printers printers, Labels labels, TenantList tenants) {
        this.handover = handover;
        this.printers = printers;
        this.labels = labels;
        this.tenants = tenants;
    }

    @EventListener
    void begin(WebServerInitializedEvent event) {
        loop = Optional.of(Loop.start(LOOP, tenants, this::handOut));
    }

    @EventListener
    void end(ContextClosedEvent event) {
        loop.ifPresent(Loop::stop);
        hands.shutdown();
    }

    /** How long a printer may take to answer the door. */
    void waitForPrinters(int patienceMs) {
        connectMs = patienceMs;
    }

    /** Gives the next copy of the running tenant to a thread of its own; false when there is none, or no thread is free. */
    boolean handOut(int tenant) {
        handover.giveUp();
        if (!room.tryAcquire()) {
            return false;
        }
        Optional<Work> work = Optional.empty();
        try {
            work = handover.takeForNetwork();
            work.ifPresent(copy -> hands.execute(() -> printAs(tenant, copy)));
            return work.isPresent();
        } finally {
            if (work.isEmpty()) {
                room.release();
            }
        }
    }

    private void printAs(int tenant, Work work) {
        try {
            Tenancy.run(tenant, () -> print(work));
        } catch (RuntimeException e) {
            LOG.error("copy {} was under way when something failed; it counts as unsure", work.id(), e);
        } finally {
            room.release();
            Tenancy.run(tenant, () -> Loop.ring(LOOP));
        }
    }

    private static Thread hand(Runnable work) {
        var thread = new Thread(work, "printing a copy");
        thread.setDaemon(true);
        return thread;
    }

    /** One copy of the running tenant, here and now; whether there was one. */
    boolean step() {
        handover.giveUp();
        var work = handover.takeForNetwork();
        work.ifPresent(this::print);
        return work.isPresent();
    }

    private void print(Work work) {
        var tried = labels.zpl(work.parcelNo())
                .map(zpl -> send(work.printer(), zpl.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> new RawPrinter.Tried(Outcome.FAILED, "the parcel has no label"));
        handover.end(work.id(), tried.outcome(), tried.why());
    }

    private RawPrinter.Tried send(String name, byte[] page) {
        List<Printer> found =
                printers.list().stream().filter(p -> p.name().equals(name)).toList();
        return found.isEmpty()
                ? new RawPrinter.Tried(Outcome.FAILED, "the printer was removed")
                : RawPrinter.print(found.get(0).host(), found.get(0).port(), page, connectMs);
    }
}
