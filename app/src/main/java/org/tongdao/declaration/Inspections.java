package org.tongdao.declaration;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * Reservations with customs' inspectors, at any hour of the day (24 h reservation). A slot never holds more parcels than its capacity (I-15, I-18): its
 * counter row is changed under a condition, and a check of the database stands behind it.
 */
@Component
public class Inspections {

    private static final String OPEN_SLOT = """
            INSERT INTO inspection_slot (tenant_id, place, starts_at, ends_at, capacity, made_by) VALUES (current_tenant(), ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String TAKE = """
            UPDATE inspection_slot SET booked = booked + 1
            WHERE tenant_id = current_tenant() AND id = ? AND booked < capacity AND ends_at > ?
            """;
    /** Only what customs wants to see and has not released. */
    private static final String BOOK = """
            INSERT INTO inspection_booking (tenant_id, parcel_id, slot_id, booked_by, booked_at)
            SELECT current_tenant(), p.id, ?, ?, ? FROM parcel p
            WHERE p.tenant_id = current_tenant() AND p.parcel_no = ?
              AND EXISTS (SELECT FROM broker_queue q WHERE q.tenant_id = p.tenant_id AND q.parcel_id = p.id AND q.cause = 'INSPECTION')
            ON CONFLICT (tenant_id, parcel_id) DO NOTHING
            """;
    /** Slot before booking, in the order in which booking takes them. */
    private static final String LOCK = """
            SELECT s.id FROM inspection_slot s
            JOIN inspection_booking b ON b.tenant_id = s.tenant_id AND b.slot_id = s.id
            JOIN parcel p ON p.tenant_id = b.tenant_id AND p.id = b.parcel_id
            WHERE s.tenant_id = current_tenant() AND p.parcel_no = ? FOR UPDATE OF s
            """;

    private static final String CANCEL = """
            WITH gone AS (
                DELETE FROM inspection_booking b USING parcel p
                WHERE p.tenant_id = current_tenant() AND p.parcel_no = ? AND b.tenant_id = p.tenant_id AND b.parcel_id = p.id
                RETURNING b.slot_id)
            UPDATE inspection_slot s SET booked = booked - 1 FROM gone WHERE s.tenant_id = current_tenant() AND s.id = gone.slot_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Inspections(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A time that customs agreed to; absent findings mean it is in the calendar. */
    @Transactional
    public Optional<Finding> open(InspectionTime time, String actor) {
        var wrong = wrong(time);
        if (wrong.isPresent()) {
            return wrong;
        }
        boolean made = jdbc.sql(OPEN_SLOT)
                        .params(
                                time.place(),
                                Timestamp.from(time.starts()),
                                Timestamp.from(time.ends()),
                                time.capacity(),
                                actor)
                        .update()
                == 1;
        return made
                ? Optional.empty()
                : finding(
                        "SLOT-OVERLAP",
                        time.place() + " " + time.starts(),
                        "This place has a time that overlaps. Choose another hour, or book into that one.");
    }

    private Optional<Finding> wrong(InspectionTime time) {
        if (time.place().isBlank()) {
            return finding("SLOT-PLACE", "", "Say where customs inspects, such as the name of the yard.");
        }
        if (!time.ends().isAfter(time.starts())
                || Duration.between(time.starts(), time.ends()).toHours() > 24) {
            return finding(
                    "SLOT-TIME",
                    time.starts() + " – " + time.ends(),
                    "The end comes after the start, at most 24 hours later.");
        }
        if (!time.ends().isAfter(clock.instant())) {
            return finding("SLOT-PAST", time.ends().toString(), "This time is over. Choose a later one.");
        }
        return time.capacity() < 1 || time.capacity() > 10_000
                ? finding("SLOT-CAPACITY", String.valueOf(time.capacity()), "Say how many parcels fit, 1 to 10000.")
                : Optional.empty();
    }

    /** Books parcels one by one into a slot; those that cannot be booked come back as findings, the others are booked. */
    @Transactional
    public List<Finding> book(long slot, List<String> parcels, String actor) {
        var findings = new ArrayList<Finding>();
        for (String parcel : parcels) {
            one(slot, parcel, actor).ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Finding> one(long slot, String parcel, String actor) {
        Instant now = clock.instant();
        if (jdbc.sql(TAKE).params(slot, Timestamp.from(now)).update() == 0) {
            return finding(
                    "SLOT-FULL", parcel, "The time is full, over or not known. Choose another, or open one more.");
        }
        if (jdbc.sql(BOOK).params(slot, actor, Timestamp.from(now), parcel).update() == 1) {
            return Optional.empty();
        }
        jdbc.sql("UPDATE inspection_slot SET booked = booked - 1 WHERE tenant_id = current_tenant() AND id = ?")
                .param(slot)
                .update();
        return finding(
                "SLOT-PARCEL",
                parcel,
                "Customs does not ask to see this parcel now, or it has a reservation already. Cancel that one first.");
    }

    /** Gives the place of a parcel back; false when it has none. */
    @Transactional
    public boolean cancel(String parcel) {
        boolean has = !jdbc.sql(LOCK).param(parcel).query(Long.class).list().isEmpty();
        return has && jdbc.sql(CANCEL).param(parcel).update() == 1;
    }

    private static Optional<Finding> finding(String rule, String value, String maybe) {
        return Optional.of(Finding.error(rule, Place.of("inspection"), value, maybe));
    }
}
