package org.tongdao.emulator.rail;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongdao.terms.Dice;
import org.tongdao.tracking.Milestone;
import org.tongdao.yard.Spread;
import org.tongdao.yard.StageRecord;
import org.tongdao.yard.TrainPassage;
import org.tongdao.yard.YardQuestion;
import org.tongdao.yard.YardSimulation;
import org.tongdao.yard.YardStage;
import org.tongdao.yard.YardStation;
import org.tongdao.yard.YardTrain;

/** Runs one train from its departure to the end of its station work at the last node, telling facts on the way. */
final class Travel {

    private final long seed;
    private final RailConduct conduct;
    private final TrainOrder order;
    private final Facts facts;

    Travel(long seed, RailConduct conduct, TrainOrder order) {
        this.seed = seed;
        this.conduct = conduct;
        this.order = order;
        this.facts = new Facts(order.trainNo());
    }

    /**
     * The whole life of the train.
     *
     * @param sent when the order was sent; nothing happens before it
     * @param feeders runs of the trains that bring its containers
     */
    TrainRun run(Instant sent, Map<String, TrainRun> feeders) {
        var ready = takeOver(sent, feeders);
        var departure = departure(ready);
        facts.train(Milestone.T090, order.from(), departure);
        return arrive(drive(departure));
    }

    /** Containers of feeders are lifted on and get their papers; returns when everything for the departure is there. */
    private Instant takeOver(Instant sent, Map<String, TrainRun> feeders) {
        var ready = sent;
        for (var feederNo : order.feeders()) {
            var feeder = feeders.get(feederNo);
            if (feeder == null) {
                throw new IllegalStateException(order.trainNo() + " is run before its feeder " + feederNo);
            }
            var mine = order.placed().stream()
                    .filter(p -> feederNo.equals(order.previous().get(p.box().no())))
                    .toList();
            var lifted = liftOn(sent, feeder, mine);
            var papers = max(lifted, feeder.waybilled());
            facts.waybilled(paper(feederNo), mine, order.from(), papers);
            ready = max(ready, max(papers, feeder.readyToLeave()));
        }
        return ready;
    }

    private Instant liftOn(Instant sent, TrainRun feeder, List<TrainOrder.Placed> mine) {
        var last = sent;
        for (var placed : mine) {
            var at = max(sent, feeder.onWards().getOrDefault(placed.box().no(), feeder.waybilled()));
            facts.lifted(Milestone.T150, placed, order.from(), at);
            last = max(last, at);
        }
        return last;
    }

    private Instant departure(Instant ready) {
        var dice = Dice.of(seed, "departure/" + order.trainNo());
        var late = conduct.late();
        long minutes = Math.round(Dice.triangular(dice, late.min(), late.mode(), late.max()));
        return max(ready, order.plannedDeparture().plus(Duration.ofMinutes(minutes)));
    }

    private Instant drive(Instant departure) {
        var way = conduct.legs().way(order.from(), order.via(), order.to()).orElseGet(this::asPlanned);
        var at = departure.plus(conduct.lost());
        for (var leg : way) {
            var dice = Dice.of(seed, "leg/" + order.trainNo() + '/' + leg.from() + '/' + leg.to());
            var m = leg.minutes();
            at = Facts.minute(at.plusSeconds(Math.round(60 * Dice.triangular(dice, m.min(), m.mode(), m.max()))));
            var border = border(leg.to());
            if (!leg.to().equals(order.to()) && border.isPresent()) {
                at = passBorder(border.get(), at);
            }
        }
        return at;
    }

    /** Off the known rails: the planned running time, up to a quarter longer. */
    private List<Legs.Leg> asPlanned() {
        double minutes = Duration.between(order.plannedDeparture(), order.plannedArrival())
                .toMinutes();
        return List.of(new Legs.Leg(order.from(), order.to(), new Spread(0.95 * minutes, minutes, 1.25 * minutes)));
    }

    private Instant passBorder(YardStation station, Instant arrival) {
        facts.train(Milestone.T100, station.node(), arrival);
        var passage = passage(station, arrival, 0);
        supervise(station.node(), passage);
        facts.handedOver(
                station.node(),
                passage.departure(),
                "urn:tongdao:railway:before-" + station.node(),
                "urn:tongdao:railway:after-" + station.node());
        return passage.departure();
    }

    private TrainRun arrive(Instant arrival) {
        facts.train(Milestone.T180, order.to(), arrival);
        var carriedOn = order.carriedOn();
        if (carriedOn.isEmpty()) {
            return new TrainRun(order, facts.inTime(), Map.of(), arrival, arrival);
        }
        var station = border(order.to()).orElseGet(this::plainStation);
        var passage = passage(station, arrival, carriedOn.size());
        supervise(order.to(), passage);
        var begin = at(passage, YardStage.TRANSLOADING, StageRecord::begin);
        var onWards = new HashMap<String, Instant>();
        for (int n = 1; n <= carriedOn.size(); n++) {
            var placed = carriedOn.get(n - 1);
            facts.lifted(
                    Milestone.T140,
                    placed,
                    order.to(),
                    begin.plusSeconds(station.crane().offSeconds(n)));
            onWards.put(placed.box().no(), begin.plusSeconds(station.crane().onSeconds(n)));
        }
        var waybilled = at(passage, YardStage.WAYBILLING, StageRecord::end);
        return new TrainRun(order, facts.inTime(), Map.copyOf(onWards), waybilled, passage.departure());
    }

    private void supervise(String node, TrainPassage passage) {
        facts.train(Milestone.T110, node, at(passage, YardStage.ARRIVAL_CHECK, StageRecord::end));
        if (passage.inspected()) {
            var placed = order.placed();
            var chosen =
                    Dice.of(seed, "inspected/" + order.trainNo() + '/' + node).nextInt(placed.size());
            facts.inspected(placed.get(chosen), node, passage.supervisionReleased());
        }
        facts.train(Milestone.T130, node, passage.supervisionReleased());
    }

    private TrainPassage passage(YardStation station, Instant arrival, int containers) {
        var train = new YardTrain(order.trainNo(), arrival, containers);
        var passages = YardSimulation.run(YardQuestion.passage(station, conduct.mode(), List.of(train), seed))
                .passages();
        if (passages.isEmpty()) {
            throw new IllegalStateException("train " + order.trainNo() + " never leaves " + station.id());
        }
        return passages.get(0);
    }

    private Optional<YardStation> border(String node) {
        return conduct.stations().findAtNode(node).filter(s -> !s.id().equals("urumqi"));
    }

    /** A place without figures of its own works like Dostyk. */
    private YardStation plainStation() {
        return conduct.stations()
                .find("dostyk")
                .orElseThrow(() -> new IllegalStateException("no station at " + order.to()));
    }

    private String paper(String feederNo) {
        long number =
                Dice.of(seed, "waybill/" + feederNo + '/' + order.trainNo()).nextLong(10_000_000, 100_000_000);
        return String.valueOf(number);
    }

    private static Instant at(
            TrainPassage passage, YardStage stage, java.util.function.Function<StageRecord, Instant> when) {
        return passage.find(stage).map(when).orElseGet(passage::departure);
    }

    private static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
