package org.tongdao.bulk;

import java.util.Optional;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.platform.Loop;
import org.tongdao.platform.TenantList;

/**
 * Tries and does runs while the server runs. A trial does the act in a transaction that is rolled back. Killed anywhere, it goes on where it was: a bench act
 * is known by its number and done once, a copy is asked for in the transaction that ticks its item off.
 */
@Component
class BulkWork {

    /** Is rung when a run is drawn, started or repeated. */
    static final String LOOP = "bulk";

    private static final int PIECE = 50;

    private final BulkStore store;
    private final BulkHand hand;
    private final TenantList tenants;
    private final TransactionTemplate trial;
    private volatile Optional<Loop> loop = Optional.empty();

    BulkWork(BulkStore store, BulkHand hand, TenantList tenants, PlatformTransactionManager manager) {
        this.store = store;
        this.hand = hand;
        this.tenants = tenants;
        this.trial = new TransactionTemplate(manager);
    }

    @EventListener
    void begin(WebServerInitializedEvent event) {
        loop = Optional.of(Loop.start(LOOP, tenants, tenant -> step()));
    }

    @EventListener
    void end(ContextClosedEvent event) {
        loop.ifPresent(Loop::stop);
    }

    /** A piece of the oldest open run of the running tenant; whether there was one. */
    boolean step() {
        var open = store.next();
        open.ifPresent(run -> {
            boolean trying = run.state().equals("TRYING");
            var items = store.items(run.id(), trying ? "NEW" : "WILL", 0, PIECE);
            items.forEach(item -> {
                if (trying) {
                    attempt(run, item);
                } else {
                    carryOut(run, item);
                }
            });
            if (items.size() < PIECE) {
                store.move(run.id(), run.state(), trying ? "TRIED" : "ENDED");
            }
        });
        return open.isPresent();
    }

    private void attempt(BulkRun run, BulkItem item) {
        var answer = guarded(() -> trial.execute(status -> {
            status.setRollbackOnly();
            return hand.act(run, item);
        }));
        store.settle(run.id(), item, answer.isDone() ? "WILL" : "CANNOT", answer.rule(), answer.value());
    }

    private void carryOut(BulkRun run, BulkItem item) {
        if (run.act() == BulkAct.PRINT) {
            var answer = guarded(() -> trial.execute(status -> print(run, item, status)));
            if (answer.equals(BulkHand.Answer.BUSY)) {
                tickOff(run, item, answer);
            }
        } else {
            tickOff(run, item, guarded(() -> hand.act(run, item)));
        }
    }

    /** A copy has no number by which it is known: it stays only with the tick of this hand. */
    private BulkHand.Answer print(BulkRun run, BulkItem item, TransactionStatus status) {
        var answer = hand.act(run, item);
        if (!tickOff(run, item, answer)) {
            status.setRollbackOnly();
        }
        return answer;
    }

    /** Whether this hand ticked the item off, and no other before it. */
    private boolean tickOff(BulkRun run, BulkItem item, BulkHand.Answer answer) {
        return store.settle(run.id(), item, answer.isDone() ? "DONE" : "FAILED", answer.rule(), answer.value());
    }

    /** Two hands at one parcel: the database refuses one of them, and its item says so. */
    private static BulkHand.Answer guarded(
            java.util.function.Supplier<BulkHand.@org.jspecify.annotations.Nullable Answer> act) {
        try {
            return java.util.Objects.requireNonNull(act.get());
        } catch (DataAccessException e) {
            return BulkHand.Answer.BUSY;
        }
    }
}
