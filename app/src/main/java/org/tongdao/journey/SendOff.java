package org.tongdao.journey;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.consolidation.Consolidation;
import org.tongdao.declaration.Declarations;
import org.tongdao.planning.Planning;
import org.tongdao.port.Port;

/** What happens when a cut-off passes: bags and containers are sealed and booked, trains composed and ordered. */
@Component
class SendOff {

    private final Consolidation consolidation;
    private final Planning planning;
    private final Declarations declarations;
    private final Port port;
    private final JourneyStore store;
    private final Waiting waiting;

    SendOff(
            Consolidation consolidation,
            Planning planning,
            Declarations declarations,
            Port port,
            JourneyStore store,
            Waiting waiting) {
        this.consolidation = consolidation;
        this.planning = planning;
        this.declarations = declarations;
        this.port = port;
        this.store = store;
        this.waiting = waiting;
    }

    /** Trains that customs and railway were told of now, and trains that something still blocks. */
    record Orders(int ordered, int blocked) {}

    /** One transaction, so that a cut-off has passed with all it moved or not at all. */
    @Transactional
    public void pass(String hub, Instant cutOff) {
        consolidation.consolidate(hub);
        store.passCutOff(hub, cutOff, planning.dispatch(hub).containers());
    }

    /** Tells customs and the railway about trains that are not ordered yet; what is blocked is tried again when asked again. */
    public Orders orderTrains() {
        planning.compose();
        int ordered = 0;
        var trains = waiting.trains();
        for (long train : trains) {
            declarations.bind(train);
            port.planPassage(train);
            ordered += port.order(train).isEmpty() ? 1 : 0;
        }
        return new Orders(ordered, trains.size() - ordered);
    }
}
