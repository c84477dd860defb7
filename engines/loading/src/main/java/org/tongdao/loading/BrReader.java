package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Reads a {@link BrFile} from its lines; after what cannot be read it goes on with what looks like the next problem. */
final class BrReader {

    private static final int TYPE_NUMBERS = 8;
    private static final int[] NONE = {};

    private final String name;
    private final List<String> lines;
    private final List<PackProblem> problems = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<BrFile.Part> parts = new ArrayList<>();
    private final Set<Integer> ids = new HashSet<>();
    private int at;

    BrReader(String name, List<String> lines) {
        this.name = name;
        this.lines = lines;
    }

    BrFile read() {
        int[] count = numbers(1, 1, "the number of problems");
        int counted = at;
        int begun = 0;
        for (; count.length > 0 && begun < count[0] && !isAtEnd(); begun++) {
            problem();
        }
        if (count.length > 0 && begun < count[0]) {
            say(
                    "PACK-SHORT",
                    counted,
                    "" + count[0],
                    "The file announces " + count[0] + " problems and holds " + begun + ".");
        }
        if (count.length > 0 && !isAtEnd()) {
            var maybe = "The file announces " + count[0] + " problems and goes on; from here on it is not read.";
            say("PACK-LINE", at + 1, lines.get(at).strip(), maybe);
        }
        return new BrFile(List.copyOf(problems), List.copyOf(findings), List.copyOf(parts));
    }

    private void problem() {
        skipEmpty();
        int from = at + 1;
        int[] id = numbers(1, 2, "problem number and maybe a seed");
        int[] size = numbers(3, 3, "length, width and height of the container");
        int sized = at;
        int[] types = numbers(1, 1, "the number of box types");
        if (id.length > 0 && size.length > 0 && types.length > 0) {
            one(id[0], from, size, sized, types[0]);
        } else {
            skipToProblem();
        }
        parts.add(new BrFile.Part(id.length > 0 ? id[0] : BrFile.Part.NAMELESS, from, at));
    }

    /** @param sized line of the container's lengths */
    private void one(int id, int from, int[] size, int sized, int types) {
        boolean contains = Arrays.stream(size).allMatch(LoadProblem::isLength);
        if (!contains) {
            var maybe = "A container has lengths of 1 to " + LoadProblem.MOST_MM + "; the problem is left out.";
            say("PACK-CONTAINER", sized, id + ": " + lines.get(sized - 1).strip(), maybe);
        }
        boolean fresh = ids.add(id);
        if (!fresh) {
            say("PACK-ID", from, id + "", "The file has a problem of this number already; this one is left out.");
        }
        if (types < 1) {
            say("PACK-SHORT", at, types + "", "A problem has at least one type of boxes.");
        }
        var boxes = boxes(id, types, contains ? size : NONE);
        surplus(types);
        if (contains && fresh) {
            problems.add(new PackProblem(id, size[0], size[1], size[2], boxes));
        }
    }

    private List<PackProblem.BoxType> boxes(int id, int types, int[] size) {
        var boxes = new ArrayList<PackProblem.BoxType>();
        var seen = new HashSet<Integer>();
        for (int t = 0; t < types; t++) {
            if (isAtEnd() || beginsProblem()) {
                var maybe = "The problem announces " + types + " types of boxes and holds " + t + ".";
                say("PACK-SHORT", at, "problem " + id, maybe);
                break;
            }
            int[] v = numbers(TYPE_NUMBERS, TYPE_NUMBERS, BrBox.LINE);
            if (v.length > 0) {
                var line = new BrBox(Place.row(name, at), lines.get(at - 1).strip(), v);
                line.read(size, seen, findings).ifPresent(boxes::add);
            }
        }
        return List.copyOf(boxes);
    }

    /** Lines of box types beyond those announced. */
    private void surplus(int types) {
        int first = at;
        int more = 0;
        while (!isAtEnd() && peek(0).length == TYPE_NUMBERS) {
            first = more++ == 0 ? at : first;
            at++;
        }
        if (more > 0) {
            var maybe = "The problem announces " + types + " types of boxes and has " + more + " more; "
                    + "from here on they are left out.";
            say("PACK-LINE", first + 1, lines.get(first).strip(), maybe);
        }
    }

    private void skipToProblem() {
        while (!isAtEnd() && !beginsProblem()) {
            at++;
        }
    }

    /** Whether the next lines are a number and maybe a seed, three lengths, and one number. */
    private boolean beginsProblem() {
        int head = peek(0).length;
        return (head == 1 || head == 2) && peek(1).length == 3 && peek(2).length == 1;
    }

    /** The numbers of a line to come, empty lines not counted; none where it is no line of whole numbers. */
    private int[] peek(int ahead) {
        int left = ahead;
        for (int i = at; i < lines.size(); i++) {
            if (!isEmpty(i) && left-- == 0) {
                return parsed(lines.get(i).strip());
            }
        }
        return NONE;
    }

    private static int[] parsed(String text) {
        try {
            return Arrays.stream(text.split("\\s+")).mapToInt(Integer::parseInt).toArray();
        } catch (NumberFormatException e) {
            return NONE;
        }
    }

    private boolean isAtEnd() {
        skipEmpty();
        return at == lines.size();
    }

    private void skipEmpty() {
        while (at < lines.size() && isEmpty(at)) {
            at++;
        }
    }

    /** Files of old end with a control character of their own. */
    private boolean isEmpty(int line) {
        return lines.get(line).replace('\u001A', ' ').isBlank();
    }

    /** The whole numbers of the next line that is not empty; none, with a finding, when they are too few, too many or no numbers. */
    private int[] numbers(int least, int most, String what) {
        if (isAtEnd()) {
            say("PACK-SHORT", at, "", "The file ends where " + what + " should stand.");
            return NONE;
        }
        var text = lines.get(at++).strip();
        var numbers = parsed(text);
        if (numbers.length >= least && numbers.length <= most) {
            return numbers;
        }
        say("PACK-LINE", at, text, (numbers.length == 0 ? "Whole numbers are expected: " : "Expected: ") + what + ".");
        return NONE;
    }

    private void say(String rule, int line, String value, String maybe) {
        findings.add(Finding.error(rule, Place.row(name, line), value, maybe));
    }
}
