package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

/** Published rates of the euro become our dated table. */
class EuroRateImportTest {

    private static final String HISTORY = """
            Date,USD,CNY,RUB,
            2026-11-27,1.16,8.00,N/A,
            2026-11-18,1.25,8,N/A,
            2026-11-17,1.20,7.9,N/A,
            2026-10-20,1.10,7.5,N/A,
            2026-10-02,1.05,7.4,N/A,
            """;

    private static EuroRateImport.Imported read(String table, EuroRateImport.Rhythm rhythm) {
        return EuroRateImport.read("hist.csv", new StringReader(table), rhythm);
    }

    @Test
    void aMonthCountsByTheLastWednesdayButOneOfTheMonthBefore() {
        var months = read(HISTORY, EuroRateImport.Rhythm.MONTH);
        assertThat(months.findings()).isEmpty();
        assertThat(months.table())
                .startsWith("currency,valid_from,eur,mark\n")
                .contains("USD,2026-12-01,0.8,[S] hist.csv\n", "CNY,2026-12-01,0.125,[S] hist.csv\n")
                .as("no rate on 21 October: the one of the day before")
                .contains("USD,2026-11-01,0.9090909,[S] hist.csv\n")
                .doesNotContain("RUB");
        assertThat(months.rows()).isEqualTo(4);
    }

    @Test
    void aMonthWhoseDayIsNotThereYetHasNoRate() {
        var early = read("Date,USD\n2026-11-17,1.20\n2026-11-16,1.20\n", EuroRateImport.Rhythm.MONTH);
        assertThat(early.rows()).isZero();
        assertThat(early.findings()).extracting(Finding::rule).containsExactly("EURO-NO-MONTH");
        assertThat(early.findings().get(0).maybe()).contains("2026-11-18", "--daily");
    }

    @Test
    void byTheDayEachRateHoldsFromItsOwn() {
        var days = read(HISTORY, EuroRateImport.Rhythm.DAY);
        assertThat(days.rows()).isEqualTo(10);
        assertThat(days.table()).contains("USD,2026-11-18,0.8,", "CNY,2026-10-02,0.1351351,");
    }

    @Test
    void whatCannotBeUsedIsAFindingAndTheOthersGoOn() {
        var bad = read(
                "Date,USD,CNY\n2026-11-18,0,8\n18/11/2026,1,1\n2026-11-18,1,1\n2026-11-17,1.2,-3\n2026-11-16,x,99999999\n",
                EuroRateImport.Rhythm.DAY);
        assertThat(bad.findings())
                .extracting(Finding::rule)
                .containsExactly("EURO-NUMBER", "EURO-DAY", "EURO-TWICE", "EURO-NUMBER", "EURO-NUMBER", "EURO-NUMBER");
        assertThat(bad.rows()).isEqualTo(2);
        assertThat(read("Day,USD\n2026-11-18,1\n", EuroRateImport.Rhythm.DAY).findings())
                .extracting(Finding::rule)
                .containsExactly("EURO-COLUMN");
        assertThat(read("", EuroRateImport.Rhythm.DAY).findings()).hasSize(1);
    }
}
