package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;
import org.tongdao.terms.Finding;

/** Questions that cannot be meant: each fault is told by its rule with its value, several at once, and nothing that can be asked makes a search throw. */
class WrongQuestionsTest {

    private static final Instant READY = Instant.parse("2026-11-02T00:00:00Z");
    private static final DoorSearch SEARCH = new DoorSearch(
            new Sketch()
                    .places("Z", "A", "B", "C")
                    .line("L", "135 08:00", "A, B 300 10, C 700 10")
                    .network(),
            14);

    private static DoorSearch.Question question(String from, String to, Cargo cargo, String mustUse) {
        return new DoorSearch.Question(from, to, READY, cargo, mustUse, Set.of());
    }

    private static Cargo cargo(int kg, double containers) {
        return new Cargo(kg, containers, Set.of(), "", Set.of());
    }

    private static List<String> told(DoorSearch.Question question) {
        var answer = SEARCH.ask(question);
        assertThat(answer.offers()).isEmpty();
        assertThat(answer.findings()).allSatisfy(f -> assertThat(f.maybe()).startsWith("Maybe: "));
        return answer.findings().stream()
                .map(f -> f.rule() + " " + f.place().source() + " " + f.value())
                .toList();
    }

    @Test
    void eachPlaceThatIsNotThereIsToldByWhatItWasFor() {
        assertThat(told(question("X", "B", Cargo.PLAIN, ""))).containsExactly("ROUTE-PLACE-UNKNOWN from X");
        assertThat(told(question("A", "Y", Cargo.PLAIN, ""))).containsExactly("ROUTE-PLACE-UNKNOWN to Y");
        assertThat(told(question("A", "B", Cargo.PLAIN, "Z")))
                .singleElement()
                .asString()
                .contains("UNKNOWN", " Z");
        assertThat(told(question("", "", Cargo.PLAIN, ""))).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void severalFaultsAreToldTogether() {
        assertThat(told(question("X", "Y", cargo(-5, 0), "")))
                .extracting(t -> t.split(" ")[0])
                .containsExactlyInAnyOrder("ROUTE-PLACE-UNKNOWN", "ROUTE-PLACE-UNKNOWN", "ROUTE-WEIGHT", "ROUTE-SIZE");
    }

    @Test
    void amountsThatAreNoneAreToldWithTheirValue() {
        assertThat(told(question("A", "B", cargo(-1, 1), ""))).containsExactly("ROUTE-WEIGHT weight -1");
        for (double containers : new double[] {0, -2, Double.NaN, Double.NEGATIVE_INFINITY}) {
            assertThat(told(question("A", "B", cargo(0, containers), "")))
                    .containsExactly("ROUTE-SIZE containers " + containers);
        }
    }

    @Test
    void goodsThatAreThereAlreadyNeedNoWay() {
        assertThat(told(question("A", "A", Cargo.PLAIN, ""))).containsExactly("ROUTE-SAME to A");
    }

    @Test
    void aWindowMustEndAfterItBeginsAndWithinAMonth() {
        var q = question("A", "C", Cargo.PLAIN, "");
        for (var length :
                List.of(Duration.ZERO, Duration.ofDays(-1), Duration.ofDays(31).plusMinutes(1))) {
            var answer = SEARCH.window(q, READY.plus(length));
            assertThat(answer.findings()).extracting(Finding::rule).containsExactly("ROUTE-WINDOW");
        }
        assertThat(SEARCH.window(q, READY.plus(Duration.ofDays(7))).offers())
                .as("three trains of the week, and the next one for who is ready at its end")
                .hasSize(4);
    }

    @Test
    void whatIsWrongHasNeitherASurestWayNorALatestReadiness() {
        var wrong = question("A", "X", Cargo.PLAIN, "");
        assertThat(SEARCH.surest(wrong, 1_000_000, 14)).isEmpty();
        assertThat(SEARCH.latestReady(wrong, READY.plus(Duration.ofDays(9)))).isEmpty();
        var right = question("A", "C", Cargo.PLAIN, "");
        assertThat(SEARCH.surest(right, 1_000_000, 14)).isPresent();
        assertThat(SEARCH.surest(right, 0, 14)).as("nothing is that cheap").isEmpty();
        assertThat(SEARCH.surest(right, 1_000_000, 0))
                .as("nothing is that quick")
                .isEmpty();
        assertThat(SEARCH.latestReady(right, READY)).as("the deadline is now").isEmpty();
        assertThat(SEARCH.latestReady(right, READY.plus(Duration.ofDays(2)))).contains(READY.plus(Duration.ofHours(8)));
    }

    @Test
    void whateverIsAskedIsAnsweredOrToldAndNeverThrown() {
        var rules = new TreeSet<String>();
        int answered = 0;
        for (int seed = 0; seed < 400; seed++) {
            var random = Dice.of(seed, "anything");
            var q = anything(random);
            assertThatCode(() -> {
                        SEARCH.ask(q);
                        SEARCH.alternatives(q, 3);
                        SEARCH.surest(q, 5_000, 10);
                        SEARCH.latestReady(q, READY.plus(Duration.ofDays(random.nextInt(12))));
                        SEARCH.window(q, READY.plus(Duration.ofDays(random.nextInt(12))));
                    })
                    .as(q.toString())
                    .doesNotThrowAnyException();
            var answer = SEARCH.ask(q);
            assertThat(answer.offers().isEmpty()).isEqualTo(!answer.findings().isEmpty());
            answer.findings().forEach(f -> rules.add(f.rule()));
            answered += answer.offers().isEmpty() ? 0 : 1;
        }
        assertThat(rules).contains("ROUTE-NONE", "ROUTE-PLACE-UNKNOWN", "ROUTE-SAME", "ROUTE-SIZE", "ROUTE-WEIGHT");
        assertThat(answered).isGreaterThan(10);
    }

    private static DoorSearch.Question anything(SplittableRandom random) {
        var places = List.of("A", "A", "B", "C", "C", "", "a", "Nowhere");
        var cargo = new Cargo(
                random.nextInt(10) == 0 ? -7 : random.nextInt(50_000),
                random.nextInt(10) == 0 ? 0 : random.nextDouble() * 3,
                random.nextInt(5) == 0 ? Set.of("gold") : Set.of("reefer"),
                random.nextInt(3) == 0 ? "9610" : "",
                random.nextInt(6) == 0 ? Set.of("XX") : Set.of("KZ"));
        return new DoorSearch.Question(
                places.get(random.nextInt(places.size())),
                places.get(random.nextInt(places.size())),
                READY.plus(Duration.ofHours(random.nextInt(24 * 400) - 24 * 30)),
                cargo,
                random.nextInt(4) == 0 ? "B" : "",
                random.nextInt(5) == 0 ? Set.of("L") : Set.of("none"),
                random.nextInt(4) == 0 ? READY.plus(Duration.ofDays(3)) : Instant.MAX);
    }
}
