package org.tongdao.declaration;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.Receipt;
import org.tongdao.platform.FolderWire;
import org.tongdao.platform.Inbox;
import org.tongdao.terms.Finding;

/** Takes receipt files in: each once, all receipts kept, what cannot be read put aside with its finding. */
@Component
class Receiving {

    private static final String STORE = """
            INSERT INTO customs_receipt (tenant_id, file, position, type, receipt_key, status, rank, outcome, code, info, return_time, returned_at, pre_no, invt_no)
            SELECT (SELECT current_tenant()), n.file, n.position, n.type, n.receipt_key, n.status, n.rank, n.outcome, n.code, n.info, n.return_time,
                   timestamptz 'epoch' + n.at * interval '1 millisecond', n.pre_no, n.invt_no
            FROM (SELECT {columns}) AS n
            """.replace("{columns}", ReceiptRows.unnested());
    private static final String KEYS_OF_MESSAGE = """
            SELECT c.receipt_key FROM customs_message m
            JOIN customs_document c ON c.tenant_id = m.tenant_id AND c.message_id = m.id
            WHERE m.tenant_id = current_tenant() AND (m.guid = ? OR m.message_key = ?) ORDER BY c.id
            """;

    private final JdbcClient jdbc;
    private final Inbox inbox;
    private final FolderWire wire;
    private final Settling settling;
    private final TaxBills taxBills;
    private final SummaryResults summaryResults;
    private final Leniency leniency;
    private final Clock clock;

    Receiving(
            JdbcClient jdbc,
            Inbox inbox,
            FolderWire wire,
            Settling settling,
            TaxBills taxBills,
            SummaryResults summaryResults,
            Leniency leniency,
            Clock clock) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.wire = wire;
        this.settling = settling;
        this.taxBills = taxBills;
        this.summaryResults = summaryResults;
        this.leniency = leniency;
        this.clock = clock;
    }

    int collect() {
        return wire.receiveTogether(Post.WIRE, ReceiptFile::of, this::take);
    }

    /** Runs in the transaction of the files; storing needs nobody, settling needs all receipts that came before. */
    private void take(List<ReceiptFile> files, Runnable turn) {
        var entries = new ArrayList<ReceiptRows.Row>();
        for (var file : files) {
            if (inbox.accept(Post.WIRE, file.name(), file.file().content())) {
                entries.addAll(open(file));
            }
        }
        if (!entries.isEmpty()) {
            var rows = new ReceiptRows(entries, clock.instant());
            jdbc.sql(STORE).params(rows.columns()).update();
            turn.run();
            settling.settle(rows);
        }
    }

    private List<ReceiptRows.Row> open(ReceiptFile file) {
        var entries = new ArrayList<ReceiptRows.Row>();
        Stream.concat(file.receipts().stream(), file.refusals().stream().flatMap(this::refused))
                .forEach(r -> entries.add(new ReceiptRows.Row(file.name(), entries.size() + 1, r)));
        boolean bills =
                file.message().filter(m -> taxBills.take(file.name(), m)).isPresent();
        bills |= file.message().filter(m -> summaryResults.take(file.name(), m)).isPresent();
        file.message().ifPresent(m -> leniency.record(file.name(), m, file.lenient()));
        if (entries.isEmpty() && !bills) {
            putAside(file.name(), file.findings());
        }
        return entries;
    }

    /** A format refusal (900) speaks of a whole message, everything else of one document. */
    private Stream<ReceiptFile.Read> refused(CebDocument document) {
        var original = document.get("oriCopMsgId");
        var keys = jdbc.sql(KEYS_OF_MESSAGE)
                .params(original, original)
                .query(String.class)
                .list();
        return (keys.isEmpty() ? List.of("CEB900|" + original) : keys)
                .stream()
                        .map(key -> ReceiptFile.Read.of(new Receipt(
                                "CEB900",
                                key,
                                document.get("returnStatus"),
                                document.get("returnTime"),
                                document.get("returnInfo"),
                                "",
                                "")));
    }

    private void putAside(String file, List<Finding> findings) {
        var why = findings.isEmpty() ? "no receipt in it" : findings.get(0).maybe();
        var rule = findings.isEmpty() ? "RECEIPT-NONE" : findings.get(0).rule();
        jdbc.sql("INSERT INTO customs_unread (tenant_id, file, rule, maybe, at) VALUES (current_tenant(), ?, ?, ?, ?)")
                .params(file, rule, why, Timestamp.from(clock.instant()))
                .update();
    }
}
