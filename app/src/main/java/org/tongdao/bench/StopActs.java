package org.tongdao.bench;

import org.springframework.stereotype.Component;
import org.tongdao.consolidation.ParcelStops;

/** Keeping a parcel back, and giving it back to its sender; the reason is scanned first. */
@Component
class StopActs {

    private static final String REASON = "TD-R-";

    private final ParcelStops stops;
    private final ParcelActs parcels;

    StopActs(ParcelStops stops, ParcelActs parcels) {
        this.stops = stops;
        this.parcels = parcels;
    }

    Done stop(ScanInput scan, Worker who, ParcelStops.Kind kind) {
        var code = ScanCode.of(scan.code());
        if (code.kind() == ScanCode.Kind.COMMAND && code.text().startsWith(REASON)) {
            return Done.of("REASON_CHOSEN", Done.Named.NOBODY, code.text(), code.text());
        }
        if (!scan.target().startsWith(REASON)) {
            return Done.refused(
                    Done.Named.NOBODY, "", "BENCH-NO-REASON", scan.code(), "Scan or choose the reason first.");
        }
        var parcel = parcels.find(scan.code());
        if (parcel.isEmpty()) {
            return ParcelActs.unknown(scan);
        }
        var it = parcel.get();
        var named = Done.Named.parcel(it.parcelNo());
        String reason = scan.target().substring(REASON.length());
        String act = kind == ParcelStops.Kind.HOLD ? "HELD" : "RETURNED";
        return stops.stop(it, kind, reason, who.name())
                .map(against -> Done.refused(named, scan.target(), against))
                .orElseGet(() -> Done.of(act, named, scan.target(), it.where().isEmpty() ? it.hub() : it.where()));
    }
}
