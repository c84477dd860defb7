package org.tongdao.settlement;

import java.time.Instant;
import java.time.LocalDate;
import org.tongdao.ledger.RateSheet;

/** One stored version of a price list. */
public record RateVersion(long id, RateSheet.Head head, String savedBy, Instant savedAt) {

    public boolean validOn(LocalDate day) {
        return !day.isBefore(head.from()) && day.isBefore(head.to());
    }
}
