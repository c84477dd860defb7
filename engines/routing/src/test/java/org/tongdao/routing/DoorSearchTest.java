package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The shipped corridor, asked as a shipper asks. */
class DoorSearchTest {

    private static final NetworkFolder.Read READ = NetworkFolder.read(Path.of("../../data/network"));
    private static final DoorSearch CORRIDOR = new DoorSearch(READ.network(), 60);
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    private static DoorSearch.Question to(String place) {
        return new DoorSearch.Question("URC", place, MONDAY, Cargo.PLAIN);
    }

    private static DoorSearch.Question to(String place, Cargo cargo) {
        return new DoorSearch.Question("URC", place, MONDAY, cargo);
    }

    @Test
    void theShippedNetworkIsSoundAndEveryFigureHasASource() {
        assertThat(READ.findings()).isEmpty();
        assertThat(READ.network().stations())
                .allSatisfy(s -> assertThat(s.source()).isNotBlank());
        assertThat(READ.network().lines())
                .allSatisfy(l -> assertThat(l.source()).isNotBlank());
        assertThat(READ.network().links())
                .allSatisfy(l -> assertThat(l.source()).isNotBlank());
    }

    @Test
    void moreThanTwentyFiveEuropeanCitiesAreReached() {
        var outside = Set.of("CN", "KZ", "KG", "UZ", "TJ", "AZ", "GE", "TR", "RU", "BY");
        var cities = READ.network().stations().stream()
                .filter(s -> !outside.contains(s.country()))
                .toList();
        assertThat(cities).hasSizeGreaterThan(30);
        assertThat(cities)
                .allSatisfy(s ->
                        assertThat(CORRIDOR.ask(to(s.id())).offers()).as(s.id()).isNotEmpty());
    }

    @Test
    void budapestHasTheFastTheCheapAndTheCleanWay() {
        var offers = CORRIDOR.ask(to("CPE")).offers();
        assertThat(offers).hasSizeGreaterThan(2);
        assertThat(offers.get(0).journey().legs()).extracting(Journey.Leg::mode).containsOnly("air");
        assertThat(offers)
                .anySatisfy(o ->
                        assertThat(o.journey().legs()).allMatch(l -> l.mode().equals("rail")));
        assertThat(offers)
                .allSatisfy(o -> assertThat(o.odds().days(0.9))
                        .isGreaterThanOrEqualTo(o.odds().days(0.5)));
    }

    @Test
    void avoidingRussiaLeadsOverTheCaspian() {
        var offers = CORRIDOR.ask(to("CPE", new Cargo(20_000, 1, Set.of(), "", Set.of("RU"))))
                .offers();
        assertThat(offers)
                .isNotEmpty()
                .allSatisfy(o -> assertThat(o.journey().legs()).noneMatch(l -> l.to().equals("MAA")));
        assertThat(offers)
                .anySatisfy(o ->
                        assertThat(o.journey().legs()).anyMatch(l -> l.line().equals("FC")));
    }

    @Test
    void theBorderThatMustBeUsedIsUsed() {
        var q = new DoorSearch.Question("URC", "WAW", MONDAY, Cargo.PLAIN, "HRS", Set.of());
        assertThat(CORRIDOR.ask(q).offers())
                .isNotEmpty()
                .allSatisfy(o ->
                        assertThat(o.journey().legs()).anyMatch(l -> l.line().equals("UA")));
    }

    @Test
    void aClosedBorderIsGoneAround() {
        var q = new DoorSearch.Question("URC", "WAW", MONDAY, Cargo.PLAIN, "", Set.of("DST"));
        assertThat(CORRIDOR.ask(q).offers())
                .isNotEmpty()
                .allSatisfy(o -> assertThat(o.journey().legs()).noneMatch(l -> l.to().equals("DST")));
    }

    @Test
    void alternativesDiffer() {
        var ways = CORRIDOR.alternatives(to("CPE"), 4).offers();
        assertThat(ways).hasSizeGreaterThanOrEqualTo(3);
        assertThat(ways.stream()
                        .map(o -> o.journey().legs().stream()
                                .map(l -> l.line() + l.from() + l.to())
                                .toList())
                        .distinct())
                .hasSameSizeAs(ways);
    }

    @Test
    void aMomentThatNoRuleWouldMakePossibleIsAnsweredWithTheEarliestWay() {
        var q = to("CPE").by(to("CPE").ready().plusSeconds(3_600));
        var answer = CORRIDOR.ask(q);
        assertThat(answer.offers()).isEmpty();
        assertThat(answer.findings()).hasSize(1);
        var earliest = CORRIDOR.ask(to("CPE")).offers().get(0).journey().arrives();
        assertThat(answer.findings().get(0).maybe())
                .contains("without any rule none is there by 2026", "there at " + earliest);
    }

    @Test
    void theSurestWayUnderABudgetKeepsIt() {
        var dear = CORRIDOR.surest(to("CPE"), Integer.MAX_VALUE, 14).orElseThrow();
        var cheap = CORRIDOR.surest(to("CPE"), 6_000_000, 14).orElseThrow();
        assertThat(cheap.journey().cost()).isLessThanOrEqualTo(6_000_000);
        assertThat(dear.odds().within(14)).isGreaterThanOrEqualTo(cheap.odds().within(14));
        assertThat(CORRIDOR.surest(to("CPE"), 100, 14)).isEmpty();
        assertThat(CORRIDOR.ask(to("CPE")).offers())
                .filteredOn(o -> o.journey().cost() <= 6_000_000)
                .allSatisfy(o -> assertThat(o.odds().within(14))
                        .isLessThanOrEqualTo(cheap.odds().within(14)));
    }

    @Test
    void theLatestReadinessForADeadline() {
        var deadline = MONDAY.plusSeconds(20 * 86_400);
        var latest = CORRIDOR.latestReady(to("WAW"), deadline).orElseThrow();
        assertThat(latest).isBetween(MONDAY, deadline);
        assertThat(CORRIDOR.latestReady(to("WAW"), MONDAY.plusSeconds(3_600))).isEmpty();
    }

    @Test
    void overAWeekNoDepartureIsShownThatALaterOneBeats() {
        var until = MONDAY.plusSeconds(7 * 86_400);
        var offers = CORRIDOR.window(to("WAW"), until).offers();
        assertThat(offers).extracting(o -> o.journey().departs()).isSorted();
        assertThat(offers).allSatisfy(o -> {
            assertThat(o.journey().ready()).isBetween(MONDAY, until);
            assertThat(o.journey().legs().get(0).latest())
                    .isAfterOrEqualTo(o.journey().ready());
        });
        assertThat(offers).allSatisfy(a -> assertThat(offers).noneMatch(b -> beats(b.journey(), a.journey())));
        for (int hours : new int[] {0, 31, 100, 168}) {
            var ready = MONDAY.plusSeconds(hours * 3_600);
            assertThat(CORRIDOR.ask(new DoorSearch.Question("URC", "WAW", ready, Cargo.PLAIN))
                            .offers())
                    .as("ready after %d h: the window has as good", hours)
                    .allSatisfy(o -> assertThat(offers)
                            .anyMatch(w -> !w.journey().ready().isBefore(ready)
                                    && w.journey()
                                                    .arrives()
                                                    .compareTo(o.journey().arrives())
                                            <= 0
                                    && w.journey().cost() <= o.journey().cost()));
        }
    }

    private static boolean beats(Journey b, Journey a) {
        boolean asGood = !b.ready().isBefore(a.ready())
                && !b.arrives().isAfter(a.arrives())
                && b.cost() <= a.cost()
                && b.co2() <= a.co2()
                && b.risk() <= a.risk() + 1e-9;
        return asGood && !(b.ready().equals(a.ready()) && b.arrives().equals(a.arrives()));
    }

    @Test
    void aWindowThatEndsBeforeItBeginsOrIsTooLongIsToldAndATruckAloneIsStillFound() {
        assertThat(CORRIDOR.window(to("WAW"), MONDAY).findings())
                .extracting(f -> f.rule())
                .containsExactly("ROUTE-WINDOW");
        assertThat(CORRIDOR.window(to("XXX"), MONDAY.plusSeconds(40 * 86_400)).findings())
                .extracting(f -> f.rule())
                .containsExactly("ROUTE-PLACE-UNKNOWN", "ROUTE-WINDOW");
        var byTruck = new DoorSearch.Question("WAW", "BER", MONDAY, Cargo.PLAIN);
        assertThat(CORRIDOR.window(byTruck, MONDAY.plusSeconds(86_400)).offers())
                .singleElement()
                .satisfies(o -> assertThat(o.journey().legs()).hasSize(1));
    }

    @Test
    void theLatestReadinessWithABorderThatMustBeUsedIsNotLaterThanWithoutOne() {
        var deadline = MONDAY.plusSeconds(20 * 86_400);
        var over = new DoorSearch.Question("URC", "WAW", MONDAY, Cargo.PLAIN, "HRS", Set.of());
        var latest = CORRIDOR.latestReady(over, deadline).orElseThrow();
        assertThat(latest)
                .isBeforeOrEqualTo(CORRIDOR.latestReady(to("WAW"), deadline).orElseThrow());
        var then = new DoorSearch.Question("URC", "WAW", latest, Cargo.PLAIN, "HRS", Set.of(), deadline);
        assertThat(CORRIDOR.ask(then).offers()).isNotEmpty();
        var later =
                new DoorSearch.Question("URC", "WAW", latest.plusSeconds(60), Cargo.PLAIN, "HRS", Set.of(), deadline);
        assertThat(CORRIDOR.ask(later).offers()).isEmpty();
    }

    @Test
    void unknownPlacesNegativeWeightsAndTheSamePlaceAreTold() {
        var cargo = new Cargo(-5, 1, Set.of(), "", Set.of());
        var answer = CORRIDOR.ask(new DoorSearch.Question("URX", "URX", MONDAY, cargo));
        assertThat(answer.offers()).isEmpty();
        assertThat(answer.findings())
                .extracting(f -> f.rule())
                .contains("ROUTE-PLACE-UNKNOWN", "ROUTE-WEIGHT", "ROUTE-SAME");
        assertThat(answer.findings().get(0).maybe()).contains("URC");
        assertThat(CORRIDOR.ask(to("WAW", new Cargo(5, 0, Set.of(), "", Set.of())))
                        .findings())
                .extracting(f -> f.rule())
                .containsExactly("ROUTE-SIZE");
        assertThat(CORRIDOR.latestReady(to("XXX"), MONDAY)).isEmpty();
    }

    @Test
    void whereNothingGoesTheNearestBlockingRuleIsNamed() {
        var heavy = CORRIDOR.ask(to("WAW", new Cargo(40_000, 1, Set.of(), "", Set.of())))
                .findings()
                .get(0);
        assertThat(heavy.rule()).isEqualTo("ROUTE-NONE");
        assertThat(heavy.value()).contains("weight 40000 kg");
        assertThat(heavy.value()).contains("kg a container, not 40000");
        var big = CORRIDOR.ask(to("WAW", new Cargo(9_000, 1, Set.of("oversize"), "", Set.of())))
                .findings()
                .get(0);
        assertThat(big.value()).contains("oversize");
        var avoid = CORRIDOR.ask(to("MOW", new Cargo(0, 1, Set.of(), "", Set.of("RU"))))
                .findings()
                .get(0);
        assertThat(avoid.value()).isEqualTo("avoid RU");
    }

    @Test
    void aDeadlineOverTheWeekendNamesTheDaysWithoutServiceAndTheShutBorder() {
        var friday = Instant.parse("2026-11-27T08:00:00Z");
        var monday = Instant.parse("2026-11-30T00:00:00Z");
        var question = new DoorSearch.Question("KSC", "OSS", friday, Cargo.PLAIN, "", Set.of(), monday);
        var answer = CORRIDOR.ask(question);
        assertThat(answer.blockers())
                .extracting(Blocker::kind, Blocker::subject)
                .containsExactly(tuple(Blocker.Kind.DAYS, "KO"));
        assertThat(answer.findings().get(0).value())
                .isEqualTo(
                        "no service KSC -> OSS (KO) on Fridays, Saturdays, Sundays; IRK is closed on Saturdays, Sundays");
        assertThat(answer.findings().get(0).maybe()).contains("without this rule there is a way by KO");
    }

    @Test
    void aCutOffThatWasMissedIsNamed() {
        var late = Instant.parse("2026-11-23T21:30:00Z");
        var osh = new DoorSearch.Question(
                "KSC", "OSS", late, Cargo.PLAIN, "", Set.of(), Instant.parse("2026-11-25T12:00:00Z"));
        assertThat(CORRIDOR.ask(osh).findings().get(0).value())
                .isEqualTo("KO takes goods until 3.0 h before departure");
    }

    @Test
    void whatCannotBeReachedByAnyRuleSaysWhatLeaves() {
        var finding = CORRIDOR.ask(new DoorSearch.Question(
                        "KSC", "WAW", MONDAY, Cargo.PLAIN, "", Set.of(), MONDAY.plusSeconds(3_600)))
                .findings()
                .get(0);
        assertThat(finding.value()).isEmpty();
        assertThat(finding.maybe()).contains("KO on days 1234");
    }

    @Test
    void fourCriteriaWithOddsTakeFiftyMillisecondsAtMost() {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 12; i++) {
            long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            CORRIDOR.ask(to("PRG"));
            best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began);
        }
        assertThat(best / 1_000_000).isLessThanOrEqualTo(50);
    }
}
