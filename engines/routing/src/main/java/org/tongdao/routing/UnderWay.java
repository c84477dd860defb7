package org.tongdao.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Where the goods of a journey are at a moment: what lies behind them, and from where another way can be searched.
 *
 * <p>Goods on board stay on board to the end of their leg, later by as much as their train is late; of a train that runs no further they come off where it
 * last called, at that moment. Before the first departure nothing is done and they are at the start.
 *
 * @param done legs that cannot be changed any more, the one they are on included
 * @param place where the next vehicle takes them
 * @param ready from when on
 */
public record UnderWay(List<Journey.Leg> done, String place, Instant ready) {

    public UnderWay {
        done = List.copyOf(done);
    }

    /** By the timetable {@code network}, with what does not run as it says. */
    public static UnderWay of(Network network, Journey journey, Instant now, Disruption disruption) {
        var done = new ArrayList<Journey.Leg>();
        String place = journey.legs().get(0).from();
        var ready = later(journey.ready(), now);
        for (var leg : journey.legs()) {
            if (leg.departs().isAfter(now)) {
                break;
            }
            var lost = lost(network, leg, now, disruption);
            var ridden = lost.isEmpty() ? Optional.of(leg) : ridden(network, leg, lost.get(), now, disruption);
            ridden.ifPresent(done::add);
            place = ridden.map(Journey.Leg::to).orElse(leg.from());
            ready = later(ridden.map(Journey.Leg::ready).orElse(now), now);
            if (lost.isPresent()) {
                break;
            }
        }
        return new UnderWay(done, place, ready);
    }

    /** The departure that the goods are on and that does not run as it should. */
    private static Optional<Departure> lost(Network network, Journey.Leg leg, Instant now, Disruption disruption) {
        if (!leg.arrives().isAfter(now)) {
            return Optional.empty();
        }
        return Stretch.of(network, leg).stream()
                .map(Stretch::departure)
                .filter(disruption.gone()::contains)
                .findFirst();
    }

    /** What is ridden of a leg on a train that is late, to its end, or that runs no further, to its last call; nothing when that was the first. */
    private static Optional<Journey.Leg> ridden(
            Network network, Journey.Leg leg, Departure lost, Instant now, Disruption disruption) {
        var instead = disruption.added().stream()
                .filter(d -> d.line().equals(lost.line()) && d.leaves().isAfter(lost.leaves()))
                .map(Departure::leaves)
                .min(Instant::compareTo);
        if (instead.isPresent()) {
            return Optional.of(shifted(leg, Duration.between(lost.leaves(), instead.get())));
        }
        return Stretch.of(network, leg).stream()
                .filter(s -> !s.arrives().isAfter(now))
                .reduce((first, second) -> second)
                .map(s -> new Journey.Leg(
                        leg.line(),
                        leg.mode(),
                        leg.gaugeMm(),
                        leg.from(),
                        s.to(),
                        leg.departs(),
                        s.arrives(),
                        now,
                        leg.latest(),
                        leg.cost()));
    }

    private static Journey.Leg shifted(Journey.Leg leg, Duration by) {
        return new Journey.Leg(
                leg.line(),
                leg.mode(),
                leg.gaugeMm(),
                leg.from(),
                leg.to(),
                leg.departs().plus(by),
                leg.arrives().plus(by),
                leg.ready().plus(by),
                leg.latest(),
                leg.cost());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** Whether they have left the start. */
    public boolean left() {
        return !done.isEmpty();
    }

    /** The way of goods that are at their end when what they are on is there: nothing more to ride. */
    public Offer ended() {
        return new Offer(new Journey(List.of(), ready, ready, ready, 0, 0, 0, 0, 0), new Odds(new double[] {1}));
    }

    /** What of a journey is still open: its legs after those that are done. */
    public Journey rest(Journey journey) {
        var open = journey.legs()
                .subList(
                        Math.min(done.size(), journey.legs().size()),
                        journey.legs().size());
        return new Journey(
                open,
                ready,
                open.isEmpty() ? ready : open.get(0).departs(),
                journey.arrives(),
                0,
                0,
                0,
                0,
                Math.max(0, open.size() - 1));
    }

    /** The whole way of goods that go on by {@code onward}: what is done before it, with the cost and CO2 of both. */
    public Journey before(Network network, Journey onward) {
        if (done.isEmpty()) {
            return onward;
        }
        var legs = new ArrayList<>(done);
        legs.addAll(onward.legs());
        int services = (int) legs.stream().filter(l -> !l.line().isEmpty()).count();
        return new Journey(
                legs,
                done.get(0).departs(),
                done.get(0).departs(),
                onward.arrives(),
                onward.cost() + done.stream().mapToInt(Journey.Leg::cost).sum(),
                onward.storage(),
                onward.co2() + done.stream().mapToInt(l -> co2(network, l)).sum(),
                onward.risk(),
                Math.max(0, services - 1));
    }

    private static int co2(Network network, Journey.Leg leg) {
        if (leg.line().isEmpty()) {
            return network.links().stream()
                    .filter(l -> l.from().equals(leg.from()) && l.to().equals(leg.to()))
                    .mapToInt(Link::co2)
                    .min()
                    .orElse(0);
        }
        var calls = network.line(leg.line()).calls();
        ToIntFunction<String> at = place -> {
            int i = 0;
            while (!calls.get(i).station().equals(place)) {
                i++;
            }
            return i;
        };
        return calls.subList(at.applyAsInt(leg.from()) + 1, at.applyAsInt(leg.to()) + 1).stream()
                .mapToInt(Line.Call::co2)
                .sum();
    }
}
