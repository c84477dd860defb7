package org.tongdao.bench;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongdao.consolidation.HandBags;
import org.tongdao.consolidation.HandContainers;
import org.tongdao.consolidation.ParcelStops;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Acts taken back: by somebody who may, for a reason; or one's own last light act, at once. */
@Component
class Reversals {

    /** What the person who did it may take back without asking. */
    private static final Set<String> LIGHT = Set.of("RECEIVED", "BAGGED", "LOADED", "TICKED_OFF");

    private final HandBags bags;
    private final HandContainers containers;
    private final ParcelStops stops;

    Reversals(HandBags bags, HandContainers containers, ParcelStops stops) {
        this.bags = bags;
        this.containers = containers;
        this.stops = stops;
    }

    Optional<Finding> against(Scanned scan, Worker who, String reason) {
        if (scan.reversed()) {
            return no("BENCH-TWICE", scan.code(), "It was taken back before.");
        }
        if (reason.isBlank()) {
            return no("BENCH-NO-REASON", scan.code(), "Say why: the record keeps it.");
        }
        boolean own = LIGHT.contains(scan.act()) && scan.actor().equals(who.name());
        return who.mayReverse() || own
                ? Optional.empty()
                : no("BENCH-NO-AUTHORITY", who.name(), "Call a supervisor: only they take this back.");
    }

    Done reverse(Scanned scan, Worker who, String reason) {
        var named = new Done.Named(scan.kind(), scan.subject());
        return switch (scan.act()) {
            case "RECEIVED" -> Done.of("NOT_RECEIVED", named, "", scan.subject());
            case "TICKED_OFF" -> Done.of("NOT_TICKED_OFF", named, scan.target(), scan.subject());
            case "BAGGED" ->
                bags.findParcel(scan.subject())
                        .map(p -> Done.of("TAKEN_OUT", named, p.bag(), p.hub()).unless(bags.takeOut(p)))
                        .orElseGet(() -> gone(named));
            case "BAG_CLOSED" ->
                bags.find(scan.subject())
                        .map(b -> Done.of("BAG_REOPENED", named, b.sscc(), b.hub())
                                .unless(bags.reopen(b)))
                        .orElseGet(() -> gone(named));
            case "LOADED" ->
                bags.find(scan.subject())
                        .map(b -> Done.of("UNLOADED", named, b.container(), b.hub())
                                .unless(containers.unload(b)))
                        .orElseGet(() -> gone(named));
            case "CONTAINER_SEALED" ->
                containers
                        .find(scan.subject())
                        .map(b -> Done.of("CONTAINER_REOPENED", named, b.containerNo(), b.sealNo())
                                .unless(containers.reopen(b, reason, who.name())))
                        .orElseGet(() -> gone(named));
            case "HELD", "RETURNED" ->
                bags.findParcel(scan.subject())
                        .map(p -> Done.of("RELEASED", named, reason, p.hub()).unless(stops.end(p, reason, who.name())))
                        .orElseGet(() -> gone(named));
            default ->
                Done.refused(
                        named,
                        "",
                        "BENCH-NOT-REVERSIBLE",
                        scan.act(),
                        "Nothing was changed by it that could be taken back.");
        };
    }

    private static Done gone(Done.Named named) {
        return Done.refused(named, "", "BENCH-UNKNOWN", named.number(), "It is not here any more.");
    }

    private static Optional<Finding> no(String rule, String value, String maybe) {
        return Optional.of(Finding.error(rule, Place.of("scan"), value, maybe));
    }
}
