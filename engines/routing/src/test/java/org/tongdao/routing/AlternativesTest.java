package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** Alternatives are what is left when a train one counted on does not run: the best first, all sound, no two alike. */
class AlternativesTest {

    private static final int NETWORKS = 60;

    private interface Body {
        void of(Network network, DoorSearch.Question question, List<Offer> offers);
    }

    private static void each(Body body) {
        for (int seed = 0; seed < NETWORKS; seed++) {
            var network = RandomNetworks.of(seed);
            var ready = RandomNetworks.START.plusSeconds(
                    60L * Dice.of(seed, "alternatives").nextInt(1440));
            var question = new DoorSearch.Question("P0", "P1", ready, Cargo.PLAIN);
            body.of(network, question, search(network).alternatives(question, 4).offers());
        }
    }

    private static DoorSearch search(Network network) {
        return new DoorSearch(network, RandomNetworks.DAYS);
    }

    private static List<String> vehicles(Offer offer) {
        return offer.journey().legs().stream()
                .map(l -> l.line().isEmpty() ? l.from() + "-" + l.to() : l.line())
                .toList();
    }

    @Test
    void noTwoUseTheSameVehiclesAndThereAreNoMoreThanWereAskedFor() {
        var counts = new TreeSet<Integer>();
        each((network, question, offers) -> {
            assertThat(offers).hasSizeLessThanOrEqualTo(4);
            assertThat(offers.stream().map(AlternativesTest::vehicles)).doesNotHaveDuplicates();
            counts.add(offers.size());
        });
        assertThat(counts).as("some networks have none, some have all").contains(0, 1, 4);
    }

    @Test
    void theFirstIsTheEarliestOfAllAndNoneComesBeforeIt() {
        each((network, question, offers) -> {
            var all = search(network).ask(question).offers();
            assertThat(offers.isEmpty()).isEqualTo(all.isEmpty());
            for (int i = 0; i < offers.size(); i++) {
                var arrives = offers.get(i).journey().arrives();
                assertThat(arrives).isAfterOrEqualTo(all.get(0).journey().arrives());
                assertThat(i == 0 && !arrives.equals(all.get(0).journey().arrives()))
                        .isFalse();
            }
        });
    }

    @Test
    void eachIsTheEarliestWayWithoutSomeLineOfOneBefore() {
        each((network, question, offers) -> {
            for (int i = 1; i < offers.size(); i++) {
                var own = Set.copyOf(vehicles(offers.get(i)));
                var before = offers.subList(0, i).stream()
                        .flatMap(o -> vehicles(o).stream())
                        .collect(Collectors.toSet());
                before.removeAll(own);
                assertThat(before)
                        .as("a line of an earlier one that it does without")
                        .isNotEmpty();
            }
        });
    }

    @Test
    void everyLegBeginsWhereAndWhenTheGoodsAre() {
        each((network, question, offers) -> offers.forEach(offer -> {
            var at = "P0";
            var ready = question.ready();
            for (var leg : offer.journey().legs()) {
                assertThat(leg.from()).isEqualTo(at);
                assertThat(leg.latest()).isAfterOrEqualTo(ready);
                assertThat(Duration.between(leg.departs(), leg.arrives())).isPositive();
                at = leg.to();
                ready = leg.ready();
            }
            assertThat(at).isEqualTo("P1");
            assertThat(ready).isEqualTo(offer.journey().arrives());
        }));
    }

    @Test
    void whatMustBePassedIsPassedByEachAndWhatIsClosedByNone() {
        each((network, question, offers) -> {
            var border = new DoorSearch.Question("P0", "P1", question.ready(), Cargo.PLAIN, "P2", Set.of("L0"));
            for (var offer : search(network).alternatives(border, 4).offers()) {
                assertThat(vehicles(offer)).doesNotContain("L0");
                assertThat(offer.journey().legs().stream().flatMap(leg -> passed(network, leg).stream()))
                        .contains("P2");
            }
        });
    }

    private static List<String> passed(Network network, Journey.Leg leg) {
        return leg.line().isEmpty()
                ? List.of(leg.from(), leg.to())
                : Stretch.of(network, leg).stream()
                        .flatMap(s -> java.util.stream.Stream.of(s.from(), s.to()))
                        .toList();
    }

    @Test
    void aQuestionThatIsWrongHasNoneAndSaysWhy() {
        var network = RandomNetworks.of(1);
        var wrong = new DoorSearch.Question("P0", "P0", RandomNetworks.START, Cargo.PLAIN);
        var answer = search(network).alternatives(wrong, 3);
        assertThat(answer.offers()).isEmpty();
        assertThat(answer.findings()).extracting(f -> f.rule()).containsExactly("ROUTE-SAME");
    }
}
