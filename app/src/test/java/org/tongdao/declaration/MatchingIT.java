package org.tongdao.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.customs.MatchOrder;
import org.tongdao.customs.MatchOutcome;
import org.tongdao.customs.MatchPayment;
import org.tongdao.customs.MatchRules;
import org.tongdao.customs.MatchVerdict;
import org.tongdao.customs.MatchWaybill;
import org.tongdao.customs.ThreeDocumentMatch;
import org.tongdao.customs.TradeWay;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;

@OnDatabase
class MatchingIT {

    private static final BigDecimal ZERO = new BigDecimal("0.00");
    private static final MatchRules IMPORT = new MatchRules(true, true, new BigDecimal("0.01"), "test");
    private static final MatchRules EXPORT = new MatchRules(false, false, new BigDecimal("0.01"), "test");

    @Autowired
    Matching matching;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    FreshTenant tenants;

    /** Orders with every kind of difference, doubles and orphans among them. */
    private static ThreeDocumentMatch.Documents documents(int orders, long seed) {
        var random = new Random(seed);
        var all = new ThreeDocumentMatch.Documents(List.of(), List.of(), List.of());
        var o = new ArrayList<MatchOrder>(all.orders());
        var p = new ArrayList<MatchPayment>();
        var w = new ArrayList<MatchWaybill>();
        for (int i = 0; i < orders; i++) {
            var no = "O-%05d".formatted(i);
            var paid = new BigDecimal("100.00").add(BigDecimal.valueOf(i % 7));
            var order = new MatchOrder(
                    no,
                    "P" + i % 2,
                    "张三" + i % 9,
                    "11010119900101" + i % 9,
                    "李四",
                    "1391234567" + i % 10,
                    "北京市1号",
                    "PAY",
                    random.nextInt(20) == 0 ? "" : "T-" + no,
                    paid,
                    ZERO,
                    ZERO,
                    ZERO,
                    random.nextInt(30) == 0 ? paid.add(new BigDecimal("0.01")) : paid,
                    "142");
            o.add(order);
            if (random.nextInt(40) == 0) {
                o.add(order);
            }
            for (int n = random.nextInt(25) == 0 ? random.nextInt(3) : 1; n > 0; n--) {
                p.add(new MatchPayment(
                        "PAY",
                        "T-" + no,
                        random.nextInt(30) == 0 ? "other" : no,
                        order.platformCode(),
                        random.nextInt(30) == 0 ? "王五" : order.buyerName(),
                        order.buyerId(),
                        random.nextInt(20) == 0 ? order.paid().add(new BigDecimal("0.01")) : order.paid(),
                        "142"));
            }
            for (int n = random.nextInt(25) == 0 ? random.nextInt(3) : 1; n > 0; n--) {
                w.add(new MatchWaybill(
                        "C",
                        "W-" + no,
                        no,
                        order.platformCode(),
                        order.consignee(),
                        random.nextInt(20) == 0 ? "+86" + order.phone() : order.phone(),
                        random.nextInt(30) == 0 ? "北京市 1号" : order.address()));
            }
        }
        p.add(new MatchPayment("PAY", "nobody", "X", "P0", "张三", "1", BigDecimal.ONE, "142"));
        w.add(new MatchWaybill("C", "W-nobody", "X", "P0", "李四", "1", "北京"));
        return new ThreeDocumentMatch.Documents(o, p, w);
    }

    @Test
    void theDatabaseFindsExactlyWhatTheEngineFinds() {
        for (var rules : List.of(IMPORT, EXPORT)) {
            var documents = documents(600, 11);
            var engine = new ThreeDocumentMatch(rules).match(documents);
            Tenancy.run(tenants.create(), () -> {
                long batch = matching.load(TradeWay.IMPORT, rules, documents);
                var report = matching.match(batch, rules);
                assertThat(report.orders()).isEqualTo(documents.orders().size());
                assertThat(report.matched()).isEqualTo(count(engine, MatchVerdict.MATCHED));
                assertThat(report.nearMisses())
                        .isEqualTo(count(engine, MatchVerdict.NEAR_MISS))
                        .isPositive();
                assertThat(report.missing())
                        .isEqualTo(count(engine, MatchVerdict.MISSING))
                        .isPositive();
                assertThat(report.conflicts())
                        .isEqualTo(count(engine, MatchVerdict.CONFLICT))
                        .isPositive();
                assertThat(stored(batch))
                        .containsExactlyInAnyOrderElementsOf(engine.stream()
                                .filter(e -> e.verdict() != MatchVerdict.MATCHED)
                                .map(e -> e.key() + " " + e.verdict() + " "
                                        + e.reasons().stream()
                                                .map(s -> s.rule() + ":" + s.en())
                                                .toList())
                                .toList());
                assertThat(matching.match(batch, rules))
                        .as("doing it again changes nothing")
                        .isEqualTo(report);
            });
        }
    }

    @Test
    void nearMissesAreAcceptedByReason() {
        Tenancy.run(tenants.create(), () -> {
            long batch = matching.load(TradeWay.IMPORT, IMPORT, documents(600, 12));
            matching.match(batch, IMPORT);
            int phones = matching.accept(batch, List.of("PHONE"), "broker");
            assertThat(phones).isPositive();
            assertThat(matching.accept(batch, List.of("PHONE"), "broker")).isZero();
            long open = transaction.execute(t -> jdbc.sql(
                            "SELECT count(*) FROM match_result WHERE tenant_id = current_tenant() AND accepted_at IS NOT NULL AND rules <> ARRAY['PHONE']")
                    .query(Long.class)
                    .single());
            assertThat(open).as("near misses for further reasons stay open").isZero();
        });
    }

    @Test
    void numbersOfPapersAreStoredAsHashes() {
        Tenancy.run(tenants.create(), () -> {
            matching.load(TradeWay.IMPORT, IMPORT, documents(5, 1));
            assertThat(transaction.<List<String>>execute(
                            t -> jdbc.sql("SELECT buyer_id FROM match_order WHERE tenant_id = current_tenant()")
                                    .query(String.class)
                                    .list()))
                    .isNotEmpty()
                    .allMatch(id -> id.length() == 68 && !id.startsWith("1101"));
        });
    }

    private List<String> stored(long batch) {
        return transaction.execute(t -> jdbc.sql("SELECT key, verdict, rules, reasons_en FROM match_result"
                        + " WHERE tenant_id = current_tenant() AND batch_id = ? ORDER BY position")
                .param(batch)
                .query((row, at) -> {
                    var rules = (String[]) row.getArray("rules").getArray();
                    var reasons = (String[]) row.getArray("reasons_en").getArray();
                    var both = new ArrayList<String>();
                    for (int i = 0; i < rules.length; i++) {
                        both.add(rules[i] + ":" + reasons[i]);
                    }
                    return row.getString("key") + " " + row.getString("verdict") + " " + both;
                })
                .list());
    }

    private static int count(List<MatchOutcome> outcomes, MatchVerdict verdict) {
        return (int) outcomes.stream().filter(o -> o.verdict() == verdict).count();
    }
}
