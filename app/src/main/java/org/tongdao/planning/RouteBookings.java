package org.tongdao.planning;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.routing.Offer;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import tools.jackson.databind.json.JsonMapper;

/** Shippers' bookings of the route desk: room on every stretch or none, a promise with each, given back once. */
@Component
public class RouteBookings {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int TRIES = 4;

    private final JdbcClient jdbc;
    private final RouteDesk desk;
    private final DepartureRoom room;
    private final Promises promises;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RouteBookings(
            JdbcClient jdbc,
            RouteDesk desk,
            DepartureRoom room,
            Promises promises,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.room = room;
        this.promises = promises;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The id of a booking, or why there is none. */
    public record Booked(Optional<Long> id, List<Finding> findings) {}

    /** Books one of the options of a question. {@code token} is the form's own: the same again gives the same booking. */
    public Booked book(Map<String, String> fields, String option, String token, String who) {
        for (int i = 1; ; i++) {
            try {
                var booked = transaction.execute(t -> {
                    var answer = once(fields, option, token, who);
                    if (answer.id().isEmpty()) {
                        t.setRollbackOnly();
                    }
                    return answer;
                });
                return java.util.Objects.requireNonNull(booked);
            } catch (ConcurrencyFailureException e) {
                if (i == TRIES) {
                    return refused("ROUTE-BUSY", option, "try again; others book the same departures");
                }
            }
        }
    }

    private Booked once(Map<String, String> fields, String option, String token, String who) {
        var before = jdbc.sql("SELECT id FROM route_booking WHERE tenant_id = current_tenant() AND token = ?")
                .param(token)
                .query(Long.class)
                .optional();
        if (before.isPresent()) {
            return new Booked(before, List.of());
        }
        var findings = new ArrayList<Finding>();
        var asked = desk.read(fields, findings);
        if (asked.isEmpty()) {
            return new Booked(Optional.empty(), findings);
        }
        var chosen = desk.answer(asked.get()).options().stream()
                .filter(o -> o.key().equals(option))
                .findFirst();
        if (chosen.isEmpty()) {
            return refused("ROUTE-GONE", option, "ask again: the departure is full or does not run any more");
        }
        return write(fields, asked.get(), chosen.get(), token, who);
    }

    private Booked write(Map<String, String> fields, Asked asked, RouteOption option, String token, String who) {
        var need = asked.need();
        long id = jdbc.sql("""
                        INSERT INTO route_booking (tenant_id, token, fields, journey, slots, kg, m3, cost, arrives_at, booked_by, booked_at)
                        VALUES (current_tenant(), ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?) RETURNING id""")
                .params(List.of(
                        token,
                        JSON.writeValueAsString(fields),
                        JSON.writeValueAsString(JourneyDocument.of(option.journey())),
                        need.slots(),
                        need.kg(),
                        need.m3(),
                        Math.round(option.figures().costCny() * 100),
                        Timestamp.from(option.journey().arrives()),
                        who,
                        Timestamp.from(clock.instant())))
                .query(Long.class)
                .single();
        var full = room.take(new Holder("booking", id), need, option.journey());
        if (full.isPresent()) {
            var departure = full.get().departure();
            return refused(
                    "ROUTE-FULL",
                    departure.line() + " " + departure.leaves() + " "
                            + full.get().from() + "-" + full.get().to(),
                    "ask again: another departure has room");
        }
        promises.write(new Holder("booking", id), Optional.of(promised(option.offer())), Booking.FIRST, who);
        return new Booked(Optional.of(id), List.of());
    }

    /** Nine of ten are there by then; never before the timetable's arrival. */
    static Instant promised(Offer offer) {
        double days = offer.odds().days(0.9);
        var planned = offer.journey().arrives();
        if (Double.isInfinite(days)) {
            return planned;
        }
        var likely = offer.journey().ready().plus(Duration.ofMinutes(Math.round(days * 1440)));
        return likely.isAfter(planned) ? likely : planned;
    }

    private static Booked refused(String rule, String value, String maybe) {
        return new Booked(Optional.empty(), List.of(Finding.error(rule, Place.of("option"), value, "Maybe: " + maybe)));
    }

    /** Gives the room back; false when there is no such booking or it was cancelled before. */
    @Transactional
    public boolean cancel(long id) {
        int changed = jdbc.sql("""
                        UPDATE route_booking SET cancelled_at = ? WHERE tenant_id = current_tenant() AND id = ? AND cancelled_at IS NULL""").params(Timestamp.from(clock.instant()), id).update();
        if (changed == 1) {
            room.giveBack(new Holder("booking", id));
        }
        return changed == 1;
    }

    /** The latest 200, newest first. */
    @Transactional(readOnly = true)
    public List<RouteBooking> list() {
        return jdbc.sql("""
                        SELECT b.*, p.promised_at, p.turn, p.reason FROM route_booking b
                        LEFT JOIN LATERAL (SELECT * FROM promise p WHERE p.tenant_id = b.tenant_id AND p.subject = 'booking' AND p.subject_id = b.id
                                           ORDER BY p.turn DESC LIMIT 1) p ON true
                        WHERE b.tenant_id = current_tenant() ORDER BY b.id DESC LIMIT 200""").query((row, n) -> RouteBooking.read(row)).list();
    }
}
