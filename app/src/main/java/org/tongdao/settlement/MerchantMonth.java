package org.tongdao.settlement;

import java.time.LocalDate;
import java.time.YearMonth;

/** One merchant's month, by Beijing time; each has one statement. */
public record MerchantMonth(String merchant, YearMonth month) {

    LocalDate firstDay() {
        return month.atDay(1);
    }
}
