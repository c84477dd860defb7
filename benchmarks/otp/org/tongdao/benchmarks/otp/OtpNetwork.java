package org.tongdao.benchmarks.otp;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.opentripplanner.raptor.api.model.RaptorConstrainedTransfer;
import org.opentripplanner.raptor.api.model.RaptorStopNameResolver;
import org.opentripplanner.raptor.api.model.RaptorTransfer;
import org.opentripplanner.raptor.spi.DefaultSlackProvider;
import org.opentripplanner.raptor.spi.IntIterator;
import org.opentripplanner.raptor.spi.RaptorConstrainedBoardingSearch;
import org.opentripplanner.raptor.spi.RaptorCostCalculator;
import org.opentripplanner.raptor.spi.RaptorPathConstrainedTransferSearch;
import org.opentripplanner.raptor.spi.RaptorRoute;
import org.opentripplanner.raptor.spi.RaptorSlackProvider;
import org.opentripplanner.raptor.spi.RaptorTransitDataProvider;
import org.tongdao.routing.Line;
import org.tongdao.routing.Network;

/** A network whose places are always open and in one time zone, handed to OTP's raptor by its own interface; nothing of our timetable is used. */
final class OtpNetwork implements RaptorTransitDataProvider<OtpTrip> {

    private final Network network;
    private final List<OtpRoute> routes = new ArrayList<>();
    private final int[][] routesAt;
    private final List<List<RaptorTransfer>> out = new ArrayList<>();
    private final List<List<RaptorTransfer>> in = new ArrayList<>();
    private final OtpCost cost;
    private final Map<String, Integer> index = new HashMap<>();
    private final int days;

    /** A link; its cost stands in minor units. */
    private record Way(int stop, int c1, int durationInSeconds) implements RaptorTransfer {}

    OtpNetwork(Network network, Instant start, int days) {
        this.network = network;
        this.days = days;
        for (int i = 0; i < network.stations().size(); i++) {
            index.put(network.stations().get(i).id(), i);
        }
        network.stations().forEach(s -> {
            out.add(new ArrayList<>());
            in.add(new ArrayList<>());
        });
        network.links().forEach(l -> {
            int from = index.get(l.from());
            int to = index.get(l.to());
            out.get(from).add(new Way(to, l.cost(), 60 * l.minutes()));
            in.get(to).add(new Way(from, l.cost(), 60 * l.minutes()));
        });
        for (var line : network.lines()) {
            routes.add(route(line, start));
        }
        routesAt = routesAt();
        cost = new OtpCost(network, routes);
    }

    private OtpRoute route(Line line, Instant start) {
        int n = line.calls().size();
        var stops = new int[n];
        var ready = new int[n];
        var taken = new int[n];
        var paid = new int[n];
        for (int i = 0; i < n; i++) {
            var call = line.calls().get(i);
            stops[i] = index.get(call.station());
            ready[i] = 60 * (call.arrives() + network.stations().get(stops[i]).handling().minutes());
            taken[i] = 60 * (call.departs() - line.cutOff().minutes());
            paid[i] = (i == 0 ? 0 : paid[i - 1]) + call.cost();
        }
        var first = start.atZone(ZoneOffset.UTC).toLocalDate();
        var firsts = new TreeSet<Integer>();
        for (int d = 0; d <= days; d++) {
            var day = first.plusDays(d);
            for (var period : line.days()) {
                if (period.weekdays().contains(day.getDayOfWeek())) {
                    for (var time : period.times()) {
                        firsts.add(86_400 * d + time.toSecondOfDay());
                    }
                }
            }
        }
        return new OtpRoute(
                routes.size(), stops, ready, taken, paid, firsts.stream().mapToInt(i -> i).toArray());
    }

    private int[][] routesAt() {
        var at = new ArrayList<List<Integer>>();
        network.stations().forEach(s -> at.add(new ArrayList<>()));
        for (int r = 0; r < routes.size(); r++) {
            for (int stop : routes.get(r).stops) {
                at.get(stop).add(r);
            }
        }
        return at.stream()
                .map(list -> list.stream().mapToInt(i -> i).toArray())
                .toArray(int[][]::new);
    }

    List<RaptorTransfer> out(int stop) {
        return out.get(stop);
    }

    List<RaptorTransfer> in(int stop) {
        return in.get(stop);
    }

    @Override
    public int numberOfStops() {
        return routesAt.length;
    }

    @Override
    public Iterator<? extends RaptorTransfer> getTransfersFromStop(int stop) {
        return out.get(stop).iterator();
    }

    @Override
    public Iterator<? extends RaptorTransfer> getTransfersToStop(int stop) {
        return in.get(stop).iterator();
    }

    @Override
    public IntIterator routeIndexIterator(IntIterator stops) {
        var set = new BitSet(routes.size());
        while (stops.hasNext()) {
            for (int route : routesAt[stops.next()]) {
                set.set(route);
            }
        }
        return new IntIterator() {
            private int next = set.nextSetBit(0);

            @Override
            public int next() {
                int now = next;
                next = set.nextSetBit(now + 1);
                return now;
            }

            @Override
            public boolean hasNext() {
                return next >= 0;
            }
        };
    }

    @Override
    public RaptorRoute<OtpTrip> getRouteForIndex(int route) {
        return routes.get(route);
    }

    @Override
    public RaptorCostCalculator<OtpTrip> multiCriteriaCostCalculator() {
        return cost;
    }

    @Override
    public RaptorSlackProvider slackProvider() {
        return new DefaultSlackProvider(0, 0, 0);
    }

    @Override
    public RaptorPathConstrainedTransferSearch<OtpTrip> transferConstraintsSearch() {
        return new RaptorPathConstrainedTransferSearch<>() {
            @Override
            public RaptorConstrainedTransfer findConstrainedTransfer(OtpTrip from, int off, OtpTrip to, int on) {
                return null;
            }
        };
    }

    @Override
    public RaptorStopNameResolver stopNameResolver() {
        return Integer::toString;
    }

    @Override
    public int getValidTransitDataStartTime() {
        return 0;
    }

    @Override
    public int getValidTransitDataEndTime() {
        return 86_400 * (days + 30);
    }

    @Override
    public RaptorConstrainedBoardingSearch<OtpTrip> transferConstraintsForwardSearch(int route) {
        throw new UnsupportedOperationException("constrained transfers are not asked for");
    }

    @Override
    public RaptorConstrainedBoardingSearch<OtpTrip> transferConstraintsReverseSearch(int route) {
        throw new UnsupportedOperationException("constrained transfers are not asked for");
    }

    @Override
    public String toString() {
        return routes.size() + " lines, " + Arrays.stream(routesAt).mapToInt(r -> r.length).sum() + " calls";
    }
}
