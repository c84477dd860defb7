package org.tongdao.planning;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.loading.TrainRules;
import org.tongdao.routing.Journey;
import org.tongdao.routing.Offer;

/** Gives one sealed container its way: all slots of all legs or none. */
@Component
class Booking {

    /** The reason of a first promise. */
    static final String FIRST = "booked";

    private static final int TRIES = 5;

    /** From the decision to the gate of the station (assumed). */
    private static final Duration AT_STATION = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final DepartureRoom room;
    private final Timetables timetables;
    private final Promises promises;
    private final Clock clock;
    private final TransactionTemplate nested;

    Booking(
            JdbcClient jdbc,
            DepartureRoom room,
            Timetables timetables,
            Promises promises,
            Clock clock,
            org.springframework.transaction.PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.room = room;
        this.timetables = timetables;
        this.promises = promises;
        this.clock = clock;
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    record Box(long id, String no, String type, String hub, long grossG) {

        /** The limit of train_rules.json (cre_1435) that this box breaks, or nothing. */
        Optional<String> tooHeavy() {
            long limit = TrainRules.STANDARD.maxGrossG(type);
            return grossG <= limit
                    ? Optional.empty()
                    : Optional.of("gross " + grossG + " g is above " + limit + " g of a " + type + " on 1435 mm");
        }
    }

    /** Books the container or writes which limit kept it back. */
    boolean book(Box box, Looked looked) {
        var heavy = box.tooHeavy();
        if (heavy.isPresent()) {
            leave(box, "BOX-GROSS", heavy.get());
            return false;
        }
        for (int i = 0; i < TRIES; i++) {
            var way = way(box, looked);
            if (way.isEmpty()) {
                break;
            }
            if (whole(() -> take(box.id(), box.grossG(), way.get()))) {
                promise(new Holder("container", box.id()), way.get());
                return true;
            }
        }
        leave(box, "NO-SLOT", "no train to " + box.hub() + " with a free slot and weight in 28 days");
        return false;
    }

    /** The first promise of a container; a later one needs a reason. */
    private void promise(Holder container, Journey way) {
        if (promises.list(container).isEmpty()) {
            promises.write(container, Optional.of(way.arrives()), FIRST, "planning");
        }
    }

    private Optional<Journey> way(Box box, Looked looked) {
        var ready = clock.instant().plus(AT_STATION);
        return looked.at(box.hub(), ready, timetables.at(ready, Need.container(box.grossG())));
    }

    /** The last question and its answer: containers of one dispatch mostly ask the same. */
    static final class Looked {
        private @Nullable Question asked;
        private Optional<Journey> answer = Optional.empty();

        private record Question(String hub, Instant ready, Timetables.State state) {}

        private Optional<Journey> at(String hub, Instant ready, Timetables.State state) {
            var now = new Question(hub, ready, state);
            if (!now.equals(asked)) {
                asked = now;
                answer = LanePolicy.offers(state.search(), Corridor.byRail(Planning.START, hub, ready)).stream()
                        .findFirst()
                        .map(Offer::journey);
            }
            return answer;
        }
    }

    /** All that is done, or nothing of it when the answer is no. */
    boolean whole(BooleanSupplier act) {
        return Boolean.TRUE.equals(nested.execute(t -> {
            boolean done = act.getAsBoolean();
            if (!done) {
                t.setRollbackOnly();
            }
            return done;
        }));
    }

    private boolean take(long box, long grossG, Journey way) {
        if (room.take(new Holder("container", box), Need.container(grossG), way).isPresent()) {
            return false;
        }
        for (int i = 0; i < way.legs().size(); i++) {
            write(box, i + 1, way.legs().get(i));
        }
        return true;
    }

    /** Another way for a container that was {@link #release released}. */
    boolean again(HeldWays.Held held, Journey way) {
        return whole(() -> take(held.holder().id(), 1000L * held.need().kg(), way));
    }

    /** Takes the legs of a container away that is on no train yet. */
    void release(long box) {
        jdbc.sql("""
                        WITH gone AS (DELETE FROM container_leg WHERE tenant_id = current_tenant() AND container_id = ? AND train_id IS NULL
                                      RETURNING tenant_id, service_run_id)
                        UPDATE service_run r SET booked_ffe = booked_ffe - 1 FROM gone g
                        WHERE r.tenant_id = current_tenant() AND r.tenant_id = g.tenant_id AND r.id = g.service_run_id""").param(box).update();
    }

    private void write(long box, int legNo, Journey.Leg leg) {
        jdbc.sql("""
                        WITH run AS (
                          INSERT INTO service_run (tenant_id, service_code, mode, gauge_mm, from_node, to_node, departs_at, arrives_at, capacity_ffe, booked_ffe)
                          VALUES (current_tenant(), :line, :mode, nullif(:gauge, 0), :from, :to, :departs, :arrives, :slots, 1)
                          ON CONFLICT (tenant_id, service_code, from_node, to_node, departs_at)
                          DO UPDATE SET booked_ffe = service_run.booked_ffe + 1 RETURNING id)
                        INSERT INTO container_leg (tenant_id, container_id, leg_no, mode, gauge_mm, from_node, to_node, planned_depart, planned_arrive, service_run_id)
                        SELECT current_tenant(), :box, :no, :mode, nullif(:gauge, 0), :from, :to, :departs, :arrives, run.id FROM run""")
                .param("box", box)
                .param("no", legNo)
                .param("line", leg.line())
                .param("mode", leg.mode())
                .param("gauge", leg.gaugeMm())
                .param("from", leg.from())
                .param("to", leg.to())
                .param("departs", Timestamp.from(leg.departs()))
                .param("arrives", Timestamp.from(leg.arrives()))
                .param("slots", Corridor.NETWORK.line(leg.line()).capacity().slots())
                .update();
    }

    /** Once per container and rule: asking again tells nothing new. */
    private void leave(Box box, String rule, String detail) {
        jdbc.sql("""
                        INSERT INTO left_behind (tenant_id, subject_kind, subject_id, rule, detail, at)
                        SELECT current_tenant(), 'container', ?, ?, ?, ? WHERE NOT EXISTS (
                          SELECT FROM left_behind WHERE tenant_id = current_tenant() AND subject_kind = 'container' AND subject_id = ? AND rule = ?)""")
                .params(box.id(), rule, detail, Timestamp.from(clock.instant()), box.id(), rule)
                .update();
    }
}
