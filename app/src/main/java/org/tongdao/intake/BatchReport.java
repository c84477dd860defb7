package org.tongdao.intake;

import java.util.List;
import org.tongdao.terms.Finding;

/**
 * What became of a file. {@code accepted + rejected + duplicate = rows}.
 *
 * @param batchId 0 when the file was refused and nothing is stored
 * @param alreadyKnown the same file was taken in before with the same mapping; these are the figures of that time
 * @param rows data rows of the file
 * @param orders that were accepted, each with one parcel
 * @param findings by rule
 * @param refusals why the whole file was refused; empty when it was taken in
 */
public record BatchReport(
        long batchId,
        boolean alreadyKnown,
        int rows,
        int accepted,
        int rejected,
        int duplicate,
        int orders,
        List<RuleCount> findings,
        List<Finding> refusals) {

    static BatchReport refused(List<Finding> why) {
        var rules = why.stream()
                .map(f -> new RuleCount(f.rule(), f.severity().name(), 1))
                .toList();
        return new BatchReport(0, false, 0, 0, 0, 0, 0, rules, why);
    }

    public boolean refused() {
        return batchId == 0;
    }
}
