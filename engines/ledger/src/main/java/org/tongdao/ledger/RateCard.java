package org.tongdao.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Grams;
import org.tongdao.terms.Money;
import org.tongdao.terms.Place;

/**
 * One version of a price list with zones, weight bands and surcharges; each band is a {@link Tariff} line with its own days.
 *
 * <p>The zone is that of the country with the longest postcode prefix that fits; the band is the lightest that takes the chargeable weight; surcharges of the
 * day come on top of the line's price, percentages of that price, in the order of the list. All amounts in one currency.
 */
public record RateCard(String version, List<Zone> zones, List<Band> bands, List<Surcharge> surcharges) {

    /** Where a zone is: a country, ISO 3166-1 alpha-2, and the beginning of a postcode, which may be empty. */
    public record Zone(String name, String country, String postcode) {}

    /**
     * What a weight costs in a zone: the lane of the line.
     *
     * @param upToG chargeable weight that the band still takes
     */
    public record Band(long upToG, Tariff line) {}

    /** How a surcharge counts. */
    public enum Kind {
        PERCENT,
        PER_PARCEL,
        PER_KG
    }

    /**
     * Which parcels a surcharge is for: all that it names must hold.
     *
     * @param zone empty for every zone
     * @param postcode beginning of the postcode, empty for every one
     * @param fromG least chargeable weight, 0 for every one
     */
    public record Condition(String zone, String postcode, long fromG) {

        /** Every parcel. */
        public static final Condition NONE = new Condition("", "", 0);

        boolean holds(String parcelsZone, Parcel parcel, Price base) {
            return (zone.isEmpty() || zone.equals(parcelsZone))
                    && parcel.postcode().startsWith(postcode)
                    && base.chargeable().value() >= fromG;
        }
    }

    /**
     * What comes on top on some days, of the parcels for which its condition holds.
     *
     * @param value per cent, or an amount in the currency of the line
     * @param to first day on which it no longer counts
     */
    public record Surcharge(
            String name, Kind kind, BigDecimal value, LocalDate from, LocalDate to, Condition condition) {

        /** For every parcel. */
        public Surcharge(String name, Kind kind, BigDecimal value, LocalDate from, LocalDate to) {
            this(name, kind, value, from, to, Condition.NONE);
        }

        boolean validOn(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(to);
        }
    }

    /** What is priced: {@code volumeMm3} 0 when not measured. */
    public record Parcel(String id, String country, String postcode, Grams weight, long volumeMm3) {}

    /** A price with the zone and the band it comes from; the trace goes on with a step for each surcharge. */
    public record Quote(String zone, long upToG, Price base, Money total, List<Price.Step> surcharges) {

        public Quote {
            surcharges = List.copyOf(surcharges);
        }
    }

    public RateCard {
        zones = List.copyOf(zones);
        bands = bands.stream().sorted(Comparator.comparingLong(Band::upToG)).toList();
        surcharges = List.copyOf(surcharges);
    }

    /** Nothing when no zone, no band or no line of that day is there. */
    public Optional<Quote> price(Parcel parcel, LocalDate day) {
        return zone(parcel)
                .flatMap(zone -> bands.stream()
                        .filter(b ->
                                b.line().lane().equals(zone.name()) && b.line().validOn(day))
                        .map(b -> quote(zone, b, parcel, day))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    /** Why there is no price: no zone, no day, or too heavy; empty when there is one. */
    public String whyNone(Parcel parcel, LocalDate day) {
        var zone = zone(parcel);
        if (zone.isEmpty()) {
            return "no zone has " + (parcel.country() + " " + parcel.postcode()).strip();
        }
        var lines = bands.stream()
                .filter(b ->
                        b.line().lane().equals(zone.get().name()) && b.line().validOn(day))
                .toList();
        if (lines.isEmpty()) {
            return zone.get().name() + " has no band that counts on " + day;
        }
        return price(parcel, day).isPresent() ? "" : heavier(lines.get(lines.size() - 1), zone.get(), parcel);
    }

    private static String heavier(Band heaviest, Zone zone, Parcel parcel) {
        var chargeable = heaviest.line()
                .price(new Shipment(zone.name(), parcel.weight(), parcel.volumeMm3()))
                .chargeable();
        return chargeable.value() + " g count, the heaviest band of " + zone.name() + " takes " + heaviest.upToG()
                + " g";
    }

    private Optional<Zone> zone(Parcel parcel) {
        return zones.stream()
                .filter(z -> z.country().equals(parcel.country())
                        && parcel.postcode().startsWith(z.postcode()))
                .max(Comparator.comparingInt(z -> z.postcode().length()));
    }

    private Optional<Quote> quote(Zone zone, Band band, Parcel parcel, LocalDate day) {
        var base = band.line().price(new Shipment(zone.name(), parcel.weight(), parcel.volumeMm3()));
        if (base.chargeable().value() > band.upToG()) {
            return Optional.empty();
        }
        var total = base.total();
        var steps = new ArrayList<Price.Step>();
        for (var surcharge : surcharges) {
            if (surcharge.validOn(day) && surcharge.condition().holds(zone.name(), parcel, base)) {
                var amount = Money.rounded(exact(surcharge, base), total.currency());
                total = total.plus(amount);
                steps.add(new Price.Step(
                        "SURCHARGE " + surcharge.name(),
                        amount.amount(),
                        amount.currency().getCurrencyCode()));
            }
        }
        return Optional.of(new Quote(zone.name(), band.upToG(), base, total, steps));
    }

    private static BigDecimal exact(Surcharge surcharge, Price base) {
        return switch (surcharge.kind()) {
            case PERCENT -> base.total().amount().multiply(surcharge.value()).movePointLeft(2);
            case PER_PARCEL -> surcharge.value();
            case PER_KG ->
                surcharge
                        .value()
                        .multiply(BigDecimal.valueOf(base.chargeable().value()))
                        .movePointLeft(3);
        };
    }

    /**
     * Zones that stand twice or have no band, bands of a zone that nobody is in, two lines that count on one day, surcharges that can never count or not on
     * all their days.
     */
    public List<Finding> faults() {
        return faults(row -> Place.of(version));
    }

    /** The same, each where the row that is to blame stands: {@code where} knows zones, bands and surcharges. */
    List<Finding> faults(Function<Record, Place> where) {
        return new RateFaults(this, where).list();
    }
}
