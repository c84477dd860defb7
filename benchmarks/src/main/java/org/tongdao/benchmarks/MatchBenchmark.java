package org.tongdao.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.TongdaoApplication;
import org.tongdao.customs.MatchOrder;
import org.tongdao.customs.MatchPayment;
import org.tongdao.customs.MatchRules;
import org.tongdao.customs.MatchWaybill;
import org.tongdao.customs.ThreeDocumentMatch;
import org.tongdao.customs.TradeWay;
import org.tongdao.declaration.Matching;
import org.tongdao.platform.Tenancy;

/**
 * Three-document match in the database; the peer is the bare join of the same three tables in the same run, in turns. Two in a hundred documents differ.
 * Usage: {@code MatchBenchmark [DOCUMENTS]}.
 */
public final class MatchBenchmark {

    private static final MatchRules RULES = new MatchRules(true, true, new BigDecimal("0.01"), "bench");
    private static final String BARE = """
            SELECT count(*) FROM match_order o
            JOIN match_payment p ON p.tenant_id = o.tenant_id AND p.batch_id = o.batch_id AND p.pay_no = o.pay_no AND p.pay_code = o.pay_code
            JOIN match_waybill w ON w.tenant_id = o.tenant_id AND w.batch_id = o.batch_id AND w.order_no = o.order_no AND w.platform = o.platform
            WHERE o.tenant_id = current_tenant() AND o.batch_id = ?
            """;
    private static final int ROUNDS = 5;

    private MatchBenchmark() {}

    public static void main(String[] args) throws Exception {
        int orders = (args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000) / 3;
        var folder = Files.createTempDirectory("tongdao-bench");
        try (var context = new SpringApplicationBuilder(TongdaoApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run("--tongdao.home=" + folder, "--spring.main.banner-mode=off", "--logging.level.root=warn")) {
            var matching = context.getBean(Matching.class);
            var jdbc = context.getBean(JdbcClient.class);
            var transaction = context.getBean(TransactionTemplate.class);
            long batch = Tenancy.as(Tenancy.HOME, () -> matching.load(TradeWay.IMPORT, RULES, documents(orders)));
            try (var owner = DriverManager.getConnection(
                            context.getBean(HikariDataSource.class).getJdbcUrl());
                    var statement = owner.createStatement()) {
                statement.execute("VACUUM ANALYZE match_order, match_payment, match_waybill");
            }
            var bare = new ArrayList<Double>();
            var whole = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS; round++) {
                bare.add(seconds(() -> Tenancy.run(
                        Tenancy.HOME,
                        () -> transaction.executeWithoutResult(t ->
                                jdbc.sql(BARE).param(batch).query(Long.class).single()))));
                whole.add(seconds(() -> Tenancy.run(Tenancy.HOME, () -> matching.match(batch, RULES))));
            }
            var report = Tenancy.as(Tenancy.HOME, () -> matching.match(batch, RULES));
            double join = median(bare);
            double match = median(whole);
            System.out.println(report);
            System.out.printf(
                    Locale.ROOT,
                    "%d documents: bare join %.2f s, match %.2f s (%.0f documents/s): ratio %.2f (bar 0.5); medians of %d%n",
                    orders * 3,
                    join,
                    match,
                    orders * 3 / match,
                    join / match,
                    ROUNDS);
        }
    }

    private static ThreeDocumentMatch.Documents documents(int count) {
        var orders = new ArrayList<MatchOrder>(count);
        var payments = new ArrayList<MatchPayment>(count);
        var waybills = new ArrayList<MatchWaybill>(count);
        var zero = new BigDecimal("0.00");
        for (int i = 0; i < count; i++) {
            var no = "SO2026%08d".formatted(i * 7919L % 100_000_000L);
            var paid = BigDecimal.valueOf(1_000 + i % 90_000, 2);
            var id = "6501021990%08d".formatted(i % 50_000);
            orders.add(new MatchOrder(
                    no,
                    "6501230001",
                    "买家" + i % 50_000,
                    id,
                    "买家" + i % 50_000,
                    "139%08d".formatted(i),
                    "乌鲁木齐市天山区" + i % 999 + "号",
                    "PAY1",
                    "T" + no,
                    paid,
                    zero,
                    zero,
                    zero,
                    paid,
                    "142"));
            payments.add(new MatchPayment(
                    "PAY1",
                    "T" + no,
                    no,
                    "6501230001",
                    "买家" + i % 50_000,
                    id,
                    i % 100 == 3 ? paid.add(new BigDecimal("0.01")) : paid,
                    "142"));
            waybills.add(new MatchWaybill(
                    "6501230002",
                    "W" + no,
                    no,
                    "6501230001",
                    "买家" + i % 50_000,
                    (i % 100 == 7 ? "+86" : "") + "139%08d".formatted(i),
                    "乌鲁木齐市天山区" + i % 999 + "号"));
        }
        return new ThreeDocumentMatch.Documents(orders, payments, waybills);
    }

    private static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
