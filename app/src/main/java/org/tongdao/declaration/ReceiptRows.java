package org.tongdao.declaration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Receipts as columns for {@code unnest}, made once a lot: what is stored is what is settled. */
final class ReceiptRows {

    /** Names of the columns in the order of {@link #columns}; all are text but {@code rank}. */
    static final String NAMES =
            "receipt_key, status, rank, outcome, code, info, return_time, returned_at, pre_no, invt_no";

    static final ReceiptRows NONE = new ReceiptRows(List.of(), Instant.EPOCH);

    private final List<Object> columns;
    private final List<String> keys;
    private final List<String> releasing;

    /** The receipts, and when they came: that counts for those that do not say when customs answered. */
    ReceiptRows(List<ReceiptFile.Read> reads, Instant came) {
        columns = List.of(
                texts(reads, r -> r.receipt().key()),
                texts(reads, r -> r.receipt().status()),
                reads.stream().map(ReceiptFile.Read::rank).toArray(Integer[]::new),
                texts(reads, r -> r.outcome().name()),
                texts(reads, ReceiptFile.Read::code),
                texts(reads, r -> r.receipt().info()),
                texts(reads, r -> r.receipt().time()),
                texts(reads, r -> r.at().orElse(came).toString()),
                texts(reads, r -> r.receipt().preNo()),
                texts(reads, r -> r.receipt().invtNo()));
        keys = reads.stream().map(r -> r.receipt().key()).distinct().toList();
        releasing = reads.stream()
                .filter(ReceiptFile.Read::releases)
                .map(r -> r.receipt().key())
                .distinct()
                .toList();
    }

    /** Question marks for the columns, separated by commas. */
    static String marks() {
        return String.join(
                ", ", IntStream.range(0, NONE.columns.size()).mapToObj(i -> "?").toList());
    }

    /** The columns after others, as parameters of a statement. */
    List<Object> after(Object... others) {
        var all = new ArrayList<>(Arrays.asList(others));
        all.addAll(columns);
        return all;
    }

    /** What they are about, each key once. */
    List<String> keys() {
        return keys;
    }

    /** The keys of what customs releases with one of them. */
    List<String> releasing() {
        return releasing;
    }

    private static String[] texts(List<ReceiptFile.Read> reads, Function<ReceiptFile.Read, String> part) {
        return reads.stream().map(part).toArray(String[]::new);
    }
}
