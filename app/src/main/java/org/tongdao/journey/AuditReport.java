package org.tongdao.journey;

import java.util.Map;

/**
 * What the audit of the invariants found.
 *
 * @param violations units that break an invariant, by its number and what it holds; all of them, most with zero
 */
public record AuditReport(Map<String, Long> violations) {

    public long total() {
        return violations.values().stream().mapToLong(Long::longValue).sum();
    }
}
