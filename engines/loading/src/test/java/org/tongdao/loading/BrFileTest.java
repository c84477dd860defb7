package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

/** What is wrong with a file of problems is named with line and value, and what is right is kept. */
class BrFileTest {

    private static final String GOOD = "1 108 0 76 0 30 1 40";

    private static BrFile file(String... typeLines) {
        var lines = new java.util.ArrayList<>(List.of("1", "1 2502505", "587 233 220", "" + typeLines.length));
        lines.addAll(List.of(typeLines));
        return BrFile.read("br.txt", lines);
    }

    private static List<String> told(BrFile file) {
        return file.findings().stream()
                .map(f -> f.rule() + " " + f.place().line() + " " + f.value())
                .toList();
    }

    @Test
    void aSoundFileIsReadWithoutAWord() {
        var read = file(GOOD, "2 110 0 43 1 25 1 33");
        assertThat(read.findings()).isEmpty();
        var problem = read.problems().get(0);
        assertThat(problem.id()).isEqualTo(1);
        assertThat(List.of(problem.length(), problem.width(), problem.height())).containsExactly(587, 233, 220);
        assertThat(problem.types().get(1))
                .isEqualTo(new PackProblem.BoxType(2, List.of(110, 43, 25), List.of(false, true, true), 33));
        assertThat(problem.offered()).isEqualTo(40L * 108 * 76 * 30 + 33L * 110 * 43 * 25);
    }

    @Test
    void emptyLinesAndSpacesDoNotMatter() {
        var read = BrFile.read("x", List.of("", " 1 ", "", "7 1", "  10   10 10", "1", "", "\t1 5 1 5 1 5 1 8", ""));
        assertThat(read.findings()).isEmpty();
        assertThat(read.problems().get(0).types().get(0).quantity()).isEqualTo(8);
    }

    @Test
    void aLineOfTooFewOrTooManyNumbersIsNamed() {
        assertThat(told(file(GOOD, "2 110 0 43 1 25 33"))).containsExactly("PACK-LINE 6 2 110 0 43 1 25 33");
        assertThat(told(file(GOOD, "2 110 0 43 1 25 1 33 7"))).containsExactly("PACK-LINE 6 2 110 0 43 1 25 1 33 7");
        assertThat(file(GOOD, "2 110 0 43 1 25 33").problems().get(0).types()).hasSize(1);
    }

    @Test
    void whatIsNoWholeNumberIsNamed() {
        for (var bad : List.of(
                "2 x 0 43 1 25 1 33", "2 1.5 0 43 1 25 1 33", "2 99999999999 0 43 1 25 1 33", "2 １２ 0 43 1 25 1 -")) {
            assertThat(told(file(bad, GOOD))).containsExactly("PACK-LINE 5 " + bad);
        }
    }

    @Test
    void aSizeOrQuantityBelowOneIsNamed() {
        assertThat(told(file("2 0 0 43 1 25 1 33"))).containsExactly("PACK-SIZE 5 2 0 0 43 1 25 1 33");
        assertThat(told(file("2 110 0 -43 1 25 1 33"))).containsExactly("PACK-SIZE 5 2 110 0 -43 1 25 1 33");
        assertThat(told(file("2 110 0 43 1 25 1 0"))).containsExactly("PACK-SIZE 5 2 110 0 43 1 25 1 0");
    }

    @Test
    void flagsThatCannotBeAreNamed() {
        assertThat(told(file("2 110 0 43 0 25 0 33"))).containsExactly("PACK-FLAGS 5 2 110 0 43 0 25 0 33");
        assertThat(told(file("2 110 0 43 2 25 1 33"))).containsExactly("PACK-FLAGS 5 2 110 0 43 2 25 1 33");
        assertThat(told(file("2 110 0 43 -1 25 1 33"))).containsExactly("PACK-FLAGS 5 2 110 0 43 -1 25 1 33");
    }

    @Test
    void aTypeThatComesTwiceIsNamed() {
        assertThat(told(file(GOOD, GOOD))).containsExactly("PACK-ID 6 1");
    }

    @Test
    void aBoxLargerThanTheContainerIsToldAndStaysOfferedForNothing() {
        var read = file(GOOD, "2 900 0 43 1 25 1 33");
        assertThat(told(read)).containsExactly("PACK-TOO-LARGE 6 2 900 0 43 1 25 1 33");
        assertThat(read.findings()).noneMatch(Finding::stops);
        var plan = PackSolver.solve(read.problems().get(0), PackLimits.nodes(true, 5));
        assertThat(plan.places()).extracting(PackPlan.Place::type).containsOnly(1);
    }

    @Test
    void aFileThatEndsTooSoonIsToldOnceAndNotForEveryTypeItAnnounces() {
        var read = BrFile.read("x", List.of("1", "1 1", "10 10 10", "999999999", "1 5 1 5 1 5 1 8"));
        assertThat(read.problems()).hasSize(1);
        assertThat(read.problems().get(0).types()).hasSize(1);
        assertThat(read.findings()).hasSizeLessThanOrEqualTo(1);
        assertThat(BrFile.read("x", List.of("3", "1 1", "10 10 10", "1", "1 5 1 5 1 5 1 8"))
                        .findings())
                .extracting(Finding::rule)
                .containsExactly("PACK-SHORT");
    }

    @Test
    void aContainerOfNoLengthIsLeftOutAndTheNextProblemIsRead() {
        var read = BrFile.read(
                "x", List.of("2", "1 1", "0 10 10", "1", "1 5 1 5 1 5 1 8", "2 1", "10 10 10", "1", "1 5 1 5 1 5 1 8"));
        assertThat(read.findings()).extracting(Finding::rule).contains("PACK-CONTAINER");
        assertThat(read.problems()).extracting(PackProblem::id).containsExactly(2);
    }

    @Test
    void rubbishGivesFindingsAndNoProblem() {
        assertThat(BrFile.read("x", List.of()).findings())
                .extracting(Finding::rule)
                .containsExactly("PACK-SHORT");
        assertThat(BrFile.read("x", List.of("<html>")).findings())
                .extracting(Finding::rule)
                .containsExactly("PACK-LINE");
        assertThat(BrFile.read("x", List.of("1", "nothing")).problems()).isEmpty();
    }

    private static BrFile lines(String... lines) {
        return BrFile.read("x", List.of(lines));
    }

    @Test
    void aBoxThatFitsOnlyAsItMayNotStandIsTold() {
        var read = lines("1", "1 1", "100 50 30", "2", "1 40 0 20 0 100 1 4", "2 40 0 20 1 100 0 4");
        assertThat(told(read)).containsExactly("PACK-TOO-LARGE 5 1 40 0 20 0 100 1 4");
        assertThat(read.problems().get(0).types()).hasSize(2);
    }

    @Test
    void lengthsAndQuantitiesBeyondAnySenseAreNamedAndTheRestIsRead() {
        assertThat(told(file(GOOD, "2 20 1 20 1 20 1 2147483647", "3 100001 1 20 1 20 1 5")))
                .containsExactly("PACK-SIZE 6 2 20 1 20 1 20 1 2147483647", "PACK-SIZE 7 3 100001 1 20 1 20 1 5");
        var read = lines(
                "2", "1 1", "2000000000 10 10", "1", "1 5 1 5 1 5 1 8", "2 1", "10 10 10", "1", "1 5 1 5 1 5 1 8");
        assertThat(told(read)).containsExactly("PACK-CONTAINER 3 1: 2000000000 10 10");
        assertThat(read.problems()).extracting(PackProblem::id).containsExactly(2);
    }

    @Test
    void fewerOrMoreTypesThanAnnouncedAreToldAndTheNextProblemIsRead() {
        var few = lines("2", "1 1", "10 10 10", "5", "1 5 1 5 1 5 1 8", "2 1", "10 10 10", "1", "1 5 1 5 1 5 1 8");
        assertThat(told(few)).containsExactly("PACK-SHORT 5 problem 1");
        assertThat(few.findings().get(0).maybe()).contains("announces 5 types of boxes and holds 1");
        assertThat(few.problems()).extracting(PackProblem::id).containsExactly(1, 2);
        var many = lines(
                "2",
                "1 1",
                "10 10 10",
                "1",
                "1 5 1 5 1 5 1 8",
                "2 4 1 4 1 4 1 8",
                "2 1",
                "10 10 10",
                "1",
                "1 5 1 5 1 5 1 8");
        assertThat(told(many)).containsExactly("PACK-LINE 6 2 4 1 4 1 4 1 8");
        assertThat(many.problems()).extracting(PackProblem::id).containsExactly(1, 2);
        assertThat(many.problems().get(0).types()).hasSize(1);
    }

    @Test
    void moreProblemsThanAnnouncedAndOneOfANumberTwiceAreTold() {
        var read = lines("1", "1", "10 10 10", "1", "1 5 1 5 1 5 1 8", "2", "10 10 10", "1", "1 5 1 5 1 5 1 8");
        assertThat(told(read)).containsExactly("PACK-LINE 6 2");
        assertThat(read.findings(1)).as("of the file as a whole").hasSize(1);
        var fewer = lines("3", "1", "10 10 10", "1", "1 5 1 5 1 5 1 8", "", "");
        assertThat(told(fewer)).containsExactly("PACK-SHORT 1 3");
        assertThat(fewer.findings(1)).hasSize(1);
        var twice = lines("2", "1", "10 10 10", "1", "1 5 1 5 1 5 1 8", "1", "9 9 9", "1", "1 4 1 4 1 4 1 8");
        assertThat(told(twice)).containsExactly("PACK-ID 6 1");
        assertThat(twice.problems()).hasSize(1);
        assertThat(twice.findings(1)).hasSize(1);
    }

    @Test
    void aHeadThatCannotBeReadCostsItsProblemOnlyAndFindingsAreKnownByProblem() {
        var read = lines(
                "4",
                "1 1",
                "10 x 10",
                "1",
                "1 5 1 5 1 5 1 8",
                "2 1",
                "10 10 10",
                "1",
                "1 5 1 5 1 5 1 8",
                "zz",
                "9 9 9",
                "1",
                "1 4 1 4 1 4 1 8",
                "4",
                "10 10 10",
                "1",
                "1 5 1 5 1 5 1 0",
                "\u001A");
        assertThat(read.problems()).extracting(PackProblem::id).containsExactly(2, 4);
        assertThat(told(read))
                .containsExactly("PACK-LINE 3 10 x 10", "PACK-LINE 10 zz", "PACK-SIZE 17 1 5 1 5 1 5 1 0");
        assertThat(read.findings(2)).isEmpty();
        assertThat(read.findings(4)).extracting(Finding::rule).containsExactly("PACK-SIZE");
        assertThat(read.findings(1)).extracting(f -> f.place().line()).containsExactly(3L);
    }
}
