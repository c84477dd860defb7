package org.tongdao.ledger;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All accounts with what went in, what went out and what is left, per unit; the last column sums to zero or something is wrong.
 *
 * @param rows sorted by account, then unit
 */
public record TrialBalance(List<Row> rows) {

    /** One account in one unit; all figures in the unit's smallest part. */
    public record Row(String account, String unit, long debit, long credit) {

        public long balance() {
            return Math.subtractExact(debit, credit);
        }
    }

    public TrialBalance {
        rows = List.copyOf(rows);
    }

    public static TrialBalance of(Stream<Entry> entries) {
        Map<String, Map<String, long[]>> sums = new TreeMap<>();
        entries.flatMap(e -> e.lines().stream()).forEach(line -> {
            long[] both = sums.computeIfAbsent(line.account(), a -> new TreeMap<>())
                    .computeIfAbsent(line.amount().unit(), u -> new long[2]);
            int side = line.side().ordinal();
            both[side] = Math.addExact(both[side], line.amount().quantity());
        });
        return new TrialBalance(sums.entrySet().stream()
                .flatMap(a -> a.getValue().entrySet().stream()
                        .map(u -> new Row(a.getKey(), u.getKey(), u.getValue()[0], u.getValue()[1])))
                .toList());
    }

    /** What is left over per unit: zero for each, always. */
    public Map<String, Long> remainder() {
        Map<String, Long> remainder = new TreeMap<>();
        rows.forEach(row -> remainder.merge(row.unit(), row.balance(), Math::addExact));
        return remainder;
    }

    public boolean isBalanced() {
        return remainder().values().stream().allMatch(r -> r == 0);
    }

    public long balance(String account, String unit) {
        return rows.stream()
                .filter(r -> r.account().equals(account) && r.unit().equals(unit))
                .mapToLong(Row::balance)
                .sum();
    }
}
