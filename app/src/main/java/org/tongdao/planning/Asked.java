package org.tongdao.planning;

import java.util.Set;
import org.tongdao.routing.DoorSearch;

/** A question that is in order, with what the goods take up. */
record Asked(DoorSearch.Question question, double containers, double kg, double m3, RouteBudget budget) {

    /** The same with lines and places that do not run at all. */
    Asked closed(Set<String> ids) {
        var q = question;
        return new Asked(
                new DoorSearch.Question(q.from(), q.to(), q.ready(), q.cargo(), q.mustUse(), ids, q.by()),
                containers,
                kg,
                m3,
                budget);
    }

    /** At least a hundredth of a container on every stretch; rounded up, so that a departure is never above its capacity. */
    Need need() {
        return new Need(
                (int) Math.max(1, Math.ceil(containers * 100 - 1e-9)), (int) Math.ceil(kg), (int) Math.ceil(m3));
    }
}
