package org.tongdao.consolidation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.terms.Finding;

/** What could not go and which limit excluded it; said once for each subject and rule, with the time it was seen last. */
@Component
class LeftBehind {

    private static final String NOTE = """
            INSERT INTO left_behind (tenant_id, subject_kind, subject_id, rule, detail, at) VALUES (current_tenant(), ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, subject_kind, subject_id, rule) DO UPDATE SET detail = EXCLUDED.detail, at = EXCLUDED.at
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    LeftBehind(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param ids from the name in a finding's place to the row of the subject */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(String kind, List<Finding> findings, ToLongFunction<String> ids) {
        for (var finding : findings) {
            jdbc.sql(NOTE)
                    .params(
                            kind,
                            ids.applyAsLong(finding.place().source()),
                            finding.rule(),
                            finding.value() + ": " + finding.maybe(),
                            Timestamp.from(clock.instant()))
                    .update();
        }
    }
}
