package org.tongdao.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.TongdaoApplication;
import org.tongdao.customs.CebCatalogue;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.CebMessage;
import org.tongdao.customs.CebWriter;
import org.tongdao.customs.Guid;
import org.tongdao.customs.ReceiptKey;
import org.tongdao.declaration.Declarations;
import org.tongdao.platform.FolderWire;
import org.tongdao.platform.Tenancy;

/**
 * Receipts a second, read from files of a hundred and applied to the database: three for each list, a fifth of them twice, in shuffled order; the first half of the lists warms up and is
 * not measured. Usage:
 * {@code ReceiptsBenchmark [LISTS]}; pin it with {@code BENCH_CPUS=0,1}.
 */
public final class ReceiptsBenchmark {

    private static final int A_FILE = 100;
    private static final String LISTS = """
            WITH b AS (INSERT INTO order_batch (tenant_id, file_name, sha256, merchant, received_at, total_rows, accepted, rejected, duplicate, orders)
                       VALUES (current_tenant(), 'bench.csv', 'bench', 'M1', now(), 1, 1, 0, 0, 1) RETURNING id),
            k AS (SELECT key, at FROM unnest(?) WITH ORDINALITY AS u (key, at)),
            o AS (INSERT INTO customer_order (tenant_id, batch_id, platform, merchant, order_no, content_sha256, payment_no, ordered_at, currency, goods_value,
                      consignee_name, consignee_phone, consignee_address, consignee_city, consignee_postcode, country, first_line)
                  SELECT current_tenant(), b.id, 'P1', 'M1', 'O' || k.at, 'x', 'pay', now(), 'CNY', 10, 'A', '+7', 'Abay 1', 'Almaty', '050000', 'KZ', 2
                  FROM b, k RETURNING id, order_no),
            p AS (INSERT INTO parcel (tenant_id, order_id, batch_id, parcel_no, regime, country, hub, gross_g, net_g, length_mm, width_mm, height_mm, goods_value,
                      currency, accepted_at)
                  SELECT current_tenant(), o.id, b.id, 'LX' || lpad(substr(o.order_no, 2), 9, '0') || 'CN', '9610', 'KZ', 'ALA', 700, 600, 200, 150, 100, 10,
                         'CNY', now() FROM b, o RETURNING id, parcel_no),
            d AS (INSERT INTO declaration (tenant_id, parcel_id, regime, cop_no, attempt, created_at)
                  SELECT current_tenant(), id, '9610', 'TD' || (substr(parcel_no, 3, 9))::int, 1, '2026-11-01' FROM p RETURNING id, cop_no),
            x AS (INSERT INTO outbox (tenant_id, wire, message_key, payload, created_at) VALUES (current_tenant(), 'customs', 'bench', 'x', now())),
            m AS (INSERT INTO customs_message (tenant_id, message_key, type, guid, documents, key_name, created_at)
                  VALUES (current_tenant(), 'bench', 'CEB603', 'bench', 100, 'key', now()) RETURNING id)
            INSERT INTO customs_document (tenant_id, message_id, type, receipt_key, declaration_id, sent_at)
            SELECT current_tenant(), m.id, 'CEB603', k.key, d.id, '2026-11-01' FROM m, d JOIN k ON 'TD' || k.at = d.cop_no
            """;

    private ReceiptsBenchmark() {}

    public static void main(String[] args) throws Exception {
        int lists = args.length > 0 ? Integer.parseInt(args[0]) : 40_000;
        var folder = Files.createTempDirectory("tongdao-bench");
        try (var context = new SpringApplicationBuilder(TongdaoApplication.class)
                        .web(WebApplicationType.NONE)
                        .lazyInitialization(true)
                        .run("--tongdao.home=" + folder, "--spring.main.banner-mode=off", "--logging.level.root=warn");
                var owner = DriverManager.getConnection(
                        context.getBean(HikariDataSource.class).getJdbcUrl())) {
            var wire = context.getBean(FolderWire.class);
            var declarations = context.getBean(Declarations.class);
            var jdbc = context.getBean(JdbcClient.class);
            var transaction = context.getBean(TransactionTemplate.class);
            Tenancy.run(
                    Tenancy.HOME,
                    () -> transaction.executeWithoutResult(
                            t -> jdbc.sql(LISTS).param(keys(lists)).update()));
            try (var statement = owner.createStatement()) {
                statement.execute("VACUUM ANALYZE");
            }
            Tenancy.run(Tenancy.HOME, () -> {
                lay(wire.in("customs"), 1, lists / 2);
                declarations.collect();
            });
            int receipts = Tenancy.as(Tenancy.HOME, () -> lay(wire.in("customs"), lists / 2 + 1, lists));
            double database = databaseCpu(owner);
            double own = ownCpu();
            long began = System.nanoTime();
            int files = Tenancy.as(Tenancy.HOME, declarations::collect);
            double took = (System.nanoTime() - began) / 1e9;
            double ownSpent = ownCpu() - own;
            double spent = databaseCpu(owner) - database;
            long released = Tenancy.as(
                    Tenancy.HOME,
                    () -> transaction.execute(
                            t -> jdbc.sql("SELECT count(*) FROM clearance WHERE tenant_id = current_tenant()")
                                    .query(Long.class)
                                    .single()));
            System.out.printf(
                    Locale.ROOT,
                    "%,d receipts in %,d files, %,d of %,d lists released: %.2f s = %,.0f receipts/s; CPU %.2f s program, %.2f s database ="
                            + " %,.0f receipts a second of both, %,.0f on two busy cores (bar 20,000)%n",
                    receipts,
                    files,
                    released,
                    lists,
                    took,
                    receipts / took,
                    ownSpent,
                    spent,
                    receipts / (ownSpent + spent),
                    2 * receipts / (ownSpent + spent));
        }
    }

    private static String[] keys(int lists) {
        var keys = new String[lists];
        for (int i = 0; i < lists; i++) {
            keys[i] = ReceiptKey.of(receipt(i + 1, "800", "20261124120000000"));
        }
        return keys;
    }

    /** Writes the files; returns how many receipts are in them. */
    private static int lay(Path in, int first, int last) {
        var all = new ArrayList<CebDocument>();
        for (int i = first; i <= last; i++) {
            all.add(receipt(i, "2", "20261123120000000"));
            all.add(receipt(i, "120", "20261123150000000"));
            all.add(receipt(i, "800", "20261124120000000"));
        }
        var random = new Random(1);
        for (int i = all.size() / 5; i > 0; i--) {
            all.add(all.get(random.nextInt(all.size())));
        }
        Collections.shuffle(all, random);
        for (int from = 0; from < all.size(); from += A_FILE) {
            var some = all.subList(from, Math.min(all.size(), from + A_FILE));
            var message = CebMessage.received(Guid.of("bench" + first + "/" + from), List.copyOf(some));
            FolderWire.writeWhole(in.resolve("r%d-%08d.xml".formatted(first, from)), CebWriter.write(message));
        }
        return all.size();
    }

    private static CebDocument receipt(int number, String status, String time) {
        return CebDocument.of(CebCatalogue.official().get("CEB604"))
                .put("guid", Guid.of(number + status))
                .put("agentCode", "6501230003")
                .put("copNo", "TD" + number)
                .put("preNo", "B20261123%09d".formatted(number))
                .put("invtNo", "94002026E%09d".formatted(number))
                .put("ebcCode", "6501230001")
                .put("ebpCode", "6501230001")
                .put("orderNo", "O" + number)
                .put("statisticsFlag", "B")
                .put("returnStatus", status)
                .put("returnTime", time)
                .put("returnInfo", "[Code:" + status + ";Desc:清单处理]")
                .build();
    }

    private static double ownCpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    private static double databaseCpu(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("SELECT pid FROM pg_stat_activity")) {
            double seconds = 0;
            while (rows.next()) {
                seconds += cpu(Path.of("/proc", rows.getString(1), "stat"));
            }
            return seconds;
        }
    }

    private static double cpu(Path stat) {
        try {
            var fields = Files.readString(stat).replaceFirst(".*\\) ", "").split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
        } catch (java.io.IOException e) {
            return 0;
        }
    }
}
