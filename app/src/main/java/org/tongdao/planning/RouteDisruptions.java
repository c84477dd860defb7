package org.tongdao.planning;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.routing.Disruption;
import org.tongdao.routing.DoorSearch;
import org.tongdao.routing.Offer;
import org.tongdao.routing.Rescue;
import org.tongdao.routing.Stretch;
import org.tongdao.routing.UnderWay;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import tools.jackson.databind.json.JsonMapper;

/**
 * A border closes, a train is late, a departure takes less: who loses his way, what each can have instead, and all of it in one act.
 *
 * <p>Only those who lose their departure are moved, each to the way that changes least ({@link Rescue}); who arrives later than promised gets a new promise with the
 * reason, and who cannot go at all is told so. Goods under way are searched from where they are; what lies behind them stays as it was.
 */
@Component
public class RouteDisruptions {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SHOWN = 3;
    private static final Duration AT_STATION = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Timetables timetables;
    private final DepartureRoom room;
    private final HeldWays held;
    private final Promises promises;
    private final Booking containers;
    private final Clock clock;

    RouteDisruptions(
            JdbcClient jdbc,
            Timetables timetables,
            DepartureRoom room,
            HeldWays held,
            Promises promises,
            Booking containers,
            Clock clock) {
        this.jdbc = jdbc;
        this.timetables = timetables;
        this.room = room;
        this.held = held;
        this.promises = promises;
        this.containers = containers;
        this.clock = clock;
    }

    /**
     * What a disruption comes to.
     *
     * @param departures that do not run as they should
     */
    public record Outcome(int departures, List<Affected> affected, List<Finding> findings) {

        /** Whether the wish could be read. */
        public boolean accepted() {
            return findings.stream().noneMatch(Finding::stops);
        }
    }

    /** Who would be affected; nothing is changed. Fields as in {@link #act}. */
    @Transactional(readOnly = true)
    public Outcome preview(Map<String, String> fields) {
        var findings = new ArrayList<Finding>();
        var wish = DisruptionWish.read(fields, findings);
        if (wish.isEmpty()) {
            return new Outcome(0, List.of(), findings);
        }
        var all = new ArrayList<Affected>();
        for (var one : losing(wish.get())) {
            all.add(affected(one, wish.get()));
        }
        return new Outcome(size(wish.get()), all, List.of());
    }

    /** Does it: fields kind (close, cancel, delay, cut), place, from, until, line, leaves, hours, slots, reason. The same again changes nothing more. */
    @Transactional
    public Outcome act(Map<String, String> fields, String who) {
        var findings = new ArrayList<Finding>();
        var wish = DisruptionWish.read(fields, findings);
        if (wish.isEmpty()) {
            return new Outcome(0, List.of(), findings);
        }
        var losing = losing(wish.get());
        timetables.change(wish.get().disruption(), wish.get().reason(), who, clock.instant());
        var all = new ArrayList<Affected>();
        for (var one : losing) {
            if (one.fixed()) {
                all.add(affected(one, wish.get()));
                findings.add(Finding.warning(
                        "DISRUPTION-COMPOSED",
                        Place.of("container"),
                        one.name(),
                        "Maybe: recall the order to the railway; its train is composed"));
            } else {
                all.add(moved(one, wish.get(), who));
            }
        }
        wish.get().cut().ifPresent(d -> room.limit(d, wish.get().slots()));
        return new Outcome(size(wish.get()), all, findings);
    }

    private static int size(DisruptionWish wish) {
        return wish.disruption().gone().size() + (wish.cut().isPresent() ? 1 : 0);
    }

    /** Those for whom a leg that is not over yet does not run as it should. */
    private List<HeldWays.Held> losing(DisruptionWish wish) {
        var now = clock.instant();
        return wish
                .cut()
                .filter(d -> d.leaves().isAfter(now))
                .map(d -> held.last(d, wish.slots()))
                .orElseGet(() -> holders(wish.disruption()))
                .stream()
                .map(held::get)
                .filter(one -> wish.cut().isPresent() || open(one, now, wish.disruption()))
                .toList();
    }

    private List<Holder> holders(Disruption disruption) {
        var all = new LinkedHashSet<>(held.holders(disruption.gone()));
        disruption.closures().forEach(c -> all.addAll(held.trucks(c.place(), c.from())));
        return List.copyOf(all);
    }

    private static boolean open(HeldWays.Held one, Instant now, Disruption disruption) {
        return one.journey().legs().stream()
                .filter(leg -> leg.arrives().isAfter(now))
                .anyMatch(leg -> disruption.hits(Corridor.NETWORK, leg));
    }

    private UnderWay at(HeldWays.Held one, DisruptionWish wish) {
        return UnderWay.of(Corridor.NETWORK, one.journey(), clock.instant(), wish.disruption());
    }

    private Affected affected(HeldWays.Held one, DisruptionWish wish) {
        var promised = promises.last(one.holder());
        return new Affected(
                one.holder().kind(),
                one.holder().id(),
                one.name(),
                one.to(),
                one.journey().arrives(),
                promised,
                Optional.of(at(one, wish)).filter(UnderWay::left),
                one.fixed() ? List.of() : ways(one, wish).stream().limit(SHOWN).toList(),
                one.fixed());
    }

    private List<Rescue.Way> ways(HeldWays.Held one, DisruptionWish wish) {
        var at = at(one, wish);
        var question = question(one, at);
        var promised = promises.last(one.holder()).orElse(one.journey().arrives());
        return Rescue.of(at.rest(one.journey()), promised, offers(one, wish, at, question));
    }

    private List<Offer> offers(HeldWays.Held one, DisruptionWish wish, UnderWay at, DoorSearch.Question question) {
        if (at.left() && at.place().equals(question.to())) {
            return List.of(at.ended());
        }
        var full = new LinkedHashSet<>(room.full(question.ready(), one.need(), one.holder()));
        wish.cut().ifPresent(full::add);
        return new Timetables.State(timetables.disruption().and(wish.disruption()), Set.copyOf(full))
                .search()
                .ask(question)
                .offers();
    }

    /** From where the goods are: at the start, not earlier than now, or where they come off what they are on. */
    private DoorSearch.Question question(HeldWays.Held one, UnderWay at) {
        if (at.left()) {
            return onward(one, at);
        }
        var soonest = clock.instant().plus(AT_STATION);
        if (one.fields().isEmpty()) {
            return Corridor.byRail(one.from(), one.to(), soonest);
        }
        var q = RouteDesk.again(one.fields()).question();
        var ready = q.ready().isAfter(soonest) ? q.ready() : soonest;
        return new DoorSearch.Question(q.from(), q.to(), ready, q.cargo(), q.mustUse(), q.closed());
    }

    private static DoorSearch.Question onward(HeldWays.Held one, UnderWay at) {
        if (one.fields().isEmpty()) {
            return Corridor.byRail(at.place(), one.to(), at.ready());
        }
        var q = RouteDesk.again(one.fields()).question();
        boolean passed = at.done().stream()
                .flatMap(leg -> Stretch.of(Corridor.NETWORK, leg).stream())
                .anyMatch(s -> s.from().equals(q.mustUse()) || s.to().equals(q.mustUse()));
        return new DoorSearch.Question(
                at.place(), q.to(), at.ready(), q.cargo(), passed ? "" : q.mustUse(), q.closed());
    }

    private Affected moved(HeldWays.Held one, DisruptionWish wish, String who) {
        var promised = promises.last(one.holder());
        var ways = ways(one, wish);
        var at = at(one, wish);
        release(one);
        Optional<Rescue.Way> taken =
                ways.stream().filter(way -> take(one, at, way)).findFirst();
        if (taken.isEmpty()) {
            strand(one);
            promises.write(one.holder(), Optional.empty(), wish.reason(), who);
        } else {
            taken.filter(way -> !way.keepsPromise())
                    .ifPresent(way -> promises.write(one.holder(), Optional.of(promise(one, way)), wish.reason(), who));
        }
        return new Affected(
                one.holder().kind(),
                one.holder().id(),
                one.name(),
                one.to(),
                one.journey().arrives(),
                promised,
                Optional.of(at).filter(UnderWay::left),
                taken.stream().toList(),
                false);
    }

    private static Instant promise(HeldWays.Held one, Rescue.Way way) {
        return one.holder().kind().equals("booking")
                ? RouteBookings.promised(way.offer())
                : way.offer().journey().arrives();
    }

    private void release(HeldWays.Held one) {
        if (one.holder().kind().equals("container")) {
            containers.release(one.holder().id());
        }
        room.giveBack(one.holder());
    }

    private boolean take(HeldWays.Held one, UnderWay at, Rescue.Way way) {
        var journey = at.before(Corridor.NETWORK, way.offer().journey());
        if (one.holder().kind().equals("container")) {
            return containers.again(one, journey);
        }
        if (!containers.whole(() -> room.take(one.holder(), one.need(), journey).isEmpty())) {
            return false;
        }
        jdbc.sql(
                        "UPDATE route_booking SET journey = ?::jsonb, arrives_at = ? WHERE tenant_id = current_tenant() AND id = ?")
                .params(
                        JSON.writeValueAsString(JourneyDocument.of(journey)),
                        Timestamp.from(journey.arrives()),
                        one.holder().id())
                .update();
        return true;
    }

    private void strand(HeldWays.Held one) {
        if (one.holder().kind().equals("booking")) {
            jdbc.sql("UPDATE route_booking SET stranded = true WHERE tenant_id = current_tenant() AND id = ?")
                    .param(one.holder().id())
                    .update();
        }
    }
}
