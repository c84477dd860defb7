package org.tongdao.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tongdao.terms.Size;

/** Problems drawn by seed for the tests of packers and checkers: small enough to be solved in milliseconds, and with every rule there is. */
final class MadeLoads {

    static final ContainerType TWENTY = new ContainerType("20GP", new Size(5898, 2352, 2393), 2_230_000, 24_000_000);
    static final ContainerType FORTY = new ContainerType("40HC", new Size(12032, 2352, 2698), 3_900_000, 25_000_000);
    static final ContainerType FORTY_FIVE =
            new ContainerType("45HC", new Size(13556, 2352, 2698), 4_800_000, 25_000_000);
    static final List<Boolean> ANY_WAY = List.of(true, true, true);
    static final LoadRules.Apart APART = new LoadRules.Apart("IMDG-7.2", "acid", "food");

    private MadeLoads() {}

    /** Boxes of {@code kinds} sizes of 30 to 100 cm, {@code each} of every size, with masses of 60 to 300 kg/m³. */
    static List<Cargo> cartons(Random random, int kinds, int each) {
        var cargo = new ArrayList<Cargo>();
        for (int i = 0; i < kinds; i++) {
            var sizes = List.of(
                    300 + 10 * random.nextInt(60), 300 + 10 * random.nextInt(50), 200 + 10 * random.nextInt(50));
            double litres = (double) sizes.get(0) * sizes.get(1) * sizes.get(2) / 1e6;
            cargo.add(Cargo.of(
                    "C" + i, sizes, 1 + random.nextInt(each), Math.round(litres * (60 + random.nextInt(240)))));
        }
        return cargo;
    }

    /** The same with stops, strength, kinds, groups and held boxes, each for about a third of them. */
    static List<Cargo> difficult(Random random, int kinds, int each, int stops) {
        var cargo = new ArrayList<Cargo>();
        for (var c : cartons(random, kinds, each)) {
            var kind = List.of("", "", "acid", "food").get(random.nextInt(4));
            var group = random.nextInt(3) == 0 ? "G" + random.nextInt(3) : "";
            boolean held = random.nextInt(8) == 0;
            var made = c.with(new Cargo.Sorting(1 + random.nextInt(stops), group, kind, held));
            made = random.nextInt(3) == 0 ? made.with(new Cargo.Strength(c.grossG() * 3, 3)) : made;
            cargo.add(random.nextInt(3) == 0 ? made.with(List.of(false, false, true)) : made);
        }
        return cargo;
    }

    /** A problem with rules drawn by seed. */
    static LoadProblem difficult(long seed) {
        var random = new Random(seed);
        var cargo = difficult(random, 3 + random.nextInt(5), 12, 1 + random.nextInt(3));
        var rules = random.nextBoolean() ? LoadRules.CTU : LoadRules.SUPPORT_ONLY;
        rules = random.nextInt(3) == 0 ? rules.withMaxPerMetreG(1_500_000) : rules;
        rules = random.nextInt(3) == 0 ? rules.withWholeGroups() : rules;
        rules = random.nextBoolean() ? rules.with(List.of(APART)) : rules;
        rules = random.nextInt(4) == 0 ? rules.withSupport(0.75) : rules;
        return LoadProblem.of("made " + seed, random.nextInt(3) > 0 ? TWENTY : FORTY, cargo, rules);
    }

    /** A container of the problem of Bischoff and Ratcliff with boxes of their ranges, which would fill it if they fitted. */
    static PackProblem family(int types, long seed) {
        var random = new Random(seed);
        var sizes = new ArrayList<List<Integer>>();
        for (int t = 0; t < types; t++) {
            sizes.add(List.of(30 + random.nextInt(91), 25 + random.nextInt(76), 20 + random.nextInt(61)));
        }
        var quantity = new int[types];
        for (long offered = 0; offered < 587L * 233 * 220; ) {
            int t = random.nextInt(types);
            quantity[t]++;
            offered += (long) sizes.get(t).get(0)
                    * sizes.get(t).get(1)
                    * sizes.get(t).get(2);
        }
        var boxes = new ArrayList<PackProblem.BoxType>();
        for (int t = 0; t < types; t++) {
            if (quantity[t] > 0) {
                var upright = List.of(random.nextBoolean(), random.nextBoolean(), true);
                boxes.add(new PackProblem.BoxType(t + 1, sizes.get(t), upright, quantity[t]));
            }
        }
        return new PackProblem((int) seed, 587, 233, 220, boxes);
    }

    /**
     * A container cut into boxes by saw cuts, so that all of them fill it whole: the best that is possible is known.
     *
     * @param cuts that are made; at most one more box comes out
     */
    static PackProblem sawn(int length, int width, int height, int cuts, long seed) {
        var random = new Random(seed);
        var parts = new ArrayList<int[]>();
        parts.add(new int[] {length, width, height});
        for (int cut = 0; cut < cuts; cut++) {
            var part = parts.remove(largest(parts));
            int axis = part[0] >= part[1] && part[0] >= part[2] ? 0 : part[1] >= part[2] ? 1 : 2;
            int at = part[axis] * (1 + random.nextInt(3)) / 4;
            var one = part.clone();
            var other = part.clone();
            one[axis] = at;
            other[axis] = part[axis] - at;
            parts.add(one);
            parts.add(other);
        }
        var types = new ArrayList<PackProblem.BoxType>();
        for (var p : parts) {
            types.add(new PackProblem.BoxType(
                    types.size() + 1, List.of(p[0], p[1], p[2]), List.of(false, false, true), 1));
        }
        return new PackProblem((int) seed, length, width, height, types);
    }

    private static int largest(List<int[]> parts) {
        int largest = 0;
        for (int i = 1; i < parts.size(); i++) {
            if (volume(parts.get(i)) > volume(parts.get(largest))) {
                largest = i;
            }
        }
        return largest;
    }

    private static long volume(int[] box) {
        return (long) box[0] * box[1] * box[2];
    }
}
