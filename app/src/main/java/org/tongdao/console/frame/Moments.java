package org.tongdao.console.frame;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes times the way the house does: local time of the place, the zone named when it is not Beijing's, UTC on hover. */
public final class Moments {

    static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final Pattern MACHINE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final Map<String, ZoneId> ZONES = Map.ofEntries(
            Map.entry("KZ", ZoneId.of("Asia/Almaty")),
            Map.entry("UZ", ZoneId.of("Asia/Tashkent")),
            Map.entry("TJ", ZoneId.of("Asia/Dushanbe")),
            Map.entry("KG", ZoneId.of("Asia/Bishkek")),
            Map.entry("RU", ZoneId.of("Europe/Moscow")),
            Map.entry("BY", ZoneId.of("Europe/Minsk")),
            Map.entry("PL", ZoneId.of("Europe/Warsaw")),
            Map.entry("HU", ZoneId.of("Europe/Budapest")),
            Map.entry("DE", ZoneId.of("Europe/Berlin")),
            Map.entry("BE", ZoneId.of("Europe/Brussels")),
            Map.entry("UA", ZoneId.of("Europe/Kyiv")),
            Map.entry("TR", ZoneId.of("Europe/Istanbul")),
            Map.entry("GE", ZoneId.of("Asia/Tbilisi")),
            Map.entry("AZ", ZoneId.of("Asia/Baku")),
            Map.entry("RO", ZoneId.of("Europe/Bucharest")));

    private final Places places;
    private final Instant now;
    private final UnaryOperator<String> words;

    /** {@code words} names a unit, {@code age.min}, {@code age.h} or {@code age.d}, in the reader's language. */
    Moments(Places places, Instant now, UnaryOperator<String> words) {
        this.places = places;
        this.now = now;
        this.words = words;
    }

    public Instant now() {
        return now;
    }

    /** Beijing time, without the year. */
    public String of(@Nullable Object when) {
        return when == null ? "" : SHOWN.format(instant(when).atZone(BEIJING));
    }

    public String full(@Nullable Object when) {
        return when == null ? "" : FULL.format(instant(when).atZone(BEIJING));
    }

    /** Local time at a node, with its offset when that differs from Beijing's. */
    public String at(@Nullable Object when, String node) {
        if (when == null) {
            return "";
        }
        var local = instant(when).atZone(zone(node));
        boolean beijing = local.getOffset().equals(ZoneOffset.ofHours(8));
        String hours = local.getOffset().getId().replaceFirst("^([+-])0?(\\d+):00$", "$1$2");
        return SHOWN.format(local) + (beijing ? "" : " " + hours);
    }

    public String utc(@Nullable Object when) {
        return when == null ? "" : DateTimeFormatter.ISO_INSTANT.format(instant(when)) + " UTC";
    }

    /** A text in which moments are written for machines, with the local time of a node instead. */
    public String told(String text, String node) {
        return MACHINE.matcher(text).replaceAll(found -> local(found.group(), node));
    }

    /** What only looks like a moment stays as it is. */
    private String local(String moment, String node) {
        try {
            var instant = Instant.parse(moment);
            return instant.atZone(zone(node)).getYear() + "-" + at(instant, node);
        } catch (DateTimeParseException e) {
            return moment;
        }
    }

    /** Local hour and minute at a node. */
    public String clock(Object when, String node) {
        return HOUR.format(instant(when).atZone(zone(node)));
    }

    /** Local time at a node as a field of a form takes it. */
    public String field(Object when, String node) {
        return FIELD.format(instant(when).atZone(zone(node)));
    }

    private ZoneId zone(String node) {
        return zone(places, node);
    }

    /** The zone of a node; Beijing's where it is not known. */
    public static ZoneId zone(Places places, String node) {
        return ZONES.getOrDefault(places.country(node), BEIJING);
    }

    /** How long ago, in the largest fitting unit: 12 min, 5 h, 3 d. */
    public String age(@Nullable Object when) {
        if (when == null) {
            return "";
        }
        Duration age = Duration.between(instant(when), now).abs();
        if (age.toHours() < 1) {
            return told(age.toMinutes(), "age.min");
        }
        return age.toHours() < 48 ? told(age.toHours(), "age.h") : told(age.toDays(), "age.d");
    }

    private String told(long count, String unit) {
        return count + " " + words.apply(unit);
    }

    private static Instant instant(Object when) {
        if (when instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (when instanceof Instant instant) {
            return instant;
        }
        throw new IllegalArgumentException("no time: " + when.getClass());
    }
}
