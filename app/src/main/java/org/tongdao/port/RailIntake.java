package org.tongdao.port;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.port.RailFacts.Booked;
import org.tongdao.port.RailFacts.OnTrain;
import org.tongdao.tracking.Epc;
import org.tongdao.tracking.EpcisEvent;
import org.tongdao.tracking.Milestone;

/** Books what the railway told, event by event in time; an event that cannot be booked yet is held with the reason. Applying an event again has no effect. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RailIntake {

    private static final String TRAIN = "tongdao:train";
    private static final String SEAL = "tongdao:seal";

    /** At one moment lifts come before the departure they allow. */
    private static final Comparator<EpcisEvent> LIFTS_FIRST = Comparator.comparing(EpcisEvent::at)
            .thenComparing(e -> e.milestone().equals(Optional.of(Milestone.T090)))
            .thenComparing(EpcisEvent.IN_TIME);

    private final RailFacts facts;
    private final RailPending pending;
    private final DepartureGate gate;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    RailIntake(
            RailFacts facts,
            RailPending pending,
            DepartureGate gate,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.facts = facts;
        this.pending = pending;
        this.gate = gate;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Books the events of a document; those on hold are parked. */
    void apply(String document, List<EpcisEvent> events) {
        var lifts = new Lifts();
        for (var event : events.stream().sorted(LIFTS_FIRST).toList()) {
            book(document, event, lifts).ifPresent(hold -> pending.park(document, event, hold));
        }
        lifts.publish(publisher);
    }

    /** Tries again what waits, until a round brings nothing more. */
    void retry() {
        boolean progress = true;
        while (progress) {
            progress = false;
            for (var parked : byTime(pending.open())) {
                var lifts = new Lifts();
                if (book(parked.document(), parked.event(), lifts).isEmpty()) {
                    pending.settle(parked);
                    lifts.publish(publisher);
                    progress = true;
                }
            }
        }
    }

    private static List<RailPending.Parked> byTime(List<RailPending.Parked> parked) {
        return parked.stream()
                .sorted(Comparator.comparing(RailPending.Parked::event, LIFTS_FIRST))
                .toList();
    }

    private Optional<Hold> book(String document, EpcisEvent event, Lifts lifts) {
        var milestone = event.milestone();
        if (milestone.isEmpty() || !isOurs(milestone.get())) {
            pending.unexpected(document, event);
            return Optional.empty();
        }
        var trainNo = event.context().extensions().getOrDefault(TRAIN, "");
        var train = facts.findTrain(trainNo);
        if (train.isEmpty()) {
            return Optional.of(new Hold("RAIL-UNKNOWN-TRAIN", trainNo));
        }
        return switch (milestone.get()) {
            case T090 -> departed(document, event, train.get(), trainNo);
            case T100, T180 -> arrived(document, event, train.get());
            case T120 -> inspected(document, event, train.get());
            case T140, T150 -> lifted(document, event, train.get(), lifts);
            default -> seen(document, event, train.get());
        };
    }

    private static boolean isOurs(Milestone milestone) {
        return milestone.compareTo(Milestone.T090) >= 0 && milestone.compareTo(Milestone.T180) <= 0;
    }

    private Optional<Hold> departed(String document, EpcisEvent event, long trainId, String trainNo) {
        var blockers = gate.beforeDeparture(trainId, event.at());
        if (!blockers.isEmpty()) {
            gate.record(trainId, blockers, clock.instant());
            return Optional.of(new Hold("RAIL-DEPARTURE-BLOCKED", trainNo));
        }
        if (told(document, event, trainId) == Booked.NEW) {
            publisher.publishEvent(new TrainDeparted(trainId, event.at()));
        }
        return Optional.empty();
    }

    private Optional<Hold> arrived(String document, EpcisEvent event, long trainId) {
        if (told(document, event, trainId) == Booked.NEW) {
            publisher.publishEvent(new TrainArrived(trainId, node(event), event.at()));
        }
        return Optional.empty();
    }

    private Optional<Hold> seen(String document, EpcisEvent event, long trainId) {
        told(document, event, trainId);
        return Optional.empty();
    }

    private Optional<Hold> inspected(String document, EpcisEvent event, long trainId) {
        for (var containerNo : containers(event)) {
            var box = facts.findOnTrain(trainId, containerNo);
            if (box.isEmpty()) {
                return Optional.of(new Hold("RAIL-NOT-ON-TRAIN", containerNo));
            }
            checkSeal(document, event, box.get());
            facts.inspected(box.get(), trainId, node(event), event.at());
        }
        told(document, event, trainId);
        return Optional.empty();
    }

    private Optional<Hold> lifted(String document, EpcisEvent event, long trainId, Lifts lifts) {
        var boxes = new ArrayList<OnTrain>();
        for (var containerNo : containers(event)) {
            var box = facts.findOnTrain(trainId, containerNo);
            if (box.isEmpty()) {
                return Optional.of(new Hold("RAIL-NOT-ON-TRAIN", containerNo));
            }
            boxes.add(box.get());
        }
        boolean on = event.milestone().equals(Optional.of(Milestone.T150));
        for (var box : boxes) {
            if (on && !facts.isOffItsTrain(box, node(event), event.at())) {
                return Optional.of(
                        new Hold("RAIL-NOT-LIFTED-OFF", containers(event).get(0)));
            }
        }
        boxes.forEach(box -> lift(document, event, trainId, box, lifts));
        return Optional.empty();
    }

    private void lift(String document, EpcisEvent event, long trainId, OnTrain box, Lifts lifts) {
        checkSeal(document, event, box);
        boolean on = event.milestone().equals(Optional.of(Milestone.T150));
        var booked = on
                ? facts.liftedOn(box, trainId, node(event), event.at())
                : facts.liftedOff(box, trainId, node(event), event.at());
        if (booked == Booked.CONTRADICTED) {
            pending.contradiction(document, event);
        }
        if (on && booked == Booked.NEW) {
            lifts.add(node(event), box.previousTrain(), trainId, box.containerId(), event.at());
        }
        if (!event.parent().endsWith(":" + box.wagonNo())) {
            pending.otherWagon(document, event, box.wagonNo());
        }
    }

    private void checkSeal(String document, EpcisEvent event, OnTrain box) {
        var seen = event.context().extensions().get(SEAL);
        if (seen == null || seen.equals(box.sealNo())) {
            return;
        }
        if (facts.isFormerSeal(box, seen)) {
            pending.formerSeal(document, event, seen, box.sealNo());
        } else {
            facts.sealBroken(box, seen, event.context().eventId(), node(event), event.at());
        }
    }

    private Booked told(String document, EpcisEvent event, long trainId) {
        var milestone = event.milestone().map(Enum::name).orElse("");
        var booked = facts.train(trainId, milestone, node(event), event.at());
        if (booked == Booked.CONTRADICTED && !milestone.equals("T160") && !milestone.equals("T120")) {
            pending.contradiction(document, event);
        }
        return booked;
    }

    private static List<String> containers(EpcisEvent event) {
        return event.epcs().stream()
                .flatMap(uri -> Epc.find(uri).stream())
                .filter(epc -> epc.kind() == Epc.Kind.CONTAINER)
                .map(Epc::value)
                .sorted()
                .toList();
    }

    private static String node(EpcisEvent event) {
        return event.context().where().node();
    }
}
