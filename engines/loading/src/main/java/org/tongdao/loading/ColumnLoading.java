package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.tongdao.loading.PackPlan.Place;

/**
 * The quick way for thousands of small boxes: columns in which each box stands whole on the one below, columns in rows across the container. Among thousands
 * there is nearly always a box of nearly the footprint wanted, so little room is lost, and a row is a section that can be moved for balance.
 * A row is of one stop, and what leaves last stands at the front wall.
 *
 * <p>It knows payload, strength and stops; it is not asked where there are kinds, boxes that stand or room that stays free.
 */
final class ColumnLoading {

    /** What the height or width that stays free above the last box of a column, or beside the last column of a row, counts against a snug fit. */
    private static final double GAP = 1.5;

    private final PackProblem problem;
    private final PackCargo cargo;
    private final int[] left;
    private final int leastHeight;
    private final List<int[]> stands = new ArrayList<>();
    private long massG;

    ColumnLoading(PackProblem problem, PackCargo cargo) {
        this.problem = problem;
        this.cargo = cargo;
        this.left =
                problem.types().stream().mapToInt(PackProblem.BoxType::quantity).toArray();
        int low = Integer.MAX_VALUE;
        for (int t = 0; t < left.length; t++) {
            var sizes = problem.types().get(t).sizes();
            var upright = problem.types().get(t).upright();
            for (int up = 0; up < sizes.size(); up++) {
                int a = Math.max(sizes.get((up + 1) % 3), sizes.get((up + 2) % 3));
                int b = Math.min(sizes.get((up + 1) % 3), sizes.get((up + 2) % 3));
                if (upright.get(up) && fits(a, b, sizes.get(up))) {
                    stands.add(new int[] {t, a, b, sizes.get(up)});
                    low = Math.min(low, sizes.get(up));
                }
            }
        }
        stands.sort(Comparator.comparingLong((int[] s) -> -(long) s[1] * s[2]));
        leastHeight = low;
    }

    private boolean fits(int a, int b, int height) {
        int longest = Math.max(problem.length(), problem.width());
        return a <= longest && b <= Math.min(problem.length(), problem.width()) && height <= problem.height();
    }

    /** Boxes one on the other; a footprint is its long and its short side. */
    private record Column(int a, int b, List<int[]> boxes, long volume) {}

    private record Part(Column column, int x, int y) {}

    private record Row(int stop, int depth, List<Part> parts) {

        double share() {
            return parts.stream().mapToDouble(p -> p.column().volume()).sum() / depth;
        }
    }

    /** Places by type number, each above what bears it. */
    List<Place> solve() {
        var places = new ArrayList<Place>();
        int x = 0;
        for (var row : chosen()) {
            int y = 0;
            for (var part : row.parts()) {
                stand(part, x, y, places);
                y += part.y();
            }
            x += row.depth();
        }
        places.sort(Comparator.comparingInt(Place::z).thenComparing(Place::x).thenComparing(Place::y));
        return places;
    }

    /** The fullest rows that the length holds, what leaves last first. */
    private List<Row> chosen() {
        var rows = new ArrayList<Row>();
        Arrays.stream(cargo.stop).distinct().sorted().forEach(stop -> rows.addAll(rows(stop, columns(stop))));
        rows.sort(Comparator.comparingDouble(row -> -row.share()));
        var chosen = new ArrayList<Row>();
        int length = problem.length();
        for (var row : rows) {
            if (row.depth() <= length) {
                chosen.add(row);
                length -= row.depth();
            }
        }
        chosen.sort(Comparator.comparingInt(row -> -row.stop()));
        return chosen;
    }

    private static void stand(Part part, int x, int y, List<Place> places) {
        boolean along = part.x() == part.column().a();
        int z = 0;
        for (var box : part.column().boxes()) {
            places.add(new Place(box[0], x, y, z, along ? box[1] : box[2], along ? box[2] : box[1], box[3]));
            z += box[3];
        }
    }

    private List<Column> columns(int stop) {
        var columns = new ArrayList<Column>();
        for (var base : stands) {
            while (cargo.stop[base[0]] == stop && left[base[0]] > 0 && massG + cargo.massG[base[0]] <= cargo.payloadG) {
                columns.add(column(base));
            }
        }
        return columns;
    }

    private Column column(int[] base) {
        var boxes = new ArrayList<int[]>();
        long volume = 0;
        int height = problem.height();
        double bears = Double.MAX_VALUE;
        int layers = Integer.MAX_VALUE;
        for (var next = base; next != null; next = next(boxes.get(boxes.size() - 1), height, bears, layers)) {
            int t = next[0];
            boxes.add(next);
            left[t]--;
            massG += cargo.massG[t];
            height -= next[3];
            volume += problem.types().get(t).volume();
            bears = Math.min(bears - cargo.massG[t], cargo.mostOnTopG[t]);
            layers = Math.min(layers - 1, cargo.layersOnTop[t]);
        }
        return new Column(base[1], base[2], boxes, volume);
    }

    /** The box that covers most of the one below and leaves no room at the ceiling that nothing can use. */
    private int @org.jspecify.annotations.Nullable [] next(int[] below, int height, double bears, int layers) {
        int[] best = null;
        double most = 0;
        double area = (double) below[1] * below[2];
        for (var s : stands) {
            int t = s[0];
            if (left[t] == 0
                    || cargo.stop[t] != cargo.stop[below[0]]
                    || s[1] > below[1]
                    || s[2] > below[2]
                    || s[3] > height
                    || layers < 1
                    || cargo.massG[t] > bears
                    || massG + cargo.massG[t] > cargo.payloadG) {
                continue;
            }
            int over = height - s[3];
            double lost = over < leastHeight ? GAP * over / problem.height() : 0;
            double score = s[1] * (double) s[2] / area - lost;
            if (score > most) {
                most = score;
                best = s;
            }
        }
        return best;
    }

    private List<Row> rows(int stop, List<Column> columns) {
        var rest = new ArrayList<>(columns);
        rest.sort(Comparator.comparingInt((Column c) -> -c.a()).thenComparing(c -> -c.b()));
        int narrowest = columns.stream().mapToInt(Column::b).min().orElse(0);
        var rows = new ArrayList<Row>();
        while (!rest.isEmpty()) {
            rows.add(row(stop, rest, narrowest));
        }
        return rows;
    }

    private Row row(int stop, List<Column> rest, int narrowest) {
        var first = rest.get(0);
        boolean lies = first.b() <= problem.width() && first.a() <= problem.length();
        int depth = lies ? first.a() : first.b();
        var parts = new ArrayList<Part>();
        int width = problem.width();
        for (var next = new Part(first, depth, lies ? first.b() : first.a());
                next != null;
                next = next(rest, depth, width, narrowest)) {
            parts.add(next);
            rest.remove(next.column());
            width -= next.y();
        }
        return new Row(stop, depth, parts);
    }

    private static @org.jspecify.annotations.Nullable Part next(
            List<Column> rest, int depth, int width, int narrowest) {
        Part best = null;
        double most = -1;
        for (var c : rest) {
            for (int turned = 0; turned < 2; turned++) {
                int x = turned == 0 ? c.a() : c.b();
                int y = turned == 0 ? c.b() : c.a();
                if (x > depth || y > width) {
                    continue;
                }
                int over = width - y;
                double score = (double) x / depth - (over < narrowest ? GAP * over / width : 0);
                if (score > most) {
                    most = score;
                    best = new Part(c, x, y);
                }
            }
        }
        return best;
    }
}
