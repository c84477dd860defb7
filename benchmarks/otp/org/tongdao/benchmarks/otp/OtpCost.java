package org.tongdao.benchmarks.otp;

import java.util.List;
import org.opentripplanner.raptor.api.model.RaptorAccessEgress;
import org.opentripplanner.raptor.api.model.RaptorTransferConstraint;
import org.opentripplanner.raptor.spi.RaptorCostCalculator;
import org.tongdao.routing.Network;

/** The same money as in our network: what the calls cost, and storage by the minute before boarding; a lower bound by the cheapest minute on board. */
final class OtpCost implements RaptorCostCalculator<OtpTrip> {

    private final int[] perDay;
    private final double leastPerSecond;

    OtpCost(Network network, List<OtpRoute> routes) {
        perDay = network.stations().stream()
                .mapToInt(s -> s.storage().costPerDay())
                .toArray();
        double least = network.links().stream()
                .mapToDouble(l -> l.cost() / (60.0 * l.minutes()))
                .min()
                .orElse(Double.MAX_VALUE);
        for (int rate : perDay) {
            least = Math.min(least, rate / 86_400.0);
        }
        for (var route : routes) {
            for (int i = 1; i < route.stops.length; i++) {
                double seconds = route.ready[i] - route.taken[i - 1];
                least = Math.min(least, (route.cost[i] - route.cost[i - 1]) / seconds);
            }
        }
        leastPerSecond = least;
    }

    @Override
    public int boardingCost(
            boolean first, int came, int stop, int boards, OtpTrip trip, RaptorTransferConstraint constraint) {
        int stored = first ? 0 : (int) ((long) perDay[stop] * (boards - came) / 86_400);
        return stored - trip.route().cost[trip.route().position(stop)];
    }

    @Override
    public int onTripRelativeRidingCost(int boards, OtpTrip trip) {
        return 0;
    }

    @Override
    public int transitArrivalCost(int atBoarding, int alightSlack, int seconds, OtpTrip trip, int toStop) {
        return atBoarding + trip.route().cost[trip.route().position(toStop)];
    }

    @Override
    public int waitCost(int seconds) {
        return 0;
    }

    @Override
    public int calculateRemainingMinCost(int seconds, int transfers, int fromStop) {
        return (int) (leastPerSecond * seconds);
    }

    @Override
    public int costEgress(RaptorAccessEgress egress) {
        return egress.c1();
    }
}
