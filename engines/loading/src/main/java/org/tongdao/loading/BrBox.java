package org.tongdao.loading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.terms.Size;

/** One line of box types, {@value #LINE}, and what may be wrong with it. */
final class BrBox {

    static final String LINE = "type d1 f1 d2 f2 d3 f3 quantity";

    private final Place place;
    private final String text;
    private final int[] numbers;

    /** @param numbers as many as {@link #LINE} names */
    BrBox(Place place, String text, int[] numbers) {
        this.place = place;
        this.text = text;
        this.numbers = numbers;
    }

    /**
     * None, with a finding, when it cannot be.
     *
     * @param size of the container, empty when that is none
     * @param seen types of this problem so far
     */
    Optional<PackProblem.BoxType> read(int[] size, Set<Integer> seen, List<Finding> findings) {
        var fault = fault();
        if (fault.isEmpty() && !seen.add(numbers[0])) {
            fault = Optional.of(
                    error("PACK-ID", numbers[0] + "", "The problem has this type already; the line is left out."));
        }
        fault.ifPresent(findings::add);
        if (fault.isPresent()) {
            return Optional.empty();
        }
        var sizes = List.of(length(0), length(1), length(2));
        var upright = List.of(mayStand(0), mayStand(1), mayStand(2));
        if (size.length > 0 && !Cargo.of("", sizes, 1, 0).with(upright).goesInto(container(size))) {
            findings.add(
                    Finding.warning("PACK-TOO-LARGE", place, text, "It fits the container in no way it may stand."));
        }
        return Optional.of(new PackProblem.BoxType(numbers[0], sizes, upright, numbers[7]));
    }

    private Optional<Finding> fault() {
        boolean sized =
                LoadProblem.isLength(length(0)) && LoadProblem.isLength(length(1)) && LoadProblem.isLength(length(2));
        if (!sized || numbers[7] < 1 || numbers[7] > LoadProblem.MOST_BOXES) {
            return Optional.of(error(
                    "PACK-SIZE",
                    text,
                    "Lengths are 1 to " + LoadProblem.MOST_MM + ", the quantity 1 to " + LoadProblem.MOST_BOXES
                            + "; the line is left out."));
        }
        if ((numbers[2] | numbers[4] | numbers[6]) != 1) {
            return Optional.of(
                    error(
                            "PACK-FLAGS",
                            text,
                            "A flag is 1 where the length may stand vertical, else 0, and at least one is 1. The line is left out."));
        }
        return Optional.empty();
    }

    private int length(int i) {
        return numbers[1 + 2 * i];
    }

    private boolean mayStand(int i) {
        return numbers[2 + 2 * i] == 1;
    }

    private static ContainerType container(int[] size) {
        return new ContainerType("", new Size(size[0], size[1], size[2]), 0, 0);
    }

    private Finding error(String rule, String value, String maybe) {
        return Finding.error(rule, place, value, maybe);
    }
}
