package org.tongdao.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * Answers one shipper's question on one network: the journeys worth choosing from with their odds, or what is wrong with the question, or which rule keeps
 * the goods from getting there.
 */
public final class DoorSearch {

    private static final Set<Criteria> FOUR = EnumSet.of(Criteria.ARRIVAL, Criteria.COST, Criteria.CO2, Criteria.RISK);
    private static final int MAX_ALTERNATIVES = 20;
    private static final int LONGEST_WINDOW = 31;

    private final Network network;
    private final int days;

    /**
     * On a network, with departures over so many days.
     *
     * @param days 1 to 400
     */
    public DoorSearch(Network network, int days) {
        this.network = network;
        this.days = days;
    }

    /**
     * The question.
     *
     * @param mustUse a place that must be passed, or empty
     * @param closed lines that do not run and places that cannot be used, by id
     * @param by when it must be there, or {@link Instant#MAX}
     */
    public record Question(
            String from, String to, Instant ready, Cargo cargo, String mustUse, Set<String> closed, Instant by) {

        /** Without a deadline. */
        public Question(String from, String to, Instant ready, Cargo cargo, String mustUse, Set<String> closed) {
            this(from, to, ready, cargo, mustUse, closed, Instant.MAX);
        }

        /** The same by another moment. */
        Question by(Instant other) {
            return new Question(from, to, ready, cargo, mustUse, closed, other);
        }

        /** Without a border in particular, all open. */
        public Question(String from, String to, Instant ready, Cargo cargo) {
            this(from, to, ready, cargo, "", Set.of());
        }

        public Question {
            closed = Set.copyOf(closed);
        }

        Question close(String id) {
            var more = new java.util.TreeSet<>(closed);
            more.add(id);
            return new Question(from, to, ready, cargo, mustUse, more, by);
        }
    }

    /**
     * What is found: offers, earliest first, or findings.
     *
     * @param blockers the nearest rules that keep the goods from their way, when there is none
     */
    public record Answer(List<Offer> offers, List<Finding> findings, List<Blocker> blockers) {

        Answer(List<Offer> offers, List<Finding> findings) {
            this(offers, findings, List.of());
        }
    }

    /** The Pareto set over arrival, cost, CO₂ and risk. */
    public Answer ask(Question q) {
        var wrong = check(q);
        if (!wrong.isEmpty()) {
            return new Answer(List.of(), wrong);
        }
        var t = timetable(q);
        var journeys = pareto(t, q);
        if (journeys.isEmpty()) {
            return none(q);
        }
        return new Answer(offers(t, journeys), List.of());
    }

    /**
     * The ways worth choosing for goods that may become ready at any moment from the question's to another: Pareto over readiness, of which later is better,
     * and arrival, cost, CO₂ and risk; by departure. A truck on call that goes all the way has no departure: it is told only when there is no other way.
     *
     * @param until after the question's readiness, by 31 days at most
     */
    public Answer window(Question q, Instant until) {
        var wrong = check(q);
        var length = Duration.between(q.ready(), until);
        if (length.isNegative() || length.isZero() || length.compareTo(Duration.ofDays(LONGEST_WINDOW)) > 0) {
            wrong.add(Finding.error(
                    "ROUTE-WINDOW",
                    Place.of("until"),
                    until.toString(),
                    "Maybe: a moment after " + q.ready() + ", by " + LONGEST_WINDOW + " days at most"));
        }
        if (!wrong.isEmpty()) {
            return new Answer(List.of(), wrong);
        }
        var t = timetable(q, days + (int) length.toDays() + 1);
        var journeys =
                search(t, q, FOUR)
                        .range(place(t, q.from()), place(t, q.to()), t.minute(q.ready()), t.minute(until))
                        .stream()
                        .filter(j -> !j.arrives().isAfter(q.by()))
                        .sorted(Comparator.comparing(Journey::departs).thenComparing(Journey::arrives))
                        .toList();
        return journeys.isEmpty() ? ask(q) : new Answer(offers(t, journeys), List.of());
    }

    /** Ways that differ in a line: the earliest, then those that are left when a line of one found before does not run, the longest leg first. */
    public Answer alternatives(Question q, int count) {
        var first = ask(q);
        var found = new LinkedHashMap<String, Offer>();
        var rest = new ArrayList<>(List.of(q));
        for (int i = 0;
                i < rest.size()
                        && i < MAX_ALTERNATIVES
                        && found.size() < count
                        && first.findings().isEmpty();
                i++) {
            var asked = rest.get(i);
            var t = timetable(asked);
            earliest(t, asked).ifPresent(j -> {
                found.putIfAbsent(lines(j), offers(t, List.of(j)).get(0));
                j.legs().stream()
                        .filter(l -> !l.line().isEmpty())
                        .sorted(Comparator.comparing((Journey.Leg l) -> Duration.between(l.arrives(), l.departs())))
                        .forEach(l -> rest.add(asked.close(l.line())));
            });
        }
        return new Answer(List.copyOf(found.values()), first.findings());
    }

    /**
     * Of all ways that cost no more than the budget, the one that is most surely there within so many days, the cheapest of equally sure ones. Empty when
     * nothing that fits the budget has a chance to be.
     *
     * @param budget minor units of one container
     */
    public Optional<Offer> surest(Question q, int budget, double days) {
        if (!check(q).isEmpty()) {
            return Optional.empty();
        }
        var t = timetable(q);
        int border = q.mustUse().isEmpty() ? -1 : place(t, q.mustUse());
        int by = q.by().equals(Instant.MAX)
                ? Timetable.NEVER
                : (int) Duration.between(t.start(), q.by()).toMinutes();
        int within = (int) Math.floor(Math.max(0, Math.min(this.days, days)) * 1440 / Odds.BIN + 1e-6) * Odds.BIN;
        return new SurestSearch(t, border, ParetoSearch.MAX_BOARDINGS)
                .find(
                        place(t, q.from()),
                        place(t, q.to()),
                        t.minute(q.ready()),
                        new SurestSearch.Wish(within, by, budget))
                .map(j -> offers(t, List.of(j)).get(0));
    }

    /** The latest readiness that keeps a deadline by the timetable. */
    public Optional<Instant> latestReady(Question q, Instant deadline) {
        if (!check(q).isEmpty()) {
            return Optional.empty();
        }
        var t = timetable(q);
        int from = place(t, q.from());
        int to = place(t, q.to());
        if (q.mustUse().isEmpty()) {
            int latest = new EarliestArrival(t).latestReady(from, to, t.minute(q.ready()), t.minute(deadline));
            return latest < 0 ? Optional.empty() : Optional.of(t.instant(latest));
        }
        return search(t, q, EnumSet.of(Criteria.ARRIVAL))
                .range(from, to, t.minute(q.ready()), t.minute(deadline))
                .stream()
                .filter(j -> !j.arrives().isAfter(deadline))
                .map(Journey::ready)
                .max(Comparator.naturalOrder());
    }

    private static String lines(Journey j) {
        return j.legs().stream()
                .map(l -> l.line().isEmpty() ? l.from() + "-" + l.to() : l.line())
                .collect(Collectors.joining(" "));
    }

    private Timetable timetable(Question q) {
        return timetable(q, days);
    }

    private Timetable timetable(Question q, int days) {
        Predicate<Line> open = l -> q.cargo().keptOffBy(l).isEmpty()
                && !q.closed().contains(l.id())
                && l.calls().stream().noneMatch(c -> q.closed().contains(c.station()))
                && l.calls().stream().noneMatch(c -> q.cargo().avoid().contains(country(c.station())));
        var links = network.links().stream()
                .filter(k -> !q.closed().contains(k.from()) && !q.closed().contains(k.to()))
                .filter(k -> !q.cargo().avoid().contains(country(k.from()))
                        && !q.cargo().avoid().contains(country(k.to())))
                .toList();
        var reduced = links.size() == network.links().size()
                ? network
                : new Network(network.stations(), network.lines(), links, network.closures());
        return Timetable.ahead(reduced, q.ready(), days, open, q.cargo().dangerous());
    }

    private String country(String station) {
        return countries().getOrDefault(station, "");
    }

    private Map<String, String> countries = Map.of();

    private Map<String, String> countries() {
        if (countries.isEmpty()) {
            countries = network.stations().stream().collect(Collectors.toMap(Station::id, Station::country));
        }
        return countries;
    }

    private static int place(Timetable t, String id) {
        return t.findPlace(id)
                .orElseThrow(() -> new IllegalArgumentException("no place '" + id + "'. Maybe it was checked late."));
    }

    private List<Journey> pareto(Timetable t, Question q) {
        return search(t, q, FOUR).find(place(t, q.from()), place(t, q.to()), t.minute(q.ready())).stream()
                .filter(j -> !j.arrives().isAfter(q.by()))
                .toList();
    }

    private static ParetoSearch search(Timetable t, Question q, Set<Criteria> criteria) {
        int border = q.mustUse().isEmpty() ? -1 : place(t, q.mustUse());
        return new ParetoSearch(t, new ParetoSearch.Question(criteria, border, ParetoSearch.MAX_BOARDINGS));
    }

    private Optional<Journey> earliest(Timetable t, Question q) {
        if (q.mustUse().isEmpty()) {
            return new EarliestArrival(t)
                    .find(place(t, q.from()), place(t, q.to()), t.minute(q.ready()))
                    .filter(j -> !j.arrives().isAfter(q.by()));
        }
        return pareto(t, q).stream().findFirst();
    }

    private static List<Offer> offers(Timetable t, List<Journey> journeys) {
        var odds = new OddsSearch(t);
        return journeys.stream().map(j -> new Offer(j, odds.of(j))).toList();
    }

    private List<Finding> check(Question q) {
        var wrong = new ArrayList<Finding>();
        known(q.from(), "from", wrong);
        known(q.to(), "to", wrong);
        if (!q.mustUse().isEmpty()) {
            known(q.mustUse(), "must use", wrong);
        }
        if (q.cargo().kg() < 0) {
            wrong.add(Finding.error(
                    "ROUTE-WEIGHT",
                    Place.of("weight"),
                    String.valueOf(q.cargo().kg()),
                    "Maybe: a weight in kg, not below 0"));
        }
        if (!(q.cargo().containers() > 0)) {
            wrong.add(Finding.error(
                    "ROUTE-SIZE",
                    Place.of("containers"),
                    String.valueOf(q.cargo().containers()),
                    "Maybe: a volume above 0"));
        }
        if (q.from().equals(q.to())) {
            wrong.add(Finding.error("ROUTE-SAME", Place.of("to"), q.to(), "Maybe: another place; the goods are there"));
        }
        return wrong;
    }

    private void known(String id, String what, List<Finding> wrong) {
        if (!countries().containsKey(id)) {
            wrong.add(Finding.error(
                    "ROUTE-PLACE-UNKNOWN", Place.of(what), id, "Maybe: " + NearPlaces.said(network.stations(), id)));
        }
    }

    /** Why there is no way: the rules without which there would be one, else what leaves the start at all. */
    private Answer none(Question q) {
        var where = Place.of(q.from() + "-" + q.to());
        var found = new Blocking(new Relaxed(network, q), r -> new DoorSearch(r.network(), days).earliest(r.question()))
                .find();
        if (found.isEmpty()) {
            return new Answer(List.of(), List.of(Finding.error("ROUTE-NONE", where, "", "Maybe: " + far(q))));
        }
        var words = new BlockerWords(network, q);
        var blockers = found.get().blockers();
        var way = found.get().way();
        var finding = Finding.error(
                "ROUTE-NONE",
                where,
                blockers.stream().map(words::of).collect(Collectors.joining("; ")),
                "Maybe: without " + (blockers.size() == 1 ? "this rule" : "these rules") + " there is a way by "
                        + lines(way) + ", there at " + way.arrives());
        return new Answer(List.of(), List.of(finding), blockers);
    }

    /** Where no rule is in the way: the time that was given is too short, or nothing goes there. */
    private String far(Question q) {
        var later = q.by().equals(Instant.MAX) ? Optional.<Journey>empty() : earliest(q.by(Instant.MAX));
        return later.map(way -> "a later moment; without any rule none is there by " + q.by() + ", the earliest is by "
                                + lines(way) + ", there at " + way.arrives())
                        .orElse("within " + days + " days nothing leads there")
                + "; from " + q.from() + " leave " + leaving(q.from());
    }

    private Optional<Journey> earliest(Question q) {
        return earliest(timetable(q), q);
    }

    private String leaving(String from) {
        var lines = network.lines().stream()
                .filter(l -> l.calls().subList(0, l.calls().size() - 1).stream()
                        .anyMatch(c -> c.station().equals(from)))
                .map(l -> l.id() + " on days "
                        + l.days().stream()
                                .flatMap(d -> d.weekdays().stream())
                                .distinct()
                                .sorted()
                                .map(d -> String.valueOf(d.getValue()))
                                .collect(Collectors.joining()))
                .toList();
        return lines.isEmpty() ? "no lines" : String.join(", ", lines);
    }
}
