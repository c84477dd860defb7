package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.tongdao.loading.PackPlan.Place;

/**
 * Brings the centre of gravity of a load into its limits without changing what is loaded: the load is cut into sections that no box reaches across, and
 * sections change places, are mirrored and moved within the free width.
 */
final class LoadBalance {

    private static final int MOST_MOVES = 40;

    private final PackProblem problem;
    private final long[] massG;
    private final LoadRules rules;
    private final int[] stop;
    private final boolean keepPlace;

    /**
     * @param stop by type: sections change places, or are mirrored along the length, only among boxes of one stop
     * @param keepPlace whether they stay where they are along it, because of reserved room or boxes that stand
     */
    LoadBalance(PackProblem problem, long[] massG, LoadRules rules, int[] stop, boolean keepPlace) {
        this.problem = problem;
        this.massG = massG;
        this.rules = rules;
        this.stop = stop;
        this.keepPlace = keepPlace;
    }

    /** What is over the limits, 0 when nothing is; in parts of length and width. */
    double excess(List<Place> places) {
        double mass = 0;
        double x = 0;
        double y = 0;
        double front = 0;
        double half = problem.length() / 2.0;
        for (var p : places) {
            double m = massG[p.type()];
            mass += m;
            x += m * (p.x() + p.dx() / 2.0);
            y += m * (p.y() + p.dy() / 2.0);
            front += m * Math.max(0, Math.min(half, p.x() + p.dx()) - p.x()) / p.dx();
        }
        if (mass == 0) {
            return 0;
        }
        double ex = Math.abs(x / mass / problem.length() - 0.5) - rules.maxEccentricity();
        double ey = Math.abs(y / mass / problem.width() - 0.5) - rules.maxEccentricity();
        double share = Math.max(front, mass - front) / mass - rules.maxHalfShare();
        return Math.max(0, ex) + Math.max(0, ey) + Math.max(0, share);
    }

    /** A load of the same boxes within the limits. */
    Optional<List<Place>> balanced(List<Place> places) {
        if (excess(places) <= 0) {
            return Optional.of(places);
        }
        var whole = keepPlace ? places : centring(shifted(List.of(places)), 0);
        if (excess(whole) <= 0) {
            return Optional.of(whole);
        }
        var sections = sections(places);
        double excess = excess(all(sections));
        for (int move = 0; move < MOST_MOVES && excess > 0; move++) {
            var better = bestMove(sections, excess);
            if (better.isEmpty()) {
                return Optional.empty();
            }
            sections = better;
            excess = excess(all(sections));
        }
        return excess > 0 ? Optional.empty() : Optional.of(all(sections));
    }

    /**
     * The same boxes within the limits where the first {@code fixed} of them stand already: what lies wholly beyond those is moved together, if no reserved room is
     * there.
     */
    Optional<List<Place>> balancedBeyond(List<Place> places, int fixed, List<int[]> reserved) {
        if (excess(places) <= 0) {
            return Optional.of(places);
        }
        int from = places.subList(0, fixed).stream()
                .mapToInt(p -> p.x() + p.dx())
                .max()
                .orElse(0);
        var beyond = places.stream().filter(p -> p.x() >= from).toList();
        if (mass(beyond) == 0 || reserved.stream().anyMatch(r -> r[3] > from)) {
            return Optional.empty();
        }
        int alongBy = along(places, beyond, from);
        int acrossBy = across(places, beyond);
        var moved = places.stream()
                .map(p -> p.x() >= from ? at(p, p.x() + alongBy, p.y() + acrossBy) : p)
                .toList();
        return excess(moved) <= 0 ? Optional.of(moved) : Optional.empty();
    }

    /** How far what lies beyond must move along the container, as far as it may between what stands and the door. */
    private int along(List<Place> all, List<Place> beyond, int from) {
        double moment = 0;
        for (var p : all) {
            moment += massG[p.type()] * (problem.length() / 2.0 - p.x() - p.dx() / 2.0);
        }
        return within(from - start(beyond), moment / mass(beyond), problem.length() - end(beyond));
    }

    private int across(List<Place> all, List<Place> beyond) {
        double moment = 0;
        for (var p : all) {
            moment += massG[p.type()] * (problem.width() / 2.0 - p.y() - p.dy() / 2.0);
        }
        int low = beyond.stream().mapToInt(Place::y).min().orElse(0);
        int high = beyond.stream().mapToInt(p -> p.y() + p.dy()).max().orElse(0);
        return within(-low, moment / mass(beyond), problem.width() - high);
    }

    private double mass(List<Place> places) {
        return places.stream().mapToDouble(p -> massG[p.type()]).sum();
    }

    private static int within(int low, double wanted, int high) {
        return (int) Math.max(low, Math.min(high, wanted));
    }

    private List<List<Place>> bestMove(List<List<Place>> sections, double excess) {
        List<List<Place>> best = List.of();
        double least = excess - 1e-12;
        for (var candidate : moves(sections)) {
            double then = excess(all(candidate));
            if (then < least) {
                least = then;
                best = candidate;
            }
        }
        return best;
    }

    private List<List<List<Place>>> moves(List<List<Place>> sections) {
        var moves = new ArrayList<List<List<Place>>>();
        for (int i = 0; i < sections.size(); i++) {
            moves.add(with(sections, i, acrossMirrored(sections.get(i))));
            moves.add(with(sections, i, toSide(sections.get(i), false)));
            moves.add(with(sections, i, toSide(sections.get(i), true)));
            moves.add(with(sections, i, centring(sections, i)));
            if (!keepPlace && isOfOneStop(sections.get(i), sections.get(i))) {
                moves.add(with(sections, i, lengthMirrored(sections.get(i))));
                for (int j = i + 1; j < sections.size() && isOfOneStop(sections.get(i), sections.get(j)); j++) {
                    moves.add(swapped(sections, i, j));
                }
            }
        }
        if (!keepPlace) {
            moves.add(shifted(sections));
        }
        return moves;
    }

    private boolean isOfOneStop(List<Place> section, List<Place> other) {
        int first = stop[section.get(0).type()];
        return section.stream().allMatch(p -> stop[p.type()] == first)
                && other.stream().allMatch(p -> stop[p.type()] == first);
    }

    private List<List<Place>> sections(List<Place> places) {
        var sorted = new ArrayList<>(places);
        sorted.sort(java.util.Comparator.comparingInt(Place::x));
        var sections = new ArrayList<List<Place>>();
        int reach = -1;
        for (var p : sorted) {
            if (sections.isEmpty() || p.x() >= reach) {
                sections.add(new ArrayList<>());
            }
            sections.get(sections.size() - 1).add(p);
            reach = Math.max(reach, p.x() + p.dx());
        }
        return sections;
    }

    private static List<Place> all(List<List<Place>> sections) {
        return sections.stream().flatMap(List::stream).toList();
    }

    private static List<List<Place>> with(List<List<Place>> sections, int i, List<Place> one) {
        var changed = new ArrayList<>(sections);
        changed.set(i, one);
        return changed;
    }

    private List<Place> acrossMirrored(List<Place> section) {
        return section.stream()
                .map(p -> at(p, p.x(), problem.width() - p.y() - p.dy()))
                .toList();
    }

    private static List<Place> lengthMirrored(List<Place> section) {
        int from = start(section);
        int to = end(section);
        return section.stream()
                .map(p -> at(p, from + to - p.x() - p.dx(), p.y()))
                .toList();
    }

    private List<Place> toSide(List<Place> section, boolean far) {
        int by = far
                ? problem.width()
                        - section.stream().mapToInt(p -> p.y() + p.dy()).max().orElse(0)
                : -section.stream().mapToInt(Place::y).min().orElse(0);
        return section.stream().map(p -> at(p, p.x(), p.y() + by)).toList();
    }

    /** The section moved across as far as it helps the whole load and as the free width allows. */
    private List<Place> centring(List<List<Place>> sections, int i) {
        double moment = 0;
        double mass = 0;
        for (var p : all(sections)) {
            moment += massG[p.type()] * (p.y() + p.dy() / 2.0 - problem.width() / 2.0);
            mass += massG[p.type()];
        }
        var section = sections.get(i);
        double own = section.stream().mapToDouble(p -> massG[p.type()]).sum();
        int low = -section.stream().mapToInt(Place::y).min().orElse(0);
        int high = problem.width()
                - section.stream().mapToInt(p -> p.y() + p.dy()).max().orElse(0);
        int by = own == 0 || mass == 0 ? 0 : (int) Math.max(low, Math.min(high, -moment / own));
        return section.stream().map(p -> at(p, p.x(), p.y() + by)).toList();
    }

    /** Two sections change places, those between them close up. */
    private static List<List<Place>> swapped(List<List<Place>> sections, int i, int j) {
        var changed = new ArrayList<>(sections);
        Collections.swap(changed, i, j);
        int x = start(sections.get(i));
        for (int k = i; k <= j; k++) {
            changed.set(k, movedTo(changed.get(k), x));
            x = end(changed.get(k));
        }
        return changed;
    }

    /** The whole load, closed up, moved along the free length so that its centre of gravity is nearest to the middle. */
    private List<List<Place>> shifted(List<List<Place>> sections) {
        var closed = new ArrayList<List<Place>>();
        int x = 0;
        for (var section : sections) {
            closed.add(movedTo(section, x));
            x = end(closed.get(closed.size() - 1));
        }
        double moment = 0;
        double mass = 0;
        for (var p : all(closed)) {
            moment += massG[p.type()] * (p.x() + p.dx() / 2.0);
            mass += massG[p.type()];
        }
        int by = (int) Math.max(0, Math.min(problem.length() - x, problem.length() / 2.0 - moment / mass));
        return closed.stream().map(s -> movedTo(s, start(s) + by)).toList();
    }

    private static List<Place> movedTo(List<Place> section, int x) {
        int by = x - start(section);
        return section.stream().map(p -> at(p, p.x() + by, p.y())).toList();
    }

    private static int start(List<Place> section) {
        return section.stream().mapToInt(Place::x).min().orElse(0);
    }

    private static int end(List<Place> section) {
        return section.stream().mapToInt(p -> p.x() + p.dx()).max().orElse(0);
    }

    private static Place at(Place p, int x, int y) {
        return new Place(p.type(), x, y, p.z(), p.dx(), p.dy(), p.dz());
    }
}
