package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** The departures of a window on small random networks against asking again and again, with the rules a shipper may set. */
class WindowTest {

    private static final int NETWORKS = System.getProperty("slow") == null ? 40 : 1_500;
    private static final int DAYS = 4;
    private static final Duration SPAN = Duration.ofHours(30);

    private record Case(Network network, DoorSearch.Question question, Instant until) {

        static Case of(int seed) {
            var random = Dice.of(seed, "window");
            var ready = RandomNetworks.START.plus(Duration.ofMinutes(1440 + random.nextInt(900)));
            var by = random.nextInt(3) == 0 ? ready.plus(Duration.ofHours(60)) : Instant.MAX;
            var question = new DoorSearch.Question(
                    "P0",
                    "P1",
                    ready,
                    Cargo.PLAIN,
                    random.nextInt(3) == 0 ? "P2" : "",
                    random.nextInt(4) == 0 ? Set.of("P3") : Set.of(),
                    by);
            return new Case(easy(RandomNetworks.of(seed)), question, ready.plus(SPAN));
        }

        /** Everything is taken on: the lines of the small networks take plain goods only as it is. */
        private static Network easy(Network network) {
            return new Network(
                    network.stations(),
                    network.lines(),
                    network.links().stream()
                            .filter(k -> !(k.from().equals("P0") && k.to().equals("P1")))
                            .toList());
        }

        List<Journey> window() {
            return new DoorSearch(network, DAYS)
                    .window(question, until).offers().stream()
                            .map(Offer::journey)
                            .toList();
        }

        List<Journey> at(Instant ready, int days) {
            var q = question;
            return new DoorSearch(network, days)
                            .ask(new DoorSearch.Question(
                                    q.from(), q.to(), ready, q.cargo(), q.mustUse(), q.closed(), q.by()))
                            .offers()
                            .stream()
                            .map(Offer::journey)
                            .toList();
        }
    }

    private static boolean asGood(Journey a, Journey b) {
        return !a.arrives().isAfter(b.arrives())
                && a.cost() <= b.cost()
                && a.co2() <= b.co2()
                && a.risk() <= b.risk() + 1e-9;
    }

    @Test
    void whateverIsFoundAtAMomentOfTheWindowIsInItOrBeatenByALaterDeparture() {
        int compared = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            var one = Case.of(seed);
            var window = one.window();
            for (int minutes = 0; minutes <= SPAN.toMinutes(); minutes += 97) {
                var ready = one.question().ready().plus(Duration.ofMinutes(minutes));
                for (var way : one.at(ready, DAYS)) {
                    compared++;
                    assertThat(window)
                            .as("network %d, ready after %d minutes: %s", seed, minutes, way)
                            .anyMatch(w -> !w.ready().isBefore(ready) && asGood(w, way));
                }
            }
        }
        assertThat(compared).isGreaterThan(NETWORKS * 10);
    }

    @Test
    void whateverIsInTheWindowIsNoBetterThanWhatIsFoundAtItsMoment() {
        int compared = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            var one = Case.of(seed);
            var seen = new ArrayList<Journey>();
            for (var way : one.window()) {
                if (way.ready().isAfter(one.until())) {
                    continue;
                }
                compared++;
                assertThat(one.at(way.ready(), DAYS + 3))
                        .as("network %d: %s", seed, way)
                        .anyMatch(w -> asGood(w, way));
                assertThat(seen)
                        .as("network %d has beaten ways", seed)
                        .noneMatch(w -> w.ready().isAfter(way.ready()) && asGood(w, way));
                seen.add(way);
            }
        }
        assertThat(compared).isGreaterThan(NETWORKS / 2);
    }

    @Test
    void aTrainThatLeftItsFirstCallDaysAgoIsBoardedOnItsWay() {
        var corridor =
                NetworkFolder.read(java.nio.file.Path.of("../../data/network")).network();
        var ready = Instant.parse("2026-11-23T08:00:00Z");
        var offers = new DoorSearch(corridor, 28)
                .ask(new DoorSearch.Question("MSQ", "MAA", ready, Cargo.PLAIN))
                .offers();
        var leg = offers.get(0).journey().legs().get(0);
        assertThat(leg.departs()).isBefore(ready.plus(Duration.ofDays(2)));
        assertThat(Stretch.of(corridor, leg).get(0).departure().leaves())
                .as("it left the border of China before the goods were ready")
                .isBefore(ready.minus(Duration.ofDays(3)));
    }

    @Test
    void theLatestReadinessOverAPlaceThatMustBeUsedIsTheLastMinuteThatKeepsTheDeadline() {
        int found = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            var one = Case.of(seed);
            var q = one.question();
            var deadline = q.ready().plus(Duration.ofHours(100));
            var over = new DoorSearch.Question(q.from(), q.to(), q.ready(), q.cargo(), "P2", q.closed(), deadline);
            var latest = new DoorSearch(one.network(), DAYS).latestReady(over, deadline);
            var asked = new Case(one.network(), over, one.until());
            if (latest.isEmpty()) {
                assertThat(asked.at(q.ready(), DAYS)).as("network %d", seed).isEmpty();
                continue;
            }
            found++;
            assertThat(asked.at(latest.get(), DAYS))
                    .as("network %d at %s", seed, latest.get())
                    .isNotEmpty();
            assertThat(asked.at(latest.get().plusSeconds(60), DAYS - 1))
                    .as("network %d a minute later", seed)
                    .isEmpty();
        }
        assertThat(found).isGreaterThan(NETWORKS / 20);
    }
}
