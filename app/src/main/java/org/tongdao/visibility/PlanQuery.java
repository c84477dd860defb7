package org.tongdao.visibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.tracking.Milestone;
import org.tongdao.tracking.PlannedStep;

/** What is planned for a parcel: the legs of its container, then the typical days from hub to door. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlanQuery {

    private record Leg(String from, String to, Instant departs, Instant arrives, String country) {}

    private static final String LEGS = """
            SELECT l.from_node, l.to_node, l.planned_depart, l.planned_arrive, p.country
            FROM parcel p
            JOIN bag_parcel bp ON bp.tenant_id = p.tenant_id AND bp.parcel_id = p.id
            JOIN container_bag cb ON cb.tenant_id = p.tenant_id AND cb.bag_id = bp.bag_id
            JOIN container_leg l ON l.tenant_id = p.tenant_id AND l.container_id = cb.container_id
            WHERE p.tenant_id = current_tenant() AND p.parcel_no = ?
            ORDER BY l.leg_no
            """;

    private final JdbcClient jdbc;
    private final DoorDays doorDays;

    PlanQuery(JdbcClient jdbc, DoorDays doorDays) {
        this.jdbc = jdbc;
        this.doorDays = doorDays;
    }

    public boolean knows(String parcelNo) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM parcel WHERE tenant_id = current_tenant() AND parcel_no = ?)")
                .param(parcelNo)
                .query(Boolean.class)
                .single();
    }

    /** The steps to come; empty before the parcel is in a booked container. */
    public List<PlannedStep> of(String parcelNo) {
        List<Leg> legs =
                jdbc.sql(LEGS).param(parcelNo).query((row, n) -> leg(row)).list();
        List<PlannedStep> steps = new ArrayList<>();
        for (Leg leg : legs) {
            steps.add(new PlannedStep(Milestone.T090, leg.from(), leg.departs()));
            steps.add(new PlannedStep(Milestone.T180, leg.to(), leg.arrives()));
        }
        if (!legs.isEmpty()) {
            Leg last = legs.get(legs.size() - 1);
            Duration toDoor = Duration.ofDays(doorDays.typical(last.country()));
            steps.add(new PlannedStep(Milestone.T200, last.to(), last.arrives()));
            steps.add(new PlannedStep(Milestone.T250, last.to(), last.arrives().plus(toDoor)));
        }
        return steps;
    }

    private static Leg leg(ResultSet row) throws SQLException {
        return new Leg(
                row.getString("from_node"),
                row.getString("to_node"),
                row.getTimestamp("planned_depart").toInstant(),
                row.getTimestamp("planned_arrive").toInstant(),
                row.getString("country"));
    }
}
