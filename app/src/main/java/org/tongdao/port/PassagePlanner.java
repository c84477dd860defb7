package org.tongdao.port;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.yard.StationTable;
import org.tongdao.yard.TrainPassage;
import org.tongdao.yard.YardMode;
import org.tongdao.yard.YardQuestion;
import org.tongdao.yard.YardResource;
import org.tongdao.yard.YardSimulation;
import org.tongdao.yard.YardStation;
import org.tongdao.yard.YardTrain;

/** Asks the yard engine how long a train's border passage will take. Other traffic is not known ahead, so many possible days are tried. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PassagePlanner {

    private static final int DAYS = 40;

    private final JdbcClient jdbc;
    private final StationTable stations = StationFile.shipped();

    PassagePlanner(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Head(String trainNo, String to, Instant arrival, int containers) {}

    PassagePlan plan(long trainId) {
        var head = head(trainId);
        var station = stations.findAtNode(head.to()).filter(s -> head.containers() > 0);
        var parallel = station.map(s -> outlook(s, YardMode.PARALLEL, head));
        return new PassagePlan(
                trainId,
                head.to(),
                station.map(YardStation::id).orElse(""),
                head.arrival(),
                head.containers(),
                parallel,
                station.map(s -> outlook(s, YardMode.SERIAL, head)),
                connections(trainId, parallel));
    }

    private static PassagePlan.Outlook outlook(YardStation station, YardMode mode, Head head) {
        var train = new YardTrain(head.trainNo(), head.arrival(), head.containers());
        var passages = new ArrayList<TrainPassage>();
        for (int seed = 1; seed <= DAYS; seed++) {
            passages.addAll(YardSimulation.run(YardQuestion.passage(station, mode, List.of(train), seed))
                    .passages());
        }
        passages.sort(Comparator.comparing(TrainPassage::departure));
        return new PassagePlan.Outlook(
                passages.get(passages.size() / 2 - 1).departure(),
                passages.get((int) Math.ceil(0.95 * passages.size()) - 1).departure(),
                passages.stream()
                                .mapToLong(p -> p.dwell().toSeconds())
                                .average()
                                .orElse(0)
                        / 3600,
                bottleneck(passages),
                (double) passages.stream().filter(TrainPassage::inspected).count() / passages.size());
    }

    private static Optional<YardResource> bottleneck(List<TrainPassage> passages) {
        Map<YardResource, Long> seconds = new EnumMap<>(YardResource.class);
        passages.forEach(p -> p.waited().forEach((r, d) -> seconds.merge(r, d.toSeconds(), Long::sum)));
        return seconds.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .max(Map.Entry.<YardResource, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    /** Arrival: told, else planned running time after the told departure, else planned. */
    private Head head(long trainId) {
        return jdbc.sql("""
                        SELECT t.train_no, t.to_node,
                               coalesce(a.at, d.at + (t.planned_arrival - t.planned_departure), t.planned_arrival) AS arrival,
                               (SELECT count(*) FROM container_train y
                                WHERE y.tenant_id = t.tenant_id AND y.train_id = t.id AND y.next_train IS NOT NULL) AS containers
                        FROM train t
                        LEFT JOIN train_fact d ON d.tenant_id = t.tenant_id AND d.train_id = t.id AND d.milestone = 'T090' AND d.node = t.from_node
                        LEFT JOIN train_fact a ON a.tenant_id = t.tenant_id AND a.train_id = t.id AND a.milestone = 'T180' AND a.node = t.to_node
                        WHERE t.tenant_id = current_tenant() AND t.id = ?""")
                .param(trainId)
                .query((row, n) -> new Head(
                        row.getString("train_no"),
                        row.getString("to_node"),
                        row.getTimestamp("arrival").toInstant(),
                        row.getInt("containers")))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no train with id " + trainId));
    }

    private List<PassagePlan.Connection> connections(long trainId, Optional<PassagePlan.Outlook> outlook) {
        return jdbc.sql("""
                        SELECT DISTINCT x.train_no, x.planned_departure FROM container_train y
                        JOIN train x ON x.tenant_id = y.tenant_id AND x.id = y.next_train
                        WHERE y.tenant_id = current_tenant() AND y.train_id = ? ORDER BY 2, 1""")
                .param(trainId)
                .query((row, n) ->
                        connection(row.getString(1), row.getTimestamp(2).toInstant(), outlook))
                .list();
    }

    private static PassagePlan.Connection connection(
            String trainNo, Instant departure, Optional<PassagePlan.Outlook> outlook) {
        boolean holds = outlook.map(o -> !o.readyP95().isAfter(departure)).orElse(true);
        return new PassagePlan.Connection(trainNo, departure, holds);
    }
}
