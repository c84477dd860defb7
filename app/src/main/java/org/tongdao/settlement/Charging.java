package org.tongdao.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.ledger.Price;
import org.tongdao.ledger.Tariff;
import org.tongdao.ledger.TariffBook;
import org.tongdao.platform.BulkCopy;
import org.tongdao.platform.CopyRows;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Prices due parcels by the engine and posts them in sets, twenty thousand at a time. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Charging {

    private final DueQuery due;
    private final Tariffs tariffs;
    private final BulkCopy copy;
    private final Posting posting;

    Charging(DueQuery due, Tariffs tariffs, BulkCopy copy, Posting posting) {
        this.due = due;
        this.tariffs = tariffs;
        this.copy = copy;
        this.posting = posting;
    }

    public long departures() {
        return due.departures();
    }

    public List<Long> owing() {
        return due.batches();
    }

    public ChargeReport charge(long batchId) {
        TariffBook book = tariffs.book();
        var findings = new TreeMap<String, Finding>();
        int before = due.charged(batchId);
        int charged = 0;
        posting.open();
        List<DueParcel> parcels = due.next(batchId, "");
        while (!parcels.isEmpty()) {
            charged += stage(parcels, book, findings);
            posting.post();
            parcels = due.next(batchId, parcels.get(parcels.size() - 1).number());
        }
        return new ChargeReport(charged, before, due.notDeparted(batchId), new ArrayList<>(findings.values()));
    }

    private int stage(List<DueParcel> parcels, TariffBook book, TreeMap<String, Finding> findings) {
        int priced = 0;
        try (CopyRows rows = copy.into(Posting.STAGE, Posting.COLUMNS)) {
            for (DueParcel parcel : parcels) {
                Optional<Tariff> tariff = book.find(parcel.lane(), parcel.day());
                if (tariff.isEmpty()) {
                    findings.computeIfAbsent(parcel.lane() + " " + parcel.day(), Charging::none);
                } else {
                    row(rows, parcel, tariff.get().price(parcel.shipment()));
                    priced++;
                }
            }
        }
        return priced;
    }

    private static void row(CopyRows rows, DueParcel parcel, Price price) {
        rows.row(
                parcel.id(),
                parcel.cause(),
                parcel.entryId(),
                parcel.turn(),
                parcel.merchant(),
                Accounts.receivable(parcel.merchant()),
                Accounts.freight(parcel.lane()),
                parcel.departedAt(),
                parcel.lane(),
                price.tariffVersion(),
                parcel.grossG(),
                price.volumetric().value(),
                price.chargeable().value(),
                price.total().minor(),
                price.total().currency());
    }

    private static Finding none(String laneAndDay) {
        return Finding.error(
                "TARIFF-NONE",
                Place.of("data/tariffs.csv"),
                laneAndDay,
                "Add a tariff line for this lane that is valid on this day.");
    }
}
