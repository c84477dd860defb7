package org.tongdao.emulator.customs;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tongdao.customs.Guid;
import org.tongdao.terms.Dice;

/** What customs sends without being asked: tax bills and their states (816, 818), the result of a summary (792). */
final class Aftermath {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(BEIJING);

    private final long seed;
    private final ReceiptDesk desk;

    /** Share of the value that is asked for as VAT; consumption tax and duty are not assessed here. */
    private final double vat;

    Aftermath(long seed, ReceiptDesk desk, Conduct.Limits limits) {
        this.vat = limits.tax();
        this.seed = seed;
        this.desk = desk;
    }

    /** The bill comes with the release; on the 15th of the next month it is summarised for payment. */
    List<Receipt> taxes(Registry.Filed filed) {
        var released = filed.end().at();
        var summarised = released.atZone(BEIJING)
                .toLocalDate()
                .plusMonths(1)
                .withDayOfMonth(15)
                .atTime(LocalTime.of(10, 0))
                .atZone(BEIJING)
                .toInstant();
        return List.of(bill(filed, released), state(filed, "2", summarised));
    }

    /** A cancelled or returned purchase is not taxed. */
    Receipt voidBill(Registry.Filed filed, Instant at) {
        return state(filed, "3", at);
    }

    private Receipt bill(Registry.Filed filed, Instant at) {
        var head = head(filed, "1", at);
        var rows = new ArrayList<Map<String, String>>();
        double sum = 0;
        for (var row : filed.list().rows()) {
            double value = Paper.amount(row, "totalPrice");
            sum += value * vat;
            var line = new LinkedHashMap<String, String>();
            line.put("gnum", row.getOrDefault("gnum", ""));
            line.put("gcode", row.getOrDefault("gcode", ""));
            line.put("taxPrice", money(value));
            amounts(line, value * vat);
            rows.add(line);
        }
        amounts(head, sum);
        for (var field : new String[] {"ebcCode", "logisticsCode", "agentCode", "customsCode"}) {
            head.put(field, filed.list().head(field));
        }
        return new Receipt("CEB816", head, rows, desk.quarter(at));
    }

    private Receipt state(Registry.Filed filed, String state, Instant at) {
        return new Receipt("CEB818", head(filed, state, at), desk.quarter(at));
    }

    private Map<String, String> head(Registry.Filed filed, String state, Instant at) {
        var head = new LinkedHashMap<String, String>();
        head.put("guid", Guid.of(seed + "|tax|" + state + '|' + filed.invtNo()));
        head.put("returnTime", ReceiptDesk.returnTime(at));
        head.put("invtNo", filed.invtNo());
        head.put("taxNo", "T" + filed.invtNo());
        head.put("status", state);
        head.put("assureCode", filed.list().head("assureCode"));
        if (state.equals("2")) {
            head.put("entDutyNo", "D" + DAY.format(at) + filed.list().head("customsCode"));
        }
        return head;
    }

    /** One declaration for all lists of an application, as if they shared every field that is merged by. */
    Receipt summarised(Paper summary, List<Registry.Filed> lists, String sumNo, Instant at) {
        long number = Dice.of(seed, "entry|" + summary.key()).nextLong(1_000_000_000L);
        var entry = summary.head("customsCode") + DAY.format(at).substring(0, 4) + "0" + String.format("%09d", number);
        var head = new LinkedHashMap<String, String>();
        head.put("guid", Guid.of(seed + "|792|" + summary.key() + '|' + summary.head("msgSeqNo")));
        for (var field : new String[] {
            "customsCode", "agentCode", "agentName", "ebcCode", "ebcName", "declAgentCode", "declAgentName"
        }) {
            head.put(field, summary.head(field));
        }
        if (summary.head("declAgentCode").isEmpty()) {
            head.put("declAgentCode", summary.head("agentCode"));
        }
        head.put("sumNo", sumNo);
        head.put("opDate", DAY.format(at) + "120000");
        head.put("declSeqNo", "D" + DAY.format(at) + String.format("%09d", number));
        head.put("decTmpNo", entry);
        head.put("decPreNo", entry);
        head.put("entryId", entry);
        head.put("decState", "1");
        head.put("grossWeight", weight(lists, "grossWeight"));
        head.put("netWeight", weight(lists, "netWeight"));
        head.put("msgCount", "1");
        head.put("msgSeqNo", "1");
        return new Receipt("CEB792", head, merged(lists), desk.quarter(at));
    }

    /** Which row of a list went into which line of the declaration: one line for each HS code. */
    private static List<Map<String, String>> merged(List<Registry.Filed> lists) {
        var lines = new LinkedHashMap<String, Integer>();
        var rows = new ArrayList<Map<String, String>>();
        for (var filed : lists) {
            for (var row : filed.list().rows()) {
                var hs = row.getOrDefault("gcode", "");
                int line = lines.computeIfAbsent(hs, h -> lines.size() + 1);
                rows.add(Map.of(
                        "invtNo", filed.invtNo(),
                        "logisticsNo", filed.list().head("logisticsNo"),
                        "gseqno", String.valueOf(line),
                        "gnum", row.getOrDefault("gnum", ""),
                        "gcode", hs));
            }
        }
        return rows;
    }

    private static String weight(List<Registry.Filed> lists, String field) {
        double sum = lists.stream().mapToDouble(l -> l.list().amount(field)).sum();
        return String.format(Locale.ROOT, "%.5f", sum).replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    private static void amounts(Map<String, String> into, double vat) {
        into.put("customsTax", "0");
        into.put("valueAddedTax", money(vat));
        into.put("consumptionTax", "0");
    }

    private static String money(double amount) {
        return String.format(Locale.ROOT, "%.2f", amount);
    }
}
