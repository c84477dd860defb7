package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.PackProblem.BoxType;
import org.tongdao.terms.Finding;

/** Files of problems drawn by seed, written in both forms and read again; and with one line spoilt in each way there is. */
class BrFileRoundTripTest {

    private static final List<String> FLAGS = List.of("0 0 1", "0 1 0", "0 1 1", "1 0 0", "1 0 1", "1 1 0", "1 1 1");

    /** A file and where the lines of box types are in it, counted from 1. */
    private record Written(List<PackProblem> problems, List<String> lines, List<List<Integer>> typeLines) {}

    private static List<PackProblem> problems(Random random) {
        return IntStream.rangeClosed(1, 2 + random.nextInt(4))
                .mapToObj(id -> problem(id, random))
                .toList();
    }

    private static PackProblem problem(int id, Random random) {
        var types = IntStream.rangeClosed(1, 2 + random.nextInt(6))
                .mapToObj(t -> {
                    var flags = FLAGS.get(random.nextInt(FLAGS.size())).split(" ");
                    var upright = List.of(flags[0].equals("1"), flags[1].equals("1"), flags[2].equals("1"));
                    IntFunction<Integer> length = most -> 25 + random.nextInt(most);
                    var sizes = List.of(length.apply(90), length.apply(80), length.apply(60));
                    return new BoxType(t, sizes, upright, 1 + random.nextInt(30));
                })
                .toList();
        return new PackProblem(
                id, 200 + random.nextInt(400), 105 + random.nextInt(128), 115 + random.nextInt(105), types);
    }

    private static String line(BoxType t) {
        return t.id() + " "
                + IntStream.range(0, 3)
                        .mapToObj(i -> t.sizes().get(i) + " " + (t.upright().get(i) ? 1 : 0))
                        .collect(Collectors.joining(" "))
                + " " + t.quantity();
    }

    /** @param seeds as Bischoff and Ratcliff's files have them; Ivancic's thpack9 leaves them out */
    private static Written write(List<PackProblem> problems, boolean seeds) {
        var lines = new ArrayList<>(List.of("" + problems.size()));
        var typeLines = new ArrayList<List<Integer>>();
        for (var p : problems) {
            lines.add(p.id() + (seeds ? " " + (2_502_405 + 100 * p.id()) : ""));
            lines.add(p.length() + " " + p.width() + " " + p.height());
            lines.add("" + p.types().size());
            var here = new ArrayList<Integer>();
            for (var t : p.types()) {
                lines.add(line(t));
                here.add(lines.size());
            }
            typeLines.add(here);
        }
        return new Written(problems, lines, typeLines);
    }

    @Test
    void whatIsWrittenInEitherFormIsReadAsItWas() {
        for (long seed = 1; seed <= 60; seed++) {
            var problems = problems(new Random(seed));
            for (boolean seeds : new boolean[] {true, false}) {
                var read = BrFile.read("made", write(problems, seeds).lines());
                assertThat(read.findings()).isEmpty();
                assertThat(read.problems()).isEqualTo(problems);
            }
        }
    }

    @Test
    void blanksTabsAndEmptyLinesAreNoDifference() {
        for (long seed = 1; seed <= 30; seed++) {
            var random = new Random(seed);
            var problems = problems(random);
            var loose = new ArrayList<String>();
            for (var line : write(problems, seed % 2 == 0).lines()) {
                IntStream.range(0, random.nextInt(3)).forEach(i -> loose.add(" ".repeat(i)));
                loose.add("\t" + line.replace(" ", random.nextBoolean() ? "\t" : "   ") + " ");
            }
            assertThat(BrFile.read("made", loose).problems()).isEqualTo(problems);
        }
    }

    /** How a line of eight numbers is spoilt, and the rule that then names it. */
    private enum Spoil {
        TOO_FEW("PACK-LINE"),
        TOO_MANY("PACK-LINE"),
        LETTER("PACK-LINE"),
        FRACTION("PACK-LINE"),
        NO_LENGTH("PACK-SIZE"),
        BELOW_ZERO("PACK-SIZE"),
        NONE_OFFERED("PACK-SIZE"),
        NEVER_UPRIGHT("PACK-FLAGS"),
        FLAG_OF_TWO("PACK-FLAGS");

        final String rule;

        Spoil(String rule) {
            this.rule = rule;
        }

        String of(String line, Random random) {
            var n = line.split(" ");
            int length = 1 + 2 * random.nextInt(3);
            switch (this) {
                case TOO_FEW -> {
                    return line.substring(0, line.lastIndexOf(' '));
                }
                case TOO_MANY -> {
                    return line + " 1";
                }
                case LETTER -> n[random.nextInt(n.length)] = "O";
                case FRACTION -> n[length] += ".5";
                case NO_LENGTH -> n[length] = "0";
                case BELOW_ZERO -> n[length] = "-" + n[length];
                case NONE_OFFERED -> n[7] = "0";
                case NEVER_UPRIGHT -> n[2] = n[4] = n[6] = "0";
                case FLAG_OF_TWO -> n[length + 1] = "2";
            }
            return String.join(" ", n);
        }
    }

    @Test
    void aSpoiltLineIsNamedWithItsNumberAndValueAndEverythingElseIsRead() {
        for (var spoil : Spoil.values()) {
            for (long seed = 1; seed <= 12; seed++) {
                var random = new Random(seed);
                var file = write(problems(random), seed % 2 == 0);
                int p = random.nextInt(file.problems().size());
                int t = random.nextInt(file.typeLines().get(p).size());
                int at = file.typeLines().get(p).get(t);
                var lines = new ArrayList<>(file.lines());
                lines.set(at - 1, spoil.of(lines.get(at - 1), random));
                var read = BrFile.read("made", lines);
                assertThat(read.findings()).as(spoil + " " + seed).hasSize(1);
                var told = read.findings().get(0);
                assertThat(told.rule()).isEqualTo(spoil.rule);
                assertThat(told.place().source()).isEqualTo("made");
                assertThat(told.place().line()).isEqualTo(at);
                assertThat(told.value()).isEqualTo(lines.get(at - 1));
                assertThat(told.maybe()).isNotBlank();
                assertThat(read.problems()).isEqualTo(without(file.problems(), p, t));
            }
        }
    }

    private static List<PackProblem> without(List<PackProblem> problems, int p, int t) {
        var all = new ArrayList<>(problems);
        var one = all.get(p);
        var types = new ArrayList<>(one.types());
        types.remove(t);
        all.set(p, new PackProblem(one.id(), one.length(), one.width(), one.height(), types));
        return all;
    }

    @Test
    void oneLineSpoiltInEachProblemGivesOneFindingEachAndTheRestIsSolved() {
        for (long seed = 1; seed <= 3; seed++) {
            var random = new Random(seed);
            var file = write(problems(random), false);
            var lines = new ArrayList<>(file.lines());
            var spoilt = new ArrayList<Long>();
            for (var typeLines : file.typeLines()) {
                int at = typeLines.get(random.nextInt(typeLines.size()));
                var spoil = Spoil.values()[random.nextInt(Spoil.values().length)];
                lines.set(at - 1, spoil.of(lines.get(at - 1), random));
                spoilt.add((long) at);
            }
            var read = BrFile.read("made", lines);
            assertThat(read.findings().stream().map(f -> (long) f.place().line()))
                    .isEqualTo(spoilt);
            assertThat(read.problems()).hasSameSizeAs(file.problems());
            for (var problem : read.problems().subList(0, 2)) {
                var plan = PackSolver.solve(problem, PackLimits.nodes(true, 1));
                assertThat(PackChecker.check(plan, true)).isEmpty();
                assertThat(plan.places()).isNotEmpty();
            }
        }
    }

    @Test
    void aBoxThatIsTooLargeByOneInEveryPositionIsToldAndNoneIsPlaced() {
        for (long seed = 1; seed <= 4; seed++) {
            var problem = problem(1, new Random(seed));
            int most = Math.max(problem.length(), Math.max(problem.width(), problem.height()));
            var types = new ArrayList<>(problem.types());
            types.add(new BoxType(90, List.of(most, 5, 5), List.of(true, true, true), 3));
            types.add(new BoxType(91, List.of(5, most + 1, 5), List.of(true, true, true), 3));
            var wide = new PackProblem(1, problem.length(), problem.width(), problem.height(), types);
            var read = BrFile.read("made", write(List.of(wide), true).lines());
            assertThat(read.findings()).extracting(Finding::rule).containsExactly("PACK-TOO-LARGE");
            assertThat(read.findings().get(0).value()).startsWith("91 ");
            var plan = PackSolver.solve(read.problems().get(0), PackLimits.nodes(false, 2));
            assertThat(plan.places()).noneMatch(p -> p.type() == 91);
        }
    }
}
