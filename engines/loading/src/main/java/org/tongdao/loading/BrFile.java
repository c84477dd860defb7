package org.tongdao.loading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * The format of Bischoff and Ratcliff's problems: {@code n}; per problem {@code id seed}; {@code L W H}; {@code m}; then m lines
 * {@code type d1 f1 d2 f2 d3 f3 quantity}, f = 1 where this length may stand vertical. thpack9 (Ivancic) leaves out the seed.
 */
public record BrFile(List<PackProblem> problems, List<Finding> findings) {

    private static final int TYPE_NUMBERS = 8;
    private static final String TYPE_LINE = "type d1 f1 d2 f2 d3 f3 quantity";

    public static BrFile read(String name, List<String> lines) {
        return new Reader(name, lines).read();
    }

    private static final class Reader {

        private final String name;
        private final List<String> lines;
        private final List<PackProblem> problems = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private int at;

        Reader(String name, List<String> lines) {
            this.name = name;
            this.lines = lines;
        }

        BrFile read() {
            int[] count = numbers(1, "the number of problems");
            for (int i = 0; count.length > 0 && i < count[0] && at < lines.size(); i++) {
                problem();
            }
            if (count.length > 0 && problems.size() < count[0] && findings.isEmpty()) {
                say(
                        "PACK-SHORT",
                        "",
                        "The file announces " + count[0] + " problems and holds " + problems.size() + ".");
            }
            return new BrFile(List.copyOf(problems), List.copyOf(findings));
        }

        private void problem() {
            int[] id = numbers(1, "problem number");
            int[] size = numbers(3, "length, width and height of the container");
            int[] types = numbers(1, "the number of box types");
            if (id.length == 0 || size.length == 0 || types.length == 0) {
                at = lines.size();
                return;
            }
            var boxes = new ArrayList<PackProblem.BoxType>();
            var seen = new HashSet<Integer>();
            for (int t = 0; t < types[0] && (t == 0 || at < lines.size()); t++) {
                int[] v = numbers(TYPE_NUMBERS, TYPE_LINE);
                if (v.length >= TYPE_NUMBERS && good(v, size) && isNew(v[0], seen)) {
                    boxes.add(new PackProblem.BoxType(
                            v[0], List.of(v[1], v[3], v[5]), List.of(v[2] == 1, v[4] == 1, v[6] == 1), v[7]));
                }
            }
            if (Math.min(size[0], Math.min(size[1], size[2])) < 1) {
                say("PACK-CONTAINER", id[0] + "", "A container has no length below 1; the problem is left out.");
            } else {
                problems.add(new PackProblem(id[0], size[0], size[1], size[2], List.copyOf(boxes)));
            }
        }

        private boolean isNew(int type, Set<Integer> seen) {
            if (!seen.add(type)) {
                say("PACK-ID", type + "", "The problem has this type already; the line is left out.");
                return false;
            }
            return true;
        }

        private boolean good(int[] v, int[] size) {
            if (v.length > TYPE_NUMBERS) {
                say(
                        "PACK-LINE",
                        lines.get(at - 1).strip(),
                        "Expected: " + TYPE_LINE + ", and no more. The line is left out.");
                return false;
            }
            if (Math.min(v[1], Math.min(v[3], v[5])) < 1 || v[7] < 1) {
                say(
                        "PACK-SIZE",
                        lines.get(at - 1).strip(),
                        "Lengths and quantity are at least 1; the line is left out.");
                return false;
            }
            if ((v[2] | v[4] | v[6]) != 1) {
                say(
                        "PACK-FLAGS",
                        lines.get(at - 1).strip(),
                        "A flag is 1 where the length may stand vertical, else 0, and at least one is 1. The line is left out.");
                return false;
            }
            var box = java.util.stream.IntStream.of(v[1], v[3], v[5]).sorted().toArray();
            var room = java.util.stream.IntStream.of(size).limit(3).sorted().toArray();
            if (box[0] > room[0] || box[1] > room[1] || box[2] > room[2]) {
                findings.add(Finding.warning(
                        "PACK-TOO-LARGE",
                        Place.row(name, at),
                        lines.get(at - 1).strip(),
                        "It fits the container in no way."));
            }
            return true;
        }

        /** The whole numbers of the next line that is not empty; none, with a finding, when they are too few or no numbers. */
        private int[] numbers(int least, String what) {
            while (at < lines.size() && lines.get(at).isBlank()) {
                at++;
            }
            if (at == lines.size()) {
                say("PACK-SHORT", "", "The file ends where " + what + " should stand.");
                return new int[0];
            }
            var text = lines.get(at++).strip();
            try {
                var numbers = java.util.Arrays.stream(text.split("\\s+"))
                        .mapToInt(Integer::parseInt)
                        .toArray();
                if (numbers.length >= least) {
                    return numbers;
                }
            } catch (NumberFormatException e) {
                say("PACK-LINE", text, "Whole numbers are expected: " + what + ".");
                return new int[0];
            }
            say("PACK-LINE", text, "Expected: " + what + ".");
            return new int[0];
        }

        private void say(String rule, String value, String maybe) {
            findings.add(Finding.error(rule, Place.row(name, at), value, maybe));
        }
    }
}
