package org.tongdao.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tongdao.routing.DoorSearch;
import org.tongdao.routing.Offer;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** What the goods may cost and within how many days they should be there: of all such ways the surest is wanted. */
public record RouteBudget(double cny, double days) {

    static final double USUAL_DAYS = 14;
    static final RouteBudget NONE = new RouteBudget(Double.POSITIVE_INFINITY, USUAL_DAYS);

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,2})?)\\s*([A-Za-z]{3})?");
    private static final double LONGEST = 60;

    /** Of an amount such as {@code 60000} or {@code 60000 CNY}; an empty one sets no budget. */
    static RouteBudget of(String amount, double days, List<Finding> findings) {
        if (!(days > 0 && days <= LONGEST)) {
            findings.add(Finding.error(
                    "ROUTE-WITHIN", Place.of("--within-days"), String.valueOf(days), "Maybe: days above 0, up to 60"));
        }
        if (amount.isBlank()) {
            return NONE;
        }
        var read = AMOUNT.matcher(amount.strip());
        boolean known = read.matches()
                && (read.group(2) == null
                        || read.group(2).toUpperCase(Locale.ROOT).equals("CNY"));
        if (!known) {
            findings.add(Finding.error(
                    "ROUTE-BUDGET",
                    Place.of("--budget"),
                    amount,
                    "Maybe: an amount in CNY, which is what the network's prices are in, such as 60000"));
            return NONE;
        }
        return new RouteBudget(Double.parseDouble(read.group(1)), days);
    }

    /** Whether there is one. */
    public boolean given() {
        return !Double.isInfinite(cny);
    }

    /** All ways worth choosing from, or under a budget the surest; when nothing is there in time, the cheapest with a finding. */
    DoorSearch.Answer ask(DoorSearch search, Asked asked) {
        var all = search.ask(asked.question());
        if (!given() || all.offers().isEmpty()) {
            return all;
        }
        int most = (int) Math.min(Integer.MAX_VALUE, Math.floor(cny * 100 / asked.containers()));
        var surest = search.surest(asked.question(), most, days);
        if (surest.isPresent()) {
            return new DoorSearch.Answer(List.of(surest.get()), all.findings(), all.blockers());
        }
        var cheapest = all.offers().stream()
                .min(Comparator.comparingInt((Offer o) -> o.journey().cost()))
                .orElseThrow();
        boolean fits = cheapest.journey().cost() <= most;
        var findings = new ArrayList<>(all.findings());
        findings.add(fits ? late(cheapest, asked) : dear(cheapest, asked));
        return new DoorSearch.Answer(fits ? List.of(cheapest) : List.of(), findings, all.blockers());
    }

    private Finding late(Offer cheapest, Asked asked) {
        return Finding.error(
                "ROUTE-BUDGET-LATE",
                Place.of("--within-days"),
                text(days),
                "Maybe: a longer time or a higher budget; nothing for " + text(cny)
                        + " CNY is there in time, the cheapest way is "
                        + RouteOffer.of(cheapest, asked.containers()).line());
    }

    private Finding dear(Offer cheapest, Asked asked) {
        var offer = RouteOffer.of(cheapest, asked.containers());
        return Finding.error(
                "ROUTE-BUDGET",
                Place.of("--budget"),
                text(cny),
                "Maybe: the cheapest way costs " + offer.costCny() + " CNY: " + offer.line());
    }

    /** As it was written. */
    public String amount() {
        return text(cny);
    }

    public String within() {
        return text(days);
    }

    static String text(double figure) {
        return figure == Math.rint(figure) ? String.valueOf((long) figure) : String.valueOf(figure);
    }
}
