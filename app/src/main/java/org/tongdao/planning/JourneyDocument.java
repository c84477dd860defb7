package org.tongdao.planning;

import java.time.Instant;
import java.util.List;
import org.tongdao.routing.Journey;

/** One journey as {@code bin/tongdao route} prints it; costs in CNY for one forty-foot container. */
public record JourneyDocument(
        String departs,
        String arrives,
        double cost,
        double storage,
        int co2Kg,
        double risk,
        int transfers,
        List<LegDocument> legs) {

    /** One vehicle. */
    public record LegDocument(
            String line,
            String mode,
            int gaugeMm,
            String from,
            String to,
            String latest,
            String departs,
            String arrives,
            String ready,
            double cost) {

        Journey.Leg leg() {
            return new Journey.Leg(
                    line,
                    mode,
                    gaugeMm,
                    from,
                    to,
                    Instant.parse(departs),
                    Instant.parse(arrives),
                    Instant.parse(ready),
                    Instant.parse(latest),
                    (int) Math.round(cost * 100));
        }

        static LegDocument of(Journey.Leg leg) {
            return new LegDocument(
                    leg.line(),
                    leg.mode(),
                    leg.gaugeMm(),
                    leg.from(),
                    leg.to(),
                    leg.latest().toString(),
                    leg.departs().toString(),
                    leg.arrives().toString(),
                    leg.ready().toString(),
                    leg.cost() / 100.0);
        }
    }

    /** The journey again, as far as a document tells it: ready when it departs. */
    Journey journey() {
        return new Journey(
                legs.stream().map(LegDocument::leg).toList(),
                Instant.parse(departs),
                Instant.parse(departs),
                Instant.parse(arrives),
                (int) Math.round(cost * 100),
                (int) Math.round(storage * 100),
                co2Kg,
                risk,
                transfers);
    }

    static JourneyDocument of(Journey journey) {
        return new JourneyDocument(
                journey.departs().toString(),
                journey.arrives().toString(),
                journey.cost() / 100.0,
                journey.storage() / 100.0,
                journey.co2(),
                Math.round(journey.risk() * 1e6) / 1e6,
                journey.transfers(),
                journey.legs().stream().map(LegDocument::of).toList());
    }
}
