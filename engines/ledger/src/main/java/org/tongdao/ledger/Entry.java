package org.tongdao.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing that happened, in both its sides; cannot be made unless it balances: Σ debit = Σ credit per unit (I-24).
 *
 * <p>Entries are never changed. What was wrong is reversed by a second entry that names the first.
 *
 * @param id unique for ever; the same id again is the same entry told again
 * @param effectiveAt when it counts
 * @param cause the business event and tariff line that it charges, e.g. {@code freight:LZ473124829CN}; at most one entry per cause stands (I-25); empty when
 *     it charges nothing
 * @param text for people
 * @param reverses id of the entry it takes back, empty when none
 */
public record Entry(String id, Instant effectiveAt, String cause, String text, List<Line> lines, String reverses) {

    public Entry {
        lines = List.copyOf(lines);
        if (lines.size() < 2) {
            throw new IllegalArgumentException(
                    "entry " + id + " has " + lines.size() + " lines; value moves between two accounts");
        }
        Map<String, Long> sums = sums(lines);
        if (sums.values().stream().anyMatch(sum -> sum != 0)) {
            throw new IllegalArgumentException("entry " + id + " does not balance: debit - credit = " + sums);
        }
    }

    public static Entry of(String id, Instant effectiveAt, String text, Line... lines) {
        return new Entry(id, effectiveAt, "", text, List.of(lines), "");
    }

    /** The same entry, said to be the one charge for {@code cause}. */
    public Entry chargedFor(String newCause) {
        return new Entry(id, effectiveAt, newCause, text, lines, reverses);
    }

    /** The entry that takes this one back: same lines, sides exchanged, same cause. */
    public Entry reversal(String newId, Instant at, String reason) {
        List<Line> back = lines.stream()
                .map(l -> new Line(l.account(), l.side().opposite(), l.amount()))
                .toList();
        return new Entry(newId, at, cause, reason, back, id);
    }

    public boolean isReversal() {
        return !reverses.isEmpty();
    }

    private static Map<String, Long> sums(List<Line> lines) {
        Map<String, Long> sums = new TreeMap<>();
        lines.forEach(line -> sums.merge(line.amount().unit(), line.signed(), Math::addExact));
        return sums;
    }
}
