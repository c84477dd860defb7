package org.tongdao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tongdao.terms.Money;

class EntryTest {

    @Test
    void entryThatDoesNotBalanceCannotBeMade() {
        assertThatThrownBy(() -> Entry.of(
                        "1",
                        Books.DAY,
                        "",
                        Line.debit(Books.RECEIVABLE, Books.yuan("10.00")),
                        Line.credit(Books.FREIGHT, Books.yuan("9.99"))))
                .hasMessageContaining("money:CNY=1");
    }

    @Test
    void currenciesBalanceEachForItself() {
        assertThatThrownBy(() -> Entry.of(
                        "1",
                        Books.DAY,
                        "",
                        Line.debit(Books.RECEIVABLE, Books.yuan("10.00")),
                        Line.credit(Books.FREIGHT, Amount.of(Money.of("10.00", "EUR")))))
                .hasMessageContaining("money:EUR=-1000");
    }

    @Test
    void moneyDoesNotBalanceStock() {
        assertThatThrownBy(() -> Entry.of(
                        "1",
                        Books.DAY,
                        "",
                        Line.debit(Books.SHELF, Amount.pieces(10, "CNY")),
                        Line.credit(Books.CASH, Books.yuan("0.10"))))
                .hasMessageContaining("stock:CNY=10");
    }

    @Test
    void lineMovesSomething() {
        assertThatThrownBy(() -> Line.debit(Books.CASH, Books.yuan("0.00"))).hasMessageContaining("Maybe");
        assertThatThrownBy(() -> Line.debit(Books.CASH, Books.yuan("-1.00"))).hasMessageContaining("Maybe");
        assertThatThrownBy(() -> Entry.of("1", Books.DAY, "")).hasMessageContaining("0 lines");
    }

    @Test
    void reversalMirrorsEveryLineAndNamesItsOriginal() {
        Entry entry = Books.charge("1", "12.30").chargedFor("freight:LZ");
        Entry back = entry.reversal("2", Books.DAY.plusSeconds(1), "wrong weight");
        assertThat(back.lines())
                .containsExactly(
                        Line.credit(Books.RECEIVABLE, Books.yuan("12.30")),
                        Line.debit(Books.FREIGHT, Books.yuan("12.30")));
        assertThat(back.reverses()).isEqualTo("1");
        assertThat(back.cause()).isEqualTo("freight:LZ");
        assertThat(back.reversal("3", Books.DAY, "").lines()).isEqualTo(entry.lines());
    }

    @Test
    void amountsKnowWhatTheyCount() {
        assertThat(Books.yuan("3.50").money()).isEqualTo(Money.of("3.50", "CNY"));
        assertThatThrownBy(() -> Amount.pieces(3, "SKU/1").money()).hasMessageContaining("SKU/1");
    }

    @Test
    void accountCodesAreChecked() {
        assertThatThrownBy(() -> Account.of("receivable//x", Account.Kind.ASSET))
                .hasMessageContaining("receivable//x");
        assertThatThrownBy(() -> Chart.of(
                        java.util.List.of(Account.of("a", Account.Kind.ASSET), Account.of("a", Account.Kind.INCOME))))
                .hasMessageContaining("two accounts");
    }
}
