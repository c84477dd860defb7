package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Odds of the shipped corridor: shares and days are two readings of one distribution, and the surest way under a budget is the surest of all. */
class OddsTest {

    private static final Network CORRIDOR =
            NetworkFolder.read(Path.of("../../data/network")).network();
    private static final Instant READY = Instant.parse("2026-11-23T08:00:00Z");
    private static final DoorSearch SEARCH = new DoorSearch(CORRIDOR, 28);

    private static DoorSearch.Question to(String place) {
        return new DoorSearch.Question("URC", place, READY, Cargo.PLAIN);
    }

    private static List<Offer> offers() {
        var all = new ArrayList<Offer>();
        for (var place : List.of("ALA", "TAS", "WAW", "CPE", "PRG", "MOW", "PAR")) {
            all.addAll(SEARCH.ask(to(place)).offers());
        }
        return all;
    }

    @Test
    void aShareIsReachedWithinItsDaysAndNotHalfAnHourBefore() {
        for (var offer : offers()) {
            double before = 0;
            for (double share : new double[] {0.05, 0.25, 0.5, 0.75, 0.9}) {
                double days = offer.odds().days(share);
                assertThat(days).isGreaterThanOrEqualTo(before);
                before = days;
                if (!Double.isInfinite(days)) {
                    assertThat(offer.odds().within(days)).isGreaterThanOrEqualTo(share - 1e-6);
                    assertThat(offer.odds().within(days - 0.03)).isLessThan(share);
                }
            }
        }
    }

    @Test
    void theSharesAreAProbabilityAndNoneIsLongBeforeThePlan() {
        for (var offer : offers()) {
            double sum = 0;
            for (double share : offer.odds().shares()) {
                assertThat(share).isBetween(0.0, 1.0 + 1e-9);
                sum += share;
            }
            assertThat(sum).isLessThanOrEqualTo(1 + 1e-6);
            assertThat(offer.odds().within(365)).isCloseTo(sum, within(1e-6));
            var first = Duration.between(READY, offer.journey().departs());
            assertThat(offer.odds().within(first.toMinutes() / 1440.0 - 0.05)).isZero();
        }
    }

    @Test
    void ofTheWaysUnderABudgetTheSurestIsTaken() {
        for (var place : List.of("WAW", "CPE", "PRG", "ALA")) {
            var all = SEARCH.ask(to(place)).offers();
            int cheapest = all.stream().mapToInt(o -> o.journey().cost()).min().orElseThrow();
            assertThat(SEARCH.surest(to(place), cheapest - 1, 14)).isEmpty();
            for (double factor : new double[] {1, 1.2, 2, 10}) {
                int budget = (int) (cheapest * factor);
                var best = all.stream()
                        .filter(o -> o.journey().cost() <= budget)
                        .max(Comparator.comparingDouble(o -> o.odds().within(14)))
                        .orElseThrow();
                var surest = SEARCH.surest(to(place), budget, 14);
                surest.ifPresent(o -> assertThat(o.journey().cost()).isLessThanOrEqualTo(budget));
                assertThat(surest.map(o -> o.odds().within(14)).orElse(0.0))
                        .isGreaterThanOrEqualTo(best.odds().within(14) - 1e-6);
            }
        }
    }
}
