package org.tongdao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

class LedgerTest {

    private final MemoryJournal journal = new MemoryJournal();
    private final Ledger ledger = new Ledger(Books.CHART, journal);

    @Test
    void postedEntryShowsInTheTrialBalance() {
        assertThat(ledger.post(Books.charge("1", "12.30"))).isEmpty();
        TrialBalance trial = ledger.trialBalance(Books.DAY);
        assertThat(trial.rows())
                .containsExactly(
                        new TrialBalance.Row(Books.FREIGHT, "money:CNY", 0, 1230),
                        new TrialBalance.Row(Books.RECEIVABLE, "money:CNY", 1230, 0));
        assertThat(trial.isBalanced()).isTrue();
        assertThat(trial.balance(Books.RECEIVABLE, "money:CNY")).isEqualTo(1230);
    }

    @Test
    void trialBalanceThatDoesNotCloseSaysSo() {
        var broken = new TrialBalance(List.of(new TrialBalance.Row("a", "money:CNY", 1, 0)));
        assertThat(broken.isBalanced()).isFalse();
        assertThat(broken.remainder()).containsEntry("money:CNY", 1L);
    }

    @Test
    void entriesAfterTheCutOffDoNotCountYet() {
        ledger.post(Books.charge("1", "12.30"));
        assertThat(ledger.trialBalance(Books.DAY.minusSeconds(1)).rows()).isEmpty();
    }

    @Test
    void sameEntryAgainHasNoSecondEffectButAChangedOneIsRefused() {
        ledger.post(Books.charge("1", "12.30"));
        assertThat(ledger.post(Books.charge("1", "12.30"))).isEmpty();
        assertThat(rules(ledger.post(Books.charge("1", "12.31")))).containsExactly("LEDGER-CHANGED");
        assertThat(journal.stream()).hasSize(1);
    }

    @Test
    void causeIsChargedOnceUntilTheChargeIsReversed() {
        ledger.post(Books.charge("1", "12.30").chargedFor("freight:LZ"));
        assertThat(rules(ledger.post(Books.charge("2", "12.30").chargedFor("freight:LZ"))))
                .containsExactly("CHARGE-TWICE");
        assertThat(ledger.reverse("1", "1-back", Books.DAY, "wrong weight")).isEmpty();
        assertThat(ledger.post(Books.charge("3", "10.00").chargedFor("freight:LZ")))
                .isEmpty();
        assertThat(rules(ledger.post(Books.charge("4", "10.00").chargedFor("freight:LZ"))))
                .containsExactly("CHARGE-TWICE");
        assertThat(ledger.trialBalance(Books.DAY).balance(Books.FREIGHT, "money:CNY"))
                .isEqualTo(-1000);
    }

    @Test
    void entryIsReversedOnceAndOnlyByItsMirror() {
        ledger.post(Books.charge("1", "12.30"));
        assertThat(rules(ledger.reverse("none", "x", Books.DAY, ""))).containsExactly("REVERSE-UNKNOWN");
        Entry other = Books.charge("9", "1.00");
        Entry crooked = new Entry("2", Books.DAY, "", "", other.lines(), "1");
        assertThat(rules(ledger.post(crooked))).containsExactly("REVERSE-DIFFERS");
        assertThat(ledger.reverse("1", "2", Books.DAY, "")).isEmpty();
        assertThat(rules(ledger.reverse("1", "3", Books.DAY, ""))).containsExactly("REVERSE-TWICE");
        assertThat(ledger.trialBalance(Books.DAY).rows()).allMatch(r -> r.balance() == 0);
    }

    @Test
    void unknownAccountIsRefusedAndLeavesNoTrace() {
        Entry entry = Entry.of(
                "1",
                Books.DAY,
                "",
                Line.debit("nowhere", Books.yuan("1.00")),
                Line.credit(Books.FREIGHT, Books.yuan("1.00")));
        assertThat(rules(ledger.post(entry))).containsExactly("LEDGER-ACCOUNT");
        assertThat(journal.stream()).isEmpty();
    }

    @Test
    void shelfNeverHoldsLessThanNothing() {
        assertThat(ledger.post(stock("in", Books.SHELF, Books.OUTSIDE, 5))).isEmpty();
        assertThat(ledger.post(stock("out-1", Books.OUTSIDE, Books.SHELF, 3))).isEmpty();
        List<Finding> refused = ledger.post(stock("out-2", Books.OUTSIDE, Books.SHELF, 3));
        assertThat(rules(refused)).containsExactly("LEDGER-NEGATIVE");
        assertThat(refused.get(0).maybe()).contains("-1").contains("2 is there");
        assertThat(journal.balance(Books.SHELF, "stock:SKU-1")).isEqualTo(2);
        assertThat(ledger.post(stock("out-3", Books.OUTSIDE, Books.SHELF, 2))).isEmpty();
    }

    @Test
    void journalRefusesAnIdItHas() {
        journal.append(Books.charge("1", "1.00"));
        assertThatThrownBy(() -> journal.append(Books.charge("1", "1.00"))).hasMessageContaining("1");
    }

    private static Entry stock(String id, String to, String from, long pieces) {
        Amount amount = Amount.pieces(pieces, "SKU-1");
        return Entry.of(id, Books.DAY, "", Line.debit(to, amount), Line.credit(from, amount));
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }
}
