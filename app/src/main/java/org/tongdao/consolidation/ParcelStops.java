package org.tongdao.consolidation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.terms.Finding;

/** Parcels that may not travel for now, and why: no bag takes them, no train leaves with them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ParcelStops {

    /** Kept back here, or given back to its sender. */
    public enum Kind {
        HOLD,
        RETURN
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    ParcelStops(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Finding> stop(ParcelHere parcel, Kind kind, String reason, String actor) {
        if (parcel.gone()) {
            return HandRules.mayTravel(parcel);
        }
        if (parcel.isStopped()) {
            return HandRules.no("BENCH-TWICE", parcel.stopReason(), "It is kept back already.");
        }
        if (kind == Kind.RETURN && !parcel.bag().isEmpty()) {
            return HandRules.no("BENCH-ELSEWHERE", parcel.where(), "Take it out there before it goes back.");
        }
        jdbc.sql(
                        "INSERT INTO parcel_stop (tenant_id, parcel_id, kind, reason, actor, at) VALUES (current_tenant(), ?, ?, ?, ?, ?)")
                .params(parcel.id(), kind.name(), reason, actor, Timestamp.from(clock.instant()))
                .update();
        return Optional.empty();
    }

    /** Lets it travel again. */
    public Optional<Finding> end(ParcelHere parcel, String reason, String actor) {
        int ended = jdbc.sql("""
                        INSERT INTO parcel_stop_end (tenant_id, stop_id, reason, actor, at)
                        SELECT tenant_id, stop_id, ?, ?, ? FROM stopped_parcel WHERE tenant_id = current_tenant() AND parcel_id = ?""")
                .params(reason, actor, Timestamp.from(clock.instant()), parcel.id())
                .update();
        return ended > 0
                ? Optional.empty()
                : HandRules.no("BENCH-NOT-STOPPED", parcel.parcelNo(), "It is not kept back.");
    }
}
