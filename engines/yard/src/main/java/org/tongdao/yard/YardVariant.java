package org.tongdao.yard;

import java.util.Locale;

/**
 * A station as it is or as it might be, to be compared with another.
 *
 * @param name shown beside its figures
 * @param windHours hours of one day, from 08:00 UTC, in which no crane lifts; 0 for a calm day
 */
public record YardVariant(String name, YardStation station, YardMode mode, Background traffic, double windHours) {

    public YardVariant {
        if (!(windHours >= 0 && windHours <= 24)) {
            throw new IllegalArgumentException("wind for " + windHours + " hours of a day. Maybe 0 to 24 is meant.");
        }
    }

    /** A station as it is. */
    public static YardVariant of(YardStation station) {
        return new YardVariant(station.id(), station, YardMode.PARALLEL, station.usual(), 0);
    }

    /**
     * The same with one thing changed.
     *
     * @param key {@code mode}, {@code trains} (a day), {@code containers}, {@code seconds_per_lift}, {@code wind} (hours), or a resource in lower case
     * @param value a number; with {@code +} or {@code -} before it on top of what is, with {@code %} behind it as a share
     * @throws IllegalArgumentException with key and value when it is impossible
     */
    public YardVariant with(String key, String value) {
        var changed = name + (name.contains(":") ? "," : ":") + key + "=" + value;
        return switch (key) {
            case "mode" ->
                new YardVariant(changed, station, YardMode.valueOf(value.toUpperCase(Locale.ROOT)), traffic, windHours);
            case "trains" ->
                traffic(changed, new Background(number(value, traffic.trainsPerDay()), traffic.containersPerTrain()));
            case "containers" ->
                traffic(changed, new Background(traffic.trainsPerDay(), (int)
                        Math.round(number(value, traffic.containersPerTrain()))));
            case "wind" -> new YardVariant(changed, station, mode, traffic, number(value, windHours));
            case "seconds_per_lift" ->
                at(
                        changed,
                        station.withSecondsPerLift(number(value, station.crane().secondsPerLift())));
            default -> at(changed, units(key, value));
        };
    }

    private YardStation units(String key, String value) {
        for (var resource : YardResource.values()) {
            if (resource.name().toLowerCase(Locale.ROOT).equals(key)) {
                return station.withUnits(resource, (int) Math.round(number(value, station.count(resource))));
            }
        }
        throw new IllegalArgumentException("no figure '" + key + "' to change. Maybe mode, trains, containers, wind, "
                + "seconds_per_lift, transload_track, crane or another resource.");
    }

    private YardVariant traffic(String changed, Background other) {
        return new YardVariant(changed, station, mode, other, windHours);
    }

    private YardVariant at(String changed, YardStation other) {
        return new YardVariant(changed, other, mode, traffic, windHours);
    }

    private static double number(String value, double now) {
        try {
            boolean share = value.endsWith("%");
            double number = Double.parseDouble(share ? value.substring(0, value.length() - 1) : value);
            double amount = share ? now * number / 100 : number;
            return value.startsWith("+") || value.startsWith("-") ? now + amount : amount;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + value + "' is no number, +number or +number%", e);
        }
    }

    /** One more crane set, one more track, customs first, a fifth more trains, a day of wind. */
    public java.util.List<YardVariant> usualQuestions() {
        return java.util.List.of(
                with("crane", "+" + station.cranesPerTrain()),
                with("transload_track", "+1"),
                with("mode", mode == YardMode.PARALLEL ? "serial" : "parallel"),
                with("trains", "+20%"),
                with("wind", "12"));
    }
}
