package org.tongdao.loading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Says of each cargo that stays behind which limit excluded it. */
final class LeftOut {

    private static final int MOST_CORNERS = 3_000;

    private final LoadProblem problem;
    private final List<Loaded> loaded;
    private final Map<String, Cargo> cargo;
    private final Map<String, Integer> placed = new HashMap<>();

    LeftOut(LoadProblem problem, List<Loaded> loaded) {
        this.problem = problem;
        this.loaded = loaded;
        this.cargo = problem.byId();
        for (int i = 0; i < loaded.size(); i++) {
            loaded.get(i).boxes().stream()
                    .skip(i == 0 ? problem.standing().size() : 0)
                    .forEach(b -> placed.merge(b.cargo(), 1, Integer::sum));
        }
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        for (var c : problem.cargo()) {
            int left = c.quantity() - placed.getOrDefault(c.id(), 0);
            if (left > 0) {
                findings.add(reason(c, left));
            }
        }
        return findings;
    }

    private Finding reason(Cargo c, int left) {
        if (problem.fleet().stream().noneMatch(o -> fits(c, o))) {
            return say("LEFT-SIZE", c, left, "No container of the fleet takes a box of " + c.sizesMm() + " mm.");
        }
        long most = problem.fleet().stream()
                .mapToLong(o -> o.type().payloadG())
                .max()
                .orElse(0);
        if (c.grossG() > most) {
            return say("LEFT-WEIGHT", c, left, "One box weighs " + c.grossG() + " g, the payload is " + most + " g.");
        }
        var group = c.sorting().group();
        boolean whole = problem.rules().wholeGroups() && !group.isEmpty();
        if (whole && boxesOf(group) > 1) {
            return say("LEFT-GROUP", c, left, "Group " + group + " travels whole, and there is no room for all of it.");
        }
        for (var container : loaded) {
            var apart = apart(c, container);
            if (apart != null) {
                return say(
                        "LEFT-APART",
                        c,
                        left,
                        "Rule " + apart.id() + " keeps " + apart.oneKind() + " apart from " + apart.otherKind() + ".");
            }
        }
        return roomOrLimit(c, left);
    }

    private int boxesOf(String group) {
        return problem.cargo().stream()
                .filter(c -> c.sorting().group().equals(group))
                .mapToInt(Cargo::quantity)
                .sum();
    }

    private static boolean fits(Cargo c, ContainerOffer offer) {
        var inner = offer.type().inner();
        return c.fits(inner.lengthMm(), inner.widthMm(), inner.heightMm());
    }

    private LoadRules.@org.jspecify.annotations.Nullable Apart apart(Cargo c, Loaded container) {
        for (var apart : problem.rules().apart()) {
            for (var box : container.boxes()) {
                var other = cargo.get(box.cargo());
                if (other != null
                        && apart.hits(c.sorting().kind(), other.sorting().kind())) {
                    return apart;
                }
            }
        }
        return null;
    }

    private Finding roomOrLimit(Cargo c, int left) {
        boolean payload = false;
        for (var container : loaded) {
            long mass = container.boxes().stream().mapToLong(b -> mass(b)).sum();
            payload |= mass + c.grossG() > container.offer().type().payloadG();
        }
        if (payload && loaded.size() == 1) {
            return say("LEFT-PAYLOAD", c, left, "The payload is used up.");
        }
        if (!loaded.isEmpty() && hasCorner(c, loaded.get(loaded.size() - 1))) {
            return say(
                    "LEFT-RULE",
                    c,
                    left,
                    "There is room for one, but there a rule would be broken: what bears it, its stop, the floor or the balance.");
        }
        return say("LEFT-ROOM", c, left, "No room is left where it could stand.");
    }

    private long mass(Stowed box) {
        var c = cargo.get(box.cargo());
        return c == null ? 0 : c.grossG();
    }

    /** Whether a box would fit, borne whole, at one of the corners that the loaded boxes make. */
    private boolean hasCorner(Cargo c, Loaded container) {
        var xs = new TreeSet<Integer>(List.of(0));
        var ys = new TreeSet<Integer>(List.of(0));
        var zs = new TreeSet<Integer>(List.of(0));
        container.boxes().forEach(b -> {
            xs.add(b.x() + b.dx());
            ys.add(b.y() + b.dy());
            zs.add(b.z() + b.dz());
        });
        if ((long) xs.size() * ys.size() * zs.size() > MOST_CORNERS * 100L) {
            return false;
        }
        var inner = container.offer().type().inner();
        int[] room = {inner.lengthMm(), inner.widthMm(), inner.heightMm()};
        for (int x : xs) {
            for (int y : ys) {
                for (int z : zs) {
                    if (stands(c, x, y, z, room, container.boxes())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean stands(Cargo c, int x, int y, int z, int[] room, List<Stowed> boxes) {
        for (int up = 0; up < 3; up++) {
            if (c.upright().get(up)) {
                int a = c.sizesMm().get((up + 1) % 3);
                int b = c.sizesMm().get((up + 2) % 3);
                int h = c.sizesMm().get(up);
                if (free(new Stowed("", x, y, z, a, b, h), room, boxes)
                        || free(new Stowed("", x, y, z, b, a, h), room, boxes)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean free(Stowed box, int[] room, List<Stowed> boxes) {
        if (box.x() + box.dx() > room[0] || box.y() + box.dy() > room[1] || box.z() + box.dz() > room[2]) {
            return false;
        }
        long borne = 0;
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
        boolean reserved = problem.reserved().stream()
                .anyMatch(r -> box.x() < r.x() + r.dx()
                        && r.x() < box.x() + box.dx()
                        && box.y() < r.y() + r.dy()
                        && r.y() < box.y() + box.dy()
                        && box.z() < r.z() + r.dz()
                        && r.z() < box.z() + box.dz());
        return !reserved && (box.z() == 0 || borne >= problem.rules().support() * box.dx() * box.dy());
    }

    private static Finding say(String rule, Cargo c, int left, String maybe) {
        return Finding.warning(rule, Place.of(c.id()), left + " of " + c.quantity(), maybe);
    }
}
