package org.tongdao.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.tongdao.TongdaoApplication;
import org.tongdao.emulator.MerchantExport;
import org.tongdao.intake.ImportRequest;
import org.tongdao.intake.Intake;
import org.tongdao.intake.Labels;
import org.tongdao.platform.Tenancy;

/**
 * Intake of one train: parse, check, dedupe, store. The peer, in the same run: a raw COPY of the very rows that came of it into the same indexed tables, as
 * the owner of the database.
 */
final class IntakeBenchmark {

    private static final List<String> TABLES = List.of("customer_order", "order_line", "parcel");

    private IntakeBenchmark() {}

    public static void main(String[] args) throws Exception {
        int orders = args.length > 0 ? Integer.parseInt(args[0]) : 231_100;
        var folder = Files.createTempDirectory("tongdao-bench");
        var file = folder.resolve("orders.csv");
        var made = MerchantExport.write(file, orders, 7);
        try (var context = new SpringApplicationBuilder(TongdaoApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run("--tongdao.home=" + folder, "--spring.main.banner-mode=off", "--logging.level.root=warn")) {
            var url = context.getBean(HikariDataSource.class).getJdbcUrl();
            try (var owner = DriverManager.getConnection(url)) {
                var intake = context.getBean(Intake.class);
                warmUp(intake, folder);
                double cpuBefore = cpu(owner);
                long began = System.nanoTime();
                var report = Tenancy.as(Tenancy.HOME, () -> intake.importFile(ImportRequest.of(file)));
                double seconds = (System.nanoTime() - began) / 1e9;
                double cpu = cpu(owner) - cpuBefore;
                double raw = rawCopy(owner, folder, report.batchId());
                System.out.printf(
                        Locale.ROOT,
                        "%d rows, %d orders accepted, %d rejected, %d duplicate (%d faulty rows made)%n",
                        report.rows(),
                        report.orders(),
                        report.rejected(),
                        report.duplicate(),
                        made.faulty());
                System.out.printf(
                        Locale.ROOT,
                        "intake %.1f s (%.0f orders/s), raw COPY of the same rows %.1f s: ratio %.2f (bar 0.20)%n",
                        seconds,
                        report.orders() / seconds,
                        raw,
                        raw / seconds);
                System.out.printf(
                        Locale.ROOT,
                        "CPU %.2f ms a parcel, application and database (bar 1.0); peak heap %d MB of %d MB%n",
                        cpu * 1000 / report.orders(),
                        peakHeap() >> 20,
                        Runtime.getRuntime().maxMemory() >> 20);
                labels(context.getBean(Labels.class), report.batchId(), folder);
            }
        }
    }

    private static void warmUp(Intake intake, Path folder) {
        var file = folder.resolve("warm-up.csv");
        MerchantExport.write(file, 3_000, 99);
        Tenancy.run(Tenancy.HOME, () -> intake.importFile(ImportRequest.of(file)));
    }

    private static void labels(Labels labels, long batch, Path folder) throws IOException {
        var pdf = folder.resolve("labels.pdf");
        long began = System.nanoTime();
        Tenancy.run(Tenancy.HOME, () -> labels.write(batch, pdf, folder.resolve("labels.zpl")));
        System.out.printf(
                Locale.ROOT,
                "labels PDF and ZPL %.1f s, PDF %d MB%n",
                (System.nanoTime() - began) / 1e9,
                Files.size(pdf) >> 20);
    }

    /** Copies what the intake stored out, moves it to a second tenant and copies it in again; seconds of the way in. */
    private static double rawCopy(Connection owner, Path folder, long batch) throws SQLException, IOException {
        execute(owner, "INSERT INTO tenant (id, code, name) VALUES (2, 'raw', 'Raw copy')");
        execute(
                owner,
                "INSERT INTO order_batch OVERRIDING SYSTEM VALUE SELECT 2, id, file_name, sha256, merchant, received_at, total_rows,"
                        + " accepted, rejected, duplicate, orders FROM order_batch WHERE tenant_id = 1 AND id = "
                        + batch);
        var copy = owner.unwrap(PGConnection.class).getCopyAPI();
        for (var table : TABLES) {
            var own = table.equals("order_line")
                    ? "order_id IN (SELECT id FROM customer_order WHERE tenant_id = 1 AND batch_id = " + batch + ")"
                    : "batch_id = " + batch;
            try (var out = Files.newOutputStream(folder.resolve(table))) {
                copy.copyOut(
                        "COPY (SELECT " + moved(owner, table) + " FROM " + table + " WHERE tenant_id = 1 AND " + own
                                + ") TO STDOUT",
                        out);
            }
        }
        execute(owner, "CHECKPOINT");
        owner.setAutoCommit(false);
        long began = System.nanoTime();
        for (var table : TABLES) {
            try (var in = Files.newInputStream(folder.resolve(table))) {
                copy.copyIn("COPY " + table + " (" + columns(owner, table) + ") FROM STDIN", in);
            }
        }
        owner.commit();
        double seconds = (System.nanoTime() - began) / 1e9;
        owner.setAutoCommit(true);
        return seconds;
    }

    private static String moved(Connection owner, String table) throws SQLException {
        return columns(owner, table)
                .replaceFirst("^tenant_id", "2")
                .replace("parcel_no", "'LY' || substr(parcel_no, 3)");
    }

    private static String columns(Connection owner, String table) throws SQLException {
        return text(
                owner,
                "SELECT string_agg(column_name, ', ' ORDER BY ordinal_position) FROM information_schema.columns WHERE table_name = '"
                        + table + "' AND is_generated = 'NEVER'");
    }

    /** Seconds of processor time of this process and of every database process. */
    private static double cpu(Connection owner) throws SQLException, IOException {
        long own = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        double database = 0;
        for (var pid : text(owner, "SELECT string_agg(pid::text, ',') FROM pg_stat_activity")
                .split(",")) {
            var stat = Path.of("/proc", pid, "stat");
            if (Files.exists(stat)) {
                var fields = Files.readString(stat).replaceFirst(".*\\) ", "").split(" ");
                database += (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
            }
        }
        return own / 1e9 + database;
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == java.lang.management.MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(java.lang.management.MemoryUsage::getUsed)
                .sum();
    }

    private static void execute(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
