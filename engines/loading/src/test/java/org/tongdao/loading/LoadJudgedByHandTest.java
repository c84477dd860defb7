package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem.Room;
import org.tongdao.loading.LoadProblem.Stowed;

/** Sound loads whose problem is changed afterwards: the checker names exactly the boxes that a plain count made here names. */
class LoadJudgedByHandTest {

    private record Case(LoadProblem problem, Loaded loaded) {

        List<Stowed> boxes() {
            return loaded.boxes();
        }

        /** Cargo and value of each finding of a rule. */
        Set<String> told(LoadProblem changed, String rule) {
            return LoadChecker.check(changed, List.of(new Loaded(changed.fleet().get(0), boxes()))).stream()
                    .filter(f -> f.rule().equals(rule))
                    .map(f -> f.place().source() + ": " + f.value())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static final List<Case> CASES = made();

    private static List<Case> made() {
        var cases = new ArrayList<Case>();
        for (long seed = 700; cases.size() < 8; seed++) {
            var problem = LoadProblem.of(
                    "j" + seed, MadeLoads.TWENTY, MadeLoads.cartons(new Random(seed), 5, 10), LoadRules.SUPPORT_ONLY);
            var loaded =
                    Loading.one(problem, PackLimits.nodes(true, 3)).containers().get(0);
            if (loaded.boxes().size() > 12) {
                cases.add(new Case(problem, loaded));
            }
        }
        return cases;
    }

    private static String said(Stowed box) {
        return "container 1, " + box.cargo() + ": " + box;
    }

    private static int over(int a, int lengthA, int b, int lengthB) {
        return Math.min(a + lengthA, b + lengthB) - Math.max(a, b);
    }

    private static long area(Stowed a, Stowed b) {
        return Math.max(0L, over(a.x(), a.dx(), b.x(), b.dx())) * Math.max(0, over(a.y(), a.dy(), b.y(), b.dy()));
    }

    @Test
    void exactlyTheBoxesThatEnterReservedRoomAreNamed() {
        int entered = 0;
        for (var c : CASES) {
            var random = new Random(c.boxes().size());
            for (int n = 0; n < 30; n++) {
                var r = new Room(
                        random.nextInt(5800),
                        random.nextInt(2300),
                        random.nextInt(2300),
                        1 + random.nextInt(700),
                        1 + random.nextInt(700),
                        1 + random.nextInt(700));
                var in = new TreeSet<String>();
                for (var b : c.boxes()) {
                    boolean x = b.x() < r.x() + r.dx() && r.x() < b.x() + b.dx();
                    boolean y = b.y() < r.y() + r.dy() && r.y() < b.y() + b.dy();
                    boolean z = b.z() < r.z() + r.dz() && r.z() < b.z() + b.dz();
                    if (x && y && z) {
                        in.add(said(b));
                    }
                }
                var changed = c.problem().with(List.of(r), List.of());
                assertThat(c.told(changed, "LOAD-RESERVED")).isEqualTo(in);
                entered += in.size();
            }
        }
        assertThat(entered).isGreaterThan(60);
    }

    @Test
    void exactlyTheStandingBoxesThatWereMovedAreNamed() {
        for (var c : CASES) {
            var random = new Random(c.boxes().size());
            var stood = new ArrayList<Stowed>();
            var moved = new TreeSet<String>();
            for (var b : c.boxes().subList(0, 8)) {
                int by = random.nextInt(3) - 1;
                var before = new Stowed(b.cargo(), b.x() + by, b.y(), b.z(), b.dx(), b.dy(), b.dz());
                stood.add(before);
                if (by != 0 && !c.boxes().contains(before)) {
                    moved.add(said(before));
                }
            }
            assertThat(c.told(c.problem().with(List.of(), stood), "LOAD-STANDING"))
                    .isEqualTo(moved);
            assertThat(c.told(c.problem().with(List.of(), c.boxes()), "LOAD-STANDING"))
                    .isEmpty();
        }
    }

    @Test
    void exactlyTheBoxesThatSomethingOfALaterStopBlocksAreNamed() {
        int blocked = 0;
        for (var c : CASES) {
            for (int draw = 0; draw < 12; draw++) {
                var random = new Random(draw);
                Map<String, Cargo.Sorting> sorting = new HashMap<>();
                c.problem()
                        .cargo()
                        .forEach(x -> sorting.put(
                                x.id(), new Cargo.Sorting(1 + random.nextInt(4), "", "", random.nextInt(5) == 0)));
                var changed = c.problem()
                        .with(c.problem().cargo().stream()
                                .map(x -> x.with(Objects.requireNonNull(sorting.get(x.id()))))
                                .toList());
                var stop = new TreeSet<String>();
                var access = new TreeSet<String>();
                for (var b : c.boxes()) {
                    var own = Objects.requireNonNull(sorting.get(b.cargo()));
                    boolean later = c.boxes().stream()
                            .filter(o -> isInTheWay(o, b))
                            .map(o -> Objects.requireNonNull(sorting.get(o.cargo())))
                            .anyMatch(o -> turn(o) > turn(own));
                    if (later) {
                        (own.held() ? access : stop).add(said(b));
                    }
                }
                assertThat(c.told(changed, "LOAD-STOP")).isEqualTo(stop);
                assertThat(c.told(changed, "LOAD-ACCESS")).isEqualTo(access);
                blocked += stop.size() + access.size();
            }
        }
        assertThat(blocked).isGreaterThan(300);
    }

    private static int turn(Cargo.Sorting sorting) {
        return sorting.held() ? 0 : sorting.stop();
    }

    private static boolean isInTheWay(Stowed other, Stowed box) {
        boolean above = other.z() >= box.z() + box.dz() && area(box, other) > 0;
        boolean y = over(box.y(), box.dy(), other.y(), other.dy()) > 0;
        boolean z = over(box.z(), box.dz(), other.z(), other.dz()) > 0;
        return above || other.x() >= box.x() + box.dx() && y && z;
    }

    /** What comes down on a box, asked from it upwards: of each box on it the part of its own mass and of what that one carries. */
    private static double carried(Case c, Map<String, Cargo> known, Stowed box) {
        double sum = 0;
        for (var above : c.boxes()) {
            if (above.z() == box.z() + box.dz() && area(above, box) > 0) {
                long touching = c.boxes().stream()
                        .filter(b -> b.z() + b.dz() == above.z())
                        .mapToLong(b -> area(above, b))
                        .sum();
                double mass = Objects.requireNonNull(known.get(above.cargo())).grossG() + carried(c, known, above);
                sum += mass * area(above, box) / touching;
            }
        }
        return sum;
    }

    private static int layers(Case c, Stowed box) {
        return c.boxes().stream()
                .filter(b -> b.z() == box.z() + box.dz() && area(b, box) > 0)
                .mapToInt(b -> 1 + layers(c, b))
                .max()
                .orElse(0);
    }

    @Test
    void exactlyTheBoxesThatBearTooMuchAreNamedWithWhatTheyBear() {
        int weak = 0;
        for (var c : CASES) {
            var known = c.problem().byId();
            for (int draw = 0; draw < 6; draw++) {
                var random = new Random(draw);
                Map<String, Long> most = new HashMap<>();
                c.problem().cargo().forEach(x -> most.put(x.id(), 1000L * random.nextInt(200)));
                var changed = c.problem()
                        .with(c.problem().cargo().stream()
                                .map(x -> x.with(new Cargo.Strength(
                                        Objects.requireNonNull(most.get(x.id())), Integer.MAX_VALUE)))
                                .toList());
                var told = new TreeSet<String>();
                for (var b : c.boxes()) {
                    double grams = carried(c, known, b);
                    if (grams > Objects.requireNonNull(most.get(b.cargo())) * 1.000001) {
                        told.add("container 1, " + b.cargo() + ": " + Math.round(grams) + " g");
                    }
                }
                assertThat(c.told(changed, "LOAD-BEARING")).isEqualTo(told);
                weak += told.size();
            }
        }
        assertThat(weak).isGreaterThan(30);
    }

    @Test
    void exactlyTheBoxesWithTooManyOnEachOtherAreNamed() {
        int high = 0;
        for (var c : CASES) {
            for (int most = 0; most <= 4; most++) {
                int layers = most;
                var changed = c.problem()
                        .with(c.problem().cargo().stream()
                                .map(x -> x.with(new Cargo.Strength(Long.MAX_VALUE, layers)))
                                .toList());
                var told = new TreeSet<String>();
                c.boxes().stream()
                        .filter(b -> layers(c, b) > layers)
                        .forEach(b -> told.add("container 1, " + b.cargo() + ": " + layers(c, b)));
                assertThat(c.told(changed, "LOAD-LAYERS")).isEqualTo(told);
                high += told.size();
            }
        }
        assertThat(high).isGreaterThan(50);
    }

    @Test
    void exactlyTheGroupsThatAreTornAreNamed() {
        int torn = 0;
        for (var c : CASES) {
            for (int draw = 0; draw < 10; draw++) {
                var random = new Random(draw);
                var cargo = c.problem().cargo().stream()
                        .map(x -> x.with(new Cargo.Sorting(
                                        1, random.nextInt(4) == 0 ? "" : "G" + random.nextInt(3), "", false))
                                .with(x.quantity() + (random.nextInt(3) == 0 ? 1 : 0)))
                        .toList();
                var told = new TreeSet<String>();
                for (var group : List.of("G0", "G1", "G2")) {
                    var of = cargo.stream()
                            .filter(x -> x.sorting().group().equals(group))
                            .toList();
                    int offered = of.stream().mapToInt(Cargo::quantity).sum();
                    long in = c.boxes().stream()
                            .filter(b -> of.stream().anyMatch(x -> x.id().equals(b.cargo())))
                            .count();
                    if (in > 0 && in < offered) {
                        told.add(group + ": " + in + " boxes");
                    }
                }
                var rules = LoadRules.SUPPORT_ONLY.withWholeGroups();
                assertThat(c.told(c.problem().with(cargo).with(rules), "LOAD-GROUP"))
                        .isEqualTo(told);
                assertThat(c.told(c.problem().with(cargo), "LOAD-GROUP")).isEmpty();
                torn += told.size();
            }
        }
        assertThat(torn).isGreaterThan(20);
    }

    @Test
    void theHeaviestMetreIsThatOfCountingEveryMillimetre() {
        for (var c : CASES) {
            var known = c.problem().byId();
            var metres = new double[6];
            for (var b : c.boxes()) {
                double perMm = Objects.requireNonNull(known.get(b.cargo())).grossG() / (double) b.dx();
                for (int x = b.x(); x < b.x() + b.dx(); x++) {
                    metres[x / 1000] += perMm;
                }
            }
            double most = java.util.Arrays.stream(metres).max().orElseThrow();
            var at = LoadRules.SUPPORT_ONLY.withMaxPerMetreG((long) Math.ceil(most));
            var below = LoadRules.SUPPORT_ONLY.withMaxPerMetreG((long) Math.floor(most) - 2);
            assertThat(c.told(c.problem().with(at), "LOAD-FLOOR")).isEmpty();
            assertThat(c.told(c.problem().with(below), "LOAD-FLOOR"))
                    .containsExactly("container 1: " + Math.round(most) + " g/m");
        }
    }
}
