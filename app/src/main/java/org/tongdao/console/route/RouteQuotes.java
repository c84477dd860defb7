package org.tongdao.console.route;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongdao.ledger.RateCard;
import org.tongdao.planning.RouteDesk;
import org.tongdao.settlement.RateCards;
import org.tongdao.settlement.RateQuote;
import org.tongdao.terms.Grams;

/** What the goods of a question cost by the price lists of the day on which they are ready; a question without a weight has no price. */
@Component
class RouteQuotes {

    private final RateCards cards;
    private final RouteDesk desk;

    RouteQuotes(RateCards cards, RouteDesk desk) {
        this.cards = cards;
        this.desk = desk;
    }

    /** {@code sent} was answered, so that its figures can be read. */
    List<RateQuote> of(Map<String, String> sent) {
        String weight = sent.getOrDefault("weight", "").strip();
        long grams = weight.isEmpty() ? 0 : scaled(weight, 3);
        if (grams < 1) {
            return List.of();
        }
        String volume = sent.getOrDefault("volume", "").strip();
        var country = desk.network().stations().stream()
                .filter(s -> s.id().equals(sent.get("to")))
                .map(s -> s.country())
                .findFirst()
                .orElse("");
        return cards.quote(
                new RateCard.Parcel(
                        "",
                        country,
                        sent.getOrDefault("postcode", "").strip(),
                        new Grams(grams),
                        volume.isEmpty() ? 0 : scaled(volume, 9)),
                OffsetDateTime.parse(RouteForm.question(sent).getOrDefault("depart", ""))
                        .atZoneSameInstant(RouteForm.BEIJING)
                        .toLocalDate());
    }

    private static long scaled(String figure, int digits) {
        return BigDecimal.valueOf(Double.parseDouble(figure))
                .movePointRight(digits)
                .longValue();
    }
}
