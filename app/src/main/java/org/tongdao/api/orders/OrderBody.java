package org.tongdao.api.orders;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongdao.api.http.Problem;
import org.tongdao.intake.OrderForm;
import org.tongdao.terms.Finding;
import tools.jackson.databind.JsonNode;

/** Reads one order out of JSON: known members only, texts or numbers only. What is wrong is told with a pointer, never dropped. */
final class OrderBody {

    private static final int MOST_LINES = 5_000;

    private static final List<String> HEAD =
            List.of("platform", "merchant", "orderNo", "paymentNo", "orderedAt", "currency", "parcelNo", "iossNo");
    private static final List<String> CONSIGNEE = List.of("name", "phone", "country", "city", "address", "postcode");

    /** Members of a line and the names that the rules know them by. */
    private static final Map<String, String> LINE = Map.ofEntries(
            Map.entry("sku", "sku"),
            Map.entry("nameZh", "nameZh"),
            Map.entry("nameEn", "nameEn"),
            Map.entry("hs", "hs"),
            Map.entry("quantity", "quantity"),
            Map.entry("unit", "unit"),
            Map.entry("unitPrice", "unitPrice"),
            Map.entry("netG", "netWeight"),
            Map.entry("grossG", "grossWeight"),
            Map.entry("lengthMm", "length"),
            Map.entry("widthMm", "width"),
            Map.entry("heightMm", "height"),
            Map.entry("origin", "origin"),
            Map.entry("productId", "productId"));

    private static final Map<String, String> MEMBER = members();

    private final String base;
    private final List<Problem.Fault> faults = new ArrayList<>();
    private final Map<String, String> head = new HashMap<>();
    private final List<Map<String, String>> lines = new ArrayList<>();

    /**
     * @param base pointer of the order in the request
     * @param merchant whose order it is when the key belongs to one merchant
     */
    OrderBody(JsonNode order, String base, Optional<String> merchant) {
        this.base = base;
        HEAD.forEach(name -> head.put(name, ""));
        CONSIGNEE.forEach(name -> head.put(name, ""));
        if (order.isObject()) {
            order.properties().forEach(e -> member(e.getKey(), e.getValue()));
            merchant.ifPresent(this::belongsTo);
            if (lines.isEmpty() && faults.isEmpty()) {
                fault("/lines", "LINES-MISSING", "", "give at least one line");
            }
        } else {
            fault("", "JSON-TYPE", order.getNodeType().name(), "an order is an object");
        }
    }

    List<Problem.Fault> faults() {
        return faults;
    }

    OrderForm form() {
        return new OrderForm(head, lines);
    }

    String orderNo() {
        return head.getOrDefault("orderNo", "");
    }

    /** Where a finding of the rules points in the request. */
    static String pointer(String base, Finding finding) {
        var name = finding.place().column();
        if (CONSIGNEE.contains(name)) {
            return base + "/consignee/" + name;
        }
        if (HEAD.contains(name) || name.equals("lines")) {
            return base + "/" + name;
        }
        long line = Math.max(1, finding.place().line()) - 1;
        return base + "/lines/" + line + (name.isEmpty() ? "" : "/" + MEMBER.getOrDefault(name, name));
    }

    private void member(String name, JsonNode value) {
        if (HEAD.contains(name)) {
            text("/" + name, value).ifPresent(text -> head.put(name, text));
        } else if (name.equals("consignee") && value.isObject()) {
            value.properties().forEach(e -> consignee(e.getKey(), e.getValue()));
        } else if (name.equals("lines") && value.isArray()) {
            if (value.size() > MOST_LINES) {
                fault("/lines", "LINES-TOO-MANY", "" + value.size(), "at most " + MOST_LINES + " lines fit an order");
                return;
            }
            for (int i = 0; i < value.size(); i++) {
                lines.add(line(i, value.get(i)));
            }
        } else {
            unknown("/" + name, name.equals("consignee") || name.equals("lines"));
        }
    }

    private void consignee(String name, JsonNode value) {
        if (CONSIGNEE.contains(name)) {
            text("/consignee/" + name, value).ifPresent(text -> head.put(name, text));
        } else {
            unknown("/consignee/" + name, false);
        }
    }

    private Map<String, String> line(int at, JsonNode line) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (!line.isObject()) {
            fault("/lines/" + at, "JSON-TYPE", line.getNodeType().name(), "a line is an object");
        }
        line.properties().forEach(e -> {
            var pointer = "/lines/" + at + "/" + e.getKey();
            var column = LINE.get(e.getKey());
            if (column == null) {
                unknown(pointer, false);
            } else {
                text(pointer, e.getValue()).ifPresent(text -> texts.put(column, text));
            }
        });
        return texts;
    }

    private void belongsTo(String merchant) {
        var told = head.getOrDefault("merchant", "");
        if (!told.isEmpty() && !told.equals(merchant)) {
            fault(
                    "/merchant",
                    "MERCHANT-FOREIGN",
                    told,
                    "this key sends orders of " + merchant + "; leave the member out");
        }
        head.put("merchant", merchant);
    }

    private Optional<String> text(String pointer, JsonNode value) {
        if (value.isString()) {
            return Optional.of(value.stringValue());
        }
        if (value.isNumber()) {
            return Optional.of(number(value.decimalValue()));
        }
        if (!value.isNull()) {
            fault(pointer, "JSON-TYPE", value.getNodeType().name(), "a text or a number is expected");
        }
        return Optional.empty();
    }

    private static String number(BigDecimal value) {
        return value.scale() < -20 || value.precision() > 40 ? value.toString() : value.toPlainString();
    }

    private void unknown(String pointer, boolean shape) {
        fault(
                pointer,
                shape ? "JSON-TYPE" : "MEMBER-UNKNOWN",
                pointer.substring(pointer.lastIndexOf('/') + 1),
                shape ? "consignee is an object, lines is a list" : "no such member; correct the name or leave it out");
    }

    private void fault(String pointer, String code, String value, String fix) {
        var shown =
                Finding.error(code, org.tongdao.terms.Place.of(""), value, fix).value();
        faults.add(new Problem.Fault(base + pointer, code, "ERROR", "", shown, fix));
    }

    private static Map<String, String> members() {
        Map<String, String> names = new HashMap<>();
        LINE.forEach((member, column) -> names.put(column, member));
        return names;
    }
}
