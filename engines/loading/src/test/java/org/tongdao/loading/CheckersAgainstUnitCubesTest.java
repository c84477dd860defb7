package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Size;

/** Both checkers against a third geometry that cannot be wrong in the same way: a small container as a grid of unit cubes, each counted. */
class CheckersAgainstUnitCubesTest {

    private static final int LENGTH = 8;
    private static final int WIDTH = 5;
    private static final int HEIGHT = 5;
    private static final int PLANS = 3_000;

    private final Random random = new Random(17);

    /** Boxes of a random plan; every second plan is stacked on what is there, so that good plans come too. */
    private List<Stowed> plan(boolean stacked) {
        var boxes = new ArrayList<Stowed>();
        int n = 2 + random.nextInt(4);
        for (int i = 0; i < n; i++) {
            int dx = 1 + random.nextInt(3);
            int dy = 1 + random.nextInt(3);
            int dz = 1 + random.nextInt(3);
            int x = random.nextInt(LENGTH - dx + (stacked ? 1 : 2));
            int y = random.nextInt(WIDTH - dy + (stacked ? 1 : 2));
            int z = stacked ? top(boxes, x, y, dx, dy) : random.nextInt(3);
            if (!stacked || z + dz <= HEIGHT) {
                boxes.add(new Stowed("B" + i, x, y, z, dx, dy, dz));
            }
        }
        return boxes;
    }

    private static int top(List<Stowed> boxes, int x, int y, int dx, int dy) {
        int top = 0;
        for (var b : boxes) {
            boolean under = b.x() < x + dx && x < b.x() + b.dx() && b.y() < y + dy && y < b.y() + b.dy();
            top = under ? Math.max(top, b.z() + b.dz()) : top;
        }
        return top;
    }

    private static boolean holds(Stowed b, int x, int y, int z) {
        return x >= b.x() && x < b.x() + b.dx() && y >= b.y() && y < b.y() + b.dy() && z >= b.z() && z < b.z() + b.dz();
    }

    private static boolean sticksOut(List<Stowed> boxes) {
        return boxes.stream()
                .anyMatch(b -> b.x() + b.dx() > LENGTH || b.y() + b.dy() > WIDTH || b.z() + b.dz() > HEIGHT);
    }

    private static boolean overlaps(List<Stowed> boxes) {
        for (int x = 0; x < LENGTH + 3; x++) {
            for (int y = 0; y < WIDTH + 3; y++) {
                for (int z = 0; z < HEIGHT + 3; z++) {
                    int at = x;
                    int by = y;
                    int up = z;
                    if (boxes.stream().filter(b -> holds(b, at, by, up)).count() > 1) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean hangs(List<Stowed> boxes) {
        for (var b : boxes) {
            for (int x = b.x(); x < b.x() + b.dx(); x++) {
                for (int y = b.y(); y < b.y() + b.dy(); y++) {
                    int at = x;
                    int by = y;
                    if (b.z() > 0 && boxes.stream().noneMatch(o -> holds(o, at, by, b.z() - 1))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether a cube of a box that leaves later lies above a cube of one that leaves earlier, or between it and the door. */
    private static boolean isBlocked(List<Stowed> boxes, int[] stop) {
        for (int e = 0; e < boxes.size(); e++) {
            for (int l = 0; l < boxes.size(); l++) {
                if (stop[l] > stop[e] && (sweeps(boxes.get(e), boxes.get(l)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean sweeps(Stowed early, Stowed late) {
        for (int x = early.x(); x < early.x() + early.dx(); x++) {
            for (int y = early.y(); y < early.y() + early.dy(); y++) {
                for (int z = early.z(); z < early.z() + early.dz(); z++) {
                    for (int far = 1; far < LENGTH + HEIGHT; far++) {
                        if (holds(late, x + far, y, z) || holds(late, x, y, z + far)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    @Test
    void wallsOverlapsAndSupportAreJudgedAsCountingCubesDoes() {
        int good = 0;
        for (int n = 0; n < PLANS; n++) {
            var boxes = plan(n % 2 == 0);
            var found = rules(boxes, new int[boxes.size()]);
            var packed = packed(boxes);
            boolean out = sticksOut(boxes);
            assertThat(found.contains("LOAD-OUTSIDE")).as("%s", boxes).isEqualTo(out);
            assertThat(packed.contains("PACK-OUTSIDE")).as("%s", boxes).isEqualTo(out);
            if (!out) {
                boolean overlaps = overlaps(boxes);
                assertThat(found.contains("LOAD-OVERLAP")).as("%s", boxes).isEqualTo(overlaps);
                assertThat(packed.contains("PACK-OVERLAP")).as("%s", boxes).isEqualTo(overlaps);
                if (!overlaps) {
                    boolean hangs = hangs(boxes);
                    assertThat(found.contains("LOAD-SUPPORT")).as("%s", boxes).isEqualTo(hangs);
                    assertThat(packed.contains("PACK-SUPPORT")).as("%s", boxes).isEqualTo(hangs);
                    good += hangs ? 0 : 1;
                }
            }
        }
        assertThat(good).isBetween(PLANS / 20, PLANS - PLANS / 20);
    }

    @Test
    void whatIsInTheWayOfAnEarlierStopIsWhatASweptCubeMeets() {
        int blocked = 0;
        int judged = 0;
        for (int n = 0; n < PLANS; n++) {
            var boxes = plan(true);
            var stop = random.ints(boxes.size(), 1, 4).toArray();
            if (!overlaps(boxes)) {
                boolean isBlocked = isBlocked(boxes, stop);
                assertThat(rules(boxes, stop).contains("LOAD-STOP"))
                        .as("%s", boxes)
                        .isEqualTo(isBlocked);
                judged++;
                blocked += isBlocked ? 1 : 0;
            }
        }
        assertThat(blocked).isBetween(judged / 10, judged * 9 / 10);
    }

    private static Set<String> rules(List<Stowed> boxes, int[] stop) {
        var cargo = new ArrayList<Cargo>();
        for (int i = 0; i < boxes.size(); i++) {
            var b = boxes.get(i);
            cargo.add(Cargo.of(b.cargo(), List.of(b.dx(), b.dy(), b.dz()), 1, 0)
                    .with(new Cargo.Sorting(Math.max(1, stop[i]), "", "", false)));
        }
        var type = new ContainerType("cubes", new Size(LENGTH, WIDTH, HEIGHT), 0, 1);
        var problem = LoadProblem.of("cubes", type, cargo, LoadRules.SUPPORT_ONLY);
        var loaded = new LoadAnswer.Loaded(problem.fleet().get(0), boxes);
        return LoadChecker.check(problem, List.of(loaded)).stream()
                .map(Finding::rule)
                .collect(Collectors.toSet());
    }

    private static Set<String> packed(List<Stowed> boxes) {
        var types = new ArrayList<PackProblem.BoxType>();
        var places = new ArrayList<PackPlan.Place>();
        for (int i = 0; i < boxes.size(); i++) {
            var b = boxes.get(i);
            var sizes = List.of(b.dx(), b.dy(), b.dz());
            types.add(new PackProblem.BoxType(i, sizes, List.of(true, true, true), 1));
            places.add(new PackPlan.Place(i, b.x(), b.y(), b.z(), b.dx(), b.dy(), b.dz()));
        }
        var plan = new PackPlan(new PackProblem(1, LENGTH, WIDTH, HEIGHT, types), places, 0);
        return PackChecker.check(plan, true).stream().map(Finding::rule).collect(Collectors.toSet());
    }
}
