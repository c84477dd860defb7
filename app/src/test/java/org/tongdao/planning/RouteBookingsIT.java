package org.tongdao.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import org.tongdao.routing.Departure;
import org.tongdao.tree.TreeStory;

/** The route desk: booking with a promise, and what becomes of both when something does not run. */
@OnDatabase
class RouteBookingsIT {

    @Autowired
    FreshTenant tenants;

    @Autowired
    RouteDesk desk;

    @Autowired
    RouteBookings bookings;

    @Autowired
    RouteDisruptions disruptions;

    @Autowired
    DepartureRoom room;

    @Autowired
    PromiseHistory history;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void wallClockAgain() {
        clock.release();
    }

    private static Map<String, String> to(String place, String... more) {
        var fields = new java.util.LinkedHashMap<>(
                Map.of("from", "DST", "to", place, "depart", TreeStory.day(2).toString()));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    private RouteOption first(Map<String, String> fields) {
        return desk.ask(fields).options().get(0);
    }

    @Test
    void fortyOnePeopleAtOnceGetFortySlotsAndOneReason() {
        int tenant = tenants.create();
        var option = Tenancy.as(tenant, () -> {
            clock.set(TreeStory.day(1));
            return first(to("ALA"));
        });
        var number = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(6);
        var booked = new ArrayList<RouteBookings.Booked>();
        try {
            Callable<RouteBookings.Booked> book = () -> Tenancy.as(
                    tenant, () -> bookings.book(to("ALA"), option.key(), "t" + number.incrementAndGet(), "li"));
            for (var answer : threads.invokeAll(Collections.nCopies(41, book))) {
                booked.add(answer.get());
            }
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
        assertThat(booked).filteredOn(b -> b.id().isPresent()).hasSize(40);
        assertThat(booked)
                .filteredOn(b -> b.id().isEmpty())
                .singleElement()
                .satisfies(b ->
                        assertThat(b.findings()).extracting(f -> f.rule()).containsAnyOf("ROUTE-FULL", "ROUTE-GONE"));
        Tenancy.run(tenant, () -> {
            assertThat(number("SELECT max(taken_slots) FROM departure_stretch")).isEqualTo(4_000);
            assertThat(number("SELECT count(*) FROM promise")).isEqualTo(40);
            assertThat(first(to("ALA")).key()).isNotEqualTo(option.key());
        });
    }

    @Test
    void theSameFormSentTwiceBooksOnceAndCancellingTwiceGivesBackOnce() {
        Tenancy.run(tenants.create(), () -> {
            clock.set(TreeStory.day(1));
            var fields = to("WAW", "weight", "6000", "volume", "10");
            var key = first(fields).key();
            long id = bookings.book(fields, key, "once", "li").id().orElseThrow();
            assertThat(bookings.book(fields, key, "once", "li").id()).contains(id);
            assertThat(bookings.list()).singleElement().satisfies(b -> {
                assertThat(b.slots()).isEqualTo(24);
                assertThat(b.promised().orElseThrow()).isAfterOrEqualTo(b.arrives());
            });
            assertThat(number("SELECT min(taken_kg) FROM departure_stretch")).isEqualTo(6_000);
            assertThat(bookings.cancel(id)).isTrue();
            assertThat(bookings.cancel(id)).isFalse();
            assertThat(number("SELECT sum(taken_slots + taken_kg + taken_m3) FROM departure_stretch"))
                    .isZero();
        });
    }

    @Test
    void wrongQuestionsAreToldAndAPastOptionIsGone() {
        Tenancy.run(tenants.create(), () -> {
            clock.set(TreeStory.day(1));
            assertThat(desk.ask(to("XXX", "weight", "-4", "volume", "much", "size", "big"))
                            .findings())
                    .extracting(f -> f.rule())
                    .contains("ROUTE-WEIGHT", "ROUTE-VOLUME", "ROUTE-SIZE");
            var past = to("ALA");
            past.put("depart", TreeStory.day(0).toString());
            assertThat(desk.ask(past).findings()).extracting(f -> f.rule()).contains("ROUTE-PAST");
            assertThat(bookings.book(to("ALA"), "UD.nothing", "x", "li").findings())
                    .extracting(f -> f.rule())
                    .containsExactly("ROUTE-GONE");
        });
    }

    @Test
    void aCancelledDepartureMovesItsBookingsAndTellsWhoIsLaterWhy() {
        Tenancy.run(tenants.create(), () -> {
            clock.set(TreeStory.day(1));
            var option = first(to("ALA"));
            long id = bookings.book(to("ALA"), option.key(), "a", "li").id().orElseThrow();
            var leg = option.journey().legs().get(0);
            var wish = Map.of(
                    "kind",
                    "delay",
                    "line",
                    leg.line(),
                    "leaves",
                    leg.departs().toString(),
                    "hours",
                    "100",
                    "reason",
                    "snow");
            var before = disruptions.preview(wish);
            assertThat(before.affected()).singleElement().satisfies(a -> {
                assertThat(a.id()).isEqualTo(id);
                assertThat(a.ways()).isNotEmpty();
            });
            assertThat(bookings.list().get(0).turn())
                    .as("looking changes nothing")
                    .isEqualTo(1);
            disruptions.act(wish, "wang");
            var after = bookings.list().get(0);
            assertThat(after.journey().departs()).isNotEqualTo(leg.departs().toString());
            assertThat(after.promised().orElseThrow()).isAfterOrEqualTo(after.arrives());
            assertThat(disruptions.act(wish, "wang").affected()).isEmpty();
            assertThat(
                            number(
                                    "SELECT count(*) FROM room_hold h JOIN departure_change c USING (tenant_id, line, leaves_at) WHERE NOT c.runs"))
                    .isZero();
            assertThat(desk.ask(to("ALA")).options()).noneMatch(o -> o.key().equals(option.key()));
        });
    }

    @Test
    void aClosedBorderWithNoWayRoundStrandsTheBookingAndSaysSo() {
        Tenancy.run(tenants.create(), () -> {
            clock.set(TreeStory.day(1));
            var option = first(to("ALA"));
            assertThat(bookings.book(to("ALA"), option.key(), "a", "li").id()).isPresent();
            var wish = Map.of(
                    "kind", "close",
                    "place", "DST",
                    "from", TreeStory.day(1).toString(),
                    "until", TreeStory.day(50).toString(),
                    "reason", "the border is shut");
            var outcome = disruptions.act(wish, "wang");
            assertThat(outcome.departures()).isGreaterThan(40);
            assertThat(outcome.affected())
                    .singleElement()
                    .satisfies(a -> assertThat(a.ways()).isEmpty());
            assertThat(bookings.list()).singleElement().satisfies(b -> {
                assertThat(b.stranded()).isTrue();
                assertThat(b.promised()).isEmpty();
                assertThat(b.reason()).isEqualTo("the border is shut");
                assertThat(b.turn()).isEqualTo(2);
            });
            assertThat(number("SELECT count(*) FROM room_hold")).isZero();
        });
    }

    @Test
    void aCutMovesThoseWhoCameLast() {
        Tenancy.run(tenants.create(), () -> {
            clock.set(TreeStory.day(1));
            var option = first(to("ALA"));
            for (int i = 0; i < 3; i++) {
                assertThat(bookings.book(to("ALA"), option.key(), "c" + i, "li").id())
                        .isPresent();
            }
            var leg = option.journey().legs().get(0);
            var cut = Map.of(
                    "kind",
                    "cut",
                    "line",
                    leg.line(),
                    "leaves",
                    leg.departs().toString(),
                    "slots",
                    "2",
                    "reason",
                    "axle");
            assertThat(disruptions.act(cut, "wang").affected()).hasSize(1);
            assertThat(bookings.list().get(0).journey().departs())
                    .isNotEqualTo(leg.departs().toString());
            assertThat(bookings.list().subList(1, 3))
                    .allMatch(b -> b.journey().departs().equals(leg.departs().toString()));
            assertThat(bookings.book(to("ALA"), option.key(), "late", "li").findings())
                    .isNotEmpty();
        });
    }

    @Test
    void aClosedPlaceKeepsTrucksOnCallOffAndMovesTheirBookings() {
        Tenancy.run(tenants.create(), () -> {
            clock.set(TreeStory.day(1));
            var fields = to("BER", "from", "WAW");
            var option = first(fields);
            assertThat(option.journey().legs())
                    .singleElement()
                    .satisfies(l -> assertThat(l.line()).isEmpty());
            long id = bookings.book(fields, option.key(), "truck", "li").id().orElseThrow();
            var reopens = TreeStory.day(9);
            var wish = Map.of(
                    "kind", "close",
                    "place", "BER",
                    "from", TreeStory.day(2).toString(),
                    "until", reopens.toString(),
                    "reason", "a blockade");
            assertThat(disruptions.preview(wish).affected())
                    .singleElement()
                    .satisfies(a -> assertThat(a.id()).isEqualTo(id));
            assertThat(disruptions.act(wish, "wang").accepted()).isTrue();
            var after = bookings.list().get(0);
            assertThat(after.arrives()).isAfterOrEqualTo(reopens);
            assertThat(after.promised().orElseThrow()).isAfterOrEqualTo(after.arrives());
            assertThat(after.reason()).isEqualTo("a blockade");
            assertThat(disruptions.act(wish, "wang").affected()).isEmpty();
            assertThat(first(fields).journey().arrives()).isAfterOrEqualTo(reopens);
        });
    }

    @Test
    void whatOneHoldsOneselfIsNoReasonToLeaveAFullDeparture() {
        Tenancy.run(tenants.create(), () -> {
            clock.set(TreeStory.day(1));
            var option = first(to("ALA"));
            long id = bookings.book(to("ALA"), option.key(), "own", "li").id().orElseThrow();
            var departure = org.tongdao.routing.Stretch.of(
                            Corridor.NETWORK, option.journey().legs().get(0))
                    .get(0)
                    .departure();
            var cut = Map.of(
                    "kind", "cut",
                    "line", departure.line(),
                    "leaves", departure.leaves().toString(),
                    "slots", "1",
                    "reason", "a short train");
            assertThat(disruptions.act(cut, "wang").affected()).isEmpty();
            var need = new Need(100, 0, 0);
            Set<Departure> others = full(need, new Holder("", 0));
            assertThat(others).contains(departure);
            assertThat(full(need, new Holder("booking", id))).doesNotContain(departure);
        });
    }

    private Set<Departure> full(Need need, Holder own) {
        return java.util.Objects.requireNonNull(transaction.execute(t -> room.full(TreeStory.day(1), need, own)));
    }

    @Test
    void goodsAboardALateTrainToTheirEndStayOnItAndAreToldWhenTheyCome() {
        Tenancy.run(tenants.create(), () -> {
            clock.set(TreeStory.day(1));
            var option = desk.ask(to("ALA")).options().stream()
                    .filter(o -> o.journey().legs().size() == 1)
                    .findFirst()
                    .orElseThrow();
            assertThat(bookings.book(to("ALA"), option.key(), "aboard", "li").id())
                    .isPresent();
            var leg = option.journey().legs().get(0);
            clock.set(leg.departs().plus(java.time.Duration.ofMinutes(10)));
            var leaves = org.tongdao.routing.Stretch.of(Corridor.NETWORK, leg)
                    .get(0)
                    .departure()
                    .leaves();
            var late = Map.of(
                    "kind", "delay",
                    "line", leg.line(),
                    "leaves", leaves.toString(),
                    "hours", "90",
                    "reason", "snow");
            disruptions.act(late, "wang");
            assertThat(bookings.list()).singleElement().satisfies(b -> {
                assertThat(b.stranded()).isFalse();
                assertThat(b.arrives()).isEqualTo(option.journey().arrives().plus(java.time.Duration.ofHours(90)));
                assertThat(b.reason()).isEqualTo("snow");
            });
        });
    }

    private long number(String sql) {
        Long value = transaction.execute(
                t -> jdbc.sql(sql).query(java.math.BigDecimal.class).single().longValueExact());
        return value == null ? -1 : value;
    }

    @Test
    void goodsUnderWayGoOnFromWhereTheyAreAndWhatLiesBehindThemStays() {
        Tenancy.run(tenants.create(), () -> {
            clock.set(TreeStory.day(1));
            var option = desk.ask(to("WAW")).options().stream()
                    .filter(o -> o.journey().legs().size() > 1
                            && !o.journey().legs().get(1).line().isEmpty())
                    .findFirst()
                    .orElseThrow();
            assertThat(bookings.book(to("WAW"), option.key(), "way", "li").id()).isPresent();
            var first = option.journey().legs().get(0);
            var second = option.journey().legs().get(1);
            clock.set(first.departs().plus(java.time.Duration.ofMinutes(10)));
            var leaves = org.tongdao.routing.Stretch.of(Corridor.NETWORK, second)
                    .get(0)
                    .departure()
                    .leaves();
            var wish = Map.of(
                    "kind", "cancel", "line", second.line(), "leaves", leaves.toString(), "reason", "no locomotive");
            assertThat(disruptions.preview(wish).affected())
                    .singleElement()
                    .satisfies(a -> assertThat(a.at().orElseThrow().place()).isEqualTo(first.to()));
            disruptions.act(wish, "wang");
            var after = bookings.list().get(0);
            assertThat(after.journey().legs().get(0).line()).isEqualTo(first.line());
            assertThat(after.journey().legs().get(0).departs())
                    .isEqualTo(first.departs().toString());
            assertThat(after.journey().legs().get(1).from()).isEqualTo(first.to());
            assertThat(java.time.Instant.parse(after.journey().legs().get(1).departs()))
                    .isAfterOrEqualTo(first.ready());
            assertThat(number("SELECT count(*) FROM room_hold h WHERE line = '" + first.line() + "'"))
                    .isPositive();
            assertThat(history.ofBooking(after.id()))
                    .extracting(Promised::reason)
                    .startsWith("booked")
                    .doesNotContain("");
            clock.set(java.time.Instant.parse(after.journey().legs().get(0).arrives()));
            var late = Map.of(
                    "kind",
                    "cancel",
                    "line",
                    first.line(),
                    "leaves",
                    first.departs().toString(),
                    "reason",
                    "over");
            assertThat(disruptions.preview(late).affected())
                    .as("a train that is left behind harms nobody")
                    .isEmpty();
        });
    }
}
