package org.tongdao.emulator.customs;

import java.time.Instant;
import java.time.ZoneId;

/** What an import list costs its buyer, and whose year it counts in. */
record Purchase(String buyerAndYear, double cny) {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    static Purchase of(Paper list, Instant at) {
        double goods = list.rows().stream()
                .mapToDouble(row -> Paper.amount(row, "totalPrice"))
                .sum();
        return new Purchase(
                list.head("buyerIdNumber") + '|' + at.atZone(BEIJING).getYear(),
                goods + list.amount("freight") + list.amount("insuredFee"));
    }
}
