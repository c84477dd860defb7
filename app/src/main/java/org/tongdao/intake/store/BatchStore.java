package org.tongdao.intake.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.platform.BulkCopy;
import org.tongdao.platform.CopyRows;
import org.tongdao.platform.NumberRange;

/** Stores one file in sets: staging by COPY, verdicts, orders, lines, parcels, findings; all inside the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class BatchStore {

    private static final String SERVICE = "LX";

    /**
     * What is known about a file before its rows are read.
     *
     * @param orderColumn what the file calls the order number
     */
    public record FileFacts(
            String name,
            String sha256,
            String merchant,
            String format,
            List<String> header,
            String mapping,
            String orderColumn,
            boolean partialOrders,
            Instant at) {}

    private final JdbcClient jdbc;
    private final BulkCopy copy;
    private final NumberRange numbers;

    BatchStore(JdbcClient jdbc, BulkCopy copy, NumberRange numbers) {
        this.jdbc = jdbc;
        this.copy = copy;
        this.numbers = numbers;
    }

    /** One import at a time for a tenant: two at once could not see each other's orders. */
    public void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('intake'), current_tenant())")
                .query((rs, n) -> 0)
                .list();
    }

    /** The batch that the same file made before. */
    public Optional<Long> findBatch(String sha256) {
        return jdbc.sql("SELECT id FROM order_batch WHERE tenant_id = current_tenant() AND sha256 = :sha")
                .param("sha", sha256)
                .query(Long.class)
                .optional();
    }

    /** Runs {@code rows} with the staging open; its exceptions leave nothing behind. Returns how many rows it added. */
    public int stage(Consumer<Staging> rows) {
        jdbc.sql(Staging.ROWS).update();
        jdbc.sql(Staging.FOUND).update();
        try (var found = new FoundPages()) {
            int count = copyRows(rows, found);
            try (var into = copy.into("found", Staging.FOUND_COLUMNS)) {
                found.copyTo(into);
            }
            return count;
        }
    }

    private int copyRows(Consumer<Staging> rows, FoundPages found) {
        CopyRows into = copy.into("staged", Staging.ROW_COLUMNS);
        try {
            var staging = new Staging(into, found);
            rows.accept(staging);
            into.close();
            return staging.count();
        } catch (RuntimeException e) {
            into.cancel();
            throw e;
        }
    }

    /** Turns what is staged into a batch; returns its id. */
    public long accept(FileFacts file, long heaviestG) {
        jdbc.sql("ANALYZE staged").update();
        jdbc.sql(VerdictSql.ORDERS).update();
        jdbc.sql("ANALYZE file_order").update();
        jdbc.sql(VerdictSql.TAKEN).update();
        jdbc.sql(VerdictSql.VERDICT)
                .param("heaviest", heaviestG)
                .param("partial", file.partialOrders())
                .update();
        jdbc.sql("ANALYZE verdict").update();
        jdbc.sql(VerdictSql.FINDINGS).param("column", file.orderColumn()).update();
        long batch = insertBatch(file);
        insertOrders(batch, file.at());
        jdbc.sql(AcceptSql.ROWS).param("batch", batch).update();
        jdbc.sql(AcceptSql.FOUND).param("batch", batch).update();
        return batch;
    }

    private long insertBatch(FileFacts file) {
        long batch = jdbc.sql(AcceptSql.BATCH)
                .param("file", file.name())
                .param("sha", file.sha256())
                .param("merchant", file.merchant())
                .param("at", Timestamp.from(file.at()))
                .query(Long.class)
                .single();
        jdbc.sql("INSERT INTO intake_file VALUES (current_tenant(), :batch, :format, :header, :mapping)")
                .param("batch", batch)
                .param("format", file.format())
                .param("header", file.header().toArray(String[]::new))
                .param("mapping", file.mapping())
                .update();
        return batch;
    }

    private void insertOrders(long batch, Instant at) {
        jdbc.sql(AcceptSql.ORDERS).param("batch", batch).update();
        jdbc.sql(AcceptSql.LINES).param("batch", batch).update();
        int fresh = jdbc.sql("""
                SELECT count(*) FROM file_order f JOIN customer_order o ON o.tenant_id = current_tenant() AND o.batch_id = :batch
                     AND (o.platform, o.merchant, o.order_no) = (f.platform, f.merchant, f.order_no)
                WHERE f.given_no IS NULL""").param("batch", batch).query(Integer.class).single();
        jdbc.sql(AcceptSql.PARCELS)
                .param("batch", batch)
                .param("service", SERVICE)
                .param("first", numbers.take("S10", fresh))
                .param("at", Timestamp.from(at))
                .update();
    }
}
