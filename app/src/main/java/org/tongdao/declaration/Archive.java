package org.tongdao.declaration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.platform.FolderWire;

/** Writes out what was sent and what came back, byte for byte, under the names they had on the wire. */
@Component
class Archive {

    /** Documents of a batch: of its parcels' declarations, and the bindings of the containers they went into. */
    private static final String DOCUMENTS = """
            WITH documents AS (
                SELECT c.message_id, c.receipt_key FROM parcel p
                JOIN declaration d ON d.tenant_id = p.tenant_id AND d.parcel_id = p.id
                JOIN customs_document c ON c.tenant_id = d.tenant_id AND c.declaration_id = d.id
                WHERE p.tenant_id = current_tenant() AND p.batch_id = ?
                UNION ALL
                SELECT c.message_id, c.receipt_key FROM customs_document c
                WHERE c.tenant_id = current_tenant() AND c.container_id IN (
                    SELECT kb.container_id FROM parcel p
                    JOIN bag_parcel bp ON bp.tenant_id = p.tenant_id AND bp.parcel_id = p.id
                    JOIN container_bag kb ON kb.tenant_id = bp.tenant_id AND kb.bag_id = bp.bag_id
                    WHERE p.tenant_id = current_tenant() AND p.batch_id = ?))
            """;

    private static final String SENT = DOCUMENTS + """
            SELECT o.message_key, o.payload FROM customs_message m
            JOIN outbox o ON o.tenant_id = m.tenant_id AND o.wire = m.wire AND o.message_key = m.message_key
            WHERE m.tenant_id = current_tenant() AND m.id IN (SELECT message_id FROM documents) ORDER BY o.message_key
            """;
    private static final String RECEIVED = DOCUMENTS + """
            SELECT i.message_key, i.payload FROM inbox i
            WHERE i.tenant_id = current_tenant() AND i.wire = 'customs' AND i.message_key IN (
                SELECT r.file FROM customs_receipt r
                WHERE r.tenant_id = current_tenant() AND r.receipt_key IN (SELECT receipt_key FROM documents)) ORDER BY i.message_key
            """;

    private final JdbcClient jdbc;

    Archive(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public void export(long batchId, Path out) {
        write(SENT, batchId, out.resolve("declarations"));
        write(RECEIVED, batchId, out.resolve("receipts"));
    }

    private void write(String sql, long batchId, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("could not make " + folder, e);
        }
        jdbc.sql(sql).params(batchId, batchId).query(row -> {
            FolderWire.writeWhole(folder.resolve(row.getString("message_key")), row.getBytes("payload"));
        });
    }
}
