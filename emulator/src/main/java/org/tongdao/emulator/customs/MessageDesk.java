package org.tongdao.emulator.customs;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongdao.customs.CebBlock;
import org.tongdao.customs.CebCatalogue;
import org.tongdao.customs.CebCheck;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.CebMessage;
import org.tongdao.customs.CebReader;
import org.tongdao.customs.CebReading;
import org.tongdao.customs.CebWriter;
import org.tongdao.customs.Envelope;
import org.tongdao.customs.Guid;
import org.tongdao.customs.Strictness;
import org.tongdao.customs.Trust;
import org.tongdao.terms.Finding;

/** Between the bytes on the wire and the papers of the office: signature, schema, and the writing of receipts. */
final class MessageDesk {

    private static final CebCatalogue CATALOGUE = CebCatalogue.official();
    private static final int MOST_OF_THE_ORIGINAL = 10_000;

    /** Looks at one file; the certificate must have been valid at {@code at}. Whose it is, this office does not know. */
    Incoming read(String source, byte[] content, Instant at) {
        var opened = Envelope.open(source, content, Trust.whoeverSigned(), at);
        var reading = CebReader.read(source, opened.content().orElse(content));
        if (reading.message().isEmpty()) {
            return new Incoming.Unreadable("Unknown", "0001", "报文格式错误：" + first(reading.findings()));
        }
        var message = reading.get();
        var type = message.type().rootElement();
        var form = PaperForm.of(type);
        if (form.isEmpty()) {
            return new Incoming.Unreadable(type, "2999", "其他业务逻辑错误：本口岸不受理 " + type);
        }
        var faults = faults(reading, message);
        if (!faults.isEmpty()) {
            return new Incoming.Unreadable(type, "0002", "数据包不能通过 schema 验证：" + first(faults));
        }
        return new Incoming.Message(form.get(), opened.holds(), papers(form.get(), message));
    }

    byte[] write(Mailroom.Bundle bundle) {
        var documents = new ArrayList<CebDocument>();
        for (var receipt : bundle.receipts()) {
            documents.add(document(bundle.kind(), receipt.fields(), receipt.rows()));
        }
        return CebWriter.write(CebMessage.received(bundle.guid(), documents));
    }

    /** The 900 that says a message was not taken at all. */
    byte[] refusal(String key, Incoming.Unreadable why, Instant at, byte[] original) {
        var fields = new HashMap<String, String>();
        fields.put("guid", Guid.of("900|" + key));
        fields.put("returnStatus", negative(why.type()));
        fields.put("returnInfo", "[Code:" + why.code() + ";Desc:" + why.why() + "]");
        fields.put("returnTime", ReceiptDesk.returnTime(at));
        fields.put("oriCopMsgId", key);
        fields.put("oriMessageType", why.type());
        fields.put("oriBizMessage", excerpt(original));
        return CebWriter.write(
                CebMessage.received(Guid.of("900 message|" + key), List.of(document("CEB900", fields, List.of()))));
    }

    private static List<Finding> faults(CebReading reading, CebMessage message) {
        var faults = new ArrayList<>(reading.findings());
        faults.addAll(CebCheck.check(message, Strictness.OUTBOUND));
        faults.removeIf(finding -> !finding.stops());
        return faults;
    }

    private static List<Paper> papers(PaperForm form, CebMessage message) {
        return message.documents().stream().map(d -> paper(form, d)).toList();
    }

    private static Paper paper(PaperForm form, CebDocument document) {
        var head = new HashMap<String, String>();
        for (var field : document.type().head().fields()) {
            document.find(field.name()).ifPresent(value -> head.put(field.name(), value));
        }
        var rows = new ArrayList<Map<String, String>>();
        for (int i = 0; i < document.rowCount(); i++) {
            rows.add(row(document, document.type().rows(), i));
        }
        return new Paper(form, head, List.copyOf(rows));
    }

    private static Map<String, String> row(CebDocument document, Optional<CebBlock> block, int index) {
        var row = new HashMap<String, String>();
        block.ifPresent(b -> b.fields().forEach(f -> row.put(f.name(), document.get(index, f.name()))));
        return row;
    }

    private static CebDocument document(String kind, Map<String, String> fields, List<Map<String, String>> rows) {
        var builder = CebDocument.of(CATALOGUE.get(kind));
        fields.forEach((field, value) -> {
            if (!value.isEmpty()) {
                builder.put(field, value);
            }
        });
        for (var row : rows) {
            builder.row();
            row.forEach(builder::cell);
        }
        return builder.build();
    }

    private static String negative(String type) {
        return switch (type) {
            case "CEB303Message" -> Fault.ORDER_PARAMETERS;
            case "CEB311Message" -> Fault.ORDER_PARAMETERS;
            case "CEB505Message", "CEB511Message", "CEB507Message", "CEB509Message" -> Fault.WAYBILL_PARAMETERS;
            case "CEB403Message", "CEB411Message" -> "-401009";
            case "CEB513Message" -> "-505011";
            case "CEB605Message", "CEB623Message" -> "-623001";
            case "CEB213Message", "CEB215Message", "CEB625Message" -> "-625001";
            case "CEB711Message" -> "-800001";
            default -> Fault.LIST_INVALID;
        };
    }

    private static String first(List<Finding> findings) {
        return findings.isEmpty()
                ? ""
                : findings.get(0).place() + " " + findings.get(0).maybe();
    }

    /** The beginning of the original, in characters that XML can carry. */
    private static String excerpt(byte[] original) {
        var text = new String(original, StandardCharsets.UTF_8);
        var carried = text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD]", "?");
        return carried.length() > MOST_OF_THE_ORIGINAL ? carried.substring(0, MOST_OF_THE_ORIGINAL) : carried;
    }
}
