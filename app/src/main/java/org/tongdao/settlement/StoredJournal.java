package org.tongdao.settlement;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.ledger.Account;
import org.tongdao.ledger.Amount;
import org.tongdao.ledger.Chart;
import org.tongdao.ledger.Entry;
import org.tongdao.ledger.Journal;
import org.tongdao.ledger.Line;
import org.tongdao.ledger.Side;
import org.tongdao.ledger.TrialBalance;

/** The journal in the database: append only, ids unique and entries balanced by constraint. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StoredJournal implements Journal {

    private static final String ENTRY = "SELECT entry_id FROM journal_entry WHERE tenant_id = current_tenant() AND ";
    private static final String LINES = "SELECT account, debit, credit, unit FROM journal_line"
            + " WHERE tenant_id = current_tenant() AND entry_id = ? ORDER BY line_no";

    private final JdbcClient jdbc;

    StoredJournal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The accounts there are. */
    public Chart chart() {
        return Chart.of(jdbc.sql("SELECT code, kind, may_be_negative FROM account WHERE tenant_id = current_tenant()")
                .query((row, n) -> new Account(
                        row.getString("code"),
                        Account.Kind.valueOf(row.getString("kind")),
                        row.getBoolean("may_be_negative")))
                .list());
    }

    public TrialBalance trialBalance() {
        return new TrialBalance(jdbc.sql("""
                SELECT account, unit, sum(debit)::bigint AS debit, sum(credit)::bigint AS credit FROM journal_line
                WHERE tenant_id = current_tenant() GROUP BY account, unit ORDER BY account COLLATE "C", unit COLLATE "C"
                """).query(TrialBalance.Row.class).list());
    }

    @Override
    public Optional<Entry> find(String id) {
        return jdbc.sql(
                        "SELECT entry_id, effective_at, cause, note, coalesce(reverses, '') AS reverses FROM journal_entry"
                                + " WHERE tenant_id = current_tenant() AND entry_id = ?")
                .param(id)
                .query((row, n) -> new Entry(
                        row.getString("entry_id"),
                        row.getTimestamp("effective_at").toInstant(),
                        row.getString("cause"),
                        row.getString("note"),
                        lines(row.getString("entry_id")),
                        row.getString("reverses")))
                .optional();
    }

    @Override
    public List<Entry> listByCause(String cause) {
        return found(jdbc.sql(ENTRY + "cause = ? ORDER BY effective_at, entry_id")
                .param(cause)
                .query(String.class)
                .list());
    }

    @Override
    public boolean isReversed(String id) {
        return jdbc.sql(ENTRY + "reverses = ?")
                .param(id)
                .query(String.class)
                .optional()
                .isPresent();
    }

    @Override
    public void append(Entry entry) {
        jdbc.sql("""
                INSERT INTO journal_entry (tenant_id, entry_id, effective_at, cause, turn, reverses, note)
                SELECT current_tenant(), :id, :at, :cause, 1 + count(*), nullif(:reverses, ''), :note
                FROM journal_entry e WHERE e.tenant_id = current_tenant() AND e.cause = :cause AND e.cause <> '' AND e.reverses IS NOT NULL
                """)
                .param("id", entry.id())
                .param("at", Timestamp.from(entry.effectiveAt()))
                .param("cause", entry.cause())
                .param("reverses", entry.reverses())
                .param("note", entry.text())
                .update();
        appendLines(entry);
    }

    @Override
    public Stream<Entry> stream() {
        return found(jdbc.sql(ENTRY + "true ORDER BY effective_at, entry_id")
                        .query(String.class)
                        .list())
                .stream();
    }

    @Override
    public long balance(String account, String unit) {
        return jdbc.sql("SELECT coalesce(sum(debit - credit), 0)::bigint FROM journal_line"
                        + " WHERE tenant_id = current_tenant() AND account = ? AND unit = ?")
                .params(account, unit)
                .query(Long.class)
                .single();
    }

    /** All lines in one statement: the database checks the balance of what a statement brings. */
    private void appendLines(Entry entry) {
        List<Object> values = new ArrayList<>();
        var rows = new StringBuilder();
        for (int i = 0; i < entry.lines().size(); i++) {
            Line line = entry.lines().get(i);
            boolean debit = line.side() == Side.DEBIT;
            rows.append(i == 0 ? "" : ", ").append("(current_tenant(), ?, ?, ?, ?, ?, ?)");
            values.addAll(List.of(
                    entry.id(),
                    i + 1,
                    line.account(),
                    debit ? line.amount().quantity() : 0L,
                    debit ? 0L : line.amount().quantity(),
                    line.amount().unit()));
        }
        jdbc.sql("INSERT INTO journal_line (tenant_id, entry_id, line_no, account, debit, credit, unit) VALUES " + rows)
                .params(values)
                .update();
    }

    private List<Entry> found(List<String> ids) {
        return ids.stream().flatMap(id -> find(id).stream()).toList();
    }

    private List<Line> lines(String id) {
        return jdbc.sql(LINES)
                .param(id)
                .query((row, n) -> {
                    long debit = row.getLong("debit");
                    String unit = row.getString("unit");
                    return debit > 0
                            ? Line.debit(row.getString("account"), new Amount(debit, unit))
                            : Line.credit(row.getString("account"), new Amount(row.getLong("credit"), unit));
                })
                .list();
    }
}
