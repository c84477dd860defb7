package org.tongdao.emulator.carrier;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tongdao.terms.S10;
import org.tongdao.terms.Sscc;
import org.tongdao.tracking.EpcisEvent;
import org.tongdao.tracking.Milestone;

/** Handovers to try, and questions about the events that come back. */
final class Handovers {

    private static final int PER_BAG = 25;

    private Handovers() {}

    static List<Handover.Item> parcels(int count, String country, String order) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Handover.Item(
                        S10.of("LZ", 1000 + i, "CN").value(), country, "City", "050000", order + "-" + i))
                .toList();
    }

    static List<Handover.Bag> bags(List<Handover.Item> parcels) {
        var bags = new ArrayList<Handover.Bag>();
        for (int from = 0; from < parcels.size(); from += PER_BAG) {
            var sscc = Sscc.of(0, "6901234", 100 + from).value();
            bags.add(new Handover.Bag(sscc, parcels.subList(from, Math.min(from + PER_BAG, parcels.size()))));
        }
        return bags;
    }

    /** The milestones of one parcel in the order of time. */
    static List<Milestone> milestones(List<EpcisEvent> events, String parcel) {
        return events.stream()
                .filter(e -> e.epcs().contains("urn:tongdao:s10:" + parcel))
                .flatMap(e -> e.milestone().stream())
                .toList();
    }

    static long count(List<EpcisEvent> events, Milestone milestone) {
        return events.stream()
                .filter(e -> e.milestone().filter(milestone::equals).isPresent())
                .mapToLong(e -> e.epcs().size())
                .sum();
    }

    static long discrepancies(List<EpcisEvent> events, String kind) {
        return events.stream()
                .filter(e -> kind.equals(e.context().extensions().get(Warehouse.DISCREPANCY)))
                .count();
    }
}
