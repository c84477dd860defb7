package org.tongdao.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** The same parcels under two versions of a price list: what changes for whom, before the new one counts. */
public record RateBench(List<Row> rows) {

    private static final int NAMED = 5;

    /**
     * One parcel; a side is empty when that version has no price for it.
     *
     * @param why a side is empty; empty when none is
     */
    public record Row(String parcel, Optional<RateCard.Quote> before, Optional<RateCard.Quote> after, String why) {

        /** After less before in minor units; 0 when one is missing. */
        public long difference() {
            return before.isEmpty() || after.isEmpty()
                    ? 0
                    : after.get().total().minor() - before.get().total().minor();
        }

        public boolean priced() {
            return before.isPresent() && after.isPresent();
        }
    }

    /** A version, and the day on which it is asked: versions that replace each other count on no day both. */
    public record Side(RateCard card, LocalDate day) {}

    public RateBench {
        rows = List.copyOf(rows);
    }

    /** Prices every parcel twice on one day; both cards are in one currency. */
    public static RateBench of(RateCard before, RateCard after, List<RateCard.Parcel> parcels, LocalDate day) {
        return of(new Side(before, day), new Side(after, day), parcels);
    }

    /** Prices every parcel by each side on its own day; both cards are in one currency. */
    public static RateBench of(Side before, Side after, List<RateCard.Parcel> parcels) {
        return new RateBench(parcels.stream()
                .map(p -> new Row(
                        p.id(),
                        before.card().price(p, before.day()),
                        after.card().price(p, after.day()),
                        why(before, after, p)))
                .toList());
    }

    private static String why(Side before, Side after, RateCard.Parcel parcel) {
        String was = before.card().whyNone(parcel, before.day());
        String is = after.card().whyNone(parcel, after.day());
        if (was.equals(is)) {
            return was;
        }
        return was.isEmpty() ? "after: " + is : "before: " + was + (is.isEmpty() ? "" : "; after: " + is);
    }

    /** The parcels without a price by the reason, at {@code source}. */
    public List<Finding> findings(String source) {
        Map<String, List<String>> reasons = rows.stream()
                .filter(r -> !r.priced())
                .collect(Collectors.groupingBy(
                        Row::why, LinkedHashMap::new, Collectors.mapping(Row::parcel, Collectors.toList())));
        var findings = new ArrayList<Finding>();
        reasons.forEach((why, parcels) ->
                findings.add(Finding.error("RATE-NONE", Place.of(source), names(parcels), "Maybe: " + why)));
        return findings;
    }

    private static String names(List<String> parcels) {
        String first = parcels.stream().limit(NAMED).collect(Collectors.joining(", "));
        return parcels.size() > NAMED ? first + " and " + (parcels.size() - NAMED) + " more" : first;
    }

    public long dearer() {
        return rows.stream().filter(r -> r.difference() > 0).count();
    }

    public long cheaper() {
        return rows.stream().filter(r -> r.difference() < 0).count();
    }

    public long unpriced() {
        return rows.stream().filter(r -> !r.priced()).count();
    }

    /** Of the parcels that both price, minor units. */
    public long totalBefore() {
        return rows.stream()
                .filter(Row::priced)
                .mapToLong(r -> r.before().orElseThrow().total().minor())
                .sum();
    }

    /** Of the parcels that both price, minor units. */
    public long totalAfter() {
        return totalBefore() + rows.stream().mapToLong(Row::difference).sum();
    }
}
