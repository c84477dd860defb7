package org.tongdao.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tongdao.customs.CebCheck;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.CebMessage;
import org.tongdao.customs.CsvTariffBook;
import org.tongdao.customs.Envelope;
import org.tongdao.customs.Guid;
import org.tongdao.customs.ListTerms;
import org.tongdao.customs.RetailExport;
import org.tongdao.customs.RetailLine;
import org.tongdao.customs.RetailParcel;
import org.tongdao.customs.RetailParties;
import org.tongdao.customs.SoftKey;
import org.tongdao.customs.Strictness;
import org.tongdao.customs.Trust;
import org.tongdao.customs.ZoneLedger;
import org.tongdao.terms.HsCode;

/**
 * Inventory lists (603) per second on one thread: built from parcels, checked field by field, written, signed with SM2, and the sealed bytes verified
 * again, 100 lists a message; by the wall clock and by CPU time of that thread. Bar: 5,000 a second of one core.
 */
public final class CustomsListBenchmark {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final int PER_MESSAGE = 100;
    private static final ListTerms RETAIL = new ListTerms("9610", "E", "B", ZoneLedger.NONE, "bench");

    private CustomsListBenchmark() {}

    public static void main(String[] args) throws IOException {
        int messages = args.length > 0 ? Integer.parseInt(args[0]) : 300;
        var parties = new RetailParties(
                "6501230001",
                "平台",
                "6501230001",
                "集货",
                "",
                "6501230003",
                "报关",
                "6501230002",
                "物流",
                "9400",
                "9402",
                "",
                "DXPENT0000000001");
        var tariff = CsvTariffBook.read("hs-starter", Files.newBufferedReader(Path.of("data/hs-starter.csv")));
        var export = new RetailExport(parties, tariff);
        var key = SoftKey.create(NOW, new SecureRandom());
        var parcels = parcels();
        run(Math.max(20, messages / 5), export, parties, key, parcels);
        for (int round = 1; round <= 3; round++) {
            long start = System.nanoTime();
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long bytes = run(messages, export, parties, key, parcels);
            double seconds = (System.nanoTime() - start) / 1e9;
            double spent = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
            System.out.printf(
                    "round %d: %,d lists in %.2f s = %,.0f lists/s, by CPU %,.0f (built, checked, signed, verified; %,d bytes a list)%n",
                    round,
                    messages * PER_MESSAGE,
                    seconds,
                    messages * PER_MESSAGE / seconds,
                    messages * PER_MESSAGE / spent,
                    bytes / messages / PER_MESSAGE);
        }
    }

    private static long run(
            int messages, RetailExport export, RetailParties parties, SoftKey key, List<RetailParcel> parcels) {
        long bytes = 0;
        var trust = Trust.only(key.certificate());
        for (int m = 0; m < messages; m++) {
            var documents = new ArrayList<CebDocument>(PER_MESSAGE);
            for (var parcel : parcels) {
                documents.add(export.list(parcel, RETAIL));
            }
            var message = CebMessage.sent(Guid.of("m" + m), documents, parties.transfer());
            if (!CebCheck.check(message, Strictness.OUTBOUND).isEmpty()) {
                throw new IllegalStateException("findings: " + CebCheck.check(message, Strictness.OUTBOUND));
            }
            byte[] sealed = Envelope.seal(message, key);
            if (!Envelope.open("own", sealed, trust, NOW).holds()) {
                throw new IllegalStateException("own signature does not hold");
            }
            bytes += sealed.length;
        }
        return bytes;
    }

    /** A hundred parcels of one to three lines. */
    private static List<RetailParcel> parcels() {
        var lines = List.of(
                line("TOY-1", "积木玩具", "building blocks", "9503008390", "006"),
                line("BRK-2", "陶瓷刹车片 前轮", "ceramic brake pad set, front", "8708301000", "006"),
                line("TSH-3", "纯棉T恤衫 男 XL", "cotton T-shirt, men, XL", "6109100021", "011"));
        var parcels = new ArrayList<RetailParcel>();
        for (int i = 0; i < PER_MESSAGE; i++) {
            parcels.add(new RetailParcel(
                    "TD20261123%08d".formatted(i),
                    "WT-2026-%08d".formatted(i),
                    "LX%09dCN".formatted(i),
                    "KZ",
                    "CNY",
                    1_500,
                    1_200,
                    NOW,
                    lines.subList(0, 1 + i % 3)));
        }
        return parcels;
    }

    private static RetailLine line(String sku, String zh, String en, String hs, String unit) {
        return new RetailLine(sku, zh, en, new HsCode(hs), 2, unit, new BigDecimal("19.99"), 400);
    }
}
