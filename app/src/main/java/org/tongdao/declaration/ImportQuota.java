package org.tongdao.declaration;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.customs.ImportLimits;

/**
 * Holds buyers' yearly quota of retail import under any concurrency (I-11): a conditional update on the counter row, never "sum, then insert".
 *
 * <p>Taking the same purchase again says the same again; what comes back of a purchase, in parts or whole, is given back once, whoever asks how often.
 */
@Component
public class ImportQuota {

    private static final String TAKE = """
            INSERT INTO import_quota AS q (tenant_id, buyer, year, limit_fen, used_fen)
            SELECT current_tenant(), :buyer, :year, :limit, :fen WHERE :fen <= :limit
            ON CONFLICT (tenant_id, buyer, year) DO UPDATE SET used_fen = q.used_fen + EXCLUDED.used_fen
            WHERE q.used_fen + EXCLUDED.used_fen <= q.limit_fen
            """;
    private static final String PURCHASE = """
            INSERT INTO import_purchase (tenant_id, purchase_no, buyer, year, fen, rules, taken_at)
            VALUES (current_tenant(), :no, :buyer, :year, :fen, :rules, :at)
            """;
    private static final String KNOWN = """
            SELECT given_back_at IS NULL FROM import_purchase WHERE tenant_id = current_tenant() AND purchase_no = ?
            """;
    private static final String HELD = """
            SELECT buyer, year, fen, given_fen FROM import_purchase WHERE tenant_id = current_tenant() AND purchase_no = ? FOR UPDATE
            """;
    private static final String GIVEN = """
            UPDATE import_purchase SET given_fen = :given, given_back_at = CASE WHEN :given = fen THEN CAST(:at AS timestamptz) END
            WHERE tenant_id = current_tenant() AND purchase_no = :no
            """;
    private static final String LESS = """
            UPDATE import_quota SET used_fen = used_fen - ? WHERE tenant_id = current_tenant() AND buyer = ? AND year = ?
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportQuota(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes a purchase out of a buyer's quota.
     *
     * @param purchaseNo our number of it
     * @param buyerId number of the buyer's paper; stored as a hash
     * @param fen value that counts
     * @param limits of the day
     * @param rules version the purchase was judged by
     * @return false when the year does not allow it, or when it was given back before
     */
    public boolean take(String purchaseNo, String buyerId, long fen, ImportLimits.Limits limits, String rules) {
        try {
            return Boolean.TRUE.equals(transaction.execute(t -> {
                var known =
                        jdbc.sql(KNOWN).param(purchaseNo).query(Boolean.class).optional();
                return known.orElseGet(() -> fresh(purchaseNo, MatchLoad.hash(buyerId), fen, limits, rules));
            }));
        } catch (DuplicateKeyException e) {
            // the same purchase at the same moment: the other one counts, ours was undone with its transaction
            return Boolean.TRUE.equals(transaction.execute(t -> jdbc.sql(KNOWN)
                    .param(purchaseNo)
                    .query(Boolean.class)
                    .optional()
                    .orElse(false)));
        }
    }

    private boolean fresh(String purchaseNo, String buyer, long fen, ImportLimits.Limits limits, String rules) {
        var now = clock.instant();
        int year = ImportLimits.year(now);
        int taken = jdbc.sql(TAKE)
                .param("buyer", buyer)
                .param("year", year)
                .param("limit", limits.yearFen())
                .param("fen", fen)
                .update();
        if (taken == 0) {
            return false;
        }
        jdbc.sql(PURCHASE)
                .param("no", purchaseNo)
                .param("buyer", buyer)
                .param("year", year)
                .param("fen", fen)
                .param("rules", rules)
                .param("at", Timestamp.from(now))
                .update();
        return true;
    }

    /** A purchase with what of it was given back. */
    private record Held(String buyer, int year, long fen, long givenFen) {}

    /** Gives the quota of a cancelled or returned purchase back; true the first time only. */
    public boolean giveBack(String purchaseNo) {
        return giveBack(purchaseNo, Long.MAX_VALUE);
    }

    /**
     * Gives back what a purchase holds above the part that stays, so that saying the same again, by whomever, changes nothing.
     *
     * @param fen what came back of it in all so far, at most the whole counts
     * @return false when so much was given back before
     */
    public boolean giveBack(String purchaseNo, long fen) {
        return Boolean.TRUE.equals(transaction.execute(t -> {
            var held = jdbc.sql(HELD).param(purchaseNo).query(Held.class).optional();
            long more = held.map(h -> Math.min(fen, h.fen()) - h.givenFen()).orElse(0L);
            if (held.isEmpty() || more <= 0) {
                return false;
            }
            jdbc.sql(GIVEN)
                    .param("given", held.get().givenFen() + more)
                    .param("at", Timestamp.from(clock.instant()))
                    .param("no", purchaseNo)
                    .update();
            jdbc.sql(LESS).params(more, held.get().buyer(), held.get().year()).update();
            return true;
        }));
    }

    /** What a buyer used in a year, in fen. */
    public long used(String buyerId, int year) {
        return Objects.requireNonNull(transaction.execute(t -> jdbc.sql(
                        "SELECT coalesce(max(used_fen), 0) FROM import_quota WHERE tenant_id = current_tenant() AND buyer = ? AND year = ?")
                .params(MatchLoad.hash(buyerId), year)
                .query(Long.class)
                .single()));
    }
}
