package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem.Room;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Size;

/** What is said of a box that stays behind, against every place it could take in containers of a few cells, judged by the checker. */
class LeftOutAgainstAllTest {

    private static final int LONG = 6;
    private static final int WIDE = 3;
    private static final int HIGH = 3;
    private static final ContainerType CELLS = new ContainerType("x", new Size(LONG, WIDE, HIGH), 0, 1_000_000);

    private static Cargo cargo(String id, Random random, int quantity, int stops) {
        var sizes = List.of(1 + random.nextInt(3), 1 + random.nextInt(2), 1 + random.nextInt(2));
        return Cargo.of(id, sizes, quantity, 100).with(new Cargo.Sorting(1 + random.nextInt(stops), "", "", false));
    }

    /** Every way a box of it can stand on a corner of cells. */
    private static List<Stowed> everywhere(Cargo c) {
        var places = new ArrayList<Stowed>();
        for (int x = 0; x < LONG; x++) {
            for (int y = 0; y < WIDE; y++) {
                for (int z = 0; z < HIGH; z++) {
                    for (int up = 0; up < 3; up++) {
                        int a = c.sizesMm().get((up + 1) % 3);
                        int b = c.sizesMm().get((up + 2) % 3);
                        places.add(new Stowed(c.id(), x, y, z, a, b, c.sizesMm().get(up)));
                        places.add(new Stowed(c.id(), x, y, z, b, a, c.sizesMm().get(up)));
                    }
                }
            }
        }
        return places;
    }

    private static boolean isSound(LoadProblem problem, ContainerOffer offer, List<Stowed> boxes, boolean first) {
        return new ContainerCheck(problem, new Loaded(offer, LoadOrder.of(boxes)), "x", first)
                .findings()
                .isEmpty();
    }

    private static List<Stowed> with(List<Stowed> boxes, Stowed one) {
        var all = new ArrayList<>(boxes);
        all.add(one);
        return all;
    }

    /** Boxes thrown in one after the other where the checker lets them stand; not pushed together, so that there are holes of every kind. */
    private static List<Stowed> thrown(LoadProblem problem, ContainerOffer offer, Random random, boolean first) {
        List<Stowed> boxes = new ArrayList<>();
        for (var c : problem.cargo().subList(1, problem.cargo().size())) {
            for (int n = 0; n < c.quantity(); n++) {
                var places = everywhere(c);
                for (int tried = 0; tried < 25; tried++) {
                    var more = with(boxes, places.get(random.nextInt(places.size())));
                    if (isSound(problem, offer, more, first)) {
                        boxes = more;
                        break;
                    }
                }
            }
        }
        return boxes;
    }

    @Test
    void roomIsDeniedOnlyWhereTheBoxCanStandNowhere() {
        int free = 0;
        int full = 0;
        for (int seed = 1; seed <= 90; seed++) {
            var random = new Random(seed);
            var left = cargo("left", random, 1, 1);
            var cargo = List.of(left, cargo("a", random, 4, 1), cargo("b", random, 4, 1), cargo("c", random, 6, 1));
            var reserved = seed % 3 == 0 ? List.of(new Room(random.nextInt(3), 0, 0, 1, 2, 2)) : List.<Room>of();
            var problem =
                    LoadProblem.of("p", CELLS, cargo, LoadRules.SUPPORT_ONLY).with(reserved, List.of());
            var offer = problem.fleet().get(0);
            var boxes = thrown(problem, offer, random, true);
            boolean fits = everywhere(left).stream().anyMatch(p -> isSound(problem, offer, with(boxes, p), true));
            var told = LeftOut.ofOne(problem, List.of(new Loaded(offer, boxes))).stream()
                    .filter(f -> f.place().source().equals("left"))
                    .toList();
            assertThat(told).hasSize(1);
            assertThat(told.get(0).rule())
                    .as("seed %d: %s beside %s, reserved %s", seed, left.sizesMm(), boxes, reserved)
                    .isEqualTo(fits ? "LEFT-TIME" : "LEFT-ROOM");
            free += fits ? 1 : 0;
            full += fits ? 0 : 1;
        }
        assertThat(Math.min(free, full)).as("both kinds were met").isGreaterThan(8);
    }

    @Test
    void whereTheLimitIsAStopNoOtherPlaceIsFreeOfItUnlessLookingLongerIsAdvised() {
        int ruled = 0;
        for (int seed = 1; seed <= 60; seed++) {
            var random = new Random(seed);
            var left = cargo("left", random, 1, 3);
            var cargo = List.of(left, cargo("a", random, 3, 3), cargo("b", random, 3, 3), cargo("c", random, 3, 3));
            var problem = LoadProblem.of("p", CELLS, cargo, LoadRules.SUPPORT_ONLY);
            var offer = problem.fleet().get(0);
            var boxes = thrown(problem, offer, random, true);
            boolean fits = everywhere(left).stream().anyMatch(p -> isSound(problem, offer, with(boxes, p), true));
            var rule = LeftOut.ofOne(problem, List.of(new Loaded(offer, boxes)))
                    .get(0)
                    .rule();
            if (!fits) {
                assertThat(rule).as("seed %d, %s beside %s", seed, left, boxes).isIn("LEFT-RULE", "LEFT-ROOM");
            }
            ruled += rule.equals("LEFT-RULE") ? 1 : 0;
        }
        assertThat(ruled).isGreaterThan(1);
    }

    @Test
    void ofManyContainersTheFirstInWhichItCouldStandIsNamed() {
        int named = 0;
        for (int seed = 1; seed <= 40; seed++) {
            var random = new Random(seed);
            var left = Cargo.of("left", List.of(3, 2, 1 + random.nextInt(2)), 1, 100);
            var cargo = List.of(left, cargo("a", random, 4, 1), cargo("b", random, 5, 1));
            var three = new ContainerOffer(CELLS, 3, 1);
            var problem = LoadProblem.of("p", CELLS, cargo, LoadRules.SUPPORT_ONLY);
            var fleet = new LoadProblem("p", List.of(three), cargo, problem.rules(), List.of(), List.of());
            var loaded = new ArrayList<Loaded>();
            int first = 0;
            for (int n = 1; n <= 3; n++) {
                var boxes = thrown(fleet, three, random, n == 1);
                boolean begins = n == 1;
                boolean fits = everywhere(left).stream().anyMatch(p -> isSound(fleet, three, with(boxes, p), begins));
                first = first == 0 && fits ? n : first;
                loaded.add(new Loaded(three, boxes));
            }
            var told = LeftOut.ofFleet(fleet, loaded).get(0);
            assertThat(told.rule()).as("seed " + seed).isEqualTo(first > 0 ? "LEFT-TIME" : "LEFT-ROOM");
            assertThat(told.maybe())
                    .startsWith("Nearest is container " + Math.max(1, first) + " (x): ")
                    .endsWith("No further container can be had.");
            named += first > 1 ? 1 : 0;
        }
        assertThat(named).as("not always the first").isGreaterThan(2);
    }
}
