package org.tongdao.consolidation;

import java.util.List;
import org.tongdao.loading.LoadFigures;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;

/**
 * A load that somebody has in mind, judged.
 *
 * @param boxes in an order in which a crew can put them in
 * @param findings what the checker says, or why it may not be saved
 * @param leftOut bags that no place was found for, with the limit
 * @param version under which it was saved, 0 when it was not
 */
public record LoadTrial(
        List<Stowed> boxes, LoadFigures figures, List<Finding> findings, List<Finding> leftOut, int version) {

    public boolean mayGo() {
        return findings.stream().noneMatch(Finding::stops);
    }

    static LoadTrial of(Stuffed load, List<Finding> leftOut) {
        return new LoadTrial(load.loaded().boxes(), load.figures(), load.verdict(), leftOut, 0);
    }

    LoadTrial saved(int as) {
        return new LoadTrial(boxes, figures, findings, leftOut, as);
    }

    LoadTrial refused(Finding why) {
        var all = new java.util.ArrayList<>(findings);
        all.add(0, why);
        return new LoadTrial(boxes, figures, List.copyOf(all), leftOut, 0);
    }
}
