package org.tongdao.planning;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.loading.TrainRules;
import org.tongdao.routing.Itinerary;
import org.tongdao.routing.Run;

/** Gives one sealed container its way: all slots of all legs or none. */
@Component
class Booking {

    private static final int TRIES = 5;

    private final JdbcClient jdbc;
    private final ServiceRuns runs;
    private final Clock clock;
    private final TransactionTemplate nested;

    Booking(
            JdbcClient jdbc,
            ServiceRuns runs,
            Clock clock,
            org.springframework.transaction.PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.runs = runs;
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
    boolean book(Box box) {
        var heavy = box.tooHeavy();
        if (heavy.isPresent()) {
            leave(box, "BOX-GROSS", heavy.get());
            return false;
        }
        for (int i = 0; i < TRIES; i++) {
            var way = way(box);
            if (way.isEmpty()) {
                break;
            }
            if (Boolean.TRUE.equals(nested.execute(t -> {
                boolean booked = take(box, way.get());
                if (!booked) {
                    t.setRollbackOnly();
                }
                return booked;
            }))) {
                return true;
            }
        }
        leave(box, "NO-SLOT", "no train to " + box.hub() + " with a free slot and weight in 28 days");
        return false;
    }

    private Optional<Itinerary> way(Box box) {
        var ready = clock.instant().plus(Duration.ofHours(1));
        var open = runs.open(ready, box.grossG()).stream()
                .filter(r -> r.mode().equals("rail"))
                .toList();
        return LanePolicy.offers(Planning.START, box.hub(), ready, open).stream()
                .findFirst()
                .map(LanePolicy.Offer::way);
    }

    boolean take(Box box, Itinerary way) {
        List<Run> legs = way.runs();
        for (int i = 0; i < legs.size(); i++) {
            if (!runs.take(legs.get(i), box.grossG())) {
                return false;
            }
            write(box, i + 1, legs.get(i));
        }
        return true;
    }

    private void write(Box box, int legNo, Run run) {
        jdbc.sql(
                        "INSERT INTO container_leg (tenant_id, container_id, leg_no, mode, gauge_mm, from_node, to_node, planned_depart, planned_arrive, service_run_id)"
                                + " VALUES (current_tenant(), ?, ?, ?, nullif(?, 0), ?, ?, ?, ?, ?)")
                .params(
                        box.id(),
                        legNo,
                        run.mode(),
                        run.gaugeMm(),
                        run.from(),
                        run.to(),
                        Timestamp.from(run.departs()),
                        Timestamp.from(run.arrives()),
                        run.id())
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
