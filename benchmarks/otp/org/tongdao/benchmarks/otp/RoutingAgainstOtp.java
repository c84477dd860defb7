package org.tongdao.benchmarks.otp;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.opentripplanner.raptor.RaptorService;
import org.opentripplanner.raptor.api.model.RaptorAccessEgress;
import org.opentripplanner.raptor.api.path.RaptorPath;
import org.opentripplanner.raptor.api.request.Optimization;
import org.opentripplanner.raptor.api.request.RaptorProfile;
import org.opentripplanner.raptor.api.request.RaptorRequestBuilder;
import org.opentripplanner.raptor.configure.RaptorConfig;
import org.tongdao.routing.Criteria;
import org.tongdao.routing.EarliestArrival;
import org.tongdao.routing.Journey;
import org.tongdao.routing.NetworkGenerator;
import org.tongdao.routing.ParetoSearch;
import org.tongdao.routing.RoundSearch;
import org.tongdao.routing.Timetable;

/**
 * Our searches and OpenTripPlanner's raptor on the same generated network and the same queries, in turns, by CPU time of the one thread, journeys built.
 *
 * <p>Arguments: {@code freight|transit PLACES QUERIES RANGE-QUERIES}. OTP knows no cost of waiting in its dominance, so its three-criteria fronts may miss
 * journeys that ours have; arrivals must be equal, and are counted.
 */
public final class RoutingAgainstOtp {

    private static final int DAYS = 28;
    private static final int TRANSFERS = 7;
    /** The best of so many counts, both being warm by then. */
    private static final int ROUNDS = 8;

    private static final int WEEK = 7 * 86_400;

    private final Timetable t;
    private final OtpNetwork peer;
    private final RaptorService<OtpTrip> otp = new RaptorService<>(RaptorConfig.defaultConfigForTest());
    private final boolean transit;
    private final com.sun.management.ThreadMXBean cpu =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** A door at a stop, or a link to one. */
    private record Access(int stop, int c1, int durationInSeconds) implements RaptorAccessEgress {
        @Override
        public int earliestDepartureTime(int requested) {
            return requested;
        }

        @Override
        public int latestArrivalTime(int requested) {
            return requested;
        }

        @Override
        public boolean hasOpeningHours() {
            return false;
        }
    }

    private record Query(int from, int to, int minute) {}

    private interface Search<R> {
        R answer(Query q);
    }

    private RoutingAgainstOtp(NetworkGenerator.Kind kind, int places) {
        transit = kind == NetworkGenerator.Kind.TRANSIT;
        Instant start = NetworkGenerator.FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        var network = NetworkGenerator.of(kind, places, 7);
        long before = System.nanoTime();
        t = Timetable.of(network, start, DAYS);
        System.out.printf(
                Locale.ROOT,
                "%s, %d places, %d stop-times in %d days, laid out in %d ms%n",
                kind.name().toLowerCase(Locale.ROOT),
                places,
                t.stopTimes(),
                DAYS,
                (System.nanoTime() - before) / 1_000_000);
        peer = new OtpNetwork(network, start, DAYS);
    }

    public static void main(String[] args) {
        var kind = NetworkGenerator.Kind.valueOf(args[0].toUpperCase(Locale.ROOT));
        var benchmark = new RoutingAgainstOtp(kind, Integer.parseInt(args[1]));
        benchmark.run(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    }

    private List<Query> queries(int count) {
        var random = new SplittableRandom(5);
        var all = new ArrayList<Query>();
        int places = t.network().stations().size();
        while (all.size() < count) {
            int at = transit ? 300 + random.nextInt(600) : random.nextInt(7 * 1440);
            var q = new Query(random.nextInt(places), random.nextInt(places), at);
            if (q.from() != q.to()) {
                all.add(q);
            }
        }
        return all;
    }

    private void run(int count, int ranges) {
        var earliest = new EarliestArrival(t);
        var rounds = new RoundSearch(t, TRANSFERS + 1);
        var three = Set.of(Criteria.ARRIVAL, Criteria.TRANSFERS, Criteria.COST);
        var pareto = new ParetoSearch(t, new ParetoSearch.Question(three));
        var queries = queries(count);
        Search<Collection<RaptorPath<OtpTrip>>> standard = q -> paths(q, RaptorProfile.STANDARD, 0);
        compare(
                "earliest arrival / STANDARD",
                queries,
                ROUNDS,
                q -> earliest.find(q.from(), q.to(), q.minute()).stream().toList(),
                standard);
        compare(
                "arrival, transfers / STANDARD",
                queries,
                ROUNDS,
                q -> rounds.find(q.from(), q.to(), q.minute()),
                standard);
        compare(
                "arrival, transfers, cost / MULTI_CRITERIA",
                queries,
                ROUNDS,
                q -> pareto.find(q.from(), q.to(), q.minute()),
                q -> paths(q, RaptorProfile.MULTI_CRITERIA, 0));
        if (ranges > 0) {
            compare(
                    "a week, three criteria / MULTI_CRITERIA",
                    queries.subList(0, ranges),
                    1,
                    q -> pareto.range(q.from(), q.to(), q.minute(), q.minute() + WEEK / 60),
                    q -> paths(q, RaptorProfile.MULTI_CRITERIA, WEEK));
        }
    }

    private Collection<RaptorPath<OtpTrip>> paths(Query q, RaptorProfile profile, int window) {
        var request = new RaptorRequestBuilder<OtpTrip>();
        request.profile(profile);
        if (profile == RaptorProfile.MULTI_CRITERIA) {
            request.enableOptimization(Optimization.PARETO_CHECK_AGAINST_DESTINATION);
        }
        var params = request.searchParams();
        params.earliestDepartureTime(60 * q.minute());
        if (window == 0) {
            params.searchOneIterationOnly();
        } else {
            params.searchWindowInSeconds(window).timetable(true);
        }
        params.maxNumberOfTransfers(TRANSFERS);
        params.addAccessPaths(new Access(q.from(), 0, 0));
        peer.out(q.from()).forEach(w -> params.addAccessPaths(new Access(w.stop(), w.c1(), w.durationInSeconds())));
        params.addEgressPaths(new Access(q.to(), 0, 0));
        peer.in(q.to()).forEach(w -> params.addEgressPaths(new Access(w.stop(), w.c1(), w.durationInSeconds())));
        return otp.route(request.build(), peer).paths();
    }

    private void compare(
            String name,
            List<Query> queries,
            int rounds,
            Search<List<Journey>> ours,
            Search<Collection<RaptorPath<OtpTrip>>> theirs) {
        double us = Double.MAX_VALUE;
        double them = Double.MAX_VALUE;
        var journeys = new ArrayList<List<Journey>>();
        var paths = new ArrayList<Collection<RaptorPath<OtpTrip>>>();
        for (int round = 0; round < rounds; round++) {
            us = Math.min(us, timed(queries, ours, journeys));
            them = Math.min(them, timed(queries, theirs, paths));
        }
        int equal = 0;
        for (int i = 0; i < queries.size(); i++) {
            equal += first(journeys.get(i)) == end(paths.get(i)) ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%-44s ours %9.3f ms  OTP %9.3f ms  %6.1f times faster; journeys %d and %d,"
                        + " earliest arrival equal %d of %d%n",
                name,
                us / queries.size(),
                them / queries.size(),
                them / us,
                journeys.stream().mapToInt(List::size).sum(),
                paths.stream().mapToInt(Collection::size).sum(),
                equal,
                queries.size());
    }

    /** Minutes, or −1. */
    private long first(List<Journey> journeys) {
        return journeys.stream()
                .mapToLong(j -> Duration.between(t.start(), j.arrives()).toMinutes())
                .min()
                .orElse(-1);
    }

    private static long end(Collection<RaptorPath<OtpTrip>> paths) {
        return paths.stream().mapToLong(p -> p.endTime() / 60).min().orElse(-1);
    }

    private <R> double timed(List<Query> queries, Search<R> search, List<R> answers) {
        answers.clear();
        long before = cpu.getCurrentThreadCpuTime();
        for (var q : queries) {
            answers.add(search.answer(q));
        }
        return (cpu.getCurrentThreadCpuTime() - before) / 1e6;
    }
}
