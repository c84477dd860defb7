package org.tongdao.declaration;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.customs.MatchOutcome;
import org.tongdao.customs.MatchRules;
import org.tongdao.customs.MatchStep;
import org.tongdao.customs.MatchVerdict;
import org.tongdao.customs.ThreeDocumentMatch;
import org.tongdao.customs.TradeWay;

/**
 * The three-document match for batches of any size, in sets: the database finds what is not plainly equal, the engine judges these and says
 * why. What it finds is the same as {@link ThreeDocumentMatch#match} on the same documents.
 */
@Component
public class Matching {

    private static final String STORE = """
            INSERT INTO match_result (tenant_id, batch_id, position, key, verdict, rules, reasons_zh, reasons_en, trace)
            SELECT current_tenant(), ?, n.at, n.key, n.verdict, string_to_array(n.rules, E'\\x1f'), string_to_array(n.zh, E'\\x1f'),
                   string_to_array(n.en, E'\\x1f'), string_to_array(n.trace, E'\\x1f')
            FROM unnest(?, ?, ?, ?, ?, ?) WITH ORDINALITY AS n (key, verdict, rules, zh, en, trace, at)
            """;
    private static final String COUNT = """
            UPDATE match_batch SET matched_at = ?, matched = orders - ? WHERE tenant_id = current_tenant() AND id = ? RETURNING orders
            """;
    private static final String ACCEPT = """
            UPDATE match_result SET accepted_at = ?, accepted_by = ?
            WHERE tenant_id = current_tenant() AND batch_id = ? AND verdict = 'NEAR_MISS' AND accepted_at IS NULL AND rules = ?::text[]
            """;

    private final JdbcClient jdbc;
    private final MatchLoad load;
    private final UnequalDocuments unequal;
    private final Clock clock;

    Matching(JdbcClient jdbc, MatchLoad load, UnequalDocuments unequal, Clock clock) {
        this.jdbc = jdbc;
        this.load = load;
        this.unequal = unequal;
        this.clock = clock;
    }

    /** Stores documents as a new batch; returns its id. */
    @Transactional
    public long load(TradeWay way, MatchRules rules, ThreeDocumentMatch.Documents documents) {
        long batch = jdbc.sql(
                        "INSERT INTO match_batch (tenant_id, direction, rules, created_at, orders) VALUES (current_tenant(), ?, ?, ?, ?) RETURNING id")
                .params(
                        way.flag(),
                        rules.version(),
                        Timestamp.from(clock.instant()),
                        documents.orders().size())
                .query(Long.class)
                .single();
        load.store(batch, documents);
        return batch;
    }

    /** Matches a batch; doing it again replaces what was found, acceptances too. */
    @Transactional
    public MatchReport match(long batchId, MatchRules rules) {
        jdbc.sql("DELETE FROM match_result WHERE tenant_id = current_tenant() AND batch_id = ?")
                .param(batchId)
                .update();
        var match = new ThreeDocumentMatch(rules);
        var odd = new ArrayList<MatchOutcome>();
        int orders = 0;
        for (var found : unequal.list(batchId, rules)) {
            var outcome = judge(match, found);
            boolean reported = outcome.verdict() != MatchVerdict.MATCHED;
            int copies = found.order().map(o -> found.orderCopies()).orElse(1);
            orders += found.order().isPresent() && reported ? copies : 0;
            odd.addAll(reported ? Collections.nCopies(copies, outcome) : List.of());
        }
        store(batchId, odd);
        int all = jdbc.sql(COUNT)
                .params(Timestamp.from(clock.instant()), orders, batchId)
                .query(Integer.class)
                .single();
        return new MatchReport(
                batchId,
                all,
                all - orders,
                count(odd, MatchVerdict.NEAR_MISS),
                count(odd, MatchVerdict.MISSING),
                count(odd, MatchVerdict.CONFLICT));
    }

    /** Accepts all open near misses for exactly these reasons, such as AMOUNT or PHONE; returns how many. */
    @Transactional
    public int accept(long batchId, List<String> rules, String actor) {
        return jdbc.sql(ACCEPT)
                .params(Timestamp.from(clock.instant()), actor, batchId, rules.toArray(new String[0]))
                .update();
    }

    private static MatchOutcome judge(ThreeDocumentMatch match, UnequalDocuments.Found found) {
        if (found.order().isPresent()) {
            return match.judge(
                    found.order().get(),
                    found.payment()
                            .map(p -> Collections.nCopies(found.paymentCopies(), p))
                            .orElse(List.of()),
                    found.waybill()
                            .map(w -> Collections.nCopies(found.waybillCopies(), w))
                            .orElse(List.of()),
                    found.orderCopies());
        }
        return found.payment()
                .map(ThreeDocumentMatch::unclaimed)
                .or(() -> found.waybill().map(ThreeDocumentMatch::unclaimed))
                .orElseThrow();
    }

    private void store(long batchId, List<MatchOutcome> odd) {
        jdbc.sql(STORE)
                .params(
                        batchId,
                        texts(odd, MatchOutcome::key),
                        texts(odd, o -> o.verdict().name()),
                        texts(odd, o -> joined(o.reasons(), MatchStep::rule)),
                        texts(odd, o -> joined(o.reasons(), MatchStep::zh)),
                        texts(odd, o -> joined(o.reasons(), MatchStep::en)),
                        texts(odd, o -> joined(o.trace(), MatchStep::toString)))
                .update();
    }

    private static String joined(List<MatchStep> steps, Function<MatchStep, String> part) {
        return String.join("\u001f", steps.stream().map(part).toList());
    }

    private static String[] texts(List<MatchOutcome> odd, Function<MatchOutcome, String> part) {
        return odd.stream().map(part).toArray(String[]::new);
    }

    private static int count(List<MatchOutcome> odd, MatchVerdict verdict) {
        return (int) odd.stream().filter(o -> o.verdict() == verdict).count();
    }
}
