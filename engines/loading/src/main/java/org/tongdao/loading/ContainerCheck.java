package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** One loaded container, box by box: masses come down through the boxes in proportion to the areas that touch. */
final class ContainerCheck {

    private static final double ROUNDING = 1e-6;

    private final LoadProblem problem;
    private final Loaded container;
    private final String at;
    private final boolean first;
    private final List<Stowed> boxes;
    private final Cargo[] cargo;
    private final List<Finding> findings = new ArrayList<>();

    ContainerCheck(LoadProblem problem, Loaded container, String at, boolean first) {
        this.problem = problem;
        this.container = container;
        this.at = at;
        this.first = first;
        var known = problem.byId();
        boxes = container.boxes().stream()
                .filter(b -> known.containsKey(b.cargo()))
                .toList();
        cargo = boxes.stream().map(b -> known.get(b.cargo())).toArray(Cargo[]::new);
    }

    List<Finding> findings() {
        checkStanding();
        boolean apart = true;
        for (int i = 0; i < boxes.size(); i++) {
            checkPosition(boxes.get(i), cargo[i]);
            apart &= isApart(i);
        }
        if (apart) {
            checkSupport();
            checkWay();
        }
        checkMass();
        checkKinds();
        return findings;
    }

    private void checkStanding() {
        var stand = first ? problem.standing() : List.<Stowed>of();
        var here = new HashSet<>(boxes);
        stand.stream()
                .filter(s -> !here.contains(s))
                .forEach(s -> say("LOAD-STANDING", s.cargo(), s.toString(), "It stood there before and was moved."));
    }

    private void checkPosition(Stowed b, Cargo c) {
        boolean stood = LoadChecker.isStanding(problem, first, b);
        new PositionCheck(container.offer().type())
                .faults(b, c, stood)
                .forEach(fault -> say(fault.rule(), b.cargo(), b.toString(), fault.maybe()));
        for (var r : first ? problem.reserved() : List.<LoadProblem.Room>of()) {
            if (depth(b, new Stowed("", r.x(), r.y(), r.z(), r.dx(), r.dy(), r.dz())) > 0) {
                say("LOAD-RESERVED", b.cargo(), b.toString(), "It stands in room that was to stay free: " + r + ".");
            }
        }
    }

    /** Least of the three lengths two cuboids share; not above 0 when they are apart. */
    private static int depth(Stowed a, Stowed b) {
        return Math.min(across(a, b), Math.min(a.z() + a.dz(), b.z() + b.dz()) - Math.max(a.z(), b.z()));
    }

    private static int across(Stowed a, Stowed b) {
        return Math.min(overX(a, b), overY(a, b));
    }

    private static int overX(Stowed a, Stowed b) {
        return Math.min(a.x() + a.dx(), b.x() + b.dx()) - Math.max(a.x(), b.x());
    }

    private static int overY(Stowed a, Stowed b) {
        return Math.min(a.y() + a.dy(), b.y() + b.dy()) - Math.max(a.y(), b.y());
    }

    private boolean isApart(int i) {
        for (int j = 0; j < i; j++) {
            if (depth(boxes.get(i), boxes.get(j)) > 0) {
                say(
                        "LOAD-OVERLAP",
                        boxes.get(i).cargo(),
                        boxes.get(i).toString(),
                        "Box " + boxes.get(j) + " is there.");
                return false;
            }
        }
        return true;
    }

    /** From the highest box down: each hands its own mass and what it carries to those it touches below. */
    private void checkSupport() {
        var order = new Integer[boxes.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingInt((Integer i) -> -boxes.get(i).z()));
        var carried = new double[boxes.size()];
        var layers = new int[boxes.size()];
        for (int i : order) {
            var box = boxes.get(i);
            checkStrength(box, cargo[i], carried[i], layers[i]);
            if (box.z() > 0) {
                handDown(i, carried, layers);
            }
        }
    }

    private void handDown(int i, double[] carried, int[] layers) {
        var box = boxes.get(i);
        var below = new ArrayList<Integer>();
        double touching = 0;
        for (int j = 0; j < boxes.size(); j++) {
            if (boxes.get(j).z() + boxes.get(j).dz() == box.z() && across(box, boxes.get(j)) > 0) {
                below.add(j);
                touching += (double) overX(box, boxes.get(j)) * overY(box, boxes.get(j));
            }
        }
        double share = touching / ((double) box.dx() * box.dy());
        boolean stood = LoadChecker.isStanding(problem, first, box);
        if (share < problem.rules().support() - ROUNDING && !stood) {
            say("LOAD-SUPPORT", box.cargo(), (long) (100 * share) + " %", "That much of its base is supported.");
        } else if (problem.rules().support() > 0
                && !stood
                && TipCheck.tips(box, below.stream().map(boxes::get).toList())) {
            say("LOAD-TIPS", box.cargo(), box.toString(), "The centre of its base is not over what bears it.");
        }
        for (int j : below) {
            double part = overX(box, boxes.get(j)) * (double) overY(box, boxes.get(j)) / touching;
            carried[j] += part * (carried[i] + cargo[i].grossG());
            layers[j] = Math.max(layers[j], layers[i] + 1);
        }
    }

    private void checkStrength(Stowed box, Cargo c, double carried, int layers) {
        var strength = c.strength();
        if (carried > strength.mostOnTopG() * (1 + ROUNDING)) {
            say("LOAD-BEARING", box.cargo(), Math.round(carried) + " g", "It bears " + strength.mostOnTopG() + " g.");
        }
        if (layers > strength.mostLayers()) {
            say("LOAD-LAYERS", box.cargo(), layers + "", "It bears " + strength.mostLayers() + " boxes on each other.");
        }
    }

    /** The crew's order and the order of the stops: nothing in the way to the door or on top. */
    private void checkWay() {
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = 0; j < boxes.size(); j++) {
                if (i != j && hinders(boxes.get(j), boxes.get(i))) {
                    boolean stood = LoadChecker.isStanding(problem, first, boxes.get(j))
                            && LoadChecker.isStanding(problem, first, boxes.get(i));
                    if (leaves(j) > leaves(i) && !stood) {
                        var what = cargo[i].sorting().held() ? "LOAD-ACCESS" : "LOAD-STOP";
                        say(
                                what,
                                boxes.get(i).cargo(),
                                boxes.get(i).toString(),
                                boxes.get(j) + " leaves later and is in its way.");
                    }
                    if (j < i && !stood) {
                        say(
                                "LOAD-ORDER",
                                boxes.get(i).cargo(),
                                boxes.get(i).toString(),
                                "It comes after " + boxes.get(j) + ", behind or below it.");
                    }
                }
            }
        }
    }

    private int leaves(int i) {
        return cargo[i].sorting().held()
                ? Integer.MIN_VALUE
                : cargo[i].sorting().stop();
    }

    /** Whether {@code other} stands on {@code box}, at whatever height, or between it and the door. */
    private static boolean hinders(Stowed other, Stowed box) {
        int overZ = Math.min(box.z() + box.dz(), other.z() + other.dz()) - Math.max(box.z(), other.z());
        boolean above = other.z() >= box.z() + box.dz() && across(box, other) > 0;
        boolean before = other.x() >= box.x() + box.dx() && overY(box, other) > 0 && overZ > 0;
        return above || before;
    }

    private void checkMass() {
        var type = container.offer().type();
        double mass = 0;
        double x = 0;
        double y = 0;
        double front = 0;
        var metres = new double[1 + (type.inner().lengthMm() + 999) / 1000];
        for (int i = 0; i < boxes.size(); i++) {
            var b = boxes.get(i);
            double m = cargo[i].grossG();
            mass += m;
            x += m * (2 * b.x() + b.dx());
            y += m * (2 * b.y() + b.dy());
            double half = type.inner().lengthMm() / 2.0;
            front += m * Math.min(1, Math.max(0, (half - b.x()) / b.dx()));
            for (int mm = 0; mm < metres.length && b.x() >= 0; mm++) {
                metres[mm] += m
                        * Math.max(0, Math.min(b.x() + b.dx(), 1000 * mm + 1000) - Math.max(b.x(), 1000 * mm))
                        / b.dx();
            }
        }
        if (mass > type.payloadG()) {
            say("LOAD-PAYLOAD", "", Math.round(mass) + " g", "The payload is " + type.payloadG() + " g.");
        }
        double most = Arrays.stream(metres).max().orElse(0);
        if (most > problem.rules().maxPerMetreG() + 1.0) {
            say(
                    "LOAD-FLOOR",
                    "",
                    Math.round(most) + " g/m",
                    "The floor bears " + problem.rules().maxPerMetreG() + " g per metre.");
        }
        if (mass > 0) {
            checkCentre(
                    x / mass / 2 / type.inner().lengthMm() - 0.5,
                    y / mass / 2 / type.inner().widthMm() - 0.5,
                    front / mass);
        }
    }

    private void checkCentre(double lengthways, double across, double front) {
        double limit = problem.rules().maxEccentricity() + ROUNDING;
        if (Math.abs(lengthways) > limit || Math.abs(across) > limit) {
            say(
                    "LOAD-CENTRE",
                    "",
                    percent(lengthways) + " along, " + percent(across) + " across",
                    "The centre of gravity may be " + percent(problem.rules().maxEccentricity()) + " from the middle.");
        }
        double half = Math.max(front, 1 - front);
        if (half > problem.rules().maxHalfShare() + ROUNDING) {
            say(
                    "LOAD-HALF",
                    "",
                    percent(half),
                    "One half of the length may hold " + percent(problem.rules().maxHalfShare()) + " of the mass.");
        }
    }

    private static String percent(double part) {
        return Math.round(1000 * part) / 10.0 + " %";
    }

    private void checkKinds() {
        for (var rule : problem.rules().apart()) {
            long one = Arrays.stream(cargo)
                    .filter(c -> c.sorting().kind().equals(rule.oneKind()))
                    .count();
            long other = Arrays.stream(cargo)
                    .filter(c -> c.sorting().kind().equals(rule.otherKind()))
                    .count();
            boolean same = rule.oneKind().equals(rule.otherKind());
            if (same ? one > 1 : one > 0 && other > 0) {
                say(
                        "LOAD-APART",
                        rule.id(),
                        rule.oneKind() + ", " + rule.otherKind(),
                        "They may not share a container.");
            }
        }
    }

    private void say(String rule, String what, String value, String maybe) {
        findings.add(Finding.error(rule, Place.of(what.isEmpty() ? at : at + ", " + what), value, maybe));
    }
}
