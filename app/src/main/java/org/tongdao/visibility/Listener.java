package org.tongdao.visibility;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongdao.bench.UnitsScanned;
import org.tongdao.consolidation.UnitSealed;
import org.tongdao.declaration.ClearanceGranted;
import org.tongdao.declaration.ClearanceHeld;
import org.tongdao.fulfilment.ContainersReceived;
import org.tongdao.fulfilment.ParcelsMoved;
import org.tongdao.intake.OrdersAccepted;
import org.tongdao.port.ParcelPulled;
import org.tongdao.port.PullEnded;
import org.tongdao.port.TrainArrived;
import org.tongdao.port.TrainDeparted;
import org.tongdao.port.TrainTransloaded;
import org.tongdao.tracking.Milestone;

/** Hears what the other features did, in the transaction in which they did it: fact and event are kept together or not at all. */
@Component
class Listener {

    private final Facts facts;

    Listener(Facts facts) {
        this.facts = facts;
    }

    @EventListener
    void on(OrdersAccepted event) {
        facts.accepted(EpcisLog.scope(List.of(event.batchId())));
    }

    @EventListener
    void on(ClearanceGranted event) {
        facts.cleared(EpcisLog.scope(event.parcelIds()));
    }

    @EventListener
    void on(ClearanceHeld event) {
        facts.held(EpcisLog.scope(event.parcelIds()), event.cause(), event.at());
    }

    @EventListener
    void on(UnitSealed event) {
        String units = EpcisLog.scope(event.ids());
        if (event.kind().equals("bag")) {
            facts.bagged(units);
        } else {
            facts.stuffed(units);
        }
    }

    @EventListener
    void on(UnitsScanned event) {
        facts.scanned(EpcisLog.scope(event.scanIds()));
    }

    @EventListener
    void on(ParcelPulled event) {
        facts.pulls(EpcisLog.scope(List.of(event.pullId())));
    }

    @EventListener
    void on(PullEnded event) {
        facts.pulls(EpcisLog.scope(List.of(event.pullId())));
    }

    @EventListener
    void on(TrainDeparted event) {
        facts.trains(EpcisLog.scope(List.of(event.trainId())));
    }

    @EventListener
    void on(TrainTransloaded event) {
        facts.transloaded(EpcisLog.scope(event.containerIds()));
        facts.trains(EpcisLog.scope(List.of(event.fromTrain(), event.toTrain())));
    }

    @EventListener
    void on(TrainArrived event) {
        facts.trains(EpcisLog.scope(List.of(event.trainId())));
    }

    @EventListener
    void on(ContainersReceived event) {
        facts.received(EpcisLog.scope(event.containerIds()));
    }

    @EventListener
    void on(ParcelsMoved event) {
        Milestone.find(event.milestone()).ifPresent(m -> facts.moved(m, EpcisLog.scope(event.parcelIds())));
    }
}
