package org.tongdao.consolidation;

import java.util.LinkedHashMap;
import java.util.List;
import org.tongdao.loading.LoadPlan;
import org.tongdao.terms.Finding;
import tools.jackson.databind.json.JsonMapper;

/** A load plan as docs/formats/load-plan.md describes it. */
final class LoadPlanFile {

    private static final double FOUR_DIGITS = 10_000.0;

    private LoadPlanFile() {}

    static String json(String containerNo, String seal, LoadPlan plan, List<Finding> verdict) {
        var content = new LinkedHashMap<String, Object>();
        content.put("container", containerNo);
        content.put("seal", seal);
        content.put("type", plan.type().code());
        content.put("grossG", plan.grossG());
        content.put("fill", rounded(plan.fill()));
        content.put("eccentricityX", rounded(plan.eccentricityX()));
        content.put("eccentricityY", rounded(plan.eccentricityY()));
        content.put("placements", plan.placements());
        content.put("verdict", verdict.stream().map(Finding::toString).toList());
        return JsonMapper.shared().writeValueAsString(content);
    }

    private static double rounded(double value) {
        return Math.round(value * FOUR_DIGITS) / FOUR_DIGITS;
    }
}
