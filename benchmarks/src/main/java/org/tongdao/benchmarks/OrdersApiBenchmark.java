package org.tongdao.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.tongdao.TongdaoApplication;
import org.tongdao.api.ApiKeys;
import org.tongdao.platform.Tenancy;

/**
 * Single orders over HTTP, each with an idempotency key and answered when it is on disk, by 32 clients. The peer, in turns with it: 32 connections that write
 * the very rows of one order (answer, batch, file, order, line, parcel, event, index of the event, feed, trail) in a transaction of their own, with prepared
 * statements and numbers of their own, so that they wait for nobody.
 */
final class OrdersApiBenchmark {

    private static final int CLIENTS = 32;
    private static final int ROUNDS = 3;

    /** Until the compiler has seen everything; on a busy machine this is what a measurement needs most. */
    private static final int WARM_UP_S = 60;

    /** Orders a second and milliseconds of processor time an order: this process and the database. */
    private record Measured(double rate, double programMs, double databaseMs) {}

    /** What one of the clients does again and again. */
    interface Work extends AutoCloseable {
        void one(long n) throws Exception;

        @Override
        void close() throws Exception;
    }

    private interface Maker {
        Work make() throws Exception;
    }

    private static long numbers;

    private OrdersApiBenchmark() {}

    public static void main(String[] args) throws Exception {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 10;
        var folder = Files.createTempDirectory("tongdao-bench");
        try (var context = new SpringApplicationBuilder(TongdaoApplication.class)
                .web(WebApplicationType.SERVLET)
                .run("--tongdao.home=" + folder, "--server.port=0", "--logging.level.root=warn")) {
            int port = java.util.Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                    .getPort();
            var keys = context.getBean(ApiKeys.class);
            var key = Tenancy.as(
                    Tenancy.HOME, () -> keys.issue("bench", List.of("orders:write"), "Tianshan Trade", "bench"));
            var url = context.getBean(HikariDataSource.class).getJdbcUrl();
            try (var owner = DriverManager.getConnection(url)) {
                prepare(owner, key.id());
                Maker api = () -> new OrdersApiClient(port, key.secret());
                run(owner, () -> bare(url, key.id()), WARM_UP_S / 3);
                run(owner, api, WARM_UP_S);
                double worst = Double.MAX_VALUE;
                for (int round = 1; round <= ROUNDS; round++) {
                    var bare = run(owner, () -> bare(url, key.id()), seconds);
                    var ours = run(owner, api, seconds);
                    worst = Math.min(worst, ours.rate() / bare.rate());
                    print(round, bare, ours);
                }
                System.out.printf(Locale.ROOT, "lowest ratio %.2f (bar 0.50)%n", worst);
            }
        }
    }

    private static void print(int round, Measured bare, Measured ours) {
        System.out.printf(
                Locale.ROOT,
                "round %d: bare %.0f/s (CPU %.2f + %.2f ms program + database), api %.0f/s (CPU %.2f + %.2f ms): ratio %.2f%n",
                round,
                bare.rate(),
                bare.programMs(),
                bare.databaseMs(),
                ours.rate(),
                ours.programMs(),
                ours.databaseMs(),
                ours.rate() / bare.rate());
    }

    private static Work bare(String url, long key) throws SQLException {
        return new BareOrder(DriverManager.getConnection(url), key);
    }

    private static Measured run(Connection owner, Maker maker, int seconds) throws Exception {
        var done = new LongAdder();
        var ready = new CountDownLatch(CLIENTS);
        var go = new CountDownLatch(1);
        long start = numbers;
        numbers += 10_000_000L;
        long[] until = new long[1];
        var failed = new AtomicReference<Exception>();
        var threads = new Thread[CLIENTS];
        for (int c = 0; c < CLIENTS; c++) {
            long first = start + c * 300_000L;
            threads[c] = new Thread(() -> {
                try (var work = maker.make()) {
                    ready.countDown();
                    go.await();
                    for (long n = first; System.nanoTime() < until[0]; n++) {
                        work.one(n);
                        done.increment();
                    }
                } catch (Exception e) {
                    failed.set(e);
                    ready.countDown();
                }
            });
            threads[c].start();
        }
        ready.await();
        double database = databaseCpu(owner);
        double own = ownCpu();
        long began = System.nanoTime();
        until[0] = began + seconds * 1_000_000_000L;
        go.countDown();
        Thread.sleep(seconds * 1_000L - 50);
        double spent = databaseCpu(owner) - database;
        for (var thread : threads) {
            thread.join();
        }
        if (failed.get() != null) {
            throw new IllegalStateException("a client gave up, so the rate would say nothing", failed.get());
        }
        double took = (System.nanoTime() - began) / 1e9;
        long count = done.sum();
        return new Measured(count / took, (ownCpu() - own) * 1000 / count, spent * 1000 / count);
    }

    private static double ownCpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    /** Read while the connections are open: their processes end with them. */
    private static double databaseCpu(Connection owner) throws SQLException, IOException {
        double seconds = 0;
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("SELECT pid FROM pg_stat_activity")) {
            while (rows.next()) {
                var stat = Path.of("/proc", rows.getString(1), "stat");
                if (Files.exists(stat)) {
                    var fields =
                            Files.readString(stat).replaceFirst(".*\\) ", "").split(" ");
                    seconds += (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
                }
            }
        }
        return seconds;
    }

    private static void prepare(Connection owner, long key) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("INSERT INTO tenant (id, code, name) VALUES (2, 'bare', 'Bare')");
            statement.execute("INSERT INTO api_key (tenant_id, id, name, hint, sha256, scopes, merchant, created_by)"
                    + " OVERRIDING SYSTEM VALUE VALUES (2, " + key + ", 'bare', '', 'bare', '{}', '', 'bench')");
        }
    }
}
