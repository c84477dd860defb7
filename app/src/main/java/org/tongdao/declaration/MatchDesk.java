package org.tongdao.declaration;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** The match board: takes three files in as one batch, matches them, and keeps what people decide about near misses. */
@Component
public class MatchDesk {

    /**
     * How three files ended.
     *
     * @param batch absent when nothing could be matched
     * @param findings rows that could not be used, or why nothing was matched
     */
    public record Taken(Optional<Long> batch, List<Finding> findings) {}

    private static final String DESCRIBE = """
            UPDATE match_batch SET title = ?, regime = ?, asked_by = ? WHERE tenant_id = current_tenant() AND id = ?
            """;
    private static final String FINDINGS = """
            INSERT INTO match_finding (tenant_id, batch_id, position, file, row_no, field, rule, value, maybe)
            SELECT current_tenant(), ?, n.at, n.file, n.row_no, n.field, n.rule, n.value, n.maybe
            FROM unnest(?, ?, ?, ?, ?, ?) WITH ORDINALITY AS n (file, row_no, field, rule, value, maybe, at)
            """;
    private static final String REOPEN = """
            UPDATE match_result SET accepted_at = NULL, accepted_by = NULL
            WHERE tenant_id = current_tenant() AND batch_id = ? AND verdict = 'NEAR_MISS' AND accepted_at IS NOT NULL AND rules = ?::text[]
            """;

    private final JdbcClient jdbc;
    private final Matching matching;
    private final Desk desk;

    MatchDesk(JdbcClient jdbc, Matching matching, Desk desk) {
        this.jdbc = jdbc;
        this.matching = matching;
        this.desk = desk;
    }

    /** Reads, stores and matches; rows that cannot be used are kept as findings, the others are matched. */
    @Transactional
    public Taken take(MatchRequest request, String actor) {
        var rules = desk.tools().regimes().on(request.regime(), request.way(), request.day());
        if (!rules.isOpen()) {
            return none(Finding.error(
                    "REGIME-CLOSED",
                    Place.of(request.title()),
                    request.regime().code() + " " + request.way().flag(),
                    "This regime does not run in this direction on that day. Maybe the other direction is meant."));
        }
        var files = MatchFiles.read(request.orders(), request.payments(), request.waybills());
        if (files.documents().orders().isEmpty()) {
            return new Taken(Optional.empty(), files.findings());
        }
        long batch = matching.load(request.way(), rules.match(), files.documents());
        jdbc.sql(DESCRIBE)
                .params(request.title(), request.regime().code(), actor, batch)
                .update();
        store(batch, files.findings());
        matching.match(batch, rules.match());
        return new Taken(Optional.of(batch), files.findings());
    }

    /** Accepts all open near misses for exactly these reasons; returns how many. */
    public int accept(long batch, List<String> rules, String actor) {
        return matching.accept(batch, rules, actor);
    }

    /** Takes back what was accepted for exactly these reasons; returns how many are open again. */
    @Transactional
    public int reopen(long batch, List<String> rules) {
        return jdbc.sql(REOPEN).params(batch, rules.toArray(new String[0])).update();
    }

    private static Taken none(Finding why) {
        return new Taken(Optional.empty(), List.of(why));
    }

    private void store(long batch, List<Finding> findings) {
        jdbc.sql(FINDINGS)
                .params(
                        batch,
                        texts(findings, f -> f.place().source()),
                        findings.stream().map(f -> f.place().line()).toArray(Long[]::new),
                        texts(findings, f -> f.place().column()),
                        texts(findings, Finding::rule),
                        texts(findings, Finding::value),
                        texts(findings, Finding::maybe))
                .update();
    }

    private static String[] texts(List<Finding> findings, Function<Finding, String> part) {
        return findings.stream().map(part).toArray(String[]::new);
    }
}
