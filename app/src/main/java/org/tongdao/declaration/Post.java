package org.tongdao.declaration;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.customs.CebMessage;
import org.tongdao.customs.Guid;
import org.tongdao.customs.ReceiptKey;
import org.tongdao.keys.Keys;
import org.tongdao.platform.Outbox;

/** Has documents sealed in messages of a hundred and stores message and outbox row in the caller's transaction (I-30). */
@Component
class Post {

    static final String WIRE = "customs";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final String DOCUMENTS = """
            INSERT INTO customs_document (tenant_id, message_id, type, receipt_key, declaration_id, import_list_id, container_id, paper_id, sent_at)
            SELECT current_tenant(), ?, ?, n.receipt_key, d.id, i.id, nullif(n.container_id, 0), nullif(n.paper_id, 0), ?
            FROM unnest(?, ?, ?, ?) WITH ORDINALITY AS n (receipt_key, cop_no, container_id, paper_id, at)
            LEFT JOIN declaration d ON d.tenant_id = current_tenant() AND d.cop_no = n.cop_no
            LEFT JOIN import_list i ON i.tenant_id = current_tenant() AND i.cop_no = n.cop_no
            ORDER BY n.at
            """;

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Desk desk;
    private final Keys keys;
    private final Clock clock;

    Post(JdbcClient jdbc, Outbox outbox, Desk desk, Keys keys, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.desk = desk;
        this.keys = keys;
        this.clock = clock;
    }

    /** Sends papers of one type; returns in how many messages. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int send(List<Paper> papers) {
        int messages = 0;
        int most = papers.isEmpty() ? 1 : papers.get(0).document().type().maxDocuments();
        for (int from = 0; from < papers.size(); from += most) {
            message(papers.subList(from, Math.min(papers.size(), from + most)));
            messages++;
        }
        return messages;
    }

    private void message(List<Paper> papers) {
        var documents = papers.stream().map(Paper::document).toList();
        var type = documents.get(0).type().code();
        var guid = Guid.of(type + "/message/" + documents.get(0).get("guid"));
        var now = clock.instant();
        var sealed = keys.seal(
                CebMessage.sent(guid, documents, desk.tools().parties().transfer()), now);
        var key = fileName(now, type, guid);
        outbox.put(WIRE, key, sealed.bytes());
        store(papers, new Sent(type, guid, key, sealed.keyName(), now));
    }

    /** A message as it lies in the outbox. */
    private record Sent(String type, String guid, String key, String keyName, Instant at) {}

    private void store(List<Paper> papers, Sent message) {
        long id = jdbc.sql(
                        "INSERT INTO customs_message (tenant_id, message_key, type, guid, documents, key_name, created_at)"
                                + " VALUES (current_tenant(), ?, ?, ?, ?, ?, ?) RETURNING id")
                .params(
                        message.key(),
                        message.type(),
                        message.guid(),
                        papers.size(),
                        message.keyName(),
                        Timestamp.from(message.at()))
                .query(Long.class)
                .single();
        jdbc.sql(DOCUMENTS)
                .params(
                        id,
                        message.type(),
                        Timestamp.from(message.at()),
                        papers.stream().map(p -> ReceiptKey.of(p.document())).toArray(String[]::new),
                        papers.stream().map(Paper::copNo).toArray(String[]::new),
                        papers.stream().map(Paper::containerId).toArray(Long[]::new),
                        papers.stream().map(Paper::paperId).toArray(Long[]::new))
                .update();
    }

    /** The name of a message on the wire: when it was sent, its type, its guid. */
    static String fileName(Instant at, String type, String guid) {
        return NAME.format(at) + "_" + type + "_" + guid + ".xml";
    }
}
