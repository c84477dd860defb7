package org.tongdao.intake;

import java.util.List;
import java.util.Map;

/**
 * What shall stand in an order instead.
 *
 * @param head new texts of the order by the names of docs/formats/mapping.md; names that are not in {@link Corrections#HEAD} change nothing
 * @param lines the same for each line, by its number from 1; names of {@link Corrections#LINE}
 * @param reason why, in words
 */
public record Correction(
        long orderId, Map<String, String> head, Map<Integer, Map<String, String>> lines, String actor, String reason) {

    /** One value that was corrected; line 0 is the order itself. */
    public record Change(int line, String field, String before, String after) {}

    /** What became of it: the changes that were made, or the findings that speak against it. */
    public record Outcome(List<Change> changes, List<org.tongdao.terms.Finding> findings) {}
}
