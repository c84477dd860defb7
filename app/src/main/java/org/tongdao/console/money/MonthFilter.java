package org.tongdao.console.money;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongdao.console.frame.Address;

/**
 * Which statements are shown; the filter is the address of the page.
 *
 * @param after {@code 2026-01~Acme}: the list of signed ones goes on below this one
 */
record MonthFilter(
        @Nullable String merchant,
        @Nullable YearMonth month,
        @Nullable String after) {

    /** Where a page begins. */
    record Key(LocalDate month, String merchant) {}

    @Nullable
    String whose() {
        return BillFilter.given(merchant);
    }

    @Nullable
    LocalDate firstDay() {
        return month == null ? null : month.atDay(1);
    }

    /** Empty on the first page, and where the address was bent. */
    Optional<Key> key() {
        return Optional.ofNullable(after)
                .filter(a -> a.matches("20\\d\\d-(0[1-9]|1[0-2])~.+"))
                .map(a -> a.split("~", 2))
                .map(a -> new Key(YearMonth.parse(a[0]).atDay(1), a[1]));
    }

    /** The page that begins below this statement. */
    String below(MonthReader.Signed last) {
        return Address.of("/bills/months")
                .with("merchant", whose())
                .with("month", month)
                .with("after", last.monthName() + "~" + last.merchant())
                .toString();
    }
}
