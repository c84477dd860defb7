package org.tongdao.console.route;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.tongdao.console.frame.Places;
import org.tongdao.routing.Blocker;
import org.tongdao.routing.NearPlaces;
import org.tongdao.routing.Network;
import org.tongdao.routing.Station;
import org.tongdao.terms.Finding;

/** Names, local times and reasons of the route desk in the reader's language. */
final class RouteWords {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final Map<String, Station> places;
    private final Network network;
    private final MessageSource messages;
    private final Locale language;
    private final Instant now;

    RouteWords(Network network, MessageSource messages, Locale language, Instant now) {
        this.network = network;
        this.messages = messages;
        this.language = language;
        this.now = now;
        places = network.stations().stream().collect(Collectors.toMap(Station::id, Function.identity()));
    }

    public String place(String id) {
        var place = places.get(id);
        if (place == null) {
            return id;
        }
        boolean chinese = language.getLanguage().equals("zh") && !place.nameZh().isEmpty();
        return Places.shortly(chinese ? place.nameZh() : place.nameEn());
    }

    /** Local time of a place, with the offset from UTC. */
    public String at(Instant when, String id) {
        var place = places.get(id);
        var local = when.atZone(place == null ? ZoneId.of("Asia/Shanghai") : place.zone());
        return SHOWN.format(local) + " " + local.getOffset();
    }

    public String at(String when, String id) {
        return at(Instant.parse(when), id);
    }

    /** How long until then, as days and hours; a dash when it is over. */
    public String left(Instant when) {
        long hours = Duration.between(now, when).toHours();
        return hours < 0 ? "–" : messages.getMessage("route.left", new Object[] {hours / 24, hours % 24}, language);
    }

    public boolean soon(Instant when) {
        return Duration.between(now, when).toHours() < 24;
    }

    public String blocker(Blocker b) {
        String detail = b.kind() == Blocker.Kind.DAYS ? days(b.detail()) : b.detail();
        return messages.getMessage("route.block." + b.kind(), new Object[] {subject(b), detail}, language);
    }

    /** Whom a place that is not there may have been meant for; empty for other findings. */
    public String near(Finding finding) {
        return finding.rule().equals("ROUTE-PLACE-UNKNOWN")
                ? NearPlaces.of(network.stations(), finding.value()).stream()
                        .map(s -> place(s.id()) + " (" + s.id() + ")")
                        .collect(Collectors.joining(", "))
                : "";
    }

    private String subject(Blocker b) {
        if (b.kind() == Blocker.Kind.DAYS || b.kind() == Blocker.Kind.CUT_OFF) {
            var calls = network.line(b.subject()).calls();
            return b.subject() + " " + place(calls.get(0).station()) + " → "
                    + place(calls.get(calls.size() - 1).station());
        }
        return place(b.subject());
    }

    private String days(String digits) {
        return Arrays.stream(java.time.DayOfWeek.values())
                .filter(d -> digits.indexOf('0' + d.getValue()) < 0)
                .map(d -> d.getDisplayName(TextStyle.SHORT, language))
                .collect(Collectors.joining(" "));
    }
}
