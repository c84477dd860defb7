package org.tongdao.api.orders;

import java.util.List;

/** The answer to a call for many orders: sums, and one result for each row in their order. */
record Bulk(int accepted, int duplicate, int conflict, int rejected, List<Result> rows) {

    static Bulk of(List<Result> rows) {
        return new Bulk(
                count(rows, "accepted"),
                count(rows, "duplicate"),
                count(rows, "conflict"),
                count(rows, "rejected"),
                rows);
    }

    private static int count(List<Result> rows, String outcome) {
        return (int) rows.stream().filter(r -> r.outcome().equals(outcome)).count();
    }
}
