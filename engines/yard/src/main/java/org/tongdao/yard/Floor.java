package org.tongdao.yard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/** The station at work: an agenda of step ends, the pools, and the fork and join of customs and gauge change. Events at one second go in the order of their making. */
final class Floor {

    private record Event(long at, long serial, Visit visit, YardStage stage, boolean starts) {}

    private final YardStation station;
    private final YardRules rules;
    private final TakeOrder takeOrder;
    private final EnumMap<YardResource, Pool> pools = new EnumMap<>(YardResource.class);
    private final PriorityQueue<Event> agenda =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::serial));
    private long serial;
    private long now;

    Floor(YardQuestion question, TakeOrder takeOrder) {
        this.station = question.station();
        this.rules = question.rules();
        this.takeOrder = takeOrder;
        long from = question.from().plus(question.warmUp()).getEpochSecond();
        long to = from + question.measured().toSeconds();
        this.now = question.from().getEpochSecond();
        for (var resource : YardResource.values()) {
            pools.put(resource, new Pool(resource, station.count(resource), from, to));
        }
    }

    void run(List<Visit> visits) {
        visits.forEach(v -> agenda.add(new Event(v.arrival, serial++, v, YardStage.ARRIVAL_CHECK, true)));
        for (var event = agenda.poll(); event != null; event = agenda.poll()) {
            now = event.at();
            if (event.starts()) {
                start(event.visit(), event.stage());
            } else {
                finish(event.visit(), event.stage());
            }
        }
    }

    Pool pool(YardResource resource) {
        var pool = pools.get(resource);
        if (pool == null) {
            throw new IllegalStateException("no pool of " + resource);
        }
        return pool;
    }

    long now() {
        return now;
    }

    private void start(Visit visit, YardStage stage) {
        visit.ready[stage.ordinal()] = now;
        advance(visit, stage);
    }

    /** Asks for the next thing the step needs, or begins it when it has everything. */
    private void advance(Visit visit, YardStage stage) {
        var takes = StageFlow.takes(stage, takeOrder);
        int index = visit.taken[stage.ordinal()];
        if (index == takes.size()) {
            begin(visit, stage);
            return;
        }
        var resource = takes.get(index);
        int amount = resource == YardResource.CRANE ? station.cranesPerTrain() : 1;
        pool(resource).enqueue(new Pool.Claim(visit, stage, amount, rules.rank(stage), now, serial++));
        serve(resource);
    }

    private void serve(YardResource resource) {
        for (var claim = pool(resource).serve(now);
                claim.isPresent();
                claim = pool(resource).serve(now)) {
            var granted = claim.get();
            granted.visit().taken[granted.stage().ordinal()]++;
            advance(granted.visit(), granted.stage());
        }
    }

    private void begin(Visit visit, YardStage stage) {
        int s = stage.ordinal();
        visit.begin[s] = now;
        var units = visit.held.get(StageFlow.shownOn(stage));
        visit.unit[s] = units == null ? 0 : units[0] + 1;
        agenda.add(new Event(now + visit.seconds[s], serial++, visit, stage, false));
    }

    private void finish(Visit visit, YardStage stage) {
        visit.end[stage.ordinal()] = now;
        var given = StageFlow.gives(stage, visit.changesGauge());
        given.forEach(resource -> pool(resource).give(visit, now));
        given.forEach(this::serve);
        goOn(visit, stage);
    }

    private void goOn(Visit visit, YardStage stage) {
        switch (stage) {
            case ARRIVAL_CHECK -> fork(visit);
            case CUSTOMS -> {
                if (visit.inspected) {
                    start(visit, YardStage.INSPECTION);
                } else {
                    release(visit);
                }
            }
            case INSPECTION -> release(visit);
            case PLACING -> start(visit, YardStage.TRANSLOADING);
            case TRANSLOADING -> start(visit, YardStage.PULL_OUT);
            case PULL_OUT -> {
                visit.transloaded = true;
                join(visit);
            }
            case WAYBILLING -> start(visit, YardStage.MARSHALLING);
            case MARSHALLING -> start(visit, YardStage.DEPARTURE);
            case DEPARTURE -> {
                // the train is gone
            }
        }
    }

    private void fork(Visit visit) {
        start(visit, YardStage.CUSTOMS);
        if (rules.mode() == YardMode.PARALLEL && visit.changesGauge()) {
            start(visit, YardStage.PLACING);
        }
    }

    private void release(Visit visit) {
        visit.released = true;
        if (!visit.changesGauge()) {
            start(visit, YardStage.MARSHALLING);
        } else if (rules.mode() == YardMode.SERIAL) {
            start(visit, YardStage.PLACING);
        } else {
            join(visit);
        }
    }

    private void join(Visit visit) {
        if (visit.released && visit.transloaded) {
            start(visit, YardStage.WAYBILLING);
        }
    }

    /** After the agenda ran empty: does anybody still wait? */
    Optional<Deadlock> deadlock() {
        var waiting = new ArrayList<Deadlock.Waiting>();
        Map<YardResource, Set<String>> holders = new TreeMap<>();
        pools.forEach((resource, pool) -> {
            for (var claim : pool.waiting()) {
                var holds = EnumSet.noneOf(YardResource.class);
                holds.addAll(claim.visit().held.keySet());
                waiting.add(new Deadlock.Waiting(claim.visit().id, claim.stage(), resource, holds));
                holders.put(resource, pool.holders());
            }
        });
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(new Deadlock(Instant.ofEpochSecond(now), waiting, holders));
    }
}
