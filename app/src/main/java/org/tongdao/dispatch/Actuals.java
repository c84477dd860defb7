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
        beforePlan(actual, train.get()).ifPresent(findings::add);
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

    /** No train is here before it left, or, while nobody told that it left, before it was to leave. */
    private Optional<Finding> beforePlan(Actual actual, TrainHere train) {
        var left =
                jdbc.sql("""
                        SELECT coalesce(f.at, t.planned_departure) FROM train t
                        LEFT JOIN train_fact f ON f.tenant_id = t.tenant_id AND f.train_id = t.id AND f.milestone = 'T090' AND f.node = t.from_node
                        WHERE t.tenant_id = current_tenant() AND t.id = ?""").param(train.id()).query(Timestamp.class).single().toInstant();
        return actual.stage() == YardStage.ARRIVAL_CHECK && actual.at().isBefore(left)
                ? Optional.of(ActualRules.error(
                        "ACTUAL-BEFORE-PLAN",
                        actual,
                        "The train leaves " + train.fromNode() + " only at " + left + ". Check date and time."))
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

    /** The trains that leave from here and have not, or came and are to go on; with what blocks each now. */
    @Transactional(readOnly = true)
    public List<Outgoing> outgoing(YardStation station, Author author) {
        return jdbc.sql("""
                        SELECT t.id, t.train_no, t.to_node, coalesce(p.leaves, t.planned_departure) FROM train t
                        CROSS JOIN LATERAL (SELECT min(l.planned_depart) AS leaves FROM container_leg l
                                            WHERE l.tenant_id = t.tenant_id AND l.train_id = t.id AND l.from_node = :node) p
                        WHERE t.tenant_id = current_tenant()
                          AND (t.from_node = :node
                               AND NOT EXISTS (SELECT FROM train_fact f WHERE f.tenant_id = t.tenant_id AND f.train_id = t.id AND f.milestone = 'T090' AND f.at <= :now)
                               AND t.planned_departure BETWEEN :now::timestamptz - interval '48 h' AND :now::timestamptz + interval '72 h'
                            OR t.from_node <> :node AND t.to_node <> :node
                               AND EXISTS (SELECT FROM train_fact f WHERE f.tenant_id = t.tenant_id AND f.train_id = t.id AND f.milestone = 'T100' AND f.node = :node
                                             AND f.at BETWEEN :now::timestamptz - interval '96 h' AND :now::timestamptz)
                               AND NOT EXISTS (SELECT FROM train_fact f WHERE f.tenant_id = t.tenant_id AND f.train_id = t.id AND f.at <= :now
                                                 AND (f.milestone = 'T170' AND f.node = :node OR f.milestone = 'T180' AND f.node = t.to_node)))
                        ORDER BY 4, t.train_no LIMIT 20""")
                .param("node", station.node())
                .param("now", Timestamp.from(author.at()))
                .query((row, n) -> new Outgoing(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        desk.blockers(row.getLong(1), station.node(), author.at())))
                .list();
    }

    /** Lets a train go, or says everything that blocks it; a train that does not wait to leave here is one of the things. */
    @Transactional
    public List<Blocker> depart(YardStation station, String trainNo, Author author) {
        return outgoing(station, author).stream()
                .filter(o -> o.trainNo().equals(trainNo))
                .findFirst()
                .map(o -> desk.depart(o.trainId(), station.node(), author.at()))
                .orElse(List.of(new Blocker(
                        "NOT-HERE-TO-LEAVE", trainNo, "No such train waits to leave here; it may have left already.")));
    }
}
