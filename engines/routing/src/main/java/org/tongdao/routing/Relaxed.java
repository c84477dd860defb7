package org.tongdao.routing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A network and a question with some rules lifted. */
record Relaxed(Network network, DoorSearch.Question question) {

    /** All that could be lifted, of the goods first, then of the network. */
    List<Blocker> rules() {
        var rules = new ArrayList<Blocker>();
        var q = question;
        add(rules, Blocker.Kind.VIA, q.mustUse().isEmpty() ? Set.of() : Set.of(q.mustUse()));
        var closed = new TreeSet<>(q.closed());
        network.closures().forEach(c -> closed.add(c.place()));
        add(rules, Blocker.Kind.CLOSED, closed);
        add(rules, Blocker.Kind.AVOID, q.cargo().avoid());
        add(rules, Blocker.Kind.GOODS, q.cargo().goods());
        add(
                rules,
                Blocker.Kind.REGIME,
                q.cargo().regime().isEmpty() ? Set.of() : Set.of(q.cargo().regime()));
        add(
                rules,
                Blocker.Kind.WEIGHT,
                q.cargo().kg() == 0 ? Set.of() : Set.of(q.cargo().kg() + " kg"));
        network.stations().stream()
                .filter(s -> !s.handling().transloads() && gauges(s.id()) > 1)
                .forEach(s -> rules.add(new Blocker(Blocker.Kind.GAUGE, s.id(), "")));
        network.lines().forEach(l -> {
            int minutes = q.cargo().dangerous()
                    ? l.cutOff().dangerousMinutes()
                    : l.cutOff().minutes();
            if (minutes > 0) {
                rules.add(new Blocker(Blocker.Kind.CUT_OFF, l.id(), String.valueOf(minutes)));
            }
        });
        network.stations().stream()
                .filter(s -> !s.hours().always())
                .forEach(s -> rules.add(
                        new Blocker(Blocker.Kind.HOURS, s.id(), s.hours().toString())));
        network.lines().stream()
                .filter(l -> weekdays(l).size() < 7)
                .forEach(l -> rules.add(new Blocker(Blocker.Kind.DAYS, l.id(), digits(weekdays(l)))));
        return rules;
    }

    private static void add(List<Blocker> rules, Blocker.Kind kind, Collection<String> subjects) {
        new TreeSet<>(subjects).forEach(s -> rules.add(new Blocker(kind, s, "")));
    }

    private long gauges(String place) {
        return network.lines().stream()
                .filter(l -> l.gaugeMm() != 0
                        && l.calls().stream().anyMatch(c -> c.station().equals(place)))
                .map(Line::gaugeMm)
                .distinct()
                .count();
    }

    private static Set<DayOfWeek> weekdays(Line line) {
        return line.days().stream().flatMap(d -> d.weekdays().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String digits(Set<DayOfWeek> days) {
        return days.stream().map(d -> String.valueOf(d.getValue())).collect(Collectors.joining());
    }

    /** Without these rules. */
    Relaxed without(Collection<Blocker> lifted) {
        var q = question;
        var c = q.cargo();
        var cargo = new Cargo(
                has(lifted, Blocker.Kind.WEIGHT) ? 0 : c.kg(),
                c.containers(),
                rest(c.goods(), lifted, Blocker.Kind.GOODS),
                has(lifted, Blocker.Kind.REGIME) ? "" : c.regime(),
                rest(c.avoid(), lifted, Blocker.Kind.AVOID));
        var easier = new DoorSearch.Question(
                q.from(),
                q.to(),
                q.ready(),
                cargo,
                has(lifted, Blocker.Kind.VIA) ? "" : q.mustUse(),
                rest(q.closed(), lifted, Blocker.Kind.CLOSED),
                q.by());
        return new Relaxed(network(lifted), easier);
    }

    private Network network(Collection<Blocker> lifted) {
        var stations = network.stations().stream()
                .map(s -> {
                    boolean open = has(lifted, Blocker.Kind.HOURS, s.id());
                    boolean gauge = has(lifted, Blocker.Kind.GAUGE, s.id());
                    return open || gauge ? easier(s, open, gauge) : s;
                })
                .toList();
        var lines = network.lines().stream()
                .map(l -> has(lifted, Blocker.Kind.DAYS, l.id()) ? l.on(daily(l)) : l)
                .map(l -> has(lifted, Blocker.Kind.CUT_OFF, l.id()) ? l.with(new Line.CutOff(0, 0)) : l)
                .toList();
        var closures = network.closures().stream()
                .filter(c -> !has(lifted, Blocker.Kind.CLOSED, c.place()))
                .toList();
        return new Network(stations, lines, network.links(), closures);
    }

    private static Station easier(Station s, boolean open, boolean gauge) {
        var handling = s.handling();
        return s.with(
                open ? OpeningHours.ALWAYS : s.hours(),
                gauge
                        ? new Station.Handling(handling.minutes(), handling.cost(), handling.minutes(), handling.cost())
                        : handling);
    }

    private static List<Line.Days> daily(Line line) {
        var times = line.days().stream()
                .flatMap(d -> d.times().stream())
                .distinct()
                .sorted()
                .toList();
        return List.of(new Line.Days(LocalDate.MIN, LocalDate.MAX, EnumSet.allOf(DayOfWeek.class), times));
    }

    private static boolean has(Collection<Blocker> lifted, Blocker.Kind kind) {
        return lifted.stream().anyMatch(b -> b.kind() == kind);
    }

    private static boolean has(Collection<Blocker> lifted, Blocker.Kind kind, String subject) {
        return lifted.stream().anyMatch(b -> b.kind() == kind && b.subject().equals(subject));
    }

    private static Set<String> rest(Set<String> all, Collection<Blocker> lifted, Blocker.Kind kind) {
        var kept = new HashSet<>(all);
        lifted.stream().filter(b -> b.kind() == kind).forEach(b -> kept.remove(b.subject()));
        return kept;
    }
}
