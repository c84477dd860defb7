package org.tongdao.fulfilment;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongdao.port.PullEnd;
import org.tongdao.port.PullEnded;

/** A pulled parcel that is sent back or disposed of at the border has reached its end (T900): the fact, the return case and the event, in the same act. */
@Component
class PulledParcels {

    private final Facts facts;

    PulledParcels(Facts facts) {
        this.facts = facts;
    }

    @EventListener
    void on(PullEnded pull) {
        if (pull.outcome() == PullEnd.Outcome.RETURNED || pull.outcome() == PullEnd.Outcome.DISPOSED) {
            var detail = (pull.outcome() == PullEnd.Outcome.DISPOSED ? "disposed of: " : "") + pull.reason();
            facts.record(
                    "pull " + pull.pullId(),
                    List.of(new Facts.Fact(
                            pull.parcelId(), "T900", 1, pull.node(), pull.at(), detail, "pull:" + pull.pullId())));
        }
    }
}
