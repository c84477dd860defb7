package org.tongdao.settlement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.ledger.Price;
import org.tongdao.ledger.RateParcels;
import org.tongdao.ledger.RateSheet;
import org.tongdao.ledger.Shipment;
import org.tongdao.ledger.Tariff;
import org.tongdao.terms.Finding;

/** What a parcel would cost if it left today; nothing is charged. */
@Component
public class TrialPrices {

    private static final ZoneId TARIFF_DAY = ZoneId.of("Asia/Shanghai");

    private final Tariffs tariffs;
    private final RateCards cards;
    private final Clock clock;

    TrialPrices(Tariffs tariffs, RateCards cards, Clock clock) {
        this.tariffs = tariffs;
        this.cards = cards;
        this.clock = clock;
    }

    /**
     * What is asked, as typed.
     *
     * @param hub lane of the freight tariff
     * @param grams gross weight
     * @param size length x width x height in millimetres, or empty
     */
    public record Question(String hub, String country, String postcode, String grams, String size) {}

    /**
     * The answer.
     *
     * @param freight by the tariff that charges are made by; empty when it has no line for the lane today
     * @param mark how sure the line is
     * @param lists by the price lists that count today
     */
    public record Answer(Optional<Price> freight, String mark, List<RateQuote> lists, List<Finding> findings) {}

    @Transactional
    public Answer answer(Question asked) {
        var cells = Map.of(
                "country", asked.country(), "postcode", asked.postcode(), "grams", asked.grams(), "size", asked.size());
        var read = RateParcels.read("parcel", List.of(new RateSheet.Row(0, cells)));
        if (read.parcels().isEmpty()) {
            return new Answer(Optional.empty(), "", List.of(), read.findings());
        }
        var parcel = read.parcels().get(0);
        var today = LocalDate.ofInstant(clock.instant(), TARIFF_DAY);
        var line = tariffs.book().find(asked.hub(), today);
        return new Answer(
                line.map(t -> t.price(new Shipment(asked.hub(), parcel.weight(), parcel.volumeMm3()))),
                line.map(Tariff::mark).orElse(""),
                cards.quote(parcel, today),
                read.findings());
    }
}
