package org.tongdao.routing;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Blockers in English, as a finding tells them. */
final class BlockerWords {

    private final Network network;
    private final DoorSearch.Question question;

    BlockerWords(Network network, DoorSearch.Question question) {
        this.network = network;
        this.question = question;
    }

    String of(Blocker b) {
        return switch (b.kind()) {
            case VIA -> "must use " + b.subject();
            case CLOSED -> "closed " + b.subject();
            case AVOID -> "avoid " + b.subject();
            case GOODS -> "goods " + b.subject() + lines();
            case REGIME -> "regime " + b.subject() + lines();
            case WEIGHT -> "weight " + b.subject() + lines();
            case GAUGE -> b.subject() + " does not change the gauge";
            case CUT_OFF -> b.subject() + " takes goods until " + hours(b.detail()) + " before departure";
            case HOURS -> b.subject() + " is open " + b.detail() + " only" + closed(b.detail());
            case DAYS -> "no service " + ends(b.subject()) + " on " + missing(b.detail()) + borders(b.subject());
        };
    }

    private String ends(String line) {
        var calls = network.line(line).calls();
        return calls.get(0).station() + " -> " + calls.get(calls.size() - 1).station() + " (" + line + ")";
    }

    /** Places on the way that close on some days: mostly why there is no service then. */
    private String borders(String line) {
        return network.line(line).calls().stream()
                .flatMap(call -> network.stations().stream()
                        .filter(s -> s.id().equals(call.station())
                                && !closed(s.hours().toString()).isEmpty())
                        .map(s -> "; " + s.id() + closed(s.hours().toString()).replace("; it", "")))
                .collect(Collectors.joining());
    }

    private static String hours(String minutes) {
        return Integer.parseInt(minutes) / 60.0 + " h";
    }

    private static String missing(String digits) {
        return Arrays.stream(DayOfWeek.values())
                .filter(d -> digits.indexOf('0' + d.getValue()) < 0)
                .map(d -> d.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "s")
                .collect(Collectors.joining(", "));
    }

    private static String closed(String hours) {
        if (hours.isEmpty()) {
            return "";
        }
        var open = Stream.of(hours.split(";"))
                .map(part -> part.trim().split("\\s+")[0])
                .collect(Collectors.joining());
        var shut = missing(open);
        return shut.isEmpty() ? "" : "; it is closed on " + shut;
    }

    /** The lines that would have brought the goods there and keep these off, one of them. */
    private String lines() {
        return network.lines().stream()
                .flatMap(l -> question.cargo().keptOffBy(l).map(rule -> " (" + l.id() + " " + rule + ")").stream())
                .findFirst()
                .orElse("");
    }
}
