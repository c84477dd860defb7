package org.tongdao.planning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongdao.routing.Criteria;
import org.tongdao.routing.NetworkFolder;
import org.tongdao.routing.Service;
import org.tongdao.routing.Timetable;
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

    @Option(names = "--to", description = "place: ALA, DYU, WAW, CPE …")
    private String to = "";

    @Option(names = "--depart", description = "ready at, for example 2026-11-23T08:00:00Z")
    private String depart = "";

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Option(
            names = "--network",
            paramLabel = "DIR",
            description = "another network, with --queries; docs/formats/network.md")
    private @Nullable Path network;

    @Option(names = "--queries", paramLabel = "FILE", description = "csv with from,to,depart: one line of answer each")
    private @Nullable Path queries;

    @Option(names = "--criteria", description = "arrival[,transfers][,cost][,co2][,risk] (default: ${DEFAULT-VALUE})")
    private String criteria = "arrival";

    @Option(names = "--days", description = "days of departures with --queries (default: ${DEFAULT-VALUE})")
    private int days = 28;

    @Option(names = "--out", paramLabel = "FILE", description = "answers, a JSON object a line")
    private @Nullable Path out;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (queries != null) {
            return batch(queries);
        }
        if (to.isEmpty() || depart.isEmpty()) {
            throw wrong("--to and --depart are needed, or --network and --queries");
        }
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

    private int batch(Path file) throws IOException {
        if (network == null || out == null || !Files.isRegularFile(file) || !Files.isDirectory(network)) {
            throw wrong("--queries is a file and goes with --network, a folder, and --out");
        }
        if (days < 1 || days > 400) {
            throw wrong("--days is 1 to 400, not " + days);
        }
        var batch = new RouteBatch(file, asked());
        var read = NetworkFolder.read(network);
        var all = batch.read();
        if (!all.isEmpty()) {
            var t = Timetable.of(read.network(), RouteBatch.start(all), days + 1);
            try (var writer = RouteBatch.writer(out)) {
                batch.answer(t, all, writer);
            }
        }
        Stream.concat(read.findings().stream(), batch.findings().stream())
                .forEach(f -> spec.commandLine()
                        .getErr()
                        .println(FindingDocument.of(f).line()));
        spec.commandLine().getOut().println(batch.summary());
        return read.sound() && batch.findings().isEmpty() ? 0 : 1;
    }

    private Set<Criteria> asked() {
        try {
            return Criteria.parse(criteria);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
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
