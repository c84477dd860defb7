package org.tongdao.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tongdao.terms.Money;

/** A small chart and a small price list. */
final class Books {

    static final String RECEIVABLE = "receivable/acme";
    static final String FREIGHT = "income/freight";
    static final String CASH = "cash";
    static final String SHELF = "shelf/ALA";
    static final String OUTSIDE = "outside";
    static final Instant DAY = Instant.parse("2026-11-01T00:00:00Z");

    static final Chart CHART = Chart.of(List.of(
            Account.of(RECEIVABLE, Account.Kind.ASSET),
            Account.of(FREIGHT, Account.Kind.INCOME),
            Account.neverNegative(CASH, Account.Kind.ASSET),
            Account.neverNegative(SHELF, Account.Kind.ASSET),
            Account.of(OUTSIDE, Account.Kind.EQUITY)));

    private Books() {}

    static Amount yuan(String amount) {
        return Amount.of(Money.of(amount, "CNY"));
    }

    static Entry charge(String id, String amount) {
        return Entry.of(id, DAY, "freight", Line.debit(RECEIVABLE, yuan(amount)), Line.credit(FREIGHT, yuan(amount)));
    }

    static Tariff tariff(String version, String from, String to) {
        return new Tariff(
                "ALA",
                version,
                LocalDate.parse(from),
                LocalDate.parse(to),
                Money.of("6.00", "CNY"),
                Money.of("18.50", "CNY"),
                Money.of("9.00", "CNY"),
                100,
                6000,
                "typical");
    }
}
