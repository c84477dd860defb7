package org.tongdao.api.drop;

import java.util.List;
import org.tongdao.intake.BatchReport;

/**
 * The answer to a file, as docs/guide/api.md describes it.
 *
 * @param outcome taken, known (the same file came before) or refused (nothing of it was taken)
 * @param errors name of the file under {@code err}; empty when every row was taken
 */
record Ack(
        String file,
        String sha256,
        String outcome,
        long batchId,
        int rows,
        int accepted,
        int rejected,
        int duplicate,
        int orders,
        String errors,
        List<String> refusals) {

    static Ack of(String file, String sha256, BatchReport report) {
        var outcome = report.refused() ? "refused" : report.alreadyKnown() ? "known" : "taken";
        boolean faulty = report.refused() || report.rejected() + report.duplicate() > 0;
        return new Ack(
                file,
                sha256,
                outcome,
                report.batchId(),
                report.rows(),
                report.accepted(),
                report.rejected(),
                report.duplicate(),
                report.orders(),
                faulty ? file + ".csv" : "",
                report.refusals().stream()
                        .map(f -> f.rule() + " " + f.place() + ": " + f.maybe())
                        .toList());
    }
}
