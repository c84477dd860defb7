package org.tongdao.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongdao.tree.TreeStory.day;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Money;
import org.tongdao.tree.TreeStory;
import org.tongdao.tree.TreeStory.Told;

/** A month is signed off once and never changes; the merchant answers; what is put right stands in a later month. */
@OnDatabase
class StatementsIT {

    private static final MerchantMonth JANUARY = new MerchantMonth("Acme", YearMonth.of(2026, 1));
    private static final MerchantMonth FEBRUARY = new MerchantMonth("Acme", YearMonth.of(2026, 2));
    private static final Instant IN_FEBRUARY = Instant.parse("2026-02-02T01:00:00Z");
    private static final Instant IN_MARCH = Instant.parse("2026-03-02T01:00:00Z");

    @Autowired
    Statements statements;

    @Autowired
    Settlement settlement;

    @Autowired
    TreeStory story;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FreshTenant tenants;

    @Autowired
    WorldClock clock;

    private int tenant;
    private List<String> numbers = List.of();

    /** Three parcels departed on 4 January and are charged 13.75, 15.50 and 17.25. */
    @BeforeEach
    void chargedMonth() {
        tenant = tenants.create();
        clock.set(day(20));
        Told told = Tenancy.as(tenant, () -> story.whole(3));
        Tenancy.run(tenant, () -> settlement.charge(told.batch()));
        numbers = told.numbers();
    }

    @AfterEach
    void wallClock() {
        clock.release();
    }

    @Test
    void aMonthIsSignedOffOnceAndOnlyWhenItIsOver() {
        assertThat(close(JANUARY)).contains("STATEMENT-EARLY");
        clock.set(IN_FEBRUARY);
        assertThat(open()).containsExactly(new OpenMonth("Acme", "2026-01", "CNY", 3, 1375 + 1550 + 1725));
        assertThat(close(JANUARY)).isEmpty();
        assertThat(close(JANUARY)).contains("STATEMENT-CLOSED");
        assertThat(open()).isEmpty();
        assertThat(sum(JANUARY)).isEqualTo(1375 + 1550 + 1725);
        assertThat(close(new MerchantMonth("Nobody", JANUARY.month()))).contains("STATEMENT-NONE");
    }

    @Test
    void whatIsPutRightLaterStandsInALaterMonthAndTheSignedOneStays() {
        clock.set(IN_FEBRUARY);
        close(JANUARY);
        Tenancy.run(tenant, () -> settlement.reverse(numbers.get(0), "wrong weight"));
        assertThat(adjust("-2.00")).isEmpty();
        assertThat(sum(JANUARY)).isEqualTo(1375 + 1550 + 1725);
        assertThat(open()).containsExactly(new OpenMonth("Acme", "2026-02", "CNY", 2, -1375 - 200));
        clock.set(IN_MARCH);
        assertThat(close(FEBRUARY)).isEmpty();
        assertThat(open()).isEmpty();
        assertThat(sum(FEBRUARY)).isEqualTo(-1375 - 200);
        assertThat(sum(JANUARY) + sum(FEBRUARY)).isEqualTo(balance());
        assertThat(close(new MerchantMonth("Acme", YearMonth.of(2025, 12)))).contains("STATEMENT-LATER");
    }

    /** The list is kept as the journal moves; it must be what reading all of the journal would give. */
    @Test
    void openMonthsAreWhatTheJournalHoldsAndNoStatement() {
        clock.set(IN_FEBRUARY);
        Tenancy.run(tenant, () -> settlement.reverse(numbers.get(1), "not loaded"));
        assertThat(adjust("7.77")).isEmpty();
        assertThat(adjust(new Adjustment(UUID.randomUUID(), "Acme", Money.of("-1.00", "EUR"), "a coin")))
                .isEmpty();
        assertThat(open()).hasSize(3).isEqualTo(byReading());
        clock.set(IN_MARCH);
        assertThat(adjust("0.01")).isEmpty();
        assertThat(close(FEBRUARY)).isEmpty();
        assertThat(open()).hasSize(1).isEqualTo(byReading());
        assertThat(Tenancy.as(tenant, () -> statements.open("Acme", YearMonth.of(2026, 3), 100)))
                .isEqualTo(open());
        assertThat(Tenancy.as(tenant, () -> statements.open("Other", null, 100)))
                .isEmpty();
    }

    private List<OpenMonth> byReading() {
        return Tenancy.as(
                tenant,
                () -> java.util.Objects.requireNonNull(transaction.execute(
                        s -> jdbc.sql("""
                        SELECT a.merchant, to_char(e.effective_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month, substr(j.unit, 7) AS currency,
                               count(DISTINCT j.entry_id)::int AS lines, sum(j.debit - j.credit)::bigint AS amount_minor
                        FROM account a JOIN journal_line j ON j.tenant_id = a.tenant_id AND j.account = a.code
                        JOIN journal_entry e ON e.tenant_id = j.tenant_id AND e.entry_id = j.entry_id
                        WHERE a.tenant_id = current_tenant() AND a.merchant IS NOT NULL
                          AND NOT EXISTS (SELECT FROM statement_line l WHERE l.tenant_id = j.tenant_id AND l.entry_id = j.entry_id)
                        GROUP BY 1, 2, 3 ORDER BY 2, 1, 3""").query(OpenMonth.class).list())));
    }

    @Test
    void theDatabaseTakesNoOtherLineAndNoOtherAmountWhoeverWrites() {
        clock.set(IN_FEBRUARY);
        close(JANUARY);
        assertThat(adjust("5.00")).isEmpty();
        String late =
                "INSERT INTO statement_line SELECT tenant_id, 'Acme', '2026-01-01', 4, entry_id, 500, 'CNY' FROM journal_entry"
                        + " WHERE entry_id LIKE 'adjust:%' AND tenant_id = " + tenant;
        assertThatThrownBy(() -> tenants.asOwner(late + " RETURNING 1"))
                .rootCause()
                .hasMessageContaining("no other line");
        for (String bent : List.of(
                "UPDATE statement_line SET amount_minor = 1",
                "DELETE FROM statement_line",
                "DELETE FROM monthly_statement")) {
            assertThatThrownBy(() -> run(bent)).rootCause().hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> run("""
                        WITH head AS (INSERT INTO monthly_statement SELECT current_tenant(), 'Acme', '2026-02-01', 'X', 1, now(), 'x' RETURNING 1)
                        INSERT INTO statement_line SELECT current_tenant(), 'Acme', '2026-02-01', 1, entry_id, 499, 'CNY' FROM journal_entry, head
                        WHERE entry_id LIKE 'adjust:%' AND tenant_id = current_tenant()""")).rootCause().hasMessageContaining("another amount");
    }

    @Test
    void theMerchantSaysWhatIsWrongThenYesAndThatIsTheLastWord() {
        assertThat(answer(true, "")).contains("STATEMENT-OPEN");
        clock.set(IN_FEBRUARY);
        close(JANUARY);
        assertThat(answer(false, " ")).contains("STATEMENT-WORDS");
        assertThat(answer(false, "the second parcel is too heavy")).isEmpty();
        assertThat(answer(true, "")).isEmpty();
        assertThat(answer(false, "no after all")).contains("STATEMENT-ACCEPTED");
        assertThatThrownBy(() -> tenants.asOwner("INSERT INTO statement_answer VALUES (" + tenant
                        + ", 'Acme', '2026-01-01', 9, false, 'no', 'x', now()) RETURNING 1"))
                .rootCause()
                .hasMessageContaining("is accepted");
    }

    @Test
    void anAdjustmentIsPostedOnceAndNeedsAnAmountAReasonAndAnAccount() {
        var once = UUID.randomUUID();
        var asked = new Adjustment(once, "Acme", Money.of("3.10", "CNY"), "a label lost");
        assertThat(adjust(asked)).isEmpty();
        clock.set(day(21));
        assertThat(adjust(asked)).extracting(Finding::rule).containsExactly("LEDGER-CHANGED");
        assertThat(balance()).isEqualTo(1375 + 1550 + 1725 + 310);
        assertThat(adjust("0.00")).extracting(Finding::rule).containsExactly("ADJUST-AMOUNT");
        assertThat(adjust(new Adjustment(once, "Acme", Money.of("1.00", "CNY"), " ")))
                .extracting(Finding::rule)
                .containsExactly("ADJUST-REASON");
        assertThat(adjust(new Adjustment(once, "Nobody", Money.of("1.00", "CNY"), "why")))
                .extracting(Finding::rule)
                .containsExactly("ADJUST-MERCHANT");
        assertThat(Tenancy.as(tenant, settlement::trialBalance).isBalanced()).isTrue();
    }

    @Test
    void aMerchantSeesHisOwnMonthsOnly() {
        clock.set(IN_FEBRUARY);
        assertThat(Tenancy.asMerchant(tenant, "Other", this::all)).isEmpty();
        assertThat(Tenancy.asMerchant(tenant, "Acme", this::all)).hasSize(1);
        close(JANUARY);
        assertThat(Tenancy.asMerchant(tenant, "Other", () -> count("statement_line")))
                .isZero();
        assertThat(Tenancy.asMerchant(tenant, "Acme", () -> count("statement_line")))
                .isEqualTo(3);
    }

    private Optional<String> close(MerchantMonth of) {
        return Tenancy.as(tenant, () -> statements.close(of, "fin")).map(Finding::rule);
    }

    private Optional<String> answer(boolean accepted, String words) {
        return Tenancy.asMerchant(
                        tenant, "Acme", () -> statements.answer(JANUARY, new StatementAnswer(accepted, words, "shop")))
                .map(Finding::rule);
    }

    private List<Finding> adjust(String amount) {
        return adjust(new Adjustment(UUID.randomUUID(), "Acme", Money.of(amount, "CNY"), "a label lost"));
    }

    private List<Finding> adjust(Adjustment asked) {
        return Tenancy.as(tenant, () -> statements.adjust(asked));
    }

    private List<OpenMonth> open() {
        return Tenancy.as(tenant, this::all);
    }

    private List<OpenMonth> all() {
        return statements.open(null, null, 100);
    }

    private long balance() {
        return Tenancy.as(tenant, settlement::trialBalance).balance("receivable/Acme", "money:CNY");
    }

    private long sum(MerchantMonth of) {
        return tenants.asOwner("SELECT coalesce(sum(amount_minor), 0) FROM statement_line WHERE tenant_id = " + tenant
                + " AND merchant = '" + of.merchant() + "' AND month = '" + of.firstDay() + "'");
    }

    private long count(String table) {
        return java.util.Objects.requireNonNull(transaction.execute(
                s -> jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single()));
    }

    private void run(String sql) {
        Tenancy.run(
                tenant,
                () -> transaction.executeWithoutResult(s -> jdbc.sql(sql).update()));
    }
}
