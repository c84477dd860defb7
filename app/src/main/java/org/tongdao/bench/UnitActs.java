package org.tongdao.bench;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongdao.consolidation.BagHere;
import org.tongdao.consolidation.BoxHere;
import org.tongdao.consolidation.HandBags;
import org.tongdao.consolidation.HandContainers;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** What is done with bags and containers: filled, closed, loaded, unloaded, sealed. */
@Component
class UnitActs {

    private final HandBags bags;
    private final HandContainers containers;
    private final ParcelActs parcels;

    UnitActs(HandBags bags, HandContainers containers, ParcelActs parcels) {
        this.bags = bags;
        this.containers = containers;
        this.parcels = parcels;
    }

    /** A bag's number opens that bag, TD-NEW-BAG the next one, anything else goes into the bag that is open here. */
    Done bag(ScanInput scan) {
        var code = ScanCode.of(scan.code());
        if (code.text().equals("TD-NEW-BAG")) {
            return opened(bags.open());
        }
        if (code.kind() == ScanCode.Kind.BAG) {
            var known = bags.find(code.text());
            return known.isPresent() ? again(known.get()) : opened(bags.open(code.text()));
        }
        var bag = bags.find(scan.target());
        if (bag.isEmpty()) {
            return Done.refused(Done.Named.NOBODY, "", "BENCH-NO-BAG", scan.code(), "Scan the bag first.");
        }
        var parcel = parcels.find(scan.code());
        if (parcel.isEmpty()) {
            return ParcelActs.unknown(scan);
        }
        var it = parcel.get();
        return Done.of("BAGGED", Done.Named.parcel(it.parcelNo()), bag.get().sscc(), it.hub())
                .unless(bags.put(it, bag.get()));
    }

    private static Done opened(BagHere bag) {
        return Done.of("BAG_OPENED", Done.Named.bag(bag.sscc()), bag.sscc(), bag.sscc());
    }

    private static Done again(BagHere bag) {
        var named = Done.Named.bag(bag.sscc());
        return bag.open()
                ? Done.of("BAG_CHOSEN", named, bag.sscc(), bag.hub())
                : Done.refused(named, "", "BENCH-BAG-SEALED", bag.sscc(), "Take another bag, or have it opened again.");
    }

    /** A bag's number closes it; a container's number waits for the seal. */
    Done seal(ScanInput scan) {
        var code = ScanCode.of(scan.code());
        if (code.kind() == ScanCode.Kind.BAG) {
            var bag = bags.find(code.text());
            return bag.map(b -> Done.of("BAG_CLOSED", Done.Named.bag(b.sscc()), "", ParcelActs.kg(b.grossG()))
                            .unless(bags.close(b)))
                    .orElseGet(() -> ParcelActs.unknown(scan));
        }
        if (code.kind() == ScanCode.Kind.CONTAINER) {
            return containers
                    .find(code.text())
                    .map(b -> Done.of(
                                    "CONTAINER_CHOSEN", Done.Named.container(b.containerNo()), b.containerNo(), b.hub())
                            .unless(sealed(b)))
                    .orElseGet(() -> ParcelActs.unknown(scan));
        }
        var box = containers.find(scan.target());
        if (box.isEmpty()) {
            return Done.refused(Done.Named.NOBODY, "", "BENCH-NO-CONTAINER", scan.code(), "Scan the container first.");
        }
        String number = code.text().toUpperCase(Locale.ROOT);
        var named = Done.Named.container(box.get().containerNo());
        return containers
                .seal(box.get(), number)
                .map(against -> Done.refused(named, scan.target(), against))
                .orElseGet(
                        () -> Done.of("CONTAINER_SEALED", named, number, number).next(""));
    }

    private static Optional<Finding> sealed(BoxHere box) {
        return box.open()
                ? Optional.empty()
                : Optional.of(Finding.error(
                        "BENCH-CONTAINER-SEALED",
                        Place.of("scan"),
                        box.sealNo(),
                        "Take another container, or have its seal cut."));
    }

    /** A container's number opens it here, a bag's number loads the bag into it. */
    Done load(ScanInput scan) {
        var code = ScanCode.of(scan.code());
        if (code.kind() == ScanCode.Kind.CONTAINER) {
            return choose(code.text(), scan.target());
        }
        var box = containers.find(scan.target());
        if (box.isEmpty()) {
            return Done.refused(Done.Named.NOBODY, "", "BENCH-NO-CONTAINER", scan.code(), "Scan the container first.");
        }
        var bag = code.kind() == ScanCode.Kind.BAG ? bags.find(code.text()) : Optional.<BagHere>empty();
        return bag.map(b -> Done.of(
                                "LOADED", Done.Named.bag(b.sscc()), box.get().containerNo(), b.hub())
                        .unless(containers.load(b, box.get())))
                .orElseGet(() -> ParcelActs.unknown(scan));
    }

    private Done choose(String containerNo, String type) {
        var known = containers.find(containerNo);
        var named = Done.Named.container(containerNo);
        if (known.isEmpty() || known.get().arrived()) {
            var opened = containers.open(containerNo, type);
            return Done.of("CONTAINER_OPENED", named, containerNo, opened.typeCode());
        }
        return Done.of("CONTAINER_CHOSEN", named, containerNo, known.get().hub())
                .unless(sealed(known.get()));
    }

    /** Out of an open container here; at the far end each bag of an arrived container is ticked off once. */
    Done unload(ScanInput scan) {
        var code = ScanCode.of(scan.code());
        if (code.kind() == ScanCode.Kind.CONTAINER) {
            return containers
                    .find(code.text())
                    .map(b -> Done.of(
                                    "CONTAINER_CHOSEN", Done.Named.container(b.containerNo()), b.containerNo(), b.hub())
                            .unless(b.open() || b.arrived() ? Optional.empty() : sealed(b)))
                    .orElseGet(() -> ParcelActs.unknown(scan));
        }
        var bag = code.kind() == ScanCode.Kind.BAG ? bags.find(code.text()) : Optional.<BagHere>empty();
        if (bag.isEmpty()) {
            return ParcelActs.unknown(scan);
        }
        var box = containers.find(scan.target());
        if (box.isEmpty()) {
            return Done.refused(Done.Named.NOBODY, "", "BENCH-NO-CONTAINER", scan.code(), "Scan the container first.");
        }
        return unload(bag.get(), box.get());
    }

    private Done unload(BagHere bag, BoxHere box) {
        var named = Done.Named.bag(bag.sscc());
        if (!bag.container().equals(box.containerNo())) {
            return Done.refused(
                    named,
                    box.containerNo(),
                    "BENCH-OVER",
                    bag.container().isEmpty() ? bag.sscc() : bag.container(),
                    "It is not on the list of this container. Put it aside and tell the office.");
        }
        if (!box.arrived()) {
            return Done.of("UNLOADED", named, box.containerNo(), bag.hub()).unless(containers.unload(bag));
        }
        String subject = bag.sscc() + " " + box.id();
        return parcels.stands("TICKED_OFF", subject)
                .map(when -> Done.refused(named, box.containerNo(), "BENCH-TWICE", when, "It was ticked off before."))
                .orElseGet(() -> Done.of("TICKED_OFF", named, box.containerNo(), bag.hub())
                        .then(id -> parcels.stand("TICKED_OFF", subject, id)));
    }

    /** How many things are in what is open at the station; -1 when nothing is. */
    int inside(String target) {
        var code = ScanCode.of(target);
        return switch (code.kind()) {
            case BAG -> bags.find(code.text()).map(BagHere::parcels).orElse(-1);
            case CONTAINER -> containers.find(code.text()).map(BoxHere::bags).orElse(-1);
            default -> -1;
        };
    }
}
