package org.tongdao.consolidation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongdao.loading.PackPlan;
import org.tongdao.loading.PackProblem;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** A certificate as {@code pack --json} writes it, as far as a check needs it. */
record PackFile(
        @Nullable Integer problem,
        @Nullable String support,
        @Nullable Integer boxes,
        @Nullable Double utilisation,
        Container container,
        List<PackProblem.BoxType> types,
        List<PackPlan.Place> placements) {

    private static final double ROUNDING = 1e-6;

    record Container(int length, int width, int height) {

        static Container of(PackProblem problem) {
            return new Container(problem.length(), problem.width(), problem.height());
        }
    }

    /** Whether nothing is missing that a check needs, since a plan of others may lack anything. */
    boolean isWhole() {
        return container != null
                && placements != null
                && types != null
                && Math.min(container.length(), Math.min(container.width(), container.height())) > 0
                && types.stream().allMatch(PackFile::isType);
    }

    private static boolean isType(PackProblem.BoxType t) {
        return isOfThree(t.sizes())
                && isOfThree(t.upright())
                && t.quantity() >= 0
                && t.sizes().stream().allMatch(length -> length > 0);
    }

    /** A plan that does not speak of support is not judged by it; one that speaks of it says full or none. */
    boolean isSupportKnown() {
        return support == null || support.equals("full") || support.equals("none");
    }

    /** What it says of itself that does not agree with its boxes. */
    List<Finding> claims() {
        var findings = new ArrayList<Finding>();
        if (boxes != null && boxes != placements.size()) {
            findings.add(claim("boxes " + boxes, "There are " + placements.size() + "."));
        }
        double filled = plan().utilisation();
        if (utilisation != null && !(Math.abs(utilisation - filled) < ROUNDING)) {
            findings.add(claim("utilisation " + utilisation, "Counted anew it is " + filled + "."));
        }
        return findings;
    }

    private static Finding claim(String value, String maybe) {
        return Finding.error("PACK-FIGURE", Place.of("plan"), value, maybe);
    }

    private static boolean isOfThree(@Nullable List<?> list) {
        return list != null && list.size() == 3;
    }

    PackPlan plan() {
        return new PackPlan(
                new PackProblem(
                        problem == null ? 0 : problem,
                        container.length(),
                        container.width(),
                        container.height(),
                        types),
                placements,
                0);
    }
}
