package org.tongdao.customs;

import java.util.List;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * The answer of {@link Screening}: what was met, and by which edition of the list; both are stored with the decision (I-10).
 *
 * @param listVersion the list's name and the day of its last change that counted
 */
public record ScreeningResult(List<ScreeningHit> hits, String listVersion) {

    public ScreeningResult {
        hits = List.copyOf(hits);
    }

    public boolean isClean() {
        return hits.isEmpty();
    }

    public boolean isProhibited() {
        return hits.stream().anyMatch(hit -> hit.kind() == ScreeningHit.Kind.PROHIBITED);
    }

    public List<Finding> findings(Place place) {
        return hits.stream().map(hit -> hit.finding(place)).toList();
    }
}
