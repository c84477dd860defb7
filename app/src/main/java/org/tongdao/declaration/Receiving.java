package org.tongdao.declaration;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.CebReader;
import org.tongdao.customs.Receipt;
import org.tongdao.customs.ReceiptKey;
import org.tongdao.platform.FolderWire;
import org.tongdao.platform.Inbox;
import org.tongdao.terms.Finding;

/** Takes receipt files in: each once, all receipts kept, what cannot be read put aside with its finding. */
@Component
class Receiving {

    private static final String STORE = """
            INSERT INTO customs_receipt (tenant_id, file, position, type, receipt_key, status, rank, outcome, code, info, return_time, returned_at, pre_no, invt_no)
            SELECT current_tenant(), ?, n.position, n.type, n.receipt_key, n.status, n.rank, n.outcome, n.code, n.info, n.return_time, n.returned_at::timestamptz, n.pre_no, n.invt_no
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                 WITH ORDINALITY AS n (type, receipt_key, status, rank, outcome, code, info, return_time, returned_at, pre_no, invt_no, position)
            """;
    private static final String KEYS_OF_MESSAGE = """
            SELECT c.receipt_key FROM customs_message m
            JOIN customs_document c ON c.tenant_id = m.tenant_id AND c.message_id = m.id
            WHERE m.tenant_id = current_tenant() AND (m.guid = ? OR m.message_key = ?) ORDER BY c.id
            """;

    private final JdbcClient jdbc;
    private final Inbox inbox;
    private final FolderWire wire;
    private final Settling settling;
    private final Clock clock;

    Receiving(JdbcClient jdbc, Inbox inbox, FolderWire wire, Settling settling, Clock clock) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.wire = wire;
        this.settling = settling;
        this.clock = clock;
    }

    int collect() {
        return wire.receive(Post.WIRE, this::take);
    }

    /** Runs in the transaction of the file. */
    private void take(String file, byte[] content) {
        if (!inbox.accept(Post.WIRE, file, content)) {
            return;
        }
        var reading = CebReader.read(file, content);
        var receipts = new ArrayList<Receipt>();
        reading.message().ifPresent(message -> message.documents().forEach(d -> receipts.addAll(receipts(d))));
        if (receipts.isEmpty()) {
            putAside(file, reading.findings());
            return;
        }
        store(file, receipts);
        settling.settle(receipts.stream().map(Receipt::key).toList());
    }

    /** A format refusal (900) speaks of a whole message, everything else of one document. */
    private List<Receipt> receipts(CebDocument document) {
        if (!document.type().code().equals("CEB900")) {
            return ReceiptKey.find(document).isPresent()
                            && document.find("returnStatus").isPresent()
                    ? List.of(Receipt.of(document))
                    : List.of();
        }
        var original = document.get("oriCopMsgId");
        var keys = jdbc.sql(KEYS_OF_MESSAGE)
                .params(original, original)
                .query(String.class)
                .list();
        return (keys.isEmpty() ? List.of("CEB900|" + original) : keys)
                .stream()
                        .map(key -> new Receipt(
                                "CEB900",
                                key,
                                document.get("returnStatus"),
                                document.get("returnTime"),
                                document.get("returnInfo"),
                                "",
                                ""))
                        .toList();
    }

    private void putAside(String file, List<Finding> findings) {
        var why = findings.isEmpty() ? "no receipt in it" : findings.get(0).maybe();
        var rule = findings.isEmpty() ? "RECEIPT-NONE" : findings.get(0).rule();
        jdbc.sql("INSERT INTO customs_unread (tenant_id, file, rule, maybe, at) VALUES (current_tenant(), ?, ?, ?, ?)")
                .params(file, rule, why, Timestamp.from(clock.instant()))
                .update();
    }

    private void store(String file, List<Receipt> receipts) {
        var now = clock.instant();
        jdbc.sql(STORE)
                .params(
                        file,
                        texts(receipts, Receipt::type),
                        texts(receipts, Receipt::key),
                        texts(receipts, Receipt::status),
                        receipts.stream().map(Receipt::rank).toArray(Integer[]::new),
                        texts(receipts, r -> r.outcome().name()),
                        texts(receipts, Receipt::code),
                        texts(receipts, Receipt::info),
                        texts(receipts, Receipt::time),
                        texts(receipts, r -> r.at().orElse(now).toString()),
                        texts(receipts, Receipt::preNo),
                        texts(receipts, Receipt::invtNo))
                .update();
    }

    private static String[] texts(List<Receipt> receipts, Function<Receipt, String> part) {
        return receipts.stream().map(part).toArray(String[]::new);
    }
}
