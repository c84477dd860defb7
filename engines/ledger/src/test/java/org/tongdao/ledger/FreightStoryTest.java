package org.tongdao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Grams;
import org.tongdao.terms.Money;

/** A month of a small consolidator, entry by entry: freight charged, a wrong weight mended, money received, goods sold from the shelf. */
class FreightStoryTest {

    private static final String PARCEL = "LZ473124829CN";

    private final MemoryJournal journal = new MemoryJournal();
    private final Ledger ledger = new Ledger(Books.CHART, journal);
    private final TariffBook tariffs = TariffBook.of(List.of(
            Books.tariff("2026-1", "2026-01-01", "2026-07-01"), Books.tariff("2026-2", "2026-07-01", "2027-01-01")));

    @Test
    void monthEndsWithBooksThatCloseAtZero() {
        // 1 the parcel departs and is charged by the tariff of its day
        Price first = price(1_200);
        assertThat(first.total()).isEqualTo(Money.of("28.20", "CNY"));
        assertThat(ledger.post(charge("freight-1", first))).isEmpty();

        // 2 charging it again is refused, telling it again has no effect
        assertThat(rules(ledger.post(charge("freight-1b", first)))).containsExactly("CHARGE-TWICE");
        assertThat(ledger.post(charge("freight-1", first))).isEmpty();

        // 3 the scale was wrong: the charge is taken back and made anew
        assertThat(ledger.reverse("freight-1", "freight-1-back", day(3), "weighed anew"))
                .isEmpty();
        Price second = price(1_000);
        assertThat(ledger.post(charge("freight-2", second))).isEmpty();
        assertThat(balance(Books.RECEIVABLE)).isEqualTo(2_450);

        // 4 the merchant pays; more than is in the till cannot go out of it
        assertThat(ledger.post(move("paid", Books.CASH, Books.RECEIVABLE, second.total())))
                .isEmpty();
        Money tooMuch = second.total().plus(Money.of("0.01", "CNY"));
        assertThat(rules(ledger.post(move("out", Books.OUTSIDE, Books.CASH, tooMuch))))
                .containsExactly("LEDGER-NEGATIVE");
        assertThat(balance(Books.RECEIVABLE)).isZero();

        // 5 goods move through the shelf in the same books
        Amount pieces = Amount.pieces(5, "SKU-1/LOT-7");
        ledger.post(Entry.of("in", day(5), "", Line.debit(Books.SHELF, pieces), Line.credit(Books.OUTSIDE, pieces)));
        Amount sold = Amount.pieces(2, "SKU-1/LOT-7");
        ledger.post(Entry.of("sold", day(6), "", Line.debit(Books.OUTSIDE, sold), Line.credit(Books.SHELF, sold)));

        TrialBalance trial = ledger.trialBalance(day(30));
        assertThat(trial.isBalanced()).isTrue();
        assertThat(trial.remainder()).containsOnlyKeys("money:CNY", "stock:SKU-1/LOT-7");
        assertThat(trial.balance(Books.SHELF, "stock:SKU-1/LOT-7")).isEqualTo(3);
        assertThat(trial.balance(Books.FREIGHT, "money:CNY")).isEqualTo(-2_450);
        assertThat(trial.balance(Books.CASH, "money:CNY")).isEqualTo(2_450);
    }

    @Test
    void oldChargesStayExplainableAfterTheTariffChanged() {
        Price then = price(1_200);
        Tariff stored = tariffs.list().stream()
                .filter(t -> t.version().equals(then.tariffVersion()))
                .findFirst()
                .orElseThrow();
        assertThat(stored.price(shipment(1_200))).isEqualTo(then);
        assertThat(tariffs.find("ALA", LocalDate.parse("2026-12-24")))
                .map(Tariff::version)
                .contains("2026-2");
    }

    @Test
    void invoiceIsTheSumOfItsChargesToTheCent() {
        List<Price> prices = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            Price price = price(137L * i);
            prices.add(price);
            assertThat(ledger.post(charge("freight-" + i, "parcel-" + i, price)))
                    .isEmpty();
        }
        long invoice = prices.stream().mapToLong(p -> p.total().minor()).sum();
        assertThat(balance(Books.RECEIVABLE)).isEqualTo(invoice);
        assertThat(ledger.reverse("freight-7", "back-7", day(9), "lost")).isEmpty();
        assertThat(balance(Books.RECEIVABLE))
                .isEqualTo(invoice - prices.get(6).total().minor());
    }

    private Price price(long grams) {
        return tariffs.find("ALA", LocalDate.parse("2026-06-30")).orElseThrow().price(shipment(grams));
    }

    private static Shipment shipment(long grams) {
        return new Shipment("ALA", new Grams(grams), 3_000_000);
    }

    private static Entry charge(String id, Price price) {
        return charge(id, PARCEL, price);
    }

    private static Entry charge(String id, String parcel, Price price) {
        return move(id, Books.RECEIVABLE, Books.FREIGHT, price.total()).chargedFor("freight:" + parcel);
    }

    private static Entry move(String id, String to, String from, Money money) {
        return Entry.of(id, day(2), "", Line.debit(to, Amount.of(money)), Line.credit(from, Amount.of(money)));
    }

    private long balance(String account) {
        return ledger.trialBalance(day(30)).balance(account, "money:CNY");
    }

    private static Instant day(int day) {
        return Books.DAY.plusSeconds(86_400L * day);
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }
}
