package org.tongdao.port;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** What must hold before a container is opened for one parcel. */
final class PullRules {

    private static final Pattern SEAL = Pattern.compile("[A-Z0-9][A-Z0-9-]{3,19}");

    private PullRules() {}

    static List<Finding> of(PullOrder order, Optional<PullCase.OnTrain> box, Optional<PullCase.InBag> bag) {
        var found = new ArrayList<Finding>();
        if (order.reason().isBlank()) {
            found.add(noReason());
        }
        if (box.isEmpty()) {
            found.add(error(
                    "PULL-NOT-ON-TRAIN",
                    "container",
                    order.containerNo(),
                    "Train " + order.trainNo()
                            + " does not carry it. Maybe a digit is wrong, or it went by another train."));
            return found;
        }
        found.addAll(where(order, box.get()));
        if (bag.isEmpty()) {
            found.add(error(
                    "PULL-NOT-IN-CONTAINER",
                    "parcel",
                    order.parcelNo(),
                    "It is not in container " + order.containerNo()
                            + ". Maybe it was pulled before, or lies in another container."));
        } else if (box.get().parcels() == 1) {
            found.add(error(
                    "PULL-LAST-PARCEL",
                    "parcel",
                    order.parcelNo(),
                    "Nothing would be left in the container. Hold the whole container instead."));
        }
        return found;
    }

    private static List<Finding> where(PullOrder order, PullCase.OnTrain box) {
        if (box.received()) {
            return List.of(error(
                    "PULL-GONE",
                    "container",
                    order.containerNo(),
                    "It is at its hub. Ask the warehouse to unpack the parcel."));
        }
        if (box.goneOn()) {
            return List.of(error(
                    "PULL-GONE",
                    "container",
                    order.containerNo(),
                    "It left with its next train. Pull the parcel from that train."));
        }
        return box.isUnderWay()
                ? List.of(error(
                        "PULL-UNDER-WAY",
                        "train",
                        order.trainNo(),
                        "The train is between two stations. Wait until its arrival is told."))
                : List.of();
    }

    /** Another train: its container goes to the same hub, under the same regime, and stands where the parcel is, so that the train is still to leave. */
    static List<Finding> onto(PullEnd.Onto onto, PullBack back, Optional<PullCase.OnTrain> box) {
        if (box.isEmpty()) {
            return List.of(error(
                    "PULL-NOT-ON-TRAIN",
                    "container",
                    onto.containerNo(),
                    "It is not on train " + onto.trainNo() + ". Check both numbers."));
        }
        var there = box.get();
        var findings = new ArrayList<Finding>();
        if (there.goneOn()
                || there.received()
                || there.isUnderWay()
                || !there.node().equals(back.node())) {
            findings.add(error(
                    "PULL-ELSEWHERE",
                    "train",
                    onto.trainNo(),
                    "It does not stand at " + back.node() + ", where the parcel is. Take a train that does."));
        }
        if (there.trainId() == back.trainId()) {
            findings.add(error(
                    "PULL-SAME-TRAIN",
                    "train",
                    onto.trainNo(),
                    "That is the train it came off. Choose reloaded while it stands there, or a later train."));
        }
        if (there.containerId() == back.containerId()) {
            findings.add(error(
                    "PULL-SAME-CONTAINER",
                    "container",
                    onto.containerNo(),
                    "That is the container it came out of. Choose reloaded."));
        }
        if (!there.hub().equals(back.hub()) || !there.regime().equals(back.regime())) {
            findings.add(error(
                    "PULL-OTHER-WAY",
                    "container",
                    onto.containerNo(),
                    "It goes to " + there.hub() + " under " + there.regime() + ", the parcel to " + back.hub()
                            + " under " + back.regime() + "."));
        }
        var type = BoxType.find(there.typeCode());
        if (type.isEmpty()) {
            findings.add(error(
                    "PULL-TYPE",
                    "container",
                    onto.containerNo() + " " + there.typeCode(),
                    "No table has this type of container, so what it may weigh is not known. Take another container."));
        } else if (there.grossG() + back.heldG() > type.get().maxGrossG()) {
            findings.add(full(onto));
        }
        return findings;
    }

    static Finding full(PullEnd.Onto onto) {
        return error(
                "PULL-FULL",
                "container",
                onto.containerNo(),
                "There is no room at its doors, or it would be too heavy. Take another container.");
    }

    static List<Finding> seal(String newSeal, boolean known) {
        if (!SEAL.matcher(newSeal).matches()) {
            return List.of(error(
                    "PULL-SEAL",
                    "seal",
                    newSeal,
                    "Give the number of the seal that goes on the doors: 4 to 20 capital letters, digits or hyphens."));
        }
        return known
                ? List.of(error(
                        "PULL-SEAL", "seal", newSeal, "This seal was used before. Read the number from the new seal."))
                : List.of();
    }

    static Finding noReason() {
        return error("PULL-REASON", "reason", "", "Say who wants the parcel, and why: the record keeps it.");
    }

    static Finding error(String rule, String field, String value, String maybe) {
        return Finding.error(rule, Place.of(field), value, maybe);
    }
}
