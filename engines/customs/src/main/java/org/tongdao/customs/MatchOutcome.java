package org.tongdao.customs;

import java.util.List;

/**
 * The answer of the three-document match on one order, or on a payment or waybill that no order names.
 *
 * @param key order number, payment number or waybill number
 * @param verdict the worst of its steps
 * @param trace every comparison that was made, in the order it was made
 */
public record MatchOutcome(String key, MatchVerdict verdict, List<MatchStep> trace) {

    public MatchOutcome {
        trace = List.copyOf(trace);
    }

    static MatchOutcome of(String key, List<MatchStep> trace) {
        var worst = trace.stream()
                .map(MatchStep::verdict)
                .reduce(MatchVerdict.MATCHED, (a, b) -> a.compareTo(b) > 0 ? a : b);
        return new MatchOutcome(key, worst, trace);
    }

    /** The steps that are not plain matches. */
    public List<MatchStep> reasons() {
        return trace.stream().filter(s -> s.verdict() != MatchVerdict.MATCHED).toList();
    }
}
