package org.tongdao.loading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * Checks a finished plan with geometry of its own, so that a fault of a solver is not repeated here: every box once and in its size, inside, apart, wholly
 * supported, within the payload, balanced (CTU Code annex 7: centre of gravity within ±5 % of length and width).
 */
public final class PlanChecker {

    private static final double MAX_ECCENTRICITY = 0.05;

    private final LoadPlan plan;
    private final List<Finding> findings = new ArrayList<>();

    private PlanChecker(LoadPlan plan) {
        this.plan = plan;
    }

    /** What is wrong with {@code plan}, given what it was to be made of; empty when it may go. */
    public static List<Finding> check(LoadPlan plan, List<Box> offered) {
        var checker = new PlanChecker(plan);
        checker.checkBoxes(offered);
        checker.checkInside();
        checker.checkApart();
        checker.checkSupport();
        checker.checkMass();
        return List.copyOf(checker.findings);
    }

    private void checkBoxes(List<Box> offered) {
        Map<String, Box> open = new HashMap<>();
        offered.forEach(box -> open.put(box.id(), box));
        for (var p : plan.placements()) {
            var box = open.remove(p.id());
            if (box == null) {
                say("PLAN-BOX", p, "The box was not offered, or stands there twice.");
            } else if (!sameSize(p, box)) {
                say("PLAN-SIZE", p, "The box measures " + box.size() + " and may be turned on the floor only.");
            } else if (box.grossG() != p.grossG()) {
                say("PLAN-BOX-MASS", p, "The box weighs " + box.grossG() + " g.");
            }
        }
    }

    private static boolean sameSize(Placement p, Box box) {
        var size = box.size();
        boolean straight = p.dx() == size.lengthMm() && p.dy() == size.widthMm();
        boolean turned = p.dx() == size.widthMm() && p.dy() == size.lengthMm();
        return p.dz() == size.heightMm() && (straight || turned);
    }

    private void checkInside() {
        var inner = plan.type().inner();
        for (var p : plan.placements()) {
            boolean inside = p.x() >= 0 && p.y() >= 0 && p.z() >= 0;
            inside &= p.x() + p.dx() <= inner.lengthMm()
                    && p.y() + p.dy() <= inner.widthMm()
                    && p.z() + p.dz() <= inner.heightMm();
            if (!inside) {
                say("PLAN-OUTSIDE", p, "The container measures " + inner + " inside.");
            }
        }
    }

    private void checkApart() {
        var boxes = plan.placements();
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                if (overlap(boxes.get(i), boxes.get(j))) {
                    say(
                            "PLAN-OVERLAP",
                            boxes.get(i),
                            "It stands in the place of " + boxes.get(j).id() + ".");
                }
            }
        }
    }

    private static boolean overlap(Placement a, Placement b) {
        return common(a.x(), a.dx(), b.x(), b.dx()) > 0
                && common(a.y(), a.dy(), b.y(), b.dy()) > 0
                && common(a.z(), a.dz(), b.z(), b.dz()) > 0;
    }

    /** Boxes do not overlap, so the areas of the tops below add up. */
    private void checkSupport() {
        for (var p : plan.placements()) {
            long area = (long) p.dx() * p.dy();
            long borne = p.z() == 0
                    ? area
                    : plan.placements().stream()
                            .filter(below -> below.z() + below.dz() == p.z())
                            .mapToLong(below -> (long) common(p.x(), p.dx(), below.x(), below.dx())
                                    * common(p.y(), p.dy(), below.y(), below.dy()))
                            .sum();
            if (borne < area) {
                say("PLAN-SUPPORT", p, "Only " + 100 * borne / area + " % of its base is supported.");
            }
        }
    }

    private void checkMass() {
        var place = Place.of(plan.type().code());
        if (plan.contentG() > plan.type().payloadG()) {
            findings.add(Finding.error(
                    "PLAN-PAYLOAD",
                    place,
                    plan.contentG() + " g",
                    "The payload is " + plan.type().payloadG() + " g."));
        }
        if (Math.abs(plan.eccentricityX()) > MAX_ECCENTRICITY || Math.abs(plan.eccentricityY()) > MAX_ECCENTRICITY) {
            var value =
                    String.format(java.util.Locale.ROOT, "x %.3f, y %.3f", plan.eccentricityX(), plan.eccentricityY());
            findings.add(Finding.warning(
                    "PLAN-BALANCE", place, value, "The centre of gravity lies more than 5 % off the middle."));
        }
    }

    private static int common(int a, int da, int b, int db) {
        return Math.max(0, Math.min(a + da, b + db) - Math.max(a, b));
    }

    private void say(String rule, Placement p, String maybe) {
        findings.add(Finding.error(rule, Place.of(p.id()), p.x() + "," + p.y() + "," + p.z(), maybe));
    }
}
