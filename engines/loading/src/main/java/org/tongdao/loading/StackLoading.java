package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Loads boxes of few footprints: stacks with full support, stacks in rows across the container, rows balanced around its middle. */
public final class StackLoading {

    private final ContainerType type;

    private StackLoading(ContainerType type) {
        this.type = type;
    }

    /** @param leftBehind one finding per box that fits no container of the fleet */
    public record Loaded(List<LoadPlan> plans, List<Finding> leftBehind) {}

    /** Loads all boxes into as few containers as it can; the last one is the smallest that holds the rest. */
    public static Loaded load(List<Box> boxes, List<ContainerType> fleet) {
        var types = fleet.stream()
                .sorted(Comparator.comparingLong((ContainerType t) -> -t.inner().volumeMm3()))
                .toList();
        var largest = types.get(0);
        var left = new ArrayList<Finding>();
        var rest = new ArrayList<Box>();
        boxes.stream().sorted(Stack.baseFirst()).forEach(box -> {
            if (fits(box, largest)) {
                rest.add(box);
            } else {
                left.add(Finding.error(
                        "BOX-SIZE",
                        Place.of(box.id()),
                        box.size().toString(),
                        "No container of the fleet takes this box."));
            }
        });
        var plans = new ArrayList<LoadPlan>();
        while (!rest.isEmpty()) {
            var plan = smallestWhole(rest, types);
            plans.add(plan);
            var placed = plan.placements().stream().map(Placement::id).collect(java.util.stream.Collectors.toSet());
            rest.removeIf(box -> placed.contains(box.id()));
        }
        return new Loaded(plans, left);
    }

    private static LoadPlan smallestWhole(List<Box> boxes, List<ContainerType> types) {
        for (int i = types.size() - 1; i > 0; i--) {
            var plan = new StackLoading(types.get(i)).fill(boxes);
            if (plan.placements().size() == boxes.size()) {
                return plan;
            }
        }
        return new StackLoading(types.get(0)).fill(boxes);
    }

    private static boolean fits(Box box, ContainerType type) {
        return Stack.longSide(box) <= type.inner().lengthMm()
                && Stack.shortSide(box) <= type.inner().widthMm()
                && box.size().heightMm() <= type.inner().heightMm()
                && box.grossG() <= type.payloadG();
    }

    private LoadPlan fill(List<Box> boxes) {
        var rows = balanced(rows(stacks(boxes)));
        var placements = new ArrayList<Placement>();
        int x = start(rows);
        double tilt = 0;
        for (var row : rows) {
            tilt = row.place(x, type.inner().widthMm(), tilt, placements);
            x += row.depth;
        }
        return new LoadPlan(type, placements);
    }

    /** Where the first row begins so that the centre of gravity comes as near to the middle as the free length allows. */
    private int start(List<Row> rows) {
        int used = rows.stream().mapToInt(r -> r.depth).sum();
        double moment = 0;
        double mass = 0;
        int x = 0;
        for (var row : rows) {
            moment += (x + row.depth / 2.0) * row.grossG();
            mass += row.grossG();
            x += row.depth;
        }
        int free = type.inner().lengthMm() - used;
        return mass == 0 ? 0 : (int) Math.max(0, Math.min(free, type.inner().lengthMm() / 2.0 - moment / mass));
    }

    /** Stacks up to the payload: what is beyond it waits for the next container. */
    private List<Stack> stacks(List<Box> boxes) {
        var stacks = new ArrayList<Stack>();
        long mass = 0;
        for (var box : boxes) {
            if (mass + box.grossG() > type.payloadG()) {
                continue;
            }
            mass += box.grossG();
            stacks.stream()
                    .filter(s -> s.takes(box, type.inner().heightMm()))
                    .findFirst()
                    .orElseGet(() -> opened(stacks, box))
                    .add(box);
        }
        return stacks;
    }

    private static Stack opened(List<Stack> stacks, Box box) {
        var stack = new Stack(Stack.longSide(box), Stack.shortSide(box));
        stacks.add(stack);
        return stack;
    }

    private List<Row> rows(List<Stack> stacks) {
        var rows = new ArrayList<Row>();
        int used = 0;
        for (var stack : stacks) {
            var row = rows.stream()
                    .filter(r -> r.takes(stack, type.inner().widthMm()))
                    .findFirst()
                    .orElse(null);
            if (row == null && used + stack.dx <= type.inner().lengthMm()) {
                row = new Row(stack.dx);
                rows.add(row);
                used += stack.dx;
            }
            if (row != null) {
                row.stacks.add(stack);
            }
        }
        return rows;
    }

    /** Heaviest row in the middle, then to both sides in turn, each time to the lighter side. */
    private static List<Row> balanced(List<Row> rows) {
        var ordered = new ArrayList<Row>();
        long front = 0;
        long back = 0;
        for (var row : rows.stream()
                .sorted(Comparator.comparingLong((Row r) -> -r.grossG()))
                .toList()) {
            if (front <= back) {
                ordered.add(0, row);
                front += row.grossG();
            } else {
                ordered.add(row);
                back += row.grossG();
            }
        }
        return ordered;
    }

    /** Stacks side by side across the container. */
    private static final class Row {
        final int depth;
        final List<Stack> stacks = new ArrayList<>();

        Row(int depth) {
            this.depth = depth;
        }

        boolean takes(Stack stack, int width) {
            return stack.dx <= depth && stacks.stream().mapToInt(s -> s.dy).sum() + stack.dy <= width;
        }

        long grossG() {
            return stacks.stream().mapToLong(s -> s.grossG).sum();
        }

        /**
         * Places the row, mirrored or not and moved aside as far as the free width allows, so that it works against the tilt so far.
         *
         * @param tilt moment about the middle line of all rows before, in gram millimetres
         * @return the tilt with this row
         */
        double place(int x, int width, double tilt, List<Placement> placements) {
            if (Math.abs(tilt + moment(stacks)) > Math.abs(tilt - moment(stacks))) {
                Collections.reverse(stacks);
            }
            int used = stacks.stream().mapToInt(s -> s.dy).sum();
            int free = width - used;
            double wish = -(tilt + moment(stacks)) / grossG();
            int y = (int) Math.round(Math.max(0, Math.min(free, free / 2.0 + wish)));
            double shifted = y - free / 2.0;
            double after = tilt + moment(stacks) + shifted * grossG();
            for (var stack : stacks) {
                int z = 0;
                for (var box : stack.boxes) {
                    placements.add(new Placement(
                            box.id(),
                            x,
                            y,
                            z,
                            Stack.longSide(box),
                            Stack.shortSide(box),
                            box.size().heightMm(),
                            box.grossG()));
                    z += box.size().heightMm();
                }
                y += stack.dy;
            }
            return after;
        }

        /** Of the stacks side by side, about the middle of their common width. */
        private static double moment(List<Stack> stacks) {
            double middle = stacks.stream().mapToInt(s -> s.dy).sum() / 2.0;
            double moment = 0;
            int y = 0;
            for (var stack : stacks) {
                moment += (y + stack.dy / 2.0 - middle) * stack.grossG;
                y += stack.dy;
            }
            return moment;
        }
    }
}
