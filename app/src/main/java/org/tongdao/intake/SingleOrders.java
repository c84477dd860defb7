package org.tongdao.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.editions.Editions;
import org.tongdao.intake.rules.CheckedRow;
import org.tongdao.intake.rules.FormRules;
import org.tongdao.intake.rules.Knowledge;
import org.tongdao.intake.store.BatchStore;
import org.tongdao.intake.store.NewOrder;
import org.tongdao.intake.store.OrderStore;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * Takes orders in that programs send one by one, by the same rules as files. Checking runs on the caller's thread and asks the database for nothing but the editions in force, once a second; accepting stores a
 * handful of orders in a few statements, since what costs is the transaction, not the row.
 */
@Service
public class SingleOrders {

    private static final long HEAVIEST_PARCEL_G = 30_000;

    private final FormRules rules;
    private final BatchStore batches;
    private final OrderStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SingleOrders(
            BatchStore batches, OrderStore store, ApplicationEventPublisher events, Editions editions, Clock clock) {
        this.rules = new FormRules(editions.read(Knowledge.LISTS, Knowledge::of)::get);
        this.batches = batches;
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /** Holds the order against all rules that need no other order. */
    public CheckedOrder check(OrderForm form) {
        var rows = rules.check(form.head(), form.lines(), clock.instant());
        var findings = findings(rows, form.head().keySet());
        boolean sound = findings.stream().noneMatch(Finding::stops) && !rows.isEmpty();
        if (!sound) {
            return new CheckedOrder(NewOrder.none(), findings);
        }
        var order = NewOrder.of(rows.stream().map(CheckedRow.Sound.class::cast).toList(), findings);
        return new CheckedOrder(order, together(order, findings));
    }

    /** From here to the end of the transaction nobody else takes orders of this tenant in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        batches.lock();
    }

    /** Stores what is sound and new as one batch; one verdict for each order, in their order. The caller holds {@link #lock}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<OrderVerdict> accept(List<CheckedOrder> orders, String merchant) {
        var now = clock.instant();
        var sound = orders.stream()
                .filter(CheckedOrder::isSound)
                .map(checked -> checked.order)
                .toList();
        var stored = store.accept(sound, merchant, now);
        if (stored.batchId() > 0) {
            events.publishEvent(new OrdersAccepted(stored.batchId(), stored.accepted(), now));
        }
        var told = stored.verdicts().iterator();
        return orders.stream()
                .map(checked -> checked.isSound() ? verdict(told.next(), checked) : refused(checked))
                .toList();
    }

    private static OrderVerdict refused(CheckedOrder checked) {
        return new OrderVerdict(OrderVerdict.Outcome.REJECTED, 0, "", 0, checked.findings());
    }

    private static OrderVerdict verdict(OrderStore.Verdict told, CheckedOrder checked) {
        var findings = new ArrayList<>(checked.findings());
        told.finding().ifPresent(findings::add);
        var outcome = OrderVerdict.Outcome.valueOf(told.outcome());
        return new OrderVerdict(outcome, told.orderId(), told.parcelNo(), told.batchId(), findings);
    }

    /** What is said once for the order is complained of once. */
    private static List<Finding> findings(List<CheckedRow> rows, Set<String> headNames) {
        var all = new ArrayList<Finding>();
        var seen = new HashSet<String>();
        for (var row : rows) {
            for (var finding : row.findings()) {
                var named = FormRules.named(finding);
                boolean ofHead = headNames.contains(named.place().column());
                if (!ofHead || seen.add(named.rule() + named.place().column())) {
                    all.add(named);
                }
            }
        }
        return all;
    }

    private static List<Finding> together(NewOrder order, List<Finding> findings) {
        var all = new ArrayList<>(findings);
        if (order.hasDoubledRow()) {
            all.add(Finding.error(
                    "ROW-DUPLICATE",
                    Place.cell("order", 0, "lines"),
                    order.orderNo(),
                    "two lines say the same; if both were meant, add the quantities up"));
        }
        if (order.grossG() > HEAVIEST_PARCEL_G) {
            all.add(Finding.error(
                    "ORDER-TOO-HEAVY",
                    Place.cell("order", 0, "lines"),
                    "" + order.grossG(),
                    "the lines weigh " + order.grossG() + " g together, a parcel at most " + HEAVIEST_PARCEL_G
                            + " g; split the order"));
        }
        return all;
    }
}
