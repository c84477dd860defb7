package org.tongdao.consolidation;

import java.util.LinkedHashMap;
import java.util.List;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;
import tools.jackson.databind.json.JsonMapper;

/** A load plan as docs/formats/load-plan.md describes it. */
final class LoadPlanFile {

    private static final double FOUR_DIGITS = 10_000.0;

    private LoadPlanFile() {}

    static String json(String containerNo, String seal, Stuffed load) {
        var content = new LinkedHashMap<String, Object>();
        var figures = load.figures();
        content.put("container", containerNo);
        content.put("seal", seal);
        content.put("type", load.type().code());
        content.put("grossG", load.type().tareG() + figures.massG());
        content.put("fill", rounded(figures.fill()));
        content.put("eccentricityX", rounded(figures.eccentricityX()));
        content.put("eccentricityY", rounded(figures.eccentricityY()));
        var mass = load.grossG();
        content.put(
                "placements",
                load.loaded().boxes().stream()
                        .map(b -> Placed.of(b, mass.getOrDefault(b.cargo(), 0L)))
                        .toList());
        content.put("verdict", load.verdict().stream().map(Finding::toString).toList());
        content.put("input", load.problem());
        content.put("containers", List.of(load.loaded()));
        return JsonMapper.shared().writeValueAsString(content);
    }

    private record Placed(String id, int x, int y, int z, int dx, int dy, int dz, long grossG) {

        static Placed of(Stowed b, long grossG) {
            return new Placed(b.cargo(), b.x(), b.y(), b.z(), b.dx(), b.dy(), b.dz(), grossG);
        }
    }

    private static double rounded(double value) {
        return Math.round(value * FOUR_DIGITS) / FOUR_DIGITS;
    }
}
