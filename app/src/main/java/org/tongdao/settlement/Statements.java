package org.tongdao.settlement;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.ledger.Amount;
import org.tongdao.ledger.Entry;
import org.tongdao.ledger.Ledger;
import org.tongdao.ledger.Line;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Money;
import org.tongdao.terms.Place;

/**
 * Monthly statements: a month that is over is signed off once and never changes; the merchant accepts it or says what is wrong; what is put right is a
 * line of a later month. The database holds all of it whoever writes.
 */
@Component
@Transactional
public class Statements {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final long MOST_MINOR = 100_000_000_00L;
    private static final int LONGEST = 500;

    private final StatementStore store;
    private final StoredJournal journal;
    private final Clock clock;

    Statements(StatementStore store, StoredJournal journal, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    /** Months with movements that stand in no statement yet, the oldest first, at most so many; null asks for all. A merchant's transaction sees his own. */
    @Transactional(readOnly = true)
    public List<OpenMonth> open(@Nullable String merchant, @Nullable YearMonth month, int most) {
        return store.open(merchant, month, most);
    }

    /** Whether this month has ended, so that it can be signed off. */
    public boolean isOver(MerchantMonth of) {
        return !clock.instant().isBefore(end(of));
    }

    /** Signs a month off: every movement up to its end that stands in no statement yet. Returns why it could not, empty when done. */
    public Optional<Finding> close(MerchantMonth of, String by) {
        store.lock(of.merchant());
        if (!isOver(of)) {
            return refuse("STATEMENT-EARLY", of, "Wait until the month is over: what departs in it belongs to it.");
        }
        if (store.isClosed(of)) {
            return refuse("STATEMENT-CLOSED", of, "It never changes. Post an adjustment: it stands in a later month.");
        }
        if (store.isClosedLater(of)) {
            return refuse("STATEMENT-LATER", of, "A later month is signed off and holds what was left of this one.");
        }
        return store.close(of, end(of), new StatementStore.Signed(by, clock.instant()))
                ? Optional.empty()
                : refuse("STATEMENT-NONE", of, "Nothing moved on the account of this merchant.");
    }

    /** The merchant's answer to a signed statement; no needs words. Returns why it was not taken, empty when it was. */
    public Optional<Finding> answer(MerchantMonth of, StatementAnswer answer) {
        store.lock(of.merchant());
        if (!store.isClosed(of)) {
            return refuse("STATEMENT-OPEN", of, "It is answered when it is signed off.");
        }
        if (store.isAccepted(of)) {
            return refuse("STATEMENT-ACCEPTED", of, "What was accepted stands. Ask for an adjustment.");
        }
        if (!answer.accepted() && answer.words().isBlank() || answer.words().length() > LONGEST) {
            return refuse("STATEMENT-WORDS", of, "Say in up to " + LONGEST + " letters what is wrong.");
        }
        store.answer(of, answer, clock.instant());
        return Optional.empty();
    }

    /** Posts what a merchant owes more or less. Returns why it could not, empty when it stands. */
    public List<Finding> adjust(Adjustment asked) {
        var account = Accounts.receivable(asked.merchant());
        long minor = asked.amount().minor();
        if (minor == 0 || Math.abs(minor) > MOST_MINOR) {
            return List.of(fault("ADJUST-AMOUNT", asked.amount().toString(), "An amount that is not zero."));
        }
        if (asked.reason().isBlank() || asked.reason().length() > LONGEST) {
            return List.of(fault("ADJUST-REASON", asked.reason(), "Say in up to " + LONGEST + " letters why."));
        }
        if (!store.hasAccount(account)) {
            return List.of(fault("ADJUST-MERCHANT", asked.merchant(), "Nothing was charged to this merchant yet."));
        }
        store.openAdjustments();
        var amount = Amount.of(new Money(Math.abs(minor), asked.amount().currency()));
        String from = minor > 0 ? account : Accounts.ADJUSTMENTS;
        String to = minor > 0 ? Accounts.ADJUSTMENTS : account;
        var entry = Entry.of(
                "adjust:" + asked.once(),
                clock.instant(),
                asked.reason().strip(),
                Line.debit(from, amount),
                Line.credit(to, amount));
        return new Ledger(journal.chart(), journal).post(entry);
    }

    private static Instant end(MerchantMonth of) {
        return of.month().plusMonths(1).atDay(1).atStartOfDay(BEIJING).toInstant();
    }

    private static Optional<Finding> refuse(String rule, MerchantMonth of, String maybe) {
        return Optional.of(fault(rule, of.merchant() + " " + of.month(), maybe));
    }

    private static Finding fault(String rule, String value, String maybe) {
        return Finding.error(rule, Place.of("statement"), value, maybe);
    }
}
