package org.tongdao.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** What rows of a list that are sound by themselves do not say together; a surcharge that counts never or more seldom does not stop the list. */
final class RateFaults {

    private final RateCard card;
    private final Function<Record, Place> where;
    private final List<Finding> findings = new ArrayList<>();

    RateFaults(RateCard card, Function<Record, Place> where) {
        this.card = card;
        this.where = where;
    }

    List<Finding> list() {
        zones();
        bands();
        card.surcharges().forEach(this::surcharge);
        return findings;
    }

    private void zones() {
        for (int i = 0; i < card.zones().size(); i++) {
            var z = card.zones().get(i);
            boolean twice = card.zones().subList(0, i).stream()
                    .anyMatch(
                            o -> o.country().equals(z.country()) && o.postcode().equals(z.postcode()));
            if (twice) {
                fault(z, "RATE-ZONE-TWICE", z.country() + " " + z.postcode(), "one zone for each postcode");
            }
            if (card.bands().stream().noneMatch(b -> b.line().lane().equals(z.name()))) {
                fault(z, "RATE-NO-BAND", z.name(), "give the zone a band, or take it out");
            }
        }
    }

    private void bands() {
        for (int i = 0; i < card.bands().size(); i++) {
            var b = card.bands().get(i);
            if (!isZone(b.line().lane())) {
                fault(b, "RATE-NO-ZONE", b.line().lane(), "say which countries the zone is for");
            }
            boolean twice = card.bands().subList(0, i).stream()
                    .anyMatch(o -> o.upToG() == b.upToG()
                            && o.line().lane().equals(b.line().lane())
                            && o.line().overlaps(b.line()));
            if (twice) {
                fault(b, "RATE-BAND-TWICE", b.line().lane() + " up to " + b.upToG() + " g", "end the first before");
            }
        }
    }

    private boolean isZone(String name) {
        return card.zones().stream().anyMatch(z -> z.name().equals(name));
    }

    private void surcharge(RateCard.Surcharge s) {
        var wanted = s.condition();
        if (!wanted.zone().isEmpty() && !isZone(wanted.zone())) {
            fault(s, "RATE-NO-ZONE", wanted.zone(), "the condition of " + s.name() + " names no zone of the list");
            return;
        }
        var zones = card.zones().stream()
                .filter(z -> wanted.zone().isEmpty() || wanted.zone().equals(z.name()))
                .toList();
        var reached = zones.stream()
                .filter(z -> z.postcode().startsWith(wanted.postcode())
                        || wanted.postcode().startsWith(z.postcode()))
                .map(RateCard.Zone::name)
                .toList();
        if (!zones.isEmpty() && reached.isEmpty()) {
            never(s, "postcode", wanted.postcode(), "no postcode of " + names(zones) + " begins like this");
            return;
        }
        var bands = card.bands().stream()
                .filter(b -> reached.contains(b.line().lane()))
                .toList();
        bands.stream().max(Comparator.comparingLong(RateCard.Band::upToG)).ifPresent(heaviest -> {
            if (heaviest.upToG() < wanted.fromG()) {
                never(s, "from_kg", wanted.fromG() + " g", "the heaviest band takes " + heaviest.upToG() + " g");
            }
            days(s, bands);
        });
    }

    /** The days of a surcharge against those on which a price is there at all. */
    private void days(RateCard.Surcharge s, List<RateCard.Band> bands) {
        var first = bands.stream().map(b -> b.line().validFrom()).min(Comparator.naturalOrder());
        var last = bands.stream().map(b -> b.line().validTo()).max(Comparator.naturalOrder());
        LocalDate from = first.orElseThrow();
        LocalDate to = last.orElseThrow();
        String days = s.from() + " " + s.to();
        if (!s.from().isBefore(to) || !from.isBefore(s.to())) {
            never(s, "from", days, "the list counts from " + from + " until before " + to);
        } else if (s.from().isBefore(from) || s.to().isAfter(to)) {
            findings.add(Finding.warning(
                    "RATE-OUTSIDE",
                    at(s, "from"),
                    days,
                    "Maybe: " + s.name() + " counts on fewer days: the list is from " + from + " until before " + to));
        }
    }

    private static String names(List<RateCard.Zone> zones) {
        return String.join(
                ", ", zones.stream().map(RateCard.Zone::name).distinct().toList());
    }

    private void never(RateCard.Surcharge s, String column, String value, String why) {
        findings.add(Finding.warning(
                "RATE-NEVER", at(s, column), value, "Maybe: " + s.name() + " would never count: " + why));
    }

    /** The cell of a row, as far as rows are known. */
    private Place at(Record row, String column) {
        var place = where.apply(row);
        return place.line() == 0 ? place : Place.cell(place.source(), place.line(), column);
    }

    private void fault(Record row, String rule, String value, String maybe) {
        findings.add(Finding.error(rule, where.apply(row), value, "Maybe: " + maybe));
    }
}
