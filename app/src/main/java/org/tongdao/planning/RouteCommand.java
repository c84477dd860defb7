package org.tongdao.planning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongdao.routing.Criteria;
import org.tongdao.routing.DoorSearch;
import org.tongdao.routing.Network;
import org.tongdao.routing.NetworkFolder;
import org.tongdao.routing.Offer;
import org.tongdao.routing.Timetable;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bin/tongdao route}: the ways between two places of the shipped network, or a batch of queries on another. */
@Command(
        name = "route",
        description = "show the ways from one place to another by time, cost and probability",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class RouteCommand implements Callable<Integer> {

    private static final int DAYS = 60;
    private static final String MARK = "Typical timetable; most prices and spreads are assumptions: data/network";

    @Mixin
    private final RouteQuestion question = new RouteQuestion();

    @Option(
            names = "--alternatives",
            paramLabel = "K",
            description = "K ways that differ instead of all that no other beats")
    private int alternatives;

    @Option(names = "--deadline", description = "tell how late the goods may be ready to be there by this moment")
    private @Nullable String deadline;

    @Option(
            names = "--window",
            paramLabel = "DAYS",
            description =
                    "the departures of so many days from --depart on, each with its ways and cut-off; also of --queries")
    private double window;

    @Option(names = "--depart-until", paramLabel = "TIME", description = "the same until a moment")
    private @Nullable String departUntil;

    @Mixin
    private final Answering answering = new Answering();

    @Option(names = "--network", paramLabel = "DIR", description = "another network; docs/formats/network.md")
    private @Nullable Path network;

    @Option(names = "--queries", paramLabel = "FILE", description = "csv with from,to,depart: one line of answer each")
    private @Nullable Path queries;

    @Option(names = "--criteria", description = "arrival[,transfers][,cost][,co2][,risk] (default: ${DEFAULT-VALUE})")
    private String criteria = "arrival";

    @Option(names = "--days", description = "days of departures with --queries (default: ${DEFAULT-VALUE})")
    private int days = 28;

    @Option(names = "--out", paramLabel = "FILE", description = "answers, a JSON object a line")
    private @Nullable Path out;

    @SuppressWarnings("NullAway.Init") // set before anything is asked
    private DoorSearch search;

    @Override
    public Integer call() throws IOException {
        if (queries != null) {
            return batch(queries);
        }
        if (!question.given()) {
            throw answering.wrong("--to and --depart are needed, or --network and --queries");
        }
        if (question.thrifty() && (alternatives > 0 || window != 0 || departUntil != null)) {
            throw answering.wrong("--budget gives one way; leave --alternatives and --window");
        }
        var findings = new ArrayList<Finding>();
        var corridor = network(findings);
        var closed = question.closed(corridor, findings);
        question.clock(corridor, Clock.systemUTC().instant());
        search = new DoorSearch(closed.dated().on(corridor), DAYS);
        var asked = question.asked(findings).map(a -> a.closed(closed.always()));
        if (window != 0 || departUntil != null) {
            var starts = asked.map(q -> window(q, findings)).orElse(List.of());
            answering.tell(findings);
            print(starts);
        } else {
            var offers = asked.map(q -> offers(q, findings)).orElse(List.of());
            answering.tell(findings);
            var documents = offers.stream()
                    .map(o -> RouteOffer.of(o, question.containers()))
                    .toList();
            print(documents, documents.stream().map(RouteOffer::line));
        }
        return findings.isEmpty() ? 0 : 1;
    }

    private List<WindowDocument> window(Asked asked, List<Finding> findings) {
        var first = asked.question().ready();
        var until = departUntil == null
                ? first.plusSeconds(Math.round(window * 86_400))
                : RouteQuestion.instant("--depart-until", departUntil, findings);
        if (!findings.isEmpty()) {
            return List.of();
        }
        var answer = RouteWindow.of(search.window(asked.question(), until), asked);
        findings.addAll(answer.findings());
        return answer.starts().stream().map(WindowDocument::of).toList();
    }

    private void print(List<WindowDocument> starts) {
        print(
                starts,
                IntStream.range(0, starts.size())
                        .boxed()
                        .flatMap(i -> Stream.concat(
                                Stream.of(starts.get(i).line(i + 1)),
                                starts.get(i).offers().stream().map(o -> "   " + o.line()))));
    }

    private List<Offer> offers(Asked asked, List<Finding> findings) {
        var answer = alternatives > 0
                ? search.alternatives(asked.question(), alternatives)
                : asked.budget().ask(search, asked);
        findings.addAll(answer.findings());
        if (deadline != null && answer.findings().isEmpty()) {
            latest(asked.question(), findings);
        }
        if (asked.budget().given()) {
            answer.offers()
                    .forEach(o -> answering.note(String.format(
                            Locale.ROOT,
                            "there within %s days: %.1f %%",
                            RouteBudget.text(asked.budget().days()),
                            100 * o.odds().within(asked.budget().days()))));
        }
        return answer.offers();
    }

    private void latest(DoorSearch.Question asked, List<Finding> findings) {
        var limit = RouteQuestion.instant("--deadline", String.valueOf(deadline), findings);
        var latest = search.latestReady(asked, limit);
        if (latest.isPresent()) {
            answering.note("latest ready for " + limit + ": " + latest.get());
        } else if (findings.isEmpty()) {
            findings.add(Finding.error(
                    "ROUTE-LATE",
                    Place.of("--deadline"),
                    String.valueOf(deadline),
                    "Maybe: a later deadline; the ways printed are the earliest"));
        }
    }

    private void print(List<?> documents, Stream<String> lines) {
        answering.print(documents, network == null ? Stream.concat(lines, Stream.of(MARK)) : lines);
    }

    /** The network that was named, or the shipped one; what makes it unusable is told. */
    private Network network(List<Finding> findings) throws IOException {
        if (network == null) {
            return ShippedNetwork.read();
        }
        if (!Files.isDirectory(network)) {
            throw answering.wrong("--network is a folder, not " + network);
        }
        var read = NetworkFolder.read(network);
        read.findings().stream().filter(Finding::stops).forEach(findings::add);
        return read.network();
    }

    private int batch(Path file) throws IOException {
        if (network == null || out == null || !Files.isRegularFile(file) || !Files.isDirectory(network)) {
            throw answering.wrong("--queries is a file and goes with --network, a folder, and --out");
        }
        if (days < 1 || days > 400 || !(window >= 0 && window <= days)) {
            throw answering.wrong("--days is 1 to 400, not " + days + "; --window is 0 to --days, not " + window);
        }
        var batch = new RouteBatch(file, asked(), (int) Math.round(window * 1440));
        var read = NetworkFolder.read(network);
        var earliest = question.now(batch.findings());
        var all = batch.after(earliest, batch.read());
        question.studied(read.network(), Clock.systemUTC().instant(), all).ifPresent(answering::note);
        if (!all.isEmpty()) {
            int lead = read.network().leadDays();
            var start = RouteBatch.start(all, lead);
            var t = Timetable.of(read.network(), start, days + lead);
            try (var writer = RouteBatch.writer(out)) {
                batch.answer(t, all, start.plus(Duration.ofDays(days + lead)), writer);
            }
        }
        answering.tell(Stream.concat(read.findings().stream(), batch.findings().stream())
                .toList());
        answering.say(batch.summary());
        return read.sound() && batch.findings().isEmpty() ? 0 : 1;
    }

    private Set<Criteria> asked() {
        try {
            return Criteria.parse(criteria);
        } catch (IllegalArgumentException e) {
            throw answering.wrong(String.valueOf(e.getMessage()));
        }
    }
}
