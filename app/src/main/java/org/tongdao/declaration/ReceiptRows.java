package org.tongdao.declaration;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The receipts of a lot in the order of their keys, so that indexes are touched page by page; as columns for {@code unnest}. */
final class ReceiptRows {

    /** Names of the columns in the order of {@link #columns}; {@code position} and {@code rank} are whole numbers, {@code at} milliseconds since 1970, the others text. */
    static final String NAMES =
            "file, position, type, receipt_key, status, rank, outcome, code, info, return_time, at, pre_no, invt_no";

    private final List<Row> rows;
    private final Instant came;

    /** The receipts, and when they came: that counts for those that do not say when customs answered. */
    ReceiptRows(List<Row> rows, Instant came) {
        this.rows = rows.stream().sorted(Comparator.comparing(Row::key)).toList();
        this.came = came;
    }

    /** A receipt and where it stood. */
    record Row(String file, int position, ReceiptFile.Read read) {

        private String key() {
            return read.receipt().key();
        }
    }

    /** Each column as rows, for a list of what is selected; side by side they are cheaper than one {@code unnest} of all. */
    static String unnested() {
        return Stream.of(NAMES.split(", ")).map("unnest(?) AS "::concat).collect(Collectors.joining(", "));
    }

    List<Object> columns() {
        return List.of(
                texts(Row::file),
                rows.stream().map(Row::position).toArray(Integer[]::new),
                texts(r -> r.read().receipt().type()),
                texts(Row::key),
                texts(r -> r.read().receipt().status()),
                rows.stream().map(r -> r.read().rank()).toArray(Integer[]::new),
                texts(r -> r.read().outcome().name()),
                texts(r -> r.read().code()),
                texts(r -> r.read().receipt().info()),
                texts(r -> r.read().receipt().time()),
                rows.stream()
                        .map(r -> r.read().at().orElse(came).toEpochMilli())
                        .toArray(Long[]::new),
                texts(r -> r.read().receipt().preNo()),
                texts(r -> r.read().receipt().invtNo()));
    }

    /** The files they stood in. */
    List<String> files() {
        return rows.stream().map(Row::file).distinct().toList();
    }

    /** What they are about, each key once. */
    List<String> keys() {
        return keys(rows.stream());
    }

    /** The keys of what customs releases with one of them. */
    List<String> releasing() {
        return keys(rows.stream().filter(r -> r.read().releases()));
    }

    private static List<String> keys(Stream<Row> rows) {
        return rows.map(Row::key).distinct().toList();
    }

    private String[] texts(Function<Row, String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }
}
