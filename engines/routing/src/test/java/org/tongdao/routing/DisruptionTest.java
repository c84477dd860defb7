package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Closed borders, cancelled and late trains: who is hit, and that what is offered instead does not use what is gone. */
class DisruptionTest {

    private static final Network NETWORK =
            NetworkFolder.read(Path.of("../../data/network")).network();
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    private static List<Offer> offers(Network network, String to, Instant ready) {
        return new DoorSearch(network, 28)
                .ask(new DoorSearch.Question("URC", to, ready, Cargo.PLAIN))
                .offers();
    }

    private static boolean passes(Journey way, String place, Instant from, Instant until) {
        return way.legs().stream()
                .flatMap(l -> Stretch.of(NETWORK, l).stream())
                .anyMatch(s -> s.from().equals(place)
                                && !s.departs().isBefore(from)
                                && s.departs().isBefore(until)
                        || s.to().equals(place)
                                && !s.arrives().isBefore(from)
                                && s.arrives().isBefore(until));
    }

    @Test
    void noWayPassesABorderWhileItIsClosedAndOnlyThoseThatPassAreHit() {
        var until = MONDAY.plus(Duration.ofDays(5));
        for (var border : List.of("DST", "HRS", "MAA")) {
            var closed = Disruption.closed(NETWORK, border, MONDAY, until);
            int hit = 0;
            for (var to : List.of("ALA", "WAW", "CPE", "DYU")) {
                for (var offer : offers(NETWORK, to, MONDAY)) {
                    if (passes(offer.journey(), border, MONDAY, until)) {
                        hit++;
                        assertThat(closed.hits(NETWORK, offer.journey())).isTrue();
                    }
                }
                assertThat(offers(closed.on(NETWORK), to, MONDAY)).isNotEmpty().allSatisfy(o -> {
                    assertThat(closed.hits(NETWORK, o.journey())).isFalse();
                    assertThat(passes(o.journey(), border, MONDAY, until)).isFalse();
                });
            }
            assertThat(closed.gone()).isNotEmpty();
            assertThat(hit).as(border).isGreaterThanOrEqualTo(border.equals("MAA") ? 0 : 1);
        }
    }

    @Test
    void aLateTrainStillRunsAtItsNewTime() {
        var first = rail(offers(NETWORK, "ALA", MONDAY));
        var departure = Stretch.of(NETWORK, first.legs().get(0)).get(0).departure();
        var late = Disruption.delayed(departure, Duration.ofHours(7));
        assertThat(late.hits(NETWORK, first)).isTrue();
        var after = late.on(NETWORK);
        assertThat(after.without(late.added()).without(late.gone()))
                .extracting(n -> departures(n, departure.line()))
                .isEqualTo(departures(NETWORK.without(late.gone()), departure.line()));
        assertThat(departures(after, departure.line()))
                .contains(departure.leaves().plus(Duration.ofHours(7)))
                .doesNotContain(departure.leaves());
        assertThatThrownBy(() -> Disruption.delayed(departure, Duration.ZERO)).hasMessageContaining("above 0");
    }

    @Test
    void ofTheNewWaysThoseThatKeepThePromiseAndTheOldLegsComeFirst() {
        int late = 0;
        for (int day = 0; day < 14; day++) {
            var ready = MONDAY.plus(Duration.ofDays(day));
            var old = rail(offers(NETWORK, "CPE", ready));
            var gone = Disruption.cancelled(
                    Stretch.of(NETWORK, old.legs().get(0)).get(0).departure());
            var offers = offers(gone.on(NETWORK), "CPE", ready);
            var ways = Rescue.of(old, old.arrives(), offers);
            assertThat(ways).hasSameSizeAs(offers);
            assertThat(ways).noneMatch(w -> gone.hits(NETWORK, w.offer().journey()));
            for (int i = 1; i < ways.size(); i++) {
                var a = ways.get(i - 1);
                var b = ways.get(i);
                assertThat(a.late()).isLessThanOrEqualTo(b.late());
                if (a.late().equals(b.late())) {
                    assertThat(a.changed()).isLessThanOrEqualTo(b.changed());
                }
            }
            assertThat(ways.get(0).keepsPromise())
                    .isEqualTo(
                            offers.stream().anyMatch(o -> !o.journey().arrives().isAfter(old.arrives())));
            assertThat(ways.get(0).changed()).isBetween(1, old.legs().size());
            late += ways.get(ways.size() - 1).keepsPromise() ? 0 : 1;
        }
        assertThat(late).isPositive();
    }

    @Test
    void theOldWayItselfChangesNothingAndIsNotLate() {
        var offers = offers(NETWORK, "WAW", MONDAY);
        var old = offers.get(0).journey();
        var same = Rescue.of(old, old.arrives(), offers).get(0);
        assertThat(same.offer().journey()).isEqualTo(old);
        assertThat(same.changed()).isZero();
        assertThat(same.late()).isEqualTo(Duration.ZERO);
    }

    private static Journey rail(List<Offer> offers) {
        return offers.stream()
                .map(Offer::journey)
                .filter(j -> j.legs().stream().allMatch(l -> l.mode().equals("rail")))
                .findFirst()
                .orElseThrow();
    }

    private static List<Instant> departures(Network network, String line) {
        var one = network.line(line);
        var all = new ArrayList<>(
                new Calendar(one.days(), network.zone(one)).between(MONDAY, MONDAY.plus(Duration.ofDays(20))));
        all.sort(null);
        return all;
    }

    @Test
    void twoDisruptionsOfOneLineAddUp() {
        var way = rail(offers(NETWORK, "WAW", MONDAY));
        var gone = Set.copyOf(way.legs().stream()
                .flatMap(l -> Stretch.of(NETWORK, l).stream())
                .map(Stretch::departure)
                .toList());
        var all = new Disruption(gone, Set.of());
        var one = NETWORK;
        for (var d : gone) {
            one = Disruption.cancelled(d).on(one);
        }
        assertThat(offers(all.on(NETWORK), "WAW", MONDAY))
                .extracting(Offer::journey)
                .isEqualTo(
                        offers(one, "WAW", MONDAY).stream().map(Offer::journey).toList());
    }
}
