package org.tongdao.emulator.rail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tongdao.emulator.WorkingHours;
import org.tongdao.terms.ContainerNo;
import org.tongdao.terms.WagonNo;
import org.tongdao.tracking.BizTransaction;
import org.tongdao.tracking.Epc;
import org.tongdao.tracking.EpcisEvent;
import org.tongdao.tracking.Milestone;
import org.tongdao.tracking.Sighting;

/** The events told about one train, in whole minutes. */
final class Facts {

    /** The extension that names the train an event is told about. */
    static final String TRAIN = "tongdao:train";

    private final String trainNo;
    private final List<EpcisEvent> events = new ArrayList<>();

    Facts(String trainNo) {
        this.trainNo = trainNo;
    }

    static Instant minute(Instant at) {
        return WorkingHours.roundUp(at, Duration.ofMinutes(1));
    }

    void train(Milestone milestone, String node, Instant at) {
        var sighting = Sighting.of(Epc.event(milestone, trainNo, node), minute(at), node);
        add(milestone.event(sighting, List.of(Epc.train(trainNo))));
    }

    void handedOver(String node, Instant at, String from, String to) {
        var sighting = Sighting.of(Epc.event(Milestone.T170, trainNo, node), minute(at), node);
        var event = Milestone.T170.event(sighting, List.of(Epc.train(trainNo)));
        add(event.withContext(event.context().withWhy(event.context().why().handedOver(from, to))));
    }

    void inspected(TrainOrder.Placed placed, String node, Instant at) {
        var sighting =
                Sighting.of(Epc.event(Milestone.T120, trainNo, placed.box().no(), node), minute(at), node);
        var event = Milestone.T120.event(sighting, List.of(container(placed)));
        add(event.withContext(event.context().with("tongdao:seal", placed.box().seal())));
    }

    /** T140 off a wagon of this train, T150 on to one. */
    void lifted(Milestone milestone, TrainOrder.Placed placed, String node, Instant at) {
        var sighting = Sighting.of(Epc.event(milestone, trainNo, placed.box().no(), node), minute(at), node);
        var event =
                milestone.event(sighting, Epc.wagon(new WagonNo(placed.wagon().wagonNo())), List.of(container(placed)));
        add(event.withContext(event.context().with("tongdao:seal", placed.box().seal())));
    }

    void waybilled(String paper, List<TrainOrder.Placed> placed, String node, Instant at) {
        var sighting = Sighting.of(Epc.event(Milestone.T160, trainNo, paper, node), minute(at), node);
        var bill = new BizTransaction("bol", "urn:tongdao:smgs:" + paper);
        add(Milestone.T160.onPaper(
                sighting, bill, placed.stream().map(Facts::container).toList()));
    }

    List<EpcisEvent> inTime() {
        return events.stream().sorted(EpcisEvent.IN_TIME).toList();
    }

    private static String container(TrainOrder.Placed placed) {
        return Epc.container(new ContainerNo(placed.box().no()));
    }

    private void add(EpcisEvent event) {
        events.add(event.withContext(event.context().with(TRAIN, trainNo)));
    }
}
