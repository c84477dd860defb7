package org.tongdao.consolidation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongdao.loading.PackPlan;
import org.tongdao.loading.PackProblem;

/** A certificate as {@code pack --json} writes it, as far as a check needs it. */
record PackFile(
        int problem,
        String support,
        Container container,
        List<PackProblem.BoxType> types,
        List<PackPlan.Place> placements) {

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
                && types.stream().allMatch(t -> isOfThree(t.sizes()) && isOfThree(t.upright()));
    }

    private static boolean isOfThree(@Nullable List<?> list) {
        return list != null && list.size() == 3;
    }

    PackPlan plan() {
        return new PackPlan(
                new PackProblem(problem, container.length(), container.width(), container.height(), types),
                placements,
                0);
    }
}
