package org.tongdao.planning;

import java.util.List;
import java.util.stream.IntStream;
import org.tongdao.routing.Journey;
import org.tongdao.routing.Offer;

/** One way as itineraries.json shows it; docs/formats/itineraries.md. */
record OfferDocument(
        String departs,
        String arrivesHub,
        double costCnyPerFfe,
        int gaugeChanges,
        double doorDaysP50,
        double doorDaysP90,
        double within14Days,
        List<LegDocument> legs) {

    record LegDocument(
            String service, String mode, int gaugeMm, String from, String to, String departs, String arrives) {

        static LegDocument of(Journey.Leg leg) {
            return new LegDocument(
                    leg.line(),
                    leg.mode(),
                    leg.gaugeMm(),
                    leg.from(),
                    leg.to(),
                    leg.departs().toString(),
                    leg.arrives().toString());
        }
    }

    static OfferDocument of(Offer offer) {
        var way = offer.journey();
        return new OfferDocument(
                way.departs().toString(),
                way.arrives().toString(),
                way.cost() / 100.0,
                gaugeChanges(way),
                doorDays(offer, 0.5),
                doorDays(offer, 0.9),
                Math.round(LanePolicy.within(offer) * 10_000) / 10_000.0,
                way.legs().stream().map(LegDocument::of).toList());
    }

    /** Changes between rail gauges; a change to or from the road (gauge 0) is a transfer, not a gauge change. */
    static int gaugeChanges(Journey way) {
        int[] gauges = way.legs().stream()
                .mapToInt(Journey.Leg::gaugeMm)
                .filter(mm -> mm != 0)
                .toArray();
        return (int) IntStream.range(1, gauges.length)
                .filter(i -> gauges[i] != gauges[i - 1])
                .count();
    }

    private static double doorDays(Offer offer, double share) {
        double days = offer.odds().days(share) + LanePolicy.LAST_MILE_DAYS;
        return Double.isInfinite(days) ? 999 : Math.round(days * 10) / 10.0;
    }
}
