package org.tongdao.customs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.terms.Severity;

/**
 * Checks messages against the catalogue: presence, shapes, codes, numbers of documents and rows, row numbers.
 *
 * <p>Outbound obeys schema and specification both, where they differ the stricter; inbound only notes. A finding's place is the document's own number
 * with the row and the field, its text names the field in Chinese and says what would be right.
 */
public final class CebCheck {

    private static final CodeLists CODES = CodeLists.official();

    private final Strictness strictness;
    private final List<Finding> findings = new ArrayList<>();
    private String source = "";

    private CebCheck(Strictness strictness) {
        this.strictness = strictness;
    }

    /** All findings of a message; none of severity error means it may be sent. */
    public static List<Finding> check(CebMessage message, Strictness strictness) {
        var check = new CebCheck(strictness);
        check.message(message);
        return check.findings;
    }

    /** All findings of one document. */
    public static List<Finding> check(CebDocument document, Strictness strictness) {
        var check = new CebCheck(strictness);
        check.document(document);
        return check.findings;
    }

    private void message(CebMessage message) {
        var type = message.type();
        source = type.code() + " " + message.guid();
        if (message.guid().length() != 36) {
            add("CEB-GUID", "guid", message.guid(), "A message number has 36 characters.");
        }
        if (message.documents().isEmpty() || message.documents().size() > type.maxDocuments()) {
            add(
                    "CEB-DOCUMENT-COUNT",
                    type.bodyElement(),
                    String.valueOf(message.documents().size()),
                    "A " + type + " holds 1 to " + type.maxDocuments() + " documents; split it.");
        }
        if (type.isSent() && message.transfer().isEmpty()) {
            add("CEB-TRANSFER-MISSING", "BaseTransfer", "", "A sent message names the company that hands it over.");
        }
        duplicates(message);
        message.documents().forEach(this::document);
    }

    /** Numbers count once in a message: of two documents with the same number customs keeps one, and nobody says which. */
    private void duplicates(CebMessage message) {
        var guids = new HashMap<String, String>();
        var keys = new HashMap<String, String>();
        for (var document : message.documents()) {
            var number = number(document);
            document.find("guid").ifPresent(guid -> duplicate(guids, "guid", guid, number));
            if (message.type().isSent()) {
                ReceiptKey.find(document).ifPresent(key -> duplicate(keys, "number", key, number));
            }
        }
    }

    private void duplicate(Map<String, String> seen, String element, String value, String number) {
        var before = seen.putIfAbsent(value, number);
        if (before != null) {
            add(
                    "CEB-DUPLICATE",
                    element,
                    value,
                    "Document " + number + " has the same " + element + " as " + before
                            + " in this message; give each its own or send it once.");
        }
    }

    private void document(CebDocument document) {
        var type = document.type();
        source = type.code() + " " + number(document);
        block(type.head(), document.head(), 0);
        if (type.rows().isPresent()) {
            rows(document, type.rows().get());
        }
    }

    private void rows(CebDocument document, CebBlock block) {
        var type = document.type();
        int count = document.rows().size();
        if (count < type.minRows() || count > type.maxRows()) {
            add(
                    "CEB-ROW-COUNT",
                    block.name(),
                    String.valueOf(count),
                    "A document of " + type + " has " + type.minRows() + " to " + type.maxRows() + " rows.");
        }
        int gnum = block.position("gnum");
        for (int i = 0; i < count; i++) {
            var row = document.rows().get(i);
            block(block, row, i + 1);
            if (gnum >= 0 && !String.valueOf(i + 1).equals(row[gnum])) {
                field(
                        "CEB-ROW-NUMBER",
                        block.fields().get(gnum),
                        i + 1,
                        String.valueOf(row[gnum]),
                        "rows are numbered from 1 without a gap; here " + (i + 1));
            }
        }
    }

    private void block(CebBlock block, @Nullable String[] values, int row) {
        for (int i = 0; i < values.length; i++) {
            value(block.fields().get(i), values[i], row);
        }
    }

    private void value(CebField field, @Nullable String value, int row) {
        if (value == null || value.isEmpty()) {
            if (field.inSpecification()
                    || (field.inSchema() && (value == null || field.schema().min() > 0))) {
                missing(field, row);
            }
            return;
        }
        if (!field.schema().accepts(value)) {
            field(
                    "CEB-FORMAT",
                    field,
                    row,
                    value,
                    "must have the shape " + field.schema().text());
        } else if (field.specification() != field.schema()
                && !field.specification().accepts(value)) {
            field("CEB-FORMAT-SPEC", field, row, value, specification(field));
        }
        if (!XmlText.isCarried(value)) {
            field("CEB-CHARACTER", field, row, value, "holds a character that XML cannot carry; remove it");
        }
        code(field, value, row);
    }

    /** What only one of schema and specification asks for is taken on arrival, and the leniency is recorded. */
    private void missing(CebField field, int row) {
        boolean lenient = strictness == Strictness.INBOUND && field.inSchema() != field.inSpecification();
        if (!lenient) {
            field(
                    "CEB-MISSING",
                    field,
                    row,
                    "",
                    "must be filled (" + field.schema().text() + ")");
            return;
        }
        findings.add(new Finding(
                "CEB-LENIENT",
                Severity.INFO,
                Place.cell(source, row, field.name()),
                "",
                field.labelZh() + " (" + field.name() + ") is missing; only the "
                        + (field.inSchema() ? "schema" : "specification") + " asks for it, so it was taken."));
    }

    private void code(CebField field, String value, int row) {
        var list = field.codeList();
        if (list.isEmpty() || !CODES.isKnown(list) || CODES.contains(list, value) || isException(list, value)) {
            return;
        }
        var severity = strictness == Strictness.OUTBOUND && CODES.isSure(list) ? Severity.ERROR : Severity.WARNING;
        var place = Place.cell(source, row, field.name());
        findings.add(
                new Finding("CEB-CODE", severity, place, value, field.labelZh() + " is not in the code list " + list));
    }

    /** Any negative status is a processing exception. */
    private static boolean isException(String list, String value) {
        return list.equals("returnStatus") && value.startsWith("-");
    }

    private static String specification(CebField field) {
        return "has the shape " + field.specification().text() + " in the specification (schema: "
                + field.schema().text() + ")";
    }

    private void field(String rule, CebField field, int row, String value, String right) {
        findings.add(new Finding(
                rule,
                severity(),
                Place.cell(source, row, field.name()),
                value,
                field.labelZh() + " (" + field.name() + ") " + right + "."));
    }

    private void add(String rule, String element, String value, String maybe) {
        findings.add(new Finding(rule, severity(), Place.cell(source, 0, element), value, maybe));
    }

    private Severity severity() {
        return strictness == Strictness.OUTBOUND ? Severity.ERROR : Severity.WARNING;
    }

    /** What a person knows the document by. */
    private static String number(CebDocument document) {
        return document.find("copNo")
                .or(() -> document.find("orderNo"))
                .or(() -> document.find("logisticsNo"))
                .or(() -> document.find("guid"))
                .orElse("");
    }
}
