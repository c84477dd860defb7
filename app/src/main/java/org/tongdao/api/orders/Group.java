package org.tongdao.api.orders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.api.Trail;
import org.tongdao.intake.CheckedOrder;
import org.tongdao.intake.SingleOrders;

/** Stores the orders of several calls in one transaction. Each answer is made in it and given after it, so that what was answered is on disk. */
@Component
class Group {

    private final SingleOrders orders;
    private final Answers answers;
    private final Wording wording;
    private final Trail trail;

    Group(SingleOrders orders, Answers answers, Wording wording, Trail trail) {
        this.orders = orders;
        this.answers = answers;
        this.wording = wording;
        this.trail = trail;
    }

    /** One answer for each call, in their order; all calls are of one tenant and of one merchant or of none. */
    @Transactional
    public List<Answer> store(List<Request> requests) {
        orders.lock();
        var kept = answers.find(requests);
        Map<Answers.Slot, Answers.Kept> fresh = new HashMap<>();
        var wanted = wanted(requests, kept);
        var results = results(wanted);
        var told = new ArrayList<Answer>(requests.size());
        for (var request : requests) {
            var slot = Answers.slot(request);
            var before = slot.map(s -> fresh.getOrDefault(s, kept.get(s)));
            if (before.isPresent()) {
                told.add(before.get().to(request.sha256()));
                continue;
            }
            var answer = answer(request, results.getOrDefault(request, List.of()));
            slot.filter(s -> !answer.isProblem())
                    .ifPresent(s -> fresh.put(s, new Answers.Kept(request.sha256(), answer)));
            told.add(answer);
        }
        answers.keep(fresh);
        return told;
    }

    /** The calls whose orders are to be stored: those without an answer, of equal keys the first. */
    private static List<Request> wanted(List<Request> requests, Map<Answers.Slot, Answers.Kept> kept) {
        var seen = new java.util.HashSet<>(kept.keySet());
        return requests.stream()
                .filter(r -> Answers.slot(r).map(seen::add).orElse(true))
                .toList();
    }

    private Map<Request, List<Result>> results(List<Request> wanted) {
        var checked = new ArrayList<CheckedOrder>();
        for (var request : wanted) {
            for (var item : request.items()) {
                if (item.isSound() && item.order() != null) {
                    checked.add(item.order());
                }
            }
        }
        Map<Request, List<Result>> results = new java.util.IdentityHashMap<>();
        if (wanted.isEmpty()) {
            return results;
        }
        var merchant = wanted.get(0).key().merchant();
        var verdicts = orders.accept(checked, merchant.isEmpty() ? "api" : merchant);
        trail.note(wanted.get(0).key(), verdicts);
        var next = verdicts.iterator();
        for (var request : wanted) {
            results.put(
                    request,
                    request.items().stream()
                            .map(item -> item.isSound()
                                    ? wording.result(item, next.next(), request.language())
                                    : wording.refused(item, request.language()))
                            .toList());
        }
        return results;
    }

    private Answer answer(Request request, List<Result> results) {
        return request.bulk()
                ? new Answer(200, Wording.JSON.writeValueAsString(Bulk.of(results)), false)
                : wording.single(results.get(0));
    }
}
