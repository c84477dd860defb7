package org.tongdao.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.intake.Correction.Change;
import org.tongdao.intake.Correction.Outcome;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Corrects what was accepted, by the same rules as orders that come new, while no customs document stands on it. */
@Service
public class Corrections {

    /** What can be corrected once for the order. */
    public static final List<String> HEAD = List.of("name", "phone", "address", "city", "postcode", "iossNo");

    /** What can be corrected in each line. */
    public static final List<String> LINE = List.of("nameZh", "nameEn", "hs", "unitPrice", "productId");

    private final SingleOrders orders;
    private final CorrectionStore store;
    private final Clock clock;

    Corrections(SingleOrders orders, CorrectionStore store, Clock clock) {
        this.orders = orders;
        this.store = store;
        this.clock = clock;
    }

    /** Whether this order can be corrected now: nothing is declared of it that customs has not refused. */
    @Transactional(readOnly = true)
    public boolean isOpen(long orderId) {
        return store.isOpen(orderId);
    }

    /** What was corrected before, latest first. */
    @Transactional(readOnly = true)
    public List<CorrectionLine> history(long orderId) {
        return store.history(orderId);
    }

    /** Makes all of the changes or none of them; empty when there is no such order. */
    @Transactional
    public Optional<Outcome> correct(Correction correction) {
        return store.lock(correction.orderId()).map(form -> correct(correction, form));
    }

    private Outcome correct(Correction correction, OrderForm before) {
        if (correction.reason().isBlank()) {
            return refused("CORRECT-REASON", "", "Say why: the record keeps it.");
        }
        if (!store.isOpen(correction.orderId())) {
            return refused(
                    "CORRECT-DECLARED",
                    before.head().getOrDefault("orderNo", ""),
                    "A declaration stands on it. Cancel that one first, or wait for the answer.");
        }
        var asked = with(before, correction);
        var checked = orders.check(asked);
        if (!checked.isSound()) {
            return new Outcome(
                    List.of(),
                    checked.findings().stream().filter(Finding::stops).toList());
        }
        var changes = changes(before, store.normalised(checked));
        store.write(correction, changes, clock.instant());
        return new Outcome(changes, List.of());
    }

    private static Outcome refused(String rule, String value, String maybe) {
        return new Outcome(List.of(), List.of(Finding.error(rule, Place.of("order"), value, maybe)));
    }

    private static OrderForm with(OrderForm before, Correction correction) {
        var head = over(before.head(), correction.head(), HEAD);
        var lines = new ArrayList<Map<String, String>>();
        for (int n = 1; n <= before.lines().size(); n++) {
            lines.add(over(before.lines().get(n - 1), correction.lines().getOrDefault(n, Map.of()), LINE));
        }
        return new OrderForm(head, lines);
    }

    private static Map<String, String> over(Map<String, String> before, Map<String, String> asked, List<String> known) {
        var all = new HashMap<>(before);
        known.stream()
                .filter(asked::containsKey)
                .forEach(name ->
                        all.put(name, Objects.requireNonNull(asked.get(name)).strip()));
        return all;
    }

    private static List<Change> changes(OrderForm before, OrderForm after) {
        var changes = new ArrayList<Change>();
        HEAD.forEach(name -> change(0, name, before.head(), after.head()).ifPresent(changes::add));
        for (int n = 1; n <= before.lines().size(); n++) {
            for (var name : LINE) {
                change(n, name, before.lines().get(n - 1), after.lines().get(n - 1))
                        .ifPresent(changes::add);
            }
        }
        return changes;
    }

    private static Optional<Change> change(
            int line, String name, Map<String, String> before, Map<String, String> after) {
        var was = before.getOrDefault(name, "");
        var is = after.getOrDefault(name, "");
        return was.equals(is) ? Optional.empty() : Optional.of(new Change(line, name, was, is));
    }
}
