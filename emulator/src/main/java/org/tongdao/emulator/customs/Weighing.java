package org.tongdao.emulator.customs;

import java.util.Map;

/** Draws from a list what matters for the risk. */
final class Weighing {

    /** CNY for one unit of a currency by customs code; typical rates, assumed, good enough to tell dear from cheap. */
    private static final Map<String, Double> CNY =
            Map.of("142", 1.0, "502", 7.1, "300", 7.8, "303", 9.2, "116", 0.05, "398", 0.014, "344", 0.085);

    private Weighing() {}

    static ParcelList of(Paper list) {
        var goods = list.rows().stream().map(r -> r.getOrDefault("gcode", "")).toList();
        double value = list.rows().stream().mapToDouble(Weighing::valueCny).sum();
        boolean reserved = list.head("note").contains(Conduct.RESERVED);
        return new ParcelList(list.key(), list.head("orderNo"), goods, value, list.amount("grossWeight"), reserved);
    }

    private static double valueCny(Map<String, String> row) {
        return Paper.amount(row, "totalPrice") * CNY.getOrDefault(row.getOrDefault("currency", ""), 1.0);
    }
}
