package org.tongdao.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Reads the rows of a rate sheet; what is wrong in a row is told and the row left out, the others count. */
final class RateRows {

    static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final double MAX_KG = 30_000;
    private static final double MAX_AMOUNT = 1_000_000;

    private final String source;
    private final List<Finding> findings = new ArrayList<>();
    private final List<RateCard.Zone> zones = new ArrayList<>();
    private final List<RateCard.Band> bands = new ArrayList<>();
    private final List<RateCard.Surcharge> surcharges = new ArrayList<>();
    private final Map<Record, Place> places = new IdentityHashMap<>();

    RateRows(String source) {
        this.source = source;
    }

    RateSheet.Read read(List<RateSheet.Row> rows) {
        var heads = rows.stream().filter(r -> kind(r).equals("card")).toList();
        if (heads.size() != 1) {
            findings.add(Finding.error(
                    "RATE-HEAD",
                    Place.of(source),
                    String.valueOf(heads.size()),
                    "Maybe: a sheet has one row card with name, version, currency, from and to"));
        }
        var head = heads.stream().findFirst().flatMap(this::head);
        rows.forEach(row -> body(row, head));
        if (head.isEmpty()) {
            return new RateSheet.Read(Optional.empty(), findings);
        }
        var card = new RateCard(head.get().version(), zones, bands, surcharges);
        findings.addAll(card.faults(row -> places.getOrDefault(row, Place.of(source))));
        return new RateSheet.Read(Optional.of(new RateSheet(head.get(), card)), findings);
    }

    private static String kind(RateSheet.Row row) {
        return row.cells().getOrDefault("row", "").strip().toLowerCase(Locale.ROOT);
    }

    private Optional<RateSheet.Head> head(RateSheet.Row row) {
        var cells = new RateCells(source, row, findings);
        var name = cells.text("name", 60);
        var version = cells.text("version", 60);
        var currency = currency(cells);
        var from = cells.day("from");
        var to = cells.day("to");
        var step = cells.number("step_g", "100", 1, 100_000, 0);
        var divisor = cells.number("volume_divisor", "6000", 1_000, 1_000_000, 0);
        String mark = cells.raw("mark").isEmpty() ? "contract" : cells.raw("mark");
        if (!cells.sound()) {
            return Optional.empty();
        }
        if (!from.isBefore(to)) {
            cells.fault("RATE-DAY", "to", "the first day after the last that counts, later than " + from);
            return Optional.empty();
        }
        return Optional.of(
                new RateSheet.Head(name, version, from, to, currency, step.intValue(), divisor.intValue(), mark));
    }

    private static Currency currency(RateCells cells) {
        String code = cells.raw("currency").toUpperCase(Locale.ROOT);
        var known = Currency.getAvailableCurrencies().stream()
                .filter(c -> c.getCurrencyCode().equals(code) && c.getDefaultFractionDigits() >= 0)
                .findFirst();
        if (known.isEmpty()) {
            cells.fault("RATE-CURRENCY", "currency", "three letters of ISO 4217 such as CNY or EUR");
        }
        return known.orElse(Currency.getInstance("CNY"));
    }

    private void body(RateSheet.Row row, Optional<RateSheet.Head> head) {
        var cells = new RateCells(source, row, findings);
        switch (kind(row)) {
            case "card" -> {}
            case "zone" -> zone(cells);
            case "band" -> band(cells, head);
            case "surcharge" -> surcharge(cells, head);
            default -> cells.fault("RATE-ROW", "row", "card, zone, band or surcharge");
        }
    }

    private void zone(RateCells cells) {
        var name = cells.text("zone", 40);
        String country = cells.raw("country").toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(country)) {
            cells.fault("RATE-COUNTRY", "country", "two letters of ISO 3166 such as PL");
        }
        if (cells.sound()) {
            var zone = new RateCard.Zone(name, country, cells.raw("postcode"));
            zones.add(zone);
            places.put(zone, cells.place("zone"));
        }
    }

    private void band(RateCells cells, Optional<RateSheet.Head> head) {
        int digits = head.map(h -> h.currency().getDefaultFractionDigits()).orElse(2);
        var zone = cells.text("zone", 40);
        var upTo = cells.number("up_to_kg", "", 0.001, MAX_KG, 3);
        var perParcel = cells.number("per_parcel", "0", 0, MAX_AMOUNT, digits);
        var perKg = cells.number("per_kg", "0", 0, MAX_AMOUNT, digits);
        var least = cells.number("minimum", "0", 0, MAX_AMOUNT, digits);
        if (cells.sound() && head.isPresent()) {
            var band = new RateCard.Band(
                    upTo.movePointRight(3).longValueExact(), head.get().line(zone, perParcel, perKg, least));
            bands.add(band);
            places.put(band, cells.place("zone"));
        }
    }

    private void surcharge(RateCells cells, Optional<RateSheet.Head> head) {
        var name = cells.text("name", 60);
        var kind = RateCells.find(RateCard.Kind.class, cells.raw("kind"));
        if (kind.isEmpty()) {
            cells.fault("RATE-KIND", "kind", "PERCENT, PER_PARCEL or PER_KG");
        }
        var value = cells.number("value", "", -MAX_AMOUNT, MAX_AMOUNT, 4);
        if (kind.filter(k -> k == RateCard.Kind.PERCENT).isPresent()
                && value.abs().doubleValue() > 100) {
            cells.fault("RATE-VALUE", "value", "from -100 to 100 per cent");
        }
        var from = cells.day("from", head.map(RateSheet.Head::from).orElse(LocalDate.EPOCH));
        var to = cells.day("to", head.map(RateSheet.Head::to).orElse(LocalDate.MAX));
        var heavy = cells.number("from_kg", "0", 0, MAX_KG, 3);
        if (cells.sound() && !from.isBefore(to)) {
            cells.fault("RATE-DAY", "to", "later than " + from);
        }
        if (cells.sound()) {
            var surcharge = new RateCard.Surcharge(
                    name,
                    kind.orElseThrow(),
                    value,
                    from,
                    to,
                    new RateCard.Condition(
                            cells.raw("zone"),
                            cells.raw("postcode"),
                            heavy.movePointRight(3).longValueExact()));
            surcharges.add(surcharge);
            places.put(surcharge, cells.place("zone"));
        }
    }
}
