package org.tongdao.settlement;

import java.util.List;
import org.tongdao.terms.Finding;

/**
 * What charging a batch came to.
 *
 * @param charged parcels charged now
 * @param chargedBefore parcels that were charged already
 * @param notDeparted parcels that owe nothing yet
 * @param findings lanes without a tariff on the day ({@code TARIFF-NONE}), one a lane and day
 */
public record ChargeReport(int charged, int chargedBefore, int notDeparted, List<Finding> findings) {

    public ChargeReport {
        findings = List.copyOf(findings);
    }
}
