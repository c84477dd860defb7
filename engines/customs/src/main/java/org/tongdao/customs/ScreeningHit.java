package org.tongdao.customs;

import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.terms.Severity;

/**
 * Why goods were stopped or marked by {@link Screening}.
 *
 * @param entry id of the list entry, e.g. {@code P-EXPLOSIVE}
 * @param kind what follows from it
 * @param matched the code or the word of the list that was met
 * @param reasonZh what the list says about it, Chinese
 * @param reasonEn the same in English
 * @param mark how sure the entry is
 */
public record ScreeningHit(String entry, Kind kind, String matched, String reasonZh, String reasonEn, String mark) {

    /** What a list entry asks for. */
    public enum Kind {
        /** May not go at all. */
        PROHIBITED,
        /** May go with a permit or to some countries only. */
        RESTRICTED,
        /** May go when declared and packed as dangerous goods. */
        DANGEROUS
    }

    /** Prohibited goods stop their row; the others are a warning to the broker. */
    public Finding finding(Place place) {
        var severity = kind == Kind.PROHIBITED ? Severity.ERROR : Severity.WARNING;
        return new Finding("GOODS-" + kind, severity, place, matched, reasonEn + " (list entry " + entry + ")");
    }
}
