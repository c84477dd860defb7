package org.tongdao.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.tongdao.ledger.Shipment;
import org.tongdao.terms.Grams;

/** A departed parcel that owes its freight. {@code turn} is one more than the charges taken back before. */
record DueParcel(
        long id,
        String number,
        String merchant,
        String lane,
        long grossG,
        long volumeMm3,
        Instant departedAt,
        int turn) {

    static final ZoneId TARIFF_ZONE = ZoneId.of("Asia/Shanghai");

    /** The day whose tariff counts. */
    LocalDate day() {
        return departedAt.atZone(TARIFF_ZONE).toLocalDate();
    }

    Shipment shipment() {
        return new Shipment(lane, new Grams(grossG), volumeMm3);
    }

    String cause() {
        return "freight:" + number;
    }

    String entryId() {
        return turn == 1 ? cause() : cause() + ":" + turn;
    }
}
