package org.tongdao.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem.Stowed;

/** Where in a loaded container a further box would stand on enough of what is below: at the corners that boxes and reserved room make. */
final class FreeCorners {

    private static final long MOST_CORNERS = 1_000_000;

    private final LoadProblem problem;
    private final List<Stowed> boxes;
    private final int[] room;

    private final List<LoadProblem.Room> reserved;
    private final int[] xs;
    private final int[] ys;
    private final int[] zs;
    private long compared;

    /** @param first whether room is reserved in it */
    FreeCorners(LoadProblem problem, Loaded container, boolean first) {
        this.problem = problem;
        this.reserved = first ? problem.reserved() : List.of();
        this.boxes = container.boxes();
        var inner = container.offer().type().inner();
        this.room = new int[] {inner.lengthMm(), inner.widthMm(), inner.heightMm()};
        // moved towards the front and the left as far as it goes, a box touches another or begins where what bears it
        // begins
        this.xs = edges(of(boxes, Stowed::x), of(boxes, b -> b.x() + b.dx()), of(reserved, r -> r.x() + r.dx()));
        this.ys = edges(of(boxes, Stowed::y), of(boxes, b -> b.y() + b.dy()), of(reserved, r -> r.y() + r.dy()));
        this.zs = edges(of(boxes, b -> b.z() + b.dz()), of(reserved, r -> r.z() + r.dz()));
    }

    private static <T> IntStream of(List<T> all, ToIntFunction<T> edge) {
        return all.stream().mapToInt(edge);
    }

    /** How often a corner was compared with a box. */
    long compared() {
        return compared;
    }

    /** At most {@code most} of them; none where there are too many corners to look at. */
    List<Stowed> list(Cargo c, int most) {
        var found = new ArrayList<Stowed>();
        if ((long) xs.length * ys.length * zs.length > MOST_CORNERS) {
            return found;
        }
        for (int x : xs) {
            for (int y : ys) {
                for (int z : zs) {
                    add(c, x, y, z, found);
                    if (found.size() >= most) {
                        return found.subList(0, most);
                    }
                }
            }
        }
        return found;
    }

    /** Zero and what is given, each once and ascending. */
    private static int[] edges(IntStream... given) {
        return Stream.concat(Stream.of(IntStream.of(0)), Stream.of(given))
                .flatMapToInt(edges -> edges)
                .sorted()
                .distinct()
                .toArray();
    }

    private void add(Cargo c, int x, int y, int z, List<Stowed> found) {
        for (int up = 0; up < 3; up++) {
            if (c.upright().get(up)) {
                int a = c.sizesMm().get((up + 1) % 3);
                int b = c.sizesMm().get((up + 2) % 3);
                int h = c.sizesMm().get(up);
                for (var box : List.of(new Stowed(c.id(), x, y, z, a, b, h), new Stowed(c.id(), x, y, z, b, a, h))) {
                    if (isFree(box)) {
                        found.add(box);
                    }
                }
            }
        }
    }

    private boolean isFree(Stowed box) {
        if (box.x() + box.dx() > room[0] || box.y() + box.dy() > room[1] || box.z() + box.dz() > room[2]) {
            return false;
        }
        long borne = 0;
        compared += boxes.size();
        for (var b : boxes) {
            long x = Math.min(box.x() + box.dx(), b.x() + b.dx()) - Math.max(box.x(), b.x());
            long y = Math.min(box.y() + box.dy(), b.y() + b.dy()) - Math.max(box.y(), b.y());
            if (x > 0 && y > 0) {
                if (box.z() < b.z() + b.dz() && b.z() < box.z() + box.dz()) {
                    return false;
                }
                borne += b.z() + b.dz() == box.z() ? x * y : 0;
            }
        }
        boolean kept = reserved.stream()
                .anyMatch(r -> box.x() < r.x() + r.dx()
                        && r.x() < box.x() + box.dx()
                        && box.y() < r.y() + r.dy()
                        && r.y() < box.y() + box.dy()
                        && box.z() < r.z() + r.dz()
                        && r.z() < box.z() + box.dz());
        return !kept && (box.z() == 0 || borne >= problem.rules().support() * box.dx() * box.dy());
    }
}
