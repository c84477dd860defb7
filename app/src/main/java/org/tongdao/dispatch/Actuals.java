package org.tongdao.dispatch;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.dispatch.Actual.Mark;
import org.tongdao.port.Blocker;
import org.tongdao.port.StationDesk;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.yard.YardStage;
import org.tongdao.yard.YardStation;

/** Books what was typed or scanned at a station. What other features go by (arrival, release, lifts, departure) is booked as the railway's facts are. */
@Component
public class Actuals {

    private final Dispatch dispatch;
    private final StationDesk desk;
    private final JdbcClient jdbc;

    Actuals(Dispatch dispatch, StationDesk desk, JdbcClient jdbc) {
        this.dispatch = dispatch;
        this.desk = desk;
        this.jdbc = jdbc;
    }

    /** Findings that stop mean nothing was stored. */
    @Transactional
    public List<Finding> tell(YardStation station, Actual actual, Author author) {
        var board = dispatch.board(station, author.at());
        var train = board.trains().stream()
                .filter(t -> t.no().equals(actual.trainNo()))
                .findFirst();
        if (train.isEmpty()) {
            return List.of(Finding.error(
                    "YARD-NO-TRAIN",
                    Place.of("train"),
                    actual.trainNo(),
                    "No such train is at this station or on its way here."));
        }
        var findings = new ArrayList<>(ActualRules.of(actual, train.get(), board));
        if (actual.correction() && author.reason().isBlank()) {
            findings.add(ActualRules.error("YARD-REASON", actual, "Say why the first time was wrong."));
        }
        facts(station, actual, train.get()).ifPresent(findings::add);
        if (findings.stream().noneMatch(Finding::stops)) {
            book(station, actual, train.get(), author).ifPresent(findings::add);
        }
        return findings;
    }

    /** Stages whose facts come container by container, or with a check of their own. */
    private static Optional<Finding> facts(YardStation station, Actual actual, TrainHere train) {
        if (actual.stage() == YardStage.TRANSLOADING
                && actual.mark() == Mark.END
                && !train.isDone(YardStage.TRANSLOADING)) {
            return Optional.of(ActualRules.error(
                    "ACTUAL-LIFTS-OPEN", actual, "Not every container stands on its next wagon. Scan those that do."));
        }
        if (actual.stage() == YardStage.DEPARTURE) {
            return Optional.of(ActualRules.error(
                    "ACTUAL-GATE", actual, "A departure passes the gate: use Depart on the outgoing train."));
        }
        return actual.correction() && isFact(actual)
                ? Optional.of(ActualRules.error(
                        "RAIL-CONTRADICTION", actual, "Others act on this already; the first telling stands."))
                : Optional.empty();
    }

    private static boolean isFact(Actual actual) {
        return actual.stage() == YardStage.ARRIVAL_CHECK
                || actual.stage() == YardStage.CUSTOMS && actual.mark() == Mark.END;
    }

    private Optional<Finding> book(YardStation station, Actual actual, TrainHere train, Author author) {
        if (isFact(actual)) {
            return desk.tell(train.id(), milestone(actual, train), station.node(), actual.at());
        }
        jdbc.sql("""
                        INSERT INTO yard_actual (tenant_id, train_id, node, stage, mark, telling, at, actor, reason, recorded_at)
                        SELECT current_tenant(), :train, :node, :stage, :mark, 1 + count(*), :at, :actor, :reason, :now FROM yard_actual
                        WHERE tenant_id = current_tenant() AND train_id = :train AND node = :node AND stage = :stage AND mark = :mark""")
                .param("train", train.id())
                .param("node", station.node())
                .param("stage", actual.stage().name())
                .param("mark", actual.mark().name())
                .param("at", Timestamp.from(actual.at()))
                .param("actor", author.name())
                .param("reason", author.reason().strip())
                .param("now", Timestamp.from(author.at()))
                .update();
        return Optional.empty();
    }

    private static String milestone(Actual actual, TrainHere train) {
        if (actual.stage() == YardStage.CUSTOMS) {
            return "T130";
        }
        return actual.mark() == Mark.END ? "T110" : train.changesGauge() ? "T180" : "T100";
    }

    /** A scanned container: off its wagon, then on to the next. */
    @Transactional
    public Optional<Finding> scan(YardStation station, String containerNo, Author author) {
        return desk.lift(containerNo, station.node(), author.at());
    }

    /** The trains that leave from here and have not, with what blocks each now. */
    @Transactional(readOnly = true)
    public List<Outgoing> outgoing(YardStation station, Author author) {
        return jdbc.sql("""
                        SELECT t.id, t.train_no, t.to_node, t.planned_departure FROM train t
                        WHERE t.tenant_id = current_tenant() AND t.from_node = ? AND t.planned_departure BETWEEN ?::timestamptz - interval '48 h' AND ?::timestamptz + interval '72 h'
                          AND NOT EXISTS (SELECT FROM train_fact f WHERE f.tenant_id = t.tenant_id AND f.train_id = t.id AND f.milestone = 'T090')
                        ORDER BY t.planned_departure, t.train_no LIMIT 20""")
                .params(station.node(), Timestamp.from(author.at()), Timestamp.from(author.at()))
                .query((row, n) -> new Outgoing(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        desk.blockers(row.getLong(1), author.at())))
                .list();
    }

    /** Lets a train go, or says everything that blocks it. */
    @Transactional
    public List<Blocker> depart(YardStation station, String trainNo, Author author) {
        long train = jdbc.sql(
                        "SELECT id FROM train WHERE tenant_id = current_tenant() AND train_no = ? AND from_node = ?")
                .params(trainNo, station.node())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no train " + trainNo + " leaves " + station.id()));
        return desk.depart(train, station.node(), author.at());
    }
}
