package org.tongdao.planning;

import java.util.Locale;
import java.util.stream.Collectors;
import org.tongdao.routing.Offer;

/** One offer of {@code bin/tongdao route}; docs/formats/network.md. */
public record RouteOffer(
        double costCny,
        double containers,
        double daysPlanned,
        double daysP50,
        double daysP90,
        double within14Days,
        JourneyDocument journey) {

    static RouteOffer of(Offer offer, double containers) {
        var journey = offer.journey();
        double planned =
                java.time.Duration.between(journey.ready(), journey.arrives()).toMinutes() / 1440.0;
        return new RouteOffer(
                Math.round(journey.cost() * containers) / 100.0,
                Math.round(containers * 1000) / 1000.0,
                tenth(planned),
                tenth(offer.odds().days(0.5)),
                tenth(offer.odds().days(0.9)),
                Math.round(offer.odds().within(14) * 1000) / 1000.0,
                JourneyDocument.of(journey));
    }

    private static double tenth(double days) {
        return Double.isInfinite(days) ? 999 : Math.round(days * 10) / 10.0;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%s -> %s  %,.0f CNY  planned %.1f d  P50 %.1f d  P90 %.1f d  within 14 d %.0f %%  CO2 %d kg/FFE  %s",
                journey.departs(),
                journey.arrives(),
                costCny,
                daysPlanned,
                daysP50,
                daysP90,
                100 * within14Days,
                journey.co2Kg(),
                journey.legs().stream()
                        .map(l -> l.from() + "-" + l.to() + " (" + (l.line().isEmpty() ? l.mode() : l.line()) + ")")
                        .collect(Collectors.joining(" ")));
    }
}
