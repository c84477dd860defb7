package org.tongdao.planning;

import java.util.List;
import java.util.stream.Collectors;
import org.tongdao.routing.Journey;
import org.tongdao.routing.Offer;

/**
 * One way to choose, with all that is shown of it.
 *
 * @param key names the way by its departures; equal questions give equal keys as long as it is offered
 * @param documents what travels with the goods
 */
public record RouteOption(String key, RouteOffer figures, Journey journey, Offer offer, List<RouteDocument> documents) {

    static RouteOption of(Offer offer, Asked asked) {
        return new RouteOption(
                key(offer.journey()),
                RouteOffer.of(offer, asked.containers()),
                offer.journey(),
                offer,
                RouteDocuments.of(offer.journey(), asked));
    }

    static String key(Journey journey) {
        return journey.legs().stream()
                .map(l -> (l.line().isEmpty() ? l.mode() : l.line()) + "." + l.from() + "." + l.to() + "."
                        + l.departs().getEpochSecond() / 60)
                .collect(Collectors.joining("_"));
    }

    /** Carriage, handling and storage of these goods of one leg, CNY. */
    public double cost(Journey.Leg leg) {
        return Math.round(leg.cost() * figures.containers()) / 100.0;
    }

    /** Of the whole price, what waiting costs, CNY. */
    public double storage() {
        return Math.round(journey.storage() * figures.containers()) / 100.0;
    }

    /** The share of goods that is there within so many days. */
    public double within(double days) {
        return offer.odds().within(days);
    }

    /** CO2 of these goods, kg. */
    public long co2() {
        return Math.round(journey.co2() * figures.containers());
    }
}
