package org.tongdao.planning;

import java.util.List;
import org.tongdao.routing.Run;

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

        static LegDocument of(Run run) {
            return new LegDocument(
                    run.service(),
                    run.mode(),
                    run.gaugeMm(),
                    run.from(),
                    run.to(),
                    run.departs().toString(),
                    run.arrives().toString());
        }
    }

    static OfferDocument of(LanePolicy.Offer offer) {
        var way = offer.way();
        return new OfferDocument(
                way.departs().toString(),
                way.arrives().toString(),
                way.cost() / 100.0,
                way.gaugeChanges(),
                rounded(offer.outlook().p50Days()),
                rounded(offer.outlook().p90Days()),
                offer.outlook().within(),
                way.runs().stream().map(LegDocument::of).toList());
    }

    private static double rounded(double days) {
        return Double.isInfinite(days) ? 999 : Math.round(days * 10) / 10.0;
    }
}
