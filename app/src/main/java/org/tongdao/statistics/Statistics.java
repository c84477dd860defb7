package org.tongdao.statistics;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.statistics.StatisticsReport.Stage;

/** The door of statistics; reads only. */
@Component
@Transactional(readOnly = true)
public class Statistics {

    private final GateQuery gates;
    private final List<TypicalWay> typical = TypicalWay.list();

    Statistics(GateQuery gates) {
        this.gates = gates;
    }

    /** The figures of one batch; a batch that does not exist has none. */
    public StatisticsReport report(long batchId) {
        return report(Scope.batch(batchId));
    }

    /** The figures of everything this tenant ever took in. */
    public StatisticsReport overall() {
        return report(Scope.ALL);
    }

    private StatisticsReport report(Scope scope) {
        Optional<DoorToDoor> days = gates.doorToDoor(scope);
        return new StatisticsReport(
                gates.counts(scope),
                gates.flows(scope),
                days,
                gates.stages(scope).stream()
                        .filter(stage -> stage.parcels() > 0)
                        .map(Stage::rounded)
                        .toList(),
                gates.sameDay(scope),
                days.map(d -> typical.stream().map(way -> way.against(d)).toList())
                        .orElse(List.of()));
    }
}
