package org.tongdao.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.statistics.StatisticsReport.Stage;

/** The door of statistics; reads only. */
@Component
@Transactional(readOnly = true)
public class Statistics {

    private final GateQuery gates;
    private final PortQuery ports;
    private final LaneIndexQuery lanes;
    private final List<TypicalWay> typical = TypicalWay.list();
    private final PublishedSeries published = PublishedSeries.shipped();

    Statistics(GateQuery gates, PortQuery ports, LaneIndexQuery lanes) {
        this.gates = gates;
        this.ports = ports;
        this.lanes = lanes;
    }

    /** What went through each port, by period, latest first, each beside the same period of the year before. */
    public List<PortFigure> ports(Period.Kind kind, Instant now) {
        var lines = ports.lines(kind);
        var counts = lines.stream()
                .collect(Collectors.toMap(l -> l.node() + l.period().text(), PortQuery.Line::count));
        return lines.stream()
                .map(l -> new PortFigure(
                        l.node(),
                        l.period(),
                        l.period().isOpen(now),
                        l.count(),
                        Optional.ofNullable(
                                counts.get(l.node() + l.period().yearBefore().text()))))
                .toList();
    }

    /** Cost, days and reliability of each lane by month, from own facts; of the latest year there is when none is named. */
    public LaneIndex.OfYear lanes(Optional<Integer> asked) {
        var years = lanes.years();
        int year = asked.orElseGet(() -> years.stream().findFirst().orElse(0));
        return new LaneIndex.OfYear(year, years, years.contains(year) ? lanes.list(year) : List.of());
    }

    /** The trains that a figure counts. */
    public List<PortTrain> trains(String node, Period period) {
        return ports.trains(node, period);
    }

    /** What others published; never mixed with own figures. */
    public List<PublishedFigure> published() {
        return published.figures();
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
