package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

/** Whatever a person breaks in a file: a finding with the file and the line, never an exception, and the other lines go on. */
class BrokenFilesTest {

    private static final List<String> RUBBISH =
            List.of("", "x", "-1", "1e9", "999999999999", "12;;", "十", "2026-13-40T99:00:00Z", "\u0000", "a/b/c");

    /** Sets one cell of one line after the header. */
    private static List<String> broken(List<String> lines, int row, int column, String text) {
        var cells = lines.get(row).split(",", -1);
        cells[column] = text;
        var all = new ArrayList<>(lines);
        all.set(row, String.join(",", cells));
        return all;
    }

    /** Every cell of some lines with every rubbish: what is told is told of that line or of the file. */
    private static int everyCell(List<String> lines, String name, Function<List<String>, List<Finding>> read) {
        int told = 0;
        for (int row = 1; row < lines.size(); row++) {
            int columns = lines.get(row).split(",", -1).length;
            for (int column = 0; column < columns; column++) {
                for (var text : RUBBISH) {
                    var findings = read.apply(broken(lines, row, column, text));
                    told += findings.isEmpty() ? 0 : 1;
                    for (var finding : findings) {
                        assertThat(finding.rule()).isNotBlank();
                        assertThat(finding.maybe()).isNotBlank();
                        boolean other = finding.rule().endsWith("-TWICE")
                                || finding.rule().endsWith("-DIFFERS");
                        if (!other) {
                            assertThat(finding.place().line())
                                    .as("%s, line %d, column %d, '%s'", finding, row + 1, column, text)
                                    .isIn(0L, row + 1L);
                        }
                        if (finding.place().line() > 0) {
                            assertThat(finding.place().source()).isEqualTo(name);
                        }
                    }
                }
            }
        }
        return told;
    }

    @Test
    void aBrokenTrainLineIsLeftOutAndNamed() {
        var lines = new ArrayList<String>();
        lines.add(DayTrainFile.HEADER);
        Days.khorgos(1).trains().subList(0, 3).forEach(t -> lines.add(DayTrainFile.line(t)));
        int told = everyCell(lines, "trains.csv", l -> {
            var file = DayTrainFile.read("trains.csv", l);
            assertThat(file.trains().size()).isBetween(2, 3);
            if (file.findings().isEmpty()) {
                assertThat(file.trains()).hasSize(3);
            }
            return file.findings();
        });
        assertThat(told).isGreaterThan(150);
    }

    @Test
    void aBrokenStationLineIsNamed() {
        for (var station : List.of("urumqi")) {
            var name = station + ".csv";
            int told = everyCell(Days.lines(station), name, l -> {
                var file = YardLayoutFile.read(name, l);
                assertThat(file.layout().isPresent() || !file.findings().isEmpty())
                        .isTrue();
                return file.findings();
            });
            assertThat(told).as(station).isGreaterThan(300);
        }
    }

    @Test
    void aBrokenRuleOfTheNextRailwayIsNamedAndTheOthersAreThere() {
        int told = everyCell(Days.lines("marshalling"), "marshalling.csv", l -> {
            var table = MarshallingRules.read("marshalling.csv", l);
            assertThat(table.rules().size()).isBetween(2, 3);
            return table.findings();
        });
        assertThat(told).isGreaterThan(100);
    }

    @Test
    void aBrokenWagonLineIsNamed() {
        var lines = List.of(
                OnwardTrainFile.HEADER,
                "9401,1520,4,22000,60000,19620,28000,TDGU1,30000,W1",
                "9401,1520,4,22000,60000,19620,28000,TDGU2,30000,W2",
                "9402,1520,4,22000,60000,19620,28000,,,");
        assertThat(OnwardTrainFile.read("X1", "x1.csv", lines).findings()).isEmpty();
        int told = everyCell(
                lines, "x1.csv", l -> OnwardTrainFile.read("X1", "x1.csv", l).findings());
        assertThat(told).isGreaterThan(100);
    }

    @Test
    void trainsComeBackFromTheirLinesAsTheyWere() {
        for (int seed = 1; seed <= 20; seed++) {
            var trains = Days.khorgos(seed).trains();
            var lines = new ArrayList<String>();
            lines.add(DayTrainFile.HEADER);
            trains.forEach(t -> lines.add(DayTrainFile.line(t)));
            var back = DayTrainFile.read("trains.csv", lines);
            assertThat(back.findings()).isEmpty();
            assertThat(back.trains()).hasSameSizeAs(trains);
            for (int i = 0; i < trains.size(); i++) {
                assertThat(DayTrainFile.line(back.trains().get(i))).isEqualTo(lines.get(i + 1));
                assertThat(back.trains().get(i).inspections())
                        .containsExactlyInAnyOrderElementsOf(trains.get(i).inspections());
            }
        }
    }

    @Test
    void linesInAnyOrderAreTheSameStation() {
        var random = new SplittableRandom(2);
        for (var station : List.of("khorgos", "malaszewicze", "fenyeslitke")) {
            var lines = new ArrayList<>(Days.lines(station));
            var usual = YardLayoutFile.read(station, lines).layout().orElseThrow();
            for (int turn = 0; turn < 5; turn++) {
                for (int i = lines.size() - 1; i > 1; i--) {
                    java.util.Collections.swap(lines, i, 1 + random.nextInt(i));
                }
                var turned = YardLayoutFile.read(station, lines).layout().orElseThrow();
                assertThat(turned.units()).containsExactlyInAnyOrderElementsOf(usual.units());
                assertThat(turned.times()).isEqualTo(usual.times());
                assertThat(turned.crane()).isEqualTo(usual.crane());
            }
        }
    }
}
