package org.tongdao.customs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The business key by which a receipt finds its document: receipts carry a number of their own, never that of the document.
 *
 * <p>The key is the same text for a sent document and for its receipts, e.g. {@code CEB604|6501230001|COP-1}. Fields per type: {@code
 * receipt-keys.csv}.
 */
public final class ReceiptKey {

    private static final Map<String, List<String>> FIELDS = new HashMap<>();

    static {
        for (var row : CsvTable.resource("receipt-keys.csv")) {
            FIELDS.put(row.get("receipt"), row.list("fields"));
        }
    }

    private ReceiptKey() {}

    /** The key of a document or of a receipt; a type that has no receipts is a programming error, see {@link #find}. */
    public static String of(CebDocument document) {
        return find(document)
                .orElseThrow(() -> new IllegalArgumentException(document.type() + " has no receipts and is none"));
    }

    public static Optional<String> find(CebDocument document) {
        var type = document.type();
        var receipt = type.isSent() ? type.counterpart() : type.code();
        var fields = FIELDS.get(receipt);
        if (fields == null) {
            return Optional.empty();
        }
        var key = new StringBuilder(receipt);
        for (var field : fields) {
            key.append('|').append(document.find(field).orElse(""));
        }
        return Optional.of(key.toString());
    }
}
