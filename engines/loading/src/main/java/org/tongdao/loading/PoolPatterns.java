package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * How wagons of a scarce pool are shared out among the routes, and which lengths each carries, were mass no matter: exact, by dynamic programming over the counts
 * of wagons of each model. Its worth bounds every train of the pool.
 */
final class PoolPatterns {

    private static final int[] FEET = {45, 40, 20};
    /** Ways to take wagons of the models that are still looked at: more of them and wagons are not scarce. */
    private static final int MOST = 4_000;

    private final List<WagonOffer> pool;
    private final List<List<TrainBox>> routes = new ArrayList<>();
    private final int[] step;
    private final List<TrainBox> chosen = new ArrayList<>();
    private int ways = 1;
    private long bound = Long.MAX_VALUE;

    PoolPatterns(List<WagonOffer> pool, List<TrainBox> boxes) {
        this.pool = pool;
        var byRoute = new TreeMap<String, List<TrainBox>>();
        boxes.forEach(
                b -> byRoute.computeIfAbsent(b.route(), r -> new ArrayList<>()).add(b));
        routes.addAll(byRoute.values());
        step = new int[pool.size()];
        for (int m = 0; m < step.length; m++) {
            step[m] = ways;
            ways = (int) Math.min(
                    MOST + 1,
                    (long) ways * (1 + Math.min(boxes.size(), pool.get(m).available())));
        }
        if (ways <= MOST) {
            shareOut();
        }
    }

    /** No train of the pool is worth more; {@code Long.MAX_VALUE} where wagons are so many that this is not asked. */
    long bound() {
        return bound;
    }

    /** The containers that are worth so much; none where it is not asked. */
    List<TrainBox> chosen() {
        return chosen;
    }

    private void shareOut() {
        var all = new long[ways];
        var own = new int[routes.size()][ways];
        var best = new ArrayList<int[]>();
        for (int r = 0; r < routes.size(); r++) {
            var one = worthOf(routes.get(r));
            best.add(one.chosen());
            var next = new long[ways];
            for (int given = 0; given < ways; given++) {
                next[given] = -1;
                for (int some = 0; some <= given; some++) {
                    if (isPart(some, given) && one.worth()[some] + all[given - some] > next[given]) {
                        next[given] = one.worth()[some] + all[given - some];
                        own[r][given] = some;
                    }
                }
            }
            all = next;
        }
        bound = all[ways - 1];
        int given = ways - 1;
        for (int r = routes.size() - 1; r >= 0; r--) {
            take(routes.get(r), best.get(r)[own[r][given]]);
            given -= own[r][given];
        }
    }

    private void take(List<TrainBox> route, int triple) {
        int left = triple;
        for (int feet : FEET) {
            var some = ofLength(route, feet);
            chosen.addAll(some.subList(0, left % (some.size() + 1)));
            left /= some.size() + 1;
        }
    }

    /** The worthiest first. */
    private static List<TrainBox> ofLength(List<TrainBox> route, int feet) {
        return route.stream()
                .filter(b -> b.feet() == feet)
                .sorted(Comparator.comparingInt((TrainBox b) -> -b.worth()).thenComparing(TrainBox::no))
                .toList();
    }

    private int count(int way, int model) {
        return way / step[model] % (model + 1 < step.length ? step[model + 1] / step[model] : Integer.MAX_VALUE);
    }

    private boolean isPart(int own, int given) {
        for (int m = 0; m < step.length; m++) {
            if (count(own, m) > count(given, m)) {
                return false;
            }
        }
        return true;
    }

    /** By the wagons a route gets: its most worth, and the counts of each length that make it, as one number. */
    private record Best(long[] worth, int[] chosen) {}

    private Best worthOf(List<TrainBox> route) {
        var sums = new long[FEET.length][];
        var size = new int[FEET.length];
        for (int f = 0; f < FEET.length; f++) {
            var some = ofLength(route, FEET[f]);
            size[f] = some.size() + 1;
            sums[f] = new long[size[f]];
            for (int i = 0; i < some.size(); i++) {
                sums[f][i + 1] = sums[f][i] + some.get(i).worth();
            }
        }
        var reached = new boolean[ways][];
        var best = new Best(new long[ways], new int[ways]);
        for (int way = 0; way < ways; way++) {
            reached[way] = reached(way, reached, size);
            for (int i = 0; i < reached[way].length; i++) {
                long worth = sums[0][i % size[0]] + sums[1][i / size[0] % size[1]] + sums[2][i / (size[0] * size[1])];
                if (reached[way][i] && worth > best.worth[way]) {
                    best.worth[way] = worth;
                    best.chosen[way] = i;
                }
            }
        }
        return best;
    }

    private boolean[] reached(int way, boolean[][] before, int[] size) {
        var now = new boolean[size[0] * size[1] * size[2]];
        if (way == 0) {
            now[0] = true;
            return now;
        }
        int model = 0;
        while (count(way, model) == 0) {
            model++;
        }
        var from = before[way - step[model]];
        for (var pattern : patterns(pool.get(model).loadingFt())) {
            for (int i = 0; i < from.length; i++) {
                if (from[i]) {
                    int a = Math.min(size[0] - 1, i % size[0] + pattern[0]);
                    int b = Math.min(size[1] - 1, i / size[0] % size[1] + pattern[1]);
                    int c = Math.min(size[2] - 1, i / (size[0] * size[1]) + pattern[2]);
                    now[(c * size[1] + b) * size[0] + a] = true;
                }
            }
        }
        return now;
    }

    /** Counts of each length that fill so many feet. */
    private static List<int[]> patterns(int feet) {
        var patterns = new ArrayList<int[]>();
        for (int a = 0; a * FEET[0] <= feet; a++) {
            for (int b = 0; a * FEET[0] + b * FEET[1] <= feet; b++) {
                patterns.add(new int[] {a, b, (feet - a * FEET[0] - b * FEET[1]) / FEET[2]});
            }
        }
        return patterns;
    }
}
