package org.tongdao.bench;

import java.util.UUID;

/**
 * What a scan did, or why it did nothing; the same scan sent again has the same answer.
 *
 * @param severity OK, WARNING (done, but look) or ERROR (nothing was done)
 * @param act what was done, empty on an error
 * @param rule why not, empty when it was done
 * @param value what the rule is about, or what the person should see: hub, weight, number of the label
 * @param target what is open at the station from now on
 * @param inside how many are in the target, -1 when nothing is counted
 */
public record ScanAnswer(
        UUID id,
        long scanId,
        String severity,
        String act,
        String rule,
        String value,
        String kind,
        String subject,
        String target,
        int inside) {

    public boolean isRefused() {
        return severity.equals("ERROR");
    }
}
