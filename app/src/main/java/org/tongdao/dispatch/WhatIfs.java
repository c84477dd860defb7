package org.tongdao.dispatch;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.platform.Loop;
import org.tongdao.port.StationFile;
import org.tongdao.terms.Finding;
import org.tongdao.yard.StationTable;
import org.tongdao.yard.YardComparison;
import org.tongdao.yard.YardComparison.Effort;
import org.tongdao.yard.YardStation;
import org.tongdao.yard.YardVariant;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door of what-if: puts a question down, reckons one variant after the other outside of any transaction, keeps each answer once. Killed anywhere, it
 * goes on with what has no answer; two who reckon the same at once come to the same, and one of the two is kept.
 */
@Component
public class WhatIfs {

    /** Name of the loop that answers, rung when something is asked. */
    public static final String LOOP = "what-if";

    private static final long SEED = 1;

    private final StationTable stations = StationFile.shipped();
    private final WhatIfStore store;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    WhatIfs(WhatIfStore store, JdbcClient jdbc, PlatformTransactionManager manager, Clock clock) {
        this.store = store;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
    }

    /**
     * The id, or the findings for which nothing was put down.
     *
     * @param id 0 when there are findings
     */
    public record Asked(long id, List<Finding> findings) {}

    @Transactional
    public Asked ask(YardStation station, WhatIfCase.Wish wish, Author author) {
        var findings = WhatIfRules.of(station, wish);
        if (!findings.isEmpty()) {
            return new Asked(0, findings);
        }
        var figures = stations.figures().stream()
                .filter(f -> f.station().equals(station.id()))
                .toList();
        Loop.ring(LOOP);
        long id = jdbc.sql("""
                        INSERT INTO yard_whatif (tenant_id, station, baseline, replications, days, seed, figures, actor, asked_at)
                        VALUES (current_tenant(), ?, ?, ?, ?, ?, ?::jsonb, ?, ?) RETURNING id""")
                .params(station.id(), wish.baseline(), wish.replications(), wish.days(), SEED)
                .params(JsonMapper.shared().writeValueAsString(figures), author.name(), Timestamp.from(author.at()))
                .query(Long.class)
                .single();
        jdbc.sql("""
                        INSERT INTO yard_whatif_variant (tenant_id, whatif_id, no, changes)
                        SELECT current_tenant(), ?, n, c FROM unnest(?::text[]) WITH ORDINALITY AS t (c, n)""").params(id, wish.variants().toArray(String[]::new)).update();
        return new Asked(id, List.of());
    }

    @Transactional(readOnly = true)
    public Optional<WhatIfCase> find(long id) {
        return store.find(id);
    }

    /** The latest of a station, newest first. */
    @Transactional(readOnly = true)
    public List<WhatIfCase> latest(YardStation station) {
        return store.latest(station.id());
    }

    /** Reckons one variant that has no answer; false when there is none. */
    public boolean step() {
        var open = Optional.ofNullable(transactions.execute(t -> store.open())).flatMap(o -> o);
        open.ifPresent(question -> {
            var answer = reckon(question);
            transactions.executeWithoutResult(t -> store.keep(question, answer, clock.instant()));
        });
        return open.isPresent();
    }

    private WhatIfCase.Answer reckon(WhatIfStore.Open open) {
        try {
            var station = stations.find(open.station())
                    .orElseThrow(() -> new IllegalStateException("the station is no longer in the table"));
            var baseline = changed(YardVariant.of(station), open.baseline());
            var comparison = YardComparison.of(
                    baseline,
                    changed(baseline, open.changes()),
                    new Effort(open.replications(), open.days(), open.seed()));
            return new WhatIfCase.Answer(comparison.method(), "", comparison.measures());
        } catch (RuntimeException e) {
            return new WhatIfCase.Answer("", e.getClass().getSimpleName() + ": " + e.getMessage(), List.of());
        }
    }

    /** The same with changes written {@code key=value,key=value}; none when empty. */
    static YardVariant changed(YardVariant variant, String changes) {
        for (var change : changes.isEmpty() ? new String[0] : changes.split(",", -1)) {
            var pair = change.split("=", 2);
            if (pair.length != 2) {
                throw new IllegalArgumentException("'" + change + "' is no change. Maybe transload_track=+1 is meant.");
            }
            variant = variant.with(pair[0].strip(), pair[1].strip());
        }
        return variant;
    }
}
