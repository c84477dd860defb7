package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Goods that have left are searched from where they are, and what lies behind them stays. */
class UnderWayTest {

    private static final Network NETWORK =
            NetworkFolder.read(Path.of("../../data/network")).network();
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final Disruption NONE = new Disruption(Set.of(), Set.of());

    private static List<Journey> ways() {
        return new DoorSearch(NETWORK, 28)
                .ask(new DoorSearch.Question("URC", "WAW", MONDAY, Cargo.PLAIN)).offers().stream()
                        .map(Offer::journey)
                        .toList();
    }

    private static Journey rail() {
        return ways().stream()
                .filter(j -> j.legs().size() > 2
                        && j.legs().stream().allMatch(l -> l.mode().equals("rail")))
                .findFirst()
                .orElseThrow();
    }

    private static Departure departure(Journey.Leg leg) {
        return Stretch.of(NETWORK, leg).get(0).departure();
    }

    @Test
    void beforeTheFirstDepartureNothingIsDone() {
        var way = rail();
        var at = UnderWay.of(NETWORK, way, way.departs().minusSeconds(60), NONE);
        assertThat(at.left()).isFalse();
        assertThat(at.place()).isEqualTo("URC");
        assertThat(at.rest(way).legs()).isEqualTo(way.legs());
        assertThat(at.before(NETWORK, way)).isSameAs(way);
    }

    @Test
    void atEveryHourOfEveryWayWhatIsDoneAndWhatIsOpenMakeTheWhole() {
        for (var way : ways()) {
            for (var now = way.ready(); now.isBefore(way.arrives()); now = now.plus(Duration.ofHours(1))) {
                var at = UnderWay.of(NETWORK, way, now, NONE);
                var rest = at.rest(way);
                assertThat(at.done()).isEqualTo(way.legs().subList(0, at.done().size()));
                assertThat(at.done().size() + rest.legs().size())
                        .isEqualTo(way.legs().size());
                assertThat(at.ready()).isAfterOrEqualTo(now);
                for (var leg : rest.legs()) {
                    assertThat(leg.departs()).isAfter(now);
                }
                if (!rest.legs().isEmpty()) {
                    assertThat(at.place()).isEqualTo(rest.legs().get(0).from());
                }
                var whole = at.before(
                        NETWORK,
                        new Journey(
                                rest.legs(), at.ready(), rest.departs(), way.arrives(), 0, 0, 0, 0, rest.transfers()));
                assertThat(whole.legs()).isEqualTo(way.legs());
                assertThat(whole.arrives()).isEqualTo(way.arrives());
                assertThat(whole.transfers()).isBetween(0, way.legs().size());
            }
        }
    }

    @Test
    void whatIsCarriedByNowHasItsCostAndCo2() {
        var way = rail();
        var last = way.legs().get(way.legs().size() - 1);
        var at = UnderWay.of(NETWORK, way, last.departs(), NONE);
        assertThat(at.rest(way).legs()).isEmpty();
        assertThat(at.place()).isEqualTo("WAW");
        var nothing = new Journey(List.of(), at.ready(), at.ready(), way.arrives(), 0, 0, 0, 0, 0);
        assertThat(at.before(NETWORK, nothing).co2()).isEqualTo(way.co2());
        assertThat(at.before(NETWORK, nothing).cost())
                .isEqualTo(way.legs().stream().mapToInt(Journey.Leg::cost).sum());
    }

    @Test
    void goodsOnALateTrainStayOnItAndAreReadyLater() {
        var way = rail();
        var first = way.legs().get(0);
        var now = first.departs().plus(Duration.ofMinutes(30));
        var late = Disruption.delayed(departure(first), Duration.ofHours(9));
        var at = UnderWay.of(NETWORK, way, now, late);
        assertThat(at.place()).isEqualTo(first.to());
        assertThat(at.ready()).isEqualTo(first.ready().plus(Duration.ofHours(9)));
        assertThat(Stretch.of(NETWORK, at.done().get(0)).get(0).departure())
                .isEqualTo(late.added().iterator().next());
    }

    @Test
    void goodsOnATrainThatRunsNoFurtherComeOffAtItsLastCall() {
        for (var way : ways()) {
            for (var leg : way.legs()) {
                var stretches = Stretch.of(NETWORK, leg);
                for (var stretch : stretches) {
                    var now = stretch.departs().plus(Duration.ofMinutes(1));
                    var at = UnderWay.of(NETWORK, way, now, Disruption.cancelled(stretch.departure()));
                    assertThat(at.place()).isEqualTo(stretch.from());
                    assertThat(at.ready()).isEqualTo(now);
                    at.done()
                            .forEach(l -> assertThat(Stretch.of(NETWORK, l))
                                    .allSatisfy(s -> assertThat(s.arrives()).isBeforeOrEqualTo(now)));
                }
            }
        }
    }

    @Test
    void aTrainThatIsLeftBehindMayBeCancelledWithoutHarm() {
        var way = rail();
        var first = way.legs().get(0);
        var now = first.arrives();
        assertThat(UnderWay.of(NETWORK, way, now, Disruption.cancelled(departure(first))))
                .isEqualTo(UnderWay.of(NETWORK, way, now, NONE));
    }
}
