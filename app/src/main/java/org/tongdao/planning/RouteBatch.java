package org.tongdao.planning;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tongdao.routing.Criteria;
import org.tongdao.routing.EarliestArrival;
import org.tongdao.routing.Journey;
import org.tongdao.routing.ParetoSearch;
import org.tongdao.routing.RoundSearch;
import org.tongdao.routing.Timetable;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import tools.jackson.databind.json.JsonMapper;

/** Answers a file of queries on one network, a line a query, and tells how long the searches took; docs/formats/network.md. */
final class RouteBatch {

    /** One line of the queries file. */
    record Query(long line, String from, String to, Instant depart) {}

    /** One line of the answers. */
    record Answer(String from, String to, String depart, String arrival, List<JourneyDocument> journeys) {}

    private interface Search {
        List<Journey> find(int from, int to, int at);
    }

    private final Path queries;
    private final Set<Criteria> criteria;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Long> nanos = new ArrayList<>();
    private final int window;
    private int unanswered;

    /** {@code window}: minutes after each query's departure within which later departures count as better; 0: as soon as possible. */
    RouteBatch(Path queries, Set<Criteria> criteria, int window) {
        this.queries = queries;
        this.criteria = criteria;
        this.window = window;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Query> read() throws IOException {
        var all = new ArrayList<Query>();
        try (var rows = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(true)
                .ofNamedCsvRecord(queries, StandardCharsets.UTF_8)) {
            rows.forEach(row -> read(row, all));
        } catch (CsvParseException | UncheckedIOException e) {
            fault(1, "queries", "", "this is no csv in UTF-8 with the header from,to,depart: " + e.getMessage());
        }
        if (all.isEmpty()) {
            fault(1, "queries", "", "the file has no query; its header is from,to,depart");
        }
        return all;
    }

    private void read(NamedCsvRecord row, List<Query> all) {
        var depart = row.findField("depart").orElse("");
        try {
            all.add(new Query(
                    row.getStartingLineNumber(),
                    row.findField("from").orElse(""),
                    row.findField("to").orElse(""),
                    OffsetDateTime.parse(depart).toInstant()));
        } catch (DateTimeParseException e) {
            fault(row.getStartingLineNumber(), "depart", depart, "an instant such as 2026-11-23T08:00:00Z");
        }
    }

    private void fault(long line, String column, String value, String maybe) {
        findings.add(Finding.error(
                "ROUTE-QUERY", Place.cell(queries.getFileName().toString(), line, column), value, "Maybe: " + maybe));
    }

    /** The first day of the timetable: so many days before the first query, for services that are under way. */
    static Instant start(List<Query> all, int lead) {
        return all.stream()
                .map(Query::depart)
                .min(Instant::compareTo)
                .orElseThrow()
                .minus(Duration.ofDays(lead));
    }

    /** Of these queries those that do not leave before a moment; the others are told. */
    List<Query> after(Instant now, List<Query> all) {
        return all.stream().filter(q -> !past(q, now)).toList();
    }

    private boolean past(Query query, Instant now) {
        boolean past = query.depart().isBefore(now);
        if (past) {
            findings.add(Finding.error(
                    "ROUTE-PAST",
                    Place.cell(queries.getFileName().toString(), query.line(), "depart"),
                    query.depart().toString(),
                    "Maybe: a departure after " + now + ", which --now says it is"));
        }
        return past;
    }

    /** {@code until}: the last day of the timetable. */
    void answer(Timetable t, List<Query> all, Instant until, Writer out) throws IOException {
        var json = JsonMapper.shared();
        var search = search(t);
        for (var query : all) {
            var from = t.findPlace(query.from());
            var to = t.findPlace(query.to());
            if (query.depart().isAfter(until)) {
                fault(
                        query.line(),
                        "depart",
                        query.depart().toString(),
                        "before " + until + ": the first query and --days say how far the timetable goes");
                continue;
            }
            if (from.isEmpty() || to.isEmpty()) {
                fault(
                        query.line(),
                        from.isEmpty() ? "from" : "to",
                        from.isEmpty() ? query.from() : query.to(),
                        "no such place in places.csv");
                continue;
            }
            long began = System.nanoTime();
            var found = search.find(from.get(), to.get(), t.minute(query.depart()));
            nanos.add(System.nanoTime() - began);
            unanswered += found.isEmpty() ? 1 : 0;
            var arrival = found.isEmpty() ? "" : found.get(0).arrives().toString();
            out.write(json.writeValueAsString(new Answer(
                    query.from(),
                    query.to(),
                    query.depart().toString(),
                    arrival,
                    found.stream().map(JourneyDocument::of).toList())));
            out.write('\n');
        }
    }

    private Search search(Timetable t) {
        if (window > 0) {
            var range = new ParetoSearch(t, new ParetoSearch.Question(criteria));
            return (from, to, at) -> range.range(from, to, at, at + window);
        }
        if (criteria.equals(EnumSet.of(Criteria.ARRIVAL))) {
            var scan = new EarliestArrival(t);
            return (from, to, at) -> scan.find(from, to, at).stream().toList();
        }
        if (criteria.equals(EnumSet.of(Criteria.ARRIVAL, Criteria.TRANSFERS))) {
            return new RoundSearch(t)::find;
        }
        return new ParetoSearch(t, new ParetoSearch.Question(criteria))::find;
    }

    /** Mean, median and 95th percentile of the searches with rebuilt legs, reading and writing not counted. */
    String summary() {
        if (nanos.isEmpty()) {
            return "no query answered";
        }
        var sorted = nanos.stream().mapToLong(n -> n).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%d queries, %d without a way, mean %.3f ms, median %.3f ms, p95 %.3f ms",
                sorted.length,
                unanswered,
                Arrays.stream(sorted).average().orElse(0) / 1e6,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.95)] / 1e6);
    }

    static Writer writer(Path file) throws IOException {
        return Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }
}
