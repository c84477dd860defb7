package org.tongdao.settlement;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Statements in the database: append only, and held whole by triggers (V140). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StatementStore {

    /** Who signed, and when. */
    record Signed(String by, Instant at) {}

    private static final String LOOSE = """
            FROM account a
            JOIN journal_line j ON j.tenant_id = a.tenant_id AND j.account = a.code
            JOIN journal_entry e ON e.tenant_id = j.tenant_id AND e.entry_id = j.entry_id
            WHERE a.tenant_id = current_tenant() AND a.merchant IS NOT NULL AND j.unit LIKE 'money:%'
              AND NOT EXISTS (SELECT FROM statement_line l WHERE l.tenant_id = j.tenant_id AND l.entry_id = j.entry_id AND l.currency = substr(j.unit, 7))
            """;
    private static final String OPEN = """
            SELECT o.merchant, to_char(o.month, 'YYYY-MM') AS month, o.currency, o.lines, o.amount_minor FROM open_month o
            WHERE o.tenant_id = current_tenant() AND o.lines > 0 AND (:merchant::text IS NULL OR o.merchant = :merchant)
              AND (:month::date IS NULL OR o.month = :month::date)
            ORDER BY o.month, o.merchant, o.currency LIMIT :most
            """;
    private static final String STAGE = """
            CREATE TEMP TABLE statement_stage ON COMMIT DROP AS
            SELECT row_number() OVER (ORDER BY min(e.effective_at), j.entry_id, j.unit)::int AS line_no, j.entry_id,
                   sum(j.debit - j.credit)::bigint AS amount_minor, substr(j.unit, 7) AS currency
            """ + LOOSE + """
              AND a.merchant = :merchant AND e.effective_at < :end
            GROUP BY j.entry_id, j.unit HAVING sum(j.debit - j.credit) <> 0
            """;
    private static final String HEAD = """
            INSERT INTO monthly_statement (tenant_id, merchant, month, number, lines, closed_at, closed_by)
            SELECT current_tenant(), :merchant, :month, 'ST-' || to_char(:month::date, 'YYYY-MM') || '-' || lpad((1 + (
                       SELECT count(*) FROM monthly_statement m WHERE m.tenant_id = current_tenant() AND m.month = :month))::text, 4, '0'),
                   count(*), :at, :by
            FROM statement_stage HAVING count(*) > 0
            """;
    private static final String LINES = """
            INSERT INTO statement_line (tenant_id, merchant, month, line_no, entry_id, amount_minor, currency)
            SELECT current_tenant(), :merchant, :month, line_no, entry_id, amount_minor, currency FROM statement_stage
            """;
    private static final String OF = " WHERE tenant_id = current_tenant() AND merchant = :merchant AND month ";

    private final JdbcClient jdbc;

    StatementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One clerk at a time: numbers of a tenant have no gaps. */
    public void lock(String merchant) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('statement ' || current_tenant(), 0)), :merchant")
                .param("merchant", merchant)
                .query((row, n) -> 0)
                .single();
    }

    public List<OpenMonth> open(@Nullable String merchant, @Nullable YearMonth month, int most) {
        return jdbc.sql(OPEN)
                .param("merchant", merchant)
                .param("month", month == null ? null : month.atDay(1))
                .param("most", most)
                .query(OpenMonth.class)
                .list();
    }

    public boolean isClosed(MerchantMonth of) {
        return any("monthly_statement" + OF + "= :month", of);
    }

    public boolean isClosedLater(MerchantMonth of) {
        return any("monthly_statement" + OF + "> :month", of);
    }

    public boolean isAccepted(MerchantMonth of) {
        return any("statement_answer" + OF + "= :month AND accepted", of);
    }

    private boolean any(String what, MerchantMonth of) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM " + what + ")")
                .param("merchant", of.merchant())
                .param("month", Date.valueOf(of.firstDay()))
                .query(Boolean.class)
                .single();
    }

    /** False when nothing moved. */
    public boolean close(MerchantMonth of, Instant end, Signed signed) {
        jdbc.sql("DROP TABLE IF EXISTS pg_temp.statement_stage").update();
        jdbc.sql(STAGE)
                .param("merchant", of.merchant())
                .param("end", Timestamp.from(end))
                .update();
        int heads = jdbc.sql(HEAD)
                .param("merchant", of.merchant())
                .param("month", Date.valueOf(of.firstDay()))
                .param("at", Timestamp.from(signed.at()))
                .param("by", signed.by())
                .update();
        if (heads == 1) {
            jdbc.sql(LINES)
                    .param("merchant", of.merchant())
                    .param("month", Date.valueOf(of.firstDay()))
                    .update();
        }
        return heads == 1;
    }

    public void answer(MerchantMonth of, StatementAnswer answer, Instant at) {
        jdbc.sql("""
                        INSERT INTO statement_answer (tenant_id, merchant, month, turn, accepted, words, actor, at)
                        SELECT current_tenant(), :merchant, :month, 1 + count(*), :accepted, :words, :actor, :at FROM statement_answer
                        """ + OF + "= :month")
                .param("merchant", of.merchant())
                .param("month", Date.valueOf(of.firstDay()))
                .param("accepted", answer.accepted())
                .param("words", answer.words().strip())
                .param("actor", answer.by())
                .param("at", Timestamp.from(at))
                .update();
    }

    public boolean hasAccount(String code) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM account WHERE tenant_id = current_tenant() AND code = ?)")
                .param(code)
                .query(Boolean.class)
                .single();
    }

    /** The account on the other side of adjustments. */
    public void openAdjustments() {
        jdbc.sql(
                        "INSERT INTO account (tenant_id, code, kind, may_be_negative) VALUES (current_tenant(), ?, 'INCOME', true)"
                                + " ON CONFLICT DO NOTHING")
                .param(Accounts.ADJUSTMENTS)
                .update();
    }
}
