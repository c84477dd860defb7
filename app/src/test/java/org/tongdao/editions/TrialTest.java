package org.tongdao.editions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

/** What a dry run says of a list: findings with line, column and value, and the differences row by row. */
class TrialTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-29");
    private static final String HEAD = "hs,valid_from,valid_to,duty,mark\n";
    private static final String NOW = HEAD + "3304,2019-04-01,,5,a\n3303,2019-04-01,,3,b\n0901,2019-04-01,,8,c\n";

    private static final EditableList RATES = new EditableList(
            "rates.csv",
            List.of("hs", "valid_from"),
            List.of(
                    Column.shaped("hs", "[0-9]{4}", "3304"),
                    Column.day("valid_from"),
                    Column.end("valid_to"),
                    Column.filled("duty"),
                    Column.text("mark")),
            TrialTest::read);

    /** A reader as the work has them: it throws at the first row it cannot read, and at two rows of a code that both count today. */
    private static List<String> read(Edition edition) {
        var table = ListTable.of(edition.text());
        var open = new java.util.ArrayList<String>();
        for (var row : table.rows()) {
            new BigDecimal(table.cell(row, "duty"));
            if (table.cell(row, "valid_to").isEmpty()) {
                if (open.contains(table.cell(row, "hs"))) {
                    throw new IllegalArgumentException("two rates of " + table.cell(row, "hs"));
                }
                open.add(table.cell(row, "hs"));
            }
        }
        return open;
    }

    private static Trial tried(String text) {
        return Trial.of(RATES, new Edition("rates.csv", 4, NOW), text, TODAY);
    }

    private static List<String> told(Trial trial) {
        return trial.findings().stream()
                .map(f -> f.rule() + " " + f.place().line() + " " + f.place().column() + " " + f.value())
                .toList();
    }

    @Test
    void goodBadAndDoubleRowsAreToldByLineColumnAndValue() {
        var trial = tried(HEAD
                + "3304,2019-04-01,,5,a\n33,2019-04-01,,3,b\n0901,01.04.2019,,8,c\n0902,2019-04-01,2018-01-01,8,c\n"
                + "0903,2019-04-01,,,c\n3304,2019-04-01,,6,again\n0904,2019-04-01,,5\n");
        assertThat(told(trial))
                .containsExactly(
                        "LIST-SHAPE 3 hs 33",
                        "LIST-DAY 4 valid_from 01.04.2019",
                        "LIST-SPAN 5 valid_to 2018-01-01",
                        "LIST-EMPTY 6 duty ",
                        "LIST-TWICE 7 hs+valid_from 3304 · 2019-04-01",
                        "LIST-CELLS 8  4",
                        "LIST-GONE 0  3303 · 2019-04-01",
                        "LIST-GONE 0  0901 · 2019-04-01");
        assertThat(trial.isSound()).isFalse();
    }

    @Test
    void whatOnlyTheReaderSeesIsToldWithItsLineAndTheRowsAfterItAreReadAll() {
        var trial = tried(NOW + "0902,2020-01-01,,five,x\n3304,2020-01-01,,6,x\n0905,2020-01-01,,six,x\n");
        assertThat(told(trial).subList(0, 3))
                .containsExactly(
                        "LIST-READER 5  0902,2020-01-01,,five,x",
                        "LIST-READER 6  3304,2020-01-01,,6,x",
                        "LIST-READER 7  0905,2020-01-01,,six,x");
        assertThat(trial.findings()).extracting(Finding::maybe).contains("two rates of 3304");
    }

    @Test
    void differencesSayWhatIsAddedChangedEndedAndLeftOutAndFromWhichDay() {
        var trial = tried(HEAD + "3304,2019-04-01,2027-01-01,5,a\n3304,2027-01-01,,6,a\n3303,2019-04-01,,4,b\n");
        assertThat(trial.differences())
                .extracting(d -> d.kind() + " " + d.key() + " from " + d.from())
                .containsExactly(
                        "ENDED 3304 · 2019-04-01 from 2027-01-01",
                        "ADDED 3304 · 2027-01-01 from 2027-01-01",
                        "CHANGED 3303 · 2019-04-01 from 2019-04-01",
                        "GONE 0901 · 2019-04-01 from ");
        assertThat(trial.differences().get(2).cells()).containsExactly(new Difference.Cell("duty", "3", "4"));
        assertThat(trial.isSound())
                .as("what passed is warned of, not forbidden")
                .isTrue();
        assertThat(trial.findings()).extracting(Finding::rule).containsExactly("LIST-PAST", "LIST-GONE");
    }

    @Test
    void aFileFromASpreadsheetIsKeptWithoutItsMarkAndItsLineEnds() {
        var trial =
                tried("\uFEFF" + NOW.replace("\n", "\r\n") + "0902,2020-01-01,,\"5\",\"with \"\"quotes\"\"\"\r\n\r\n");
        assertThat(trial.findings()).isEmpty();
        assertThat(trial.text()).isEqualTo(NOW + "0902,2020-01-01,,\"5\",\"with \"\"quotes\"\"\"\n");
        assertThat(trial.rows()).isEqualTo(4);
    }

    @Test
    void whatIsNoListAtAllIsRefusedWithOneSentence() {
        assertThat(told(tried(""))).hasSize(5).allMatch(f -> f.startsWith("LIST-COLUMN 1 "));
        assertThat(told(tried(HEAD))).containsExactly("LIST-NO-ROWS 0  ");
        assertThat(told(tried(HEAD + "\uFFFD\uFFFD,2019-04-01,,5,a\n"))).containsExactly("LIST-ENCODING 0  ");
        assertThat(told(tried(NOW.replace("duty", "toll"))))
                .containsExactly(
                        "LIST-COLUMN 1 duty hs,valid_from,valid_to,toll,mark", "LIST-COLUMN-UNKNOWN 1 toll toll");
        assertThat(told(tried(NOW))).containsExactly("LIST-SAME 0  ");
        assertThat(told(tried("x".repeat(1_000_000)))).containsExactly("LIST-LARGE 0  1000001");
    }

    @Test
    void columnsTakeWhatTheySayAndNothingElse() {
        assertThat(Column.number("a", "0", "1").fits()).accepts("1", "0.5").rejects("0", "1.1", "1,5", "x", "");
        assertThat(Column.whole("a", 1, 60).fits()).accepts("1", "60").rejects("0", "61", "1.5", "");
        assertThat(Column.country("a").fits()).accepts("KZ").rejects("XX", "kz", "*");
        assertThat(Column.anyCountry("a").fits()).accepts("*", "PL").rejects("");
        assertThat(Column.pattern("a").fits()).accepts("[0-9]{6}").rejects("[0-9", "");
        assertThat(Column.oneOf("a", "yes", "no").fits()).accepts("no").rejects("NO", "");
        assertThat(Column.day("a").fits()).accepts("2026-02-28").rejects("2026-02-30", "26-2-1", "9999-01-01");
        assertThat(Column.text("a").fits()).accepts("").rejects("x".repeat(4_001));
    }
}
