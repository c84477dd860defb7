package org.tongdao.yard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A station unit by unit, as a dispatcher's board shows it: every track with its gauge and length, every crane set with its rate.
 *
 * @param id lower case, e.g. {@code khorgos}
 * @param node id of the place in the corridor network
 * @param units all of them, ids unique
 * @param times usual durations
 * @param crane setup, usual rate and lifts of a box
 * @param closures calendars: hours in which units do not work
 * @param slots departures of the next railway, seconds of the day in UTC, rising; empty when any headway will do
 */
public record YardLayout(
        String id,
        String nameZh,
        String nameEn,
        String node,
        List<YardUnit> units,
        StageTimes times,
        CraneRate crane,
        List<YardClosure> closures,
        List<Integer> slots) {

    public YardLayout {
        units = List.copyOf(units);
        closures = List.copyOf(closures);
        slots = List.copyOf(slots);
        for (var resource : YardResource.values()) {
            if (units.stream().noneMatch(u -> u.resource() == resource)) {
                throw new IllegalArgumentException(
                        "station " + id + " has no " + resource + ". Maybe its line is missing.");
            }
        }
    }

    /** A station of which only counts are known: units alike, called by their number, cranes in sets of those that work on one train. */
    public static YardLayout of(YardStation station) {
        var units = new ArrayList<YardUnit>();
        for (var resource : YardResource.values()) {
            int count = station.count(resource) / (resource == YardResource.CRANE ? station.cranesPerTrain() : 1);
            for (int i = 1; i <= count; i++) {
                units.add(YardUnit.of(resource, Integer.toString(i)));
            }
        }
        return new YardLayout(
                station.id(),
                station.nameZh(),
                station.nameEn(),
                station.node(),
                units,
                station.times(),
                station.crane(),
                List.of(),
                List.of());
    }

    public List<YardUnit> units(YardResource resource) {
        return units.stream().filter(u -> u.resource() == resource).toList();
    }

    public Optional<YardUnit> find(YardResource resource, String unit) {
        return units.stream()
                .filter(u -> u.resource() == resource && u.id().equals(unit))
                .findFirst();
    }

    /** The same station with more closures, as when wind is forecast or a crane breaks. */
    public YardLayout with(List<YardClosure> more) {
        var all = new ArrayList<>(closures);
        all.addAll(more);
        return new YardLayout(id, nameZh, nameEn, node, units, times, crane, all, slots);
    }
}
