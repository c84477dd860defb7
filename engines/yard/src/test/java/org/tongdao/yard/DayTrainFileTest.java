package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

class DayTrainFileTest {

    private static final String GOOD = "X1,2026-03-02T01:00:00Z,1435,1520,700,55,24000,3;17,9,2026-03-02T09:00:00Z,2";

    @Test
    void aTrainIsReadAndWrittenAlike() {
        var file = read(GOOD);
        assertThat(file.findings()).isEmpty();
        var train = file.trains().get(0);
        assertThat(train.inspections())
                .containsExactly(
                        new DayTrain.Inspection(3, false),
                        new DayTrain.Inspection(17, false),
                        new DayTrain.Inspection(9, true));
        assertThat(train.weight()).isEqualTo(2);
        assertThat(DayTrainFile.line(train)).isEqualTo(GOOD);
    }

    @Test
    void madeUpDaysSurviveTheFile() {
        var trains = Days.khorgos(5).trains();
        var lines = Stream.concat(
                        Stream.of(DayTrainFile.HEADER), trains.stream().map(DayTrainFile::line))
                .toList();
        var file = DayTrainFile.read("day.csv", lines);
        assertThat(file.findings()).isEmpty();
        assertThat(file.trains()).hasSize(26);
        assertThat(file.trains().stream().map(DayTrainFile::line).toList()).isEqualTo(lines.subList(1, lines.size()));
        assertThat(Days.khorgos(5).trains()).isEqualTo(trains);
        assertThat(Days.khorgos(6).trains()).isNotEqualTo(trains);
    }

    @Test
    void faultyLinesAreFindingsAndGoodOnesGoOn() {
        assertThat(rule(GOOD.replace("1435", "wide"))).isEqualTo("TRAIN-VALUE");
        assertThat(rule(GOOD.replace(",55,", ",-5,"))).isEqualTo("TRAIN-VALUE");
        assertThat(rule(GOOD.replace("3;17", "3;99"))).isEqualTo("TRAIN-BOX");
        assertThat(rule(GOOD.replace("3;17", "9"))).isEqualTo("TRAIN-BOX");
        assertThat(rule(GOOD.replace("3;17", "all"))).isEqualTo("TRAIN-BOX");
        assertThat(rule(GOOD.replace("2026-03-02T01:00:00Z", "1 o'clock"))).isEqualTo("TRAIN-TIME");
        assertThat(rule(GOOD.replace("2026-03-02T09", "2026-03-02T00"))).isEqualTo("TRAIN-DUE");
        assertThat(rule("X1,2026")).isEqualTo("TRAIN-COLUMNS");
        var file = read(GOOD.replace("1435", "wide"), GOOD.replace("X1", "X2"));
        assertThat(file.trains()).extracting(DayTrain::id).containsExactly("X2");
        assertThat(file.findings().get(0).place().line()).isEqualTo(2);
        assertThat(file.findings().get(0).value()).isEqualTo("wide");
    }

    @Test
    void aTrainNamedTwiceAndAStrangeHeaderAreFindings() {
        var twice = read(GOOD, GOOD);
        assertThat(twice.trains()).hasSize(1);
        assertThat(twice.findings()).extracting(Finding::rule).containsExactly("TRAIN-TWICE");
        assertThat(DayTrainFile.read("x", List.of("train")).findings())
                .extracting(Finding::rule)
                .containsExactly("TRAIN-HEADER");
    }

    @Test
    void whatCannotGoWellIsToldBeforePlanning() {
        assertThat(fit(GOOD.replace("1435", "1000"))).contains("YARD-GAUGE");
        assertThat(fit(GOOD.replace("1520", "1000"))).containsExactly("YARD-GAUGE");
        assertThat(fit(GOOD.replace(",700,", ",900,"))).contains("YARD-LENGTH");
        assertThat(fit(GOOD.replace("24000", "60000"))).containsExactly("YARD-HEAVY");
        assertThat(fit(GOOD)).isEmpty();
    }

    @Test
    void closuresPinsAndFactsOfWhatDoesNotExistOrLiesAheadAreFindings() {
        var good = read(GOOD).trains();
        var closure = new YardClosure(YardResource.CRANE, "C9", Days.at(1, 0), Days.at(2, 0), "X7", "why not");
        var fact = new DayStep("X1", YardStage.CUSTOMS, 0, "L1", "", Days.at(5, 0), Days.at(5, 0), Days.at(6, 0), true);
        var stranger =
                new DayStep("X9", YardStage.CUSTOMS, 0, "L1", "", Days.at(0, 0), Days.at(0, 0), Days.at(1, 0), true);
        var question = new DayQuestion(
                Days.layout("khorgos"),
                good,
                YardRules.of(YardMode.PARALLEL),
                Days.at(4, 0),
                List.of(closure),
                List.of(new DayPin("X8", YardStage.CUSTOMS, "", Days.at(1, 0))),
                List.of(fact, stranger),
                List.of(),
                DayKeep.TIMES);
        assertThat(DayFit.check(question))
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder(
                        "YARD-UNIT", "YARD-TRAIN", "YARD-TRAIN", "YARD-FUTURE", "YARD-UNTOLD", "YARD-TRAIN");
    }

    private static List<String> fit(String line) {
        var question = DayQuestion.of(Days.layout("khorgos"), read(line).trains(), Days.FROM);
        return DayFit.check(question).stream().map(Finding::rule).toList();
    }

    private static String rule(String line) {
        var file = read(line);
        assertThat(file.trains()).isEmpty();
        return file.findings().get(0).rule();
    }

    private static DayTrainFile read(String... lines) {
        return DayTrainFile.read(
                "day.csv",
                Stream.concat(Stream.of(DayTrainFile.HEADER), Stream.of(lines)).toList());
    }
}
