package org.tongdao.console.frame;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorkClock;
import org.tongdao.platform.WorldClock;

/** What time it is for this tenant: that of its emulated world when it has one, else the wall clock. */
@Component
public class WorkTime {

    private final WorkClock stored;
    private final WorldClock clock;
    private final TransactionOperations transactions;

    WorkTime(WorkClock stored, WorldClock clock, PlatformTransactionManager manager) {
        this.stored = stored;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
    }

    /** Estimates go by the application's clock: a console opened on an emulated world starts at that world's time. */
    @EventListener
    void opened(WebServerInitializedEvent event) {
        Tenancy.run(
                Tenancy.HOME,
                () -> transactions.executeWithoutResult(t -> emulated().ifPresent(clock::set)));
    }

    @Transactional(readOnly = true)
    public Instant now() {
        return emulated().orElseGet(this::wall);
    }

    @Transactional(readOnly = true)
    public boolean isEmulated() {
        return emulated().isPresent();
    }

    /** For pages in front of the door, where no tenant is known: whether the installation's own tenant lives in an emulated world. */
    boolean isEmulatedAtHome() {
        return Tenancy.as(
                Tenancy.HOME,
                () -> Objects.requireNonNullElse(
                        transactions.execute(t -> emulated().isPresent()), false));
    }

    Instant wall() {
        return clock.instant();
    }

    private Optional<Instant> emulated() {
        return stored.find();
    }
}
