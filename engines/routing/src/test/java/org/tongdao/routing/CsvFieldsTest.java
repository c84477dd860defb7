package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongdao.terms.Finding;

/** Cells as people write them: what can be read is read, the rest is told where it stands, and the row is known to be bad. */
class CsvFieldsTest {

    private final List<Finding> findings = new ArrayList<>();

    private CsvFields row(String value) {
        return CsvFields.all("f.csv", CsvRows.of("c,d\n\"" + value + "\",x\n"), findings)
                .get(0);
    }

    private <T> ObjectAssert<T> good(String value, Function<CsvFields, T> reading) {
        var row = row(value);
        var read = reading.apply(row);
        assertThat(findings).isEmpty();
        assertThat(row.bad()).isFalse();
        return assertThatObject(read);
    }

    private void told(String value, String rule, Function<CsvFields, ?> reading) {
        findings.clear();
        var row = row(value);
        assertThat(reading.apply(row)).as("a stand-in").isNotNull();
        assertThat(row.bad()).as(value).isTrue();
        assertThat(findings).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo(rule);
            assertThat(f.place().toString()).isEqualTo("f.csv:2 [c]");
            assertThat(f.value()).isEqualTo(value);
            assertThat(f.maybe()).startsWith("Maybe: ").hasSizeGreaterThan(10);
        });
    }

    @ParameterizedTest
    @CsvSource({"0:00, 0", "0:59, 59", "1:05, 65", "24, 1440", "72:00, 4320", "9600:00, 576000", "'', -7"})
    void spansAreHoursOrHoursAndMinutes(String text, int minutes) {
        good(text, r -> r.minutes("c", -7)).isEqualTo(minutes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:60", "1:-5", "-1:00", "9600:01", "1h", "1:2:3", ":30", "1:", "99999999999"})
    void spansThatAreNoneAreTold(String text) {
        told(text, "NET-NUMBER", r -> r.minutes("c", 0));
    }

    @Test
    void aSpreadIsThreeSpansThatRise() {
        good("0:00/1:30/6", r -> r.triangle("c")).isEqualTo(new Triangle(0, 90, 360));
        good("", r -> r.triangle("c")).isEqualTo(Triangle.NONE);
        for (var wrong : List.of("1:00", "0/1", "0/1/2/3", "3/2/1", "0/x/2", "2/1/3")) {
            told(wrong, "NET-NUMBER", r -> r.triangle("c"));
        }
    }

    @Test
    void amountsAreCentsAndNeitherNegativeNorWithoutEnd() {
        good("12.345", r -> r.amount("c")).isEqualTo(1_235);
        good("1000000", r -> r.amount("c")).isEqualTo(100_000_000);
        good("", r -> r.amount("c")).isEqualTo(0);
        for (var wrong : List.of("-0.01", "1000000.01", "NaN", "Infinity", "1,5", "free")) {
            told(wrong, "NET-NUMBER", r -> r.amount("c"));
        }
    }

    @Test
    void wholeNumbersAreWhole() {
        good("40", r -> r.whole("c", 3)).isEqualTo(40);
        good("", r -> r.whole("c", 3)).isEqualTo(3);
        for (var wrong : List.of("-1", "1.5", "2000000000", "4o", "99999999999")) {
            told(wrong, "NET-NUMBER", r -> r.whole("c", 0));
        }
    }

    @Test
    void decimalsKeepTheirBoundsWhichAreNamed() {
        good("-90", r -> r.decimal("c", 0, -90, 90)).isEqualTo(-90.0);
        told("90.1", "NET-NUMBER", r -> r.decimal("c", 0, -90, 90));
        assertThat(findings.get(0).maybe()).contains("-90.0 to 90.0");
    }

    @Test
    void daysTimesAndZonesAreThoseOfTheCalendar() {
        good("2028-02-29", r -> r.date("c", LocalDate.MIN)).isEqualTo(LocalDate.of(2028, 2, 29));
        told("2027-02-29", "NET-NUMBER", r -> r.date("c", LocalDate.MIN));
        told("29.02.2028", "NET-NUMBER", r -> r.date("c", LocalDate.MIN));
        findings.clear();
        good("08:00|20:30", r -> r.times("c")).isEqualTo(List.of(LocalTime.of(8, 0), LocalTime.of(20, 30)));
        told("8:00", "NET-NUMBER", r -> r.times("c"));
        told("24:30", "NET-NUMBER", r -> r.times("c"));
        findings.clear();
        good("Asia/Almaty", r -> r.zone("c")).isEqualTo(ZoneId.of("Asia/Almaty"));
        told("Asia/Atlantis", "NET-NUMBER", r -> r.zone("c"));
    }

    @Test
    void weekdaysAreDigitsFromMonday() {
        good("17", r -> r.weekdays("c")).isEqualTo(Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY));
        for (var wrong : List.of("8", "0", "Mo", "1-5")) {
            told(wrong, "NET-NUMBER", r -> r.weekdays("c"));
        }
    }

    @Test
    void hoursThatCannotBeAreTold() {
        good("12345 09:00-17:00", r -> r.hours("c")).isEqualTo(OpeningHours.parse("12345 09:00-17:00"));
        for (var wrong : List.of("always", "12345 17:00-09:00", "9 09:00-17:00", "1 9-17")) {
            told(wrong, "NET-NUMBER", r -> r.hours("c"));
        }
    }

    @Test
    void ofSeveralWordsEachThatIsNotKnownIsToldAlone() {
        var row = row("reefer|gold|dangerous|silver");
        var known = Set.of("reefer", "dangerous");
        row.words("c", known::contains, "one of them");
        assertThat(findings).extracting(Finding::value).containsExactly("gold", "silver");
        assertThat(findings).extracting(Finding::rule).containsOnly("NET-WORD");
        assertThat(row.bad()).isTrue();
        findings.clear();
        good("", r -> r.words("c", known::contains, "")).isEqualTo(Set.of());
    }

    @Test
    void aCellThatMustBeFilledIsToldWhenItIsEmptyAndOnlyOnce() {
        told("", "NET-MISSING", r -> r.word("NET-MODE", "c", "rail"::equals, "rail"));
        told("camel", "NET-MODE", r -> r.word("NET-MODE", "c", "rail"::equals, "rail"));
        findings.clear();
        good("rail", r -> r.word("NET-MODE", "c", "rail"::equals, "rail")).isEqualTo("rail");
    }

    @Test
    void aRowOfTooFewFieldsIsBadFromTheBeginning() {
        var rows = CsvFields.all("f.csv", CsvRows.of("c,d\n1\n1,2\n1,2,3\n"), findings);
        assertThat(rows).extracting(CsvFields::bad).containsExactly(true, false, true);
        assertThat(rows).extracting(CsvFields::line).containsExactly(2, 3, 4);
        rows.get(1).drop();
        assertThat(rows.get(1).bad()).isTrue();
    }
}
