package org.tongdao.planning;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tongdao.routing.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/tongdao route}: the ways between two places by the shipped timetable, all slots free. */
@Command(
        name = "route",
        description = "show the ways from one place to another by time, cost and probability",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class RouteCommand implements Callable<Integer> {

    @Option(names = "--from", defaultValue = "URC", description = "place, as in nodes.csv (default: ${DEFAULT-VALUE})")
    private String from = "URC";

    @Option(names = "--to", required = true, description = "place: ALA, DYU, WAW, CPE …")
    private String to = "";

    @Option(names = "--depart", required = true, description = "ready at, for example 2026-11-23T08:00:00Z")
    private String depart = "";

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        var ready = readyAt();
        known(from);
        known(to);
        var runs = TimetableFile.SHIPPED.stream()
                .flatMap(s -> s.runs(ready, (int) ServiceRuns.HORIZON.toDays()).stream())
                .toList();
        var offers = LanePolicy.offers(from, to, ready, runs);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(offers.stream().map(OfferDocument::of).toList()));
        } else {
            offers.forEach(o -> out.println(line(o)));
            out.println("Typical timetable; prices and spans of hours are assumptions: data/corridor/timetable.csv");
        }
        if (offers.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("ROUTE-NONE: no way from " + from + " to " + to + " within 28 days. Leaving " + from + ": "
                            + leaving());
        }
        return offers.isEmpty() ? 1 : 0;
    }

    private static String line(LanePolicy.Offer offer) {
        var way = offer.way();
        return String.format(
                Locale.ROOT,
                "%s -> %s  %,.0f CNY/FFE  P50 %.1f d  P90 %.1f d  door in 14 d %d %%  gauge changes %d  %s",
                way.departs(),
                way.arrives(),
                way.cost() / 100.0,
                offer.outlook().p50Days(),
                offer.outlook().p90Days(),
                offer.percent(),
                way.gaugeChanges(),
                way.runs().stream()
                        .map(r -> r.from() + "-" + r.to() + " (" + r.service() + ")")
                        .collect(Collectors.joining(" ")));
    }

    private String leaving() {
        List<String> services = TimetableFile.SHIPPED.stream()
                .filter(s -> s.from().equals(from))
                .map(s -> s.code() + " to " + s.to())
                .toList();
        return services.isEmpty() ? "no service" : String.join(", ", services);
    }

    private Instant readyAt() {
        try {
            return Instant.parse(depart);
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(), "--depart '" + depart + "' is no instant. Maybe 2026-11-23T08:00:00Z", e);
        }
    }

    private void known(String place) {
        if (TimetableFile.SHIPPED.stream().noneMatch(s -> s.from().equals(place) || s.to().equals(place))) {
            throw new ParameterException(
                    spec.commandLine(), "no place '" + place + "' in the timetable. Maybe one of " + places());
        }
    }

    private static String places() {
        return TimetableFile.SHIPPED.stream()
                .map(Service::to)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
