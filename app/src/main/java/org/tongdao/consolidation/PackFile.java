package org.tongdao.consolidation;

import java.util.List;
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

    PackPlan plan() {
        return new PackPlan(
                new PackProblem(problem, container.length(), container.width(), container.height(), types),
                placements,
                0);
    }
}
