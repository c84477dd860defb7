package org.tongdao.declaration;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tongdao.customs.CebCheck;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.CebMessage;
import org.tongdao.customs.Envelope;
import org.tongdao.customs.Guid;
import org.tongdao.customs.RetailExport;
import org.tongdao.customs.RetailLine;
import org.tongdao.customs.RetailParcel;
import org.tongdao.customs.RetailParties;
import org.tongdao.customs.RetailRules;
import org.tongdao.customs.Signer;
import org.tongdao.customs.SoftKey;
import org.tongdao.customs.Strictness;
import org.tongdao.platform.FolderWire;
import org.tongdao.terms.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bin/tongdao customs build FILE}: orders of 9610 become signed messages 303, 505 and 603; what our rules refuse is a finding. */
@Command(
        name = "build",
        description = "build and sign orders, waybills and lists (303, 505, 603) from a file of orders",
        mixinStandardHelpOptions = true)
final class BuildCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "CSV of order lines, see docs/formats/customs-tables.md")
    private Path file = Path.of("");

    @Option(names = "--out", required = true, description = "folder for the messages")
    private Path out = Path.of("");

    @Option(
            names = "--at",
            required = true,
            paramLabel = "INSTANT",
            description = "time of declaring, such as 2026-11-28T04:00:00Z")
    private Instant at = Instant.EPOCH;

    @Option(
            names = "--key",
            defaultValue = "var/keys/customs-sm2.pem",
            description = "key file, made when it is not there (default: ${DEFAULT-VALUE})")
    private Path key = Path.of("");

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    private final RetailParties parties = Books.parties();
    private final RetailExport export = new RetailExport(parties, Books.tariff());
    private final RetailRules rules = new RetailRules(Books.tariff(), Books.screening());

    private record Row(
            String orderNo, String waybillNo, String country, String currency, long grossGrams, RetailLine line) {}

    @Override
    public Integer call() {
        var table = InputTable.read(
                file,
                List.of(
                        "order_no",
                        "waybill_no",
                        "country",
                        "currency",
                        "gross_g",
                        "name_zh",
                        "hs",
                        "quantity",
                        "unit",
                        "unit_price",
                        "net_g"),
                BuildCommand::row);
        var orders = new LinkedHashMap<String, List<Row>>();
        table.rows()
                .forEach(row -> orders.computeIfAbsent(row.orderNo(), o -> new ArrayList<>())
                        .add(row));
        var findings = new ArrayList<>(table.findings());
        Map<String, List<CebDocument>> documents = new LinkedHashMap<>();
        int good = 0;
        for (var rows : orders.values()) {
            good += add(parcel(rows), documents, findings) ? 1 : 0;
        }
        int messages = write(documents);
        int exit = MessageFiles.print(findings, json, System.out);
        if (!json) {
            System.out.println(good + " of " + orders.size() + " orders, " + messages + " messages in " + out);
        }
        return exit;
    }

    private static Row row(InputTable.Cells row) {
        long quantity = row.amount("quantity").longValue();
        if (quantity < 1) {
            throw row.bad("CELL-NUMBER", "quantity", row.text("quantity"), "At least 1.");
        }
        return new Row(
                row.filled("order_no"),
                row.filled("waybill_no"),
                row.filled("country"),
                row.filled("currency"),
                row.amount("gross_g").longValue(),
                new RetailLine(
                        row.text("sku"),
                        row.filled("name_zh"),
                        row.text("name_en"),
                        row.hs("hs"),
                        quantity,
                        row.text("unit"),
                        row.amount("unit_price"),
                        row.amount("net_g").longValue()));
    }

    private RetailParcel parcel(List<Row> rows) {
        var first = rows.get(0);
        var lines = rows.stream().map(Row::line).toList();
        return new RetailParcel(
                "TD" + first.waybillNo() + "-1",
                first.orderNo(),
                first.waybillNo(),
                first.country(),
                first.currency(),
                first.grossGrams(),
                lines.stream().mapToLong(RetailLine::netGrams).sum(),
                at,
                lines);
    }

    /** Adds the documents of a parcel that nothing stands against. */
    private boolean add(RetailParcel parcel, Map<String, List<CebDocument>> documents, List<Finding> findings) {
        var against = new ArrayList<>(rules.check(parcel));
        if (against.stream().noneMatch(Finding::stops)) {
            var built = List.of(export.order(parcel), export.waybill(parcel), export.list(parcel));
            built.forEach(d -> against.addAll(CebCheck.check(d, Strictness.OUTBOUND)));
            if (against.stream().noneMatch(Finding::stops)) {
                built.forEach(d -> documents
                        .computeIfAbsent(d.type().code(), t -> new ArrayList<>())
                        .add(d));
            }
        }
        findings.addAll(against);
        return against.stream().noneMatch(Finding::stops);
    }

    private int write(Map<String, List<CebDocument>> documents) {
        MessageFiles.makeFolder(out);
        Signer signer = SoftKey.openOrCreate(key, Desk.SOFT_KEY_FROM, new SecureRandom());
        int messages = 0;
        for (var type : documents.entrySet()) {
            for (var batch : CebMessage.batches(type.getValue())) {
                var guid = Guid.of(type.getKey() + "/message/" + batch.get(0).get("guid"));
                var sealed = Envelope.seal(CebMessage.sent(guid, batch, parties.transfer()), signer);
                FolderWire.writeWhole(
                        out.resolve(type.getKey() + "_" + guid + ".xml").toAbsolutePath(), sealed);
                messages++;
            }
        }
        return messages;
    }
}
