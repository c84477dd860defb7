package org.tongdao.consolidation;

import java.util.Optional;
import java.util.regex.Pattern;
import org.tongdao.loading.BagRules;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** What must hold before a hand puts one thing into another. The first rule that speaks is the answer: a person at a bench reads one line. */
final class HandRules {

    private static final Pattern SEAL = Pattern.compile("[A-Z0-9][A-Z0-9-]{3,19}");

    private HandRules() {}

    static Optional<Finding> mayTravel(ParcelHere parcel) {
        if (parcel.gone()) {
            return no("BENCH-GONE", parcel.parcelNo(), "It has left us. Maybe an old label is on the parcel.");
        }
        if (parcel.stop().equals("RETURN")) {
            return no(
                    "BENCH-RETURNED", parcel.stopReason(), "It goes back to its sender. Put it on the returns shelf.");
        }
        return parcel.isStopped()
                ? no("BENCH-HELD", parcel.stopReason(), "Put it on the hold shelf and call the supervisor.")
                : Optional.empty();
    }

    static Optional<Finding> mayGoInto(ParcelHere parcel, BagHere bag, BagRules rules) {
        var stopped = mayTravel(parcel);
        if (stopped.isPresent()) {
            return stopped;
        }
        if (!parcel.cleared()) {
            return no("BENCH-NOT-RELEASED", parcel.parcelNo(), "Customs has not released it. It waits on the shelf.");
        }
        if (parcel.bag().equals(bag.sscc())) {
            return no("BENCH-TWICE", parcel.where(), "It is in this bag already. Nothing was counted.");
        }
        if (!parcel.bag().isEmpty()) {
            return no("BENCH-ELSEWHERE", parcel.where(), "It is there already. Take it out there first.");
        }
        if (!bag.open()) {
            return no("BENCH-BAG-SEALED", bag.sscc(), "Take another bag, or have it opened again by a supervisor.");
        }
        if (!bag.container().isEmpty()) {
            return no("BENCH-BAG-LOADED", bag.container(), "Unload this bag before anything goes in or out.");
        }
        if (bag.parcels() > 0 && !bag.way().equals(parcel.way())) {
            return no("BENCH-OTHER-WAY", parcel.way() + " ≠ " + bag.way(), "It needs a bag of its own hub and regime.");
        }
        boolean full = bag.grossG() + parcel.grossG() > rules.maxGrossG()
                || bag.volumeMm3() + parcel.volumeMm3() > rules.maxVolumeMm3();
        return full ? no("BENCH-BAG-FULL", bag.sscc(), "Close this bag and start the next.") : Optional.empty();
    }

    static Optional<Finding> mayClose(BagHere bag) {
        if (!bag.open()) {
            return no("BENCH-TWICE", bag.sscc(), "It is closed already.");
        }
        if (bag.parcels() == 0) {
            return no("BENCH-BAG-EMPTY", bag.sscc(), "There is nothing in it.");
        }
        return bag.stoppedParcel().isEmpty()
                ? Optional.empty()
                : no("BENCH-HELD", bag.stoppedParcel(), "Take this parcel out of the bag first.");
    }

    static Optional<Finding> mayGoInto(BagHere bag, BoxHere box) {
        if (!bag.stoppedParcel().isEmpty() || bag.heldByCustoms()) {
            return no(
                    "BENCH-HELD",
                    bag.heldByCustoms() ? bag.sscc() : bag.stoppedParcel(),
                    "The bag holds a parcel that may not travel.");
        }
        if (bag.open()) {
            return no("BENCH-BAG-OPEN", bag.sscc(), "Close the bag at the seal station first.");
        }
        if (bag.container().equals(box.containerNo())) {
            return no("BENCH-TWICE", bag.container(), "It is in this container already. Nothing was counted.");
        }
        if (!bag.container().isEmpty()) {
            return no("BENCH-ELSEWHERE", bag.container(), "It is there already. Unload it there first.");
        }
        if (!box.open()) {
            return no("BENCH-CONTAINER-SEALED", box.containerNo(), "Take another container, or have its seal cut.");
        }
        return box.bags() > 0 && !box.way().equals(bag.way())
                ? no(
                        "BENCH-OTHER-WAY",
                        bag.way() + " ≠ " + box.way(),
                        "It needs a container of its own hub and regime.")
                : Optional.empty();
    }

    static Optional<Finding> maySeal(BoxHere box, String seal, boolean used) {
        if (!box.open()) {
            return no("BENCH-CONTAINER-SEALED", box.sealNo(), "It is sealed already.");
        }
        if (box.bags() == 0) {
            return no("BENCH-CONTAINER-EMPTY", box.containerNo(), "There is nothing in it.");
        }
        if (!box.unready().isEmpty()) {
            return no("BENCH-BAG-OPEN", box.unready(), "This bag is open or holds a parcel that may not travel.");
        }
        return used || !SEAL.matcher(seal).matches()
                ? no("BENCH-SEAL", seal, "Scan the new seal: 4 to 20 capitals and digits, never used before.")
                : Optional.empty();
    }

    static Optional<Finding> no(String rule, String value, String maybe) {
        return Optional.of(Finding.error(rule, Place.of("scan"), value, maybe));
    }
}
