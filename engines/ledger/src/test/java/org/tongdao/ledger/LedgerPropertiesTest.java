package org.tongdao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongdao.terms.Dice;
import org.tongdao.terms.Money;

/** I-24 and I-25 under random books: 300 commands a seed, good and bad ones mixed. */
class LedgerPropertiesTest {

    private static final String[] ACCOUNTS = {Books.RECEIVABLE, Books.FREIGHT, Books.CASH, Books.SHELF, Books.OUTSIDE};
    private static final String[] UNITS = {"money:CNY", "money:EUR", "stock:SKU-1"};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyBookClosesAtZeroAndChargesOnce(long seed) {
        var journal = new MemoryJournal();
        var ledger = new Ledger(Books.CHART, journal);
        SplittableRandom dice = Dice.of(seed, "books");
        for (int i = 0; i < 300; i++) {
            if (dice.nextInt(4) == 0) {
                ledger.reverse("e" + dice.nextInt(i + 1), "r" + i, Books.DAY.plusSeconds(i), "back");
            } else {
                ledger.post(randomEntry("e" + i, dice));
            }
            assertThat(ledger.trialBalance(Books.DAY.plusSeconds(1000)).isBalanced())
                    .isTrue();
        }
        assertChargedOnce(journal);
        assertNothingBelowZero(ledger.trialBalance(Books.DAY.plusSeconds(1000)));
        assertThat(journal.stream().filter(Entry::isReversal)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void allocationOverLinesSumsExactlyToTheTotal(long seed) {
        SplittableRandom dice = Dice.of(seed, "allocation");
        for (int i = 0; i < 200; i++) {
            Money total = new Money(
                    dice.nextLong(1, 1_000_000), Money.of("0.00", "CNY").currency());
            long[] weights = dice.longs(1 + dice.nextInt(9), 1, 1000).toArray();
            Money sum = Stream.of(total.allocate(weights)).reduce(Money.zero(total.currency()), Money::plus);
            assertThat(sum).isEqualTo(total);
        }
    }

    private static Entry randomEntry(String id, SplittableRandom dice) {
        var amount = new Amount(dice.nextLong(1, 100), UNITS[dice.nextInt(UNITS.length)]);
        String to = ACCOUNTS[dice.nextInt(ACCOUNTS.length)];
        String from = ACCOUNTS[dice.nextInt(ACCOUNTS.length)];
        Entry entry = Entry.of(id, Books.DAY, "", Line.debit(to, amount), Line.credit(from, amount));
        return dice.nextBoolean() ? entry : entry.chargedFor("cause" + dice.nextInt(20));
    }

    private static void assertChargedOnce(MemoryJournal journal) {
        Map<String, Integer> standing = new HashMap<>();
        List<Entry> entries = journal.stream().toList();
        entries.stream()
                .filter(e -> !e.cause().isEmpty() && !e.isReversal() && !journal.isReversed(e.id()))
                .forEach(e -> standing.merge(e.cause(), 1, Integer::sum));
        assertThat(standing.values()).isNotEmpty().allMatch(count -> count == 1);
    }

    private static void assertNothingBelowZero(TrialBalance trial) {
        for (String unit : UNITS) {
            assertThat(trial.balance(Books.SHELF, unit)).isNotNegative();
            assertThat(trial.balance(Books.CASH, unit)).isNotNegative();
        }
    }
}
