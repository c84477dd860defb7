package org.tongdao.port;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door of port. Every step may be repeated: what was done is not done again. */
@Component
public class Port {

    static final String WIRE = "rail";

    private final OrderDesk orders;
    private final DepartureGate gate;
    private final RailPost post;
    private final PassagePlanner planner;
    private final TrainBoard board;
    private final JdbcClient jdbc;
    private final Clock clock;

    Port(
            OrderDesk orders,
            DepartureGate gate,
            RailPost post,
            PassagePlanner planner,
            TrainBoard board,
            JdbcClient jdbc,
            Clock clock) {
        this.orders = orders;
        this.gate = gate;
        this.post = post;
        this.planner = planner;
        this.board = board;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Orders a composed train from the railway; returns what blocks it, and orders nothing, when something on board is not released or not sealed. */
    @Transactional
    public List<Blocker> order(long trainId) {
        if (orders.isOrdered(trainId)) {
            return List.of();
        }
        var now = clock.instant();
        var blockers = gate.beforeOrder(trainId, now);
        if (blockers.isEmpty()) {
            orders.order(trainId);
        } else {
            gate.record(trainId, blockers, now);
        }
        return blockers;
    }

    /** Orders every composed train that was not ordered and that nothing blocks, by train number; returns how many. */
    @Transactional
    public int orderAll() {
        var waiting = jdbc.sql("""
                        SELECT t.id FROM train t WHERE t.tenant_id = current_tenant()
                          AND NOT EXISTS (SELECT FROM train_order o WHERE o.tenant_id = t.tenant_id AND o.train_id = t.id)
                        ORDER BY t.train_no""").query(Long.class).list();
        return (int) waiting.stream().filter(id -> order(id).isEmpty()).count();
    }

    /** Takes in what railway and border stations told since the last time; returns how many documents. */
    public int collect() {
        return post.collect();
    }

    /** What speaks against the train leaving now; empty when it may go. */
    @Transactional(readOnly = true)
    public List<Blocker> blockers(long trainId) {
        return gate.beforeDeparture(trainId, clock.instant());
    }

    /** When the train's containers get through the border at the end of its run, serial and parallel, and what holds them up. */
    @Transactional(readOnly = true)
    public PassagePlan planPassage(long trainId) {
        return planner.plan(trainId);
    }

    /** All trains with the state of their five priorities, next to leave first. */
    @Transactional(readOnly = true)
    public List<TrainProgress> trains() {
        return board.trains(clock.instant());
    }

    /** Where the trains on their way are now. */
    @Transactional(readOnly = true)
    public List<TrainPosition> positions() {
        return board.positions(clock.instant());
    }

    /** Whether everything that came by a train went on, container by container and parcel by parcel. */
    @Transactional(readOnly = true)
    public Conservation conservation(long fromTrain) {
        return board.conservation(fromTrain);
    }

    /** What the railway told that somebody must look at, latest first. */
    @Transactional(readOnly = true)
    public List<RailFinding> findings() {
        return board.findings();
    }
}
