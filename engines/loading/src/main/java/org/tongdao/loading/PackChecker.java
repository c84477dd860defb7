package org.tongdao.loading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Judges a filled container by sweeping the planes between its boxes; it shares no geometry with the solver. */
public final class PackChecker {

    private final PackPlan plan;
    private final List<Finding> findings = new ArrayList<>();

    private PackChecker(PackPlan plan) {
        this.plan = plan;
    }

    public static List<Finding> check(PackPlan plan, boolean fullSupport) {
        var checker = new PackChecker(plan);
        checker.checkQuantities();
        if (checker.checkEachBox()) {
            checker.checkCells(fullSupport);
        }
        return List.copyOf(checker.findings);
    }

    private void checkQuantities() {
        Map<Integer, Integer> used = new HashMap<>();
        plan.places().forEach(p -> used.merge(p.type(), 1, Integer::sum));
        var known = new HashSet<Integer>();
        plan.problem().types().forEach(t -> {
            if (!known.add(t.id())) {
                say("PACK-ID", "type " + t.id(), "", "Two types have one id.");
            }
            int n = used.getOrDefault(t.id(), 0);
            if (n > t.quantity()) {
                say("PACK-QUANTITY", "type " + t.id(), n + " boxes", "Only " + t.quantity() + " were offered.");
            }
        });
        used.keySet().removeAll(known);
        used.keySet().forEach(id -> say("PACK-TYPE", "type " + id, "", "It was not offered."));
    }

    /** Whether the end of every box is a number at all, so that planes between them mean something. */
    private boolean checkEachBox() {
        boolean all = true;
        var types = new HashMap<Integer, PackProblem.BoxType>();
        plan.problem().types().forEach(t -> types.put(t.id(), t));
        for (var p : plan.places()) {
            boolean inside = Math.min(p.x(), Math.min(p.y(), p.z())) >= 0
                    && (long) p.x() + p.dx() <= plan.problem().length()
                    && (long) p.y() + p.dy() <= plan.problem().width()
                    && (long) p.z() + p.dz() <= plan.problem().height();
            if (!inside) {
                say("PACK-OUTSIDE", p.toString(), "", "It reaches out of the container.");
            }
            all &= inside || ends(p.x(), p.dx()) && ends(p.y(), p.dy()) && ends(p.z(), p.dz());
            var type = types.get(p.type());
            if (type != null && !mayStandSo(type, p)) {
                say("PACK-ORIENTATION", p.toString(), "", "Type " + type.id() + " may not stand so.");
            }
        }
        return all;
    }

    private static boolean ends(int at, int length) {
        return (long) at + length <= Integer.MAX_VALUE;
    }

    private static boolean mayStandSo(PackProblem.BoxType type, PackPlan.Place p) {
        for (int up = 0; up < 3; up++) {
            int a = type.sizes().get((up + 1) % 3);
            int b = type.sizes().get((up + 2) % 3);
            boolean lies = p.dx() == a && p.dy() == b || p.dx() == b && p.dy() == a;
            if (type.upright().get(up) && p.dz() == type.sizes().get(up) && lies) {
                return true;
            }
        }
        return false;
    }

    /** Every plane of a box is a plane of the grid, so a cell is wholly in a box or wholly out of it. */
    private void checkCells(boolean fullSupport) {
        var xs = planes(true);
        var ys = planes(false);
        var sorted = new ArrayList<>(plan.places());
        sorted.sort(java.util.Comparator.comparingInt(PackPlan.Place::z));
        var top = new int[xs.size()][ys.size()];
        for (var p : sorted) {
            boolean hangs = false;
            int x2 = xs.indexOf(p.x() + p.dx());
            int y2 = ys.indexOf(p.y() + p.dy());
            for (int i = xs.indexOf(p.x()); i < x2; i++) {
                for (int j = ys.indexOf(p.y()); j < y2; j++) {
                    if (top[i][j] > p.z()) {
                        say("PACK-OVERLAP", p.toString(), "", "Another box stands in its place.");
                        return;
                    }
                    hangs |= top[i][j] < p.z();
                    top[i][j] = p.z() + p.dz();
                }
            }
            if (hangs && fullSupport) {
                say("PACK-SUPPORT", p.toString(), "", "Its base is not wholly supported.");
            }
        }
    }

    private List<Integer> planes(boolean alongX) {
        var planes = new TreeSet<Integer>();
        for (var p : plan.places()) {
            planes.add(alongX ? p.x() : p.y());
            planes.add(alongX ? p.x() + p.dx() : p.y() + p.dy());
        }
        return new ArrayList<>(planes);
    }

    private void say(String rule, String where, String value, String maybe) {
        findings.add(Finding.error(rule, Place.of(where), value, maybe));
    }
}
