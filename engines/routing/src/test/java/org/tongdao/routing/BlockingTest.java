package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** The rules that are named are the ones: lifted there is a way by the trial of all ways, one of them kept there is none. */
class BlockingTest {

    private static boolean wayBy(Relaxed r) {
        var q = r.question();
        var start = RandomNetworks.START.minus(Duration.ofDays(5)); // what left then is still on its way
        var oracle = new Oracle(r.network(), start, RandomNetworks.DAYS + 5, 5);
        int ready = (int) Duration.between(start, q.ready()).toMinutes();
        long by = Duration.between(start, q.by()).toMinutes();
        return oracle.front(q.from(), q.to(), ready, EnumSet.of(Criteria.ARRIVAL)).stream()
                .anyMatch(v -> v.get(0) <= by);
    }

    @Test
    void namedRulesAreNeededAndTogetherEnoughOnRandomNetworks() {
        int single = 0;
        int several = 0;
        for (int seed = 0; seed < 250; seed++) {
            var network = RandomNetworks.of(seed);
            var ready = RandomNetworks.START.plusSeconds(
                    86_400 + 60L * Dice.of(seed, "blocked").nextInt(1440));
            var q = new DoorSearch.Question(
                    "P0", "P1", ready, Cargo.PLAIN, "", Set.of(), ready.plus(Duration.ofHours(30)));
            var asked = new Relaxed(network, q);
            var blockers =
                    new DoorSearch(network, RandomNetworks.DAYS - 1).ask(q).blockers();
            if (blockers.isEmpty()) {
                continue;
            }
            assertThat(wayBy(asked)).as("seed %d", seed).isFalse();
            assertThat(wayBy(asked.without(blockers))).as("seed %d", seed).isTrue();
            for (var kept : blockers) {
                var others = blockers.stream().filter(b -> !b.equals(kept)).toList();
                assertThat(wayBy(asked.without(others)))
                        .as("seed %d %s", seed, kept)
                        .isFalse();
            }
            if (blockers.size() > 1) {
                several++;
                assertThat(asked.rules()).as("seed %d", seed).noneMatch(rule -> wayBy(asked.without(List.of(rule))));
            } else {
                single++;
            }
        }
        assertThat(single).isGreaterThan(20);
        assertThat(several).isGreaterThan(5);
    }
}
