package org.tongdao.port;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.port.RailFacts.Booked;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Facts that a person at a station tells instead of the railway, booked by the same rules: the first telling stands, a blocked train does not leave. */
@Component
public class StationDesk {

    /** A container on the train that brought it, and the train that takes it on. */
    private record Here(long fromTrain, long nextTrain, boolean off) {}

    private static final String HERE = """
            SELECT y.train_id AS from_train, y.next_train, o.container_id IS NOT NULL AS off
            FROM container_train y
            JOIN container c ON c.tenant_id = y.tenant_id AND c.id = y.container_id
            JOIN train t ON t.tenant_id = y.tenant_id AND t.id = y.train_id AND t.to_node = :node
            JOIN train_fact a ON a.tenant_id = t.tenant_id AND a.train_id = t.id AND a.milestone = 'T180' AND a.node = :node AND a.at <= :at
            LEFT JOIN lift_off o ON o.tenant_id = y.tenant_id AND o.container_id = y.container_id AND o.node = :node AND o.train_id = t.id
            WHERE y.tenant_id = current_tenant() AND c.container_no = :container AND y.next_train IS NOT NULL
              AND NOT EXISTS (SELECT FROM transload x WHERE x.tenant_id = y.tenant_id AND x.container_id = y.container_id AND x.node = :node)
            ORDER BY a.at DESC LIMIT 1
            """;

    private final RailFacts facts;
    private final DepartureGate gate;
    private final ApplicationEventPublisher publisher;
    private final JdbcClient jdbc;

    StationDesk(RailFacts facts, DepartureGate gate, ApplicationEventPublisher publisher, JdbcClient jdbc) {
        this.facts = facts;
        this.gate = gate;
        this.publisher = publisher;
        this.jdbc = jdbc;
    }

    /** What speaks against a departure from {@code node} at that moment, everything at once. */
    @Transactional(readOnly = true)
    public List<Blocker> blockers(long trainId, String node, Instant at) {
        return beginsAt(trainId, node) ? gate.beforeDeparture(trainId, at) : gate.beforeHandover(trainId, node, at);
    }

    private boolean beginsAt(long trainId, String node) {
        return jdbc.sql("SELECT from_node = ? FROM train WHERE tenant_id = current_tenant() AND id = ?")
                .params(node, trainId)
                .query(Boolean.class)
                .single();
    }

    /** Books a departure (T090), or the handover (T170) of a train that only passes; nothing when something blocks it; returns what does. */
    @Transactional
    public List<Blocker> depart(long trainId, String node, Instant at) {
        var blockers = blockers(trainId, node, at);
        if (!blockers.isEmpty()) {
            gate.record(trainId, blockers, at);
        } else if (!beginsAt(trainId, node)) {
            facts.train(trainId, "T170", node, at);
        } else if (facts.train(trainId, "T090", node, at) == Booked.NEW) {
            publisher.publishEvent(new TrainDeparted(trainId, at));
        }
        return blockers;
    }

    /** Books a milestone of a train; a finding when another time was told before. */
    @Transactional
    public Optional<Finding> tell(long trainId, String milestone, String node, Instant at) {
        var booked = facts.train(trainId, milestone, node, at);
        if (booked == Booked.NEW && (milestone.equals("T100") || milestone.equals("T180"))) {
            publisher.publishEvent(new TrainArrived(trainId, node, at));
        }
        return booked == Booked.CONTRADICTED
                ? Optional.of(finding(
                        "RAIL-CONTRADICTION",
                        milestone,
                        "It was told before with another time; the first telling stands."))
                : Optional.empty();
    }

    /** A scanned container is lifted off, and when it is scanned again, on to its next train. */
    @Transactional
    public Optional<Finding> lift(String containerNo, String node, Instant at) {
        var here = jdbc.sql(HERE)
                .param("node", node)
                .param("container", containerNo)
                .param("at", Timestamp.from(at))
                .query(Here.class)
                .optional();
        if (here.isEmpty()) {
            return Optional.of(
                    finding(
                            "RAIL-NOT-ON-TRAIN",
                            containerNo,
                            "No train that had arrived here by then brought it for a further train, or it was lifted on already."));
        }
        return here.get().off() ? on(here.get(), containerNo, node, at) : off(here.get(), containerNo, node, at);
    }

    private Optional<Finding> off(Here here, String containerNo, String node, Instant at) {
        facts.findOnTrain(here.fromTrain(), containerNo)
                .ifPresent(box -> facts.liftedOff(box, here.fromTrain(), node, at));
        return Optional.empty();
    }

    private Optional<Finding> on(Here here, String containerNo, String node, Instant at) {
        var box = facts.findOnTrain(here.nextTrain(), containerNo);
        if (box.isEmpty() || !facts.isOffItsTrain(box.get(), node, at)) {
            return Optional.of(
                    finding("RAIL-NOT-LIFTED-OFF", containerNo, "It was lifted off later than that. Check the time."));
        }
        if (facts.liftedOn(box.get(), here.nextTrain(), node, at) == Booked.NEW) {
            var lifts = new Lifts();
            lifts.add(node, here.fromTrain(), here.nextTrain(), box.get().containerId(), at);
            lifts.publish(publisher);
        }
        return Optional.empty();
    }

    private static Finding finding(String rule, String value, String maybe) {
        return Finding.error(rule, Place.of("actual"), value, maybe);
    }
}
