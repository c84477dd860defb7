package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** What a shipper may ask for besides the places — rules of goods, countries, closures, deadlines — against the trial of every way, over a clock change. */
class ConstraintOracleTest {

    private static final int NETWORKS = System.getProperty("slow") == null ? 120 : 3_000;
    private static final int DAYS = 4;
    private static final int BOARDINGS = 5;
    /** The trial begins as early as any train may have left that can still be boarded. */
    private static final int LEAD_DAYS = 5;

    private static final int READY = LEAD_DAYS * 1440;
    private static final Set<Criteria> FOUR = EnumSet.of(Criteria.ARRIVAL, Criteria.COST, Criteria.CO2, Criteria.RISK);
    private static final List<Set<String>> GOODS =
            List.of(Set.of(), Set.of("dangerous"), Set.of("reefer"), Set.of("dangerous", "reefer", "oversize"));

    private interface Body {
        void with(Network network, Instant ready, SplittableRandom random, String name);
    }

    private static void each(Body body) {
        for (int seed = 0; seed < NETWORKS; seed++) {
            var random = Dice.of(seed, "rules");
            var ready = RandomNetworks.START.plus(Duration.ofMinutes(1440 + random.nextInt(1440)));
            body.with(withRules(RandomNetworks.of(seed), random), ready, random, "network " + seed);
        }
    }

    /** The same lines, each with what it takes on drawn by lot. */
    private static Network withRules(Network plain, SplittableRandom random) {
        var lines = plain.lines().stream()
                .map(l -> new Line(
                        l.id(),
                        l.mode(),
                        l.gaugeMm(),
                        l.calls(),
                        l.days(),
                        l.cutOff(),
                        l.capacity(),
                        new Line.Admission(
                                random.nextInt(4) == 0 ? Set.of("RU") : Set.of(),
                                random.nextInt(3) == 0 ? Set.of("9610") : Set.of(),
                                GOODS.get(random.nextInt(4)),
                                random.nextInt(3) == 0 ? 20_000 : 0),
                        l.delay(),
                        l.risk(),
                        l.source()))
                .toList();
        return new Network(plain.stations(), lines, plain.links());
    }

    /** Only the lines and links that the rules as they are written down let through; dangerous goods have their own cut-off. */
    private static Network reduced(
            Network network, Predicate<Line> lines, Predicate<String> places, boolean dangerous) {
        var open = network.lines().stream()
                .filter(lines)
                .filter(l -> l.calls().stream().allMatch(c -> places.test(c.station())))
                .map(l -> dangerous
                        ? l.with(new Line.CutOff(
                                l.cutOff().dangerousMinutes(), l.cutOff().dangerousMinutes()))
                        : l)
                .toList();
        var links = network.links().stream()
                .filter(k -> places.test(k.from()) && places.test(k.to()))
                .toList();
        return new Network(network.stations(), open, links);
    }

    private static Oracle oracle(Network network, Instant ready) {
        return new Oracle(network, ready.minus(Duration.ofDays(LEAD_DAYS)), DAYS + LEAD_DAYS, BOARDINGS);
    }

    private static Set<List<Long>> found(Network network, DoorSearch.Question q) {
        var all = new HashSet<List<Long>>();
        for (var offer : new DoorSearch(network, DAYS).ask(q).offers()) {
            var j = offer.journey();
            long arrival = READY + Duration.between(q.ready(), j.arrives()).toMinutes();
            all.add(Oracle.vector(
                    new long[] {arrival, 0, j.cost(), j.co2(), Math.round(-1e6 * Math.log1p(-j.risk()))}, FOUR));
        }
        return all;
    }

    private static DoorSearch.Question question(Instant ready, Cargo cargo) {
        return new DoorSearch.Question("P0", "P1", ready, cargo);
    }

    @Test
    void goodsGoOnlyByLinesThatTakeThem() {
        each((network, ready, random, name) -> {
            var goods = GOODS.get(1 + random.nextInt(3));
            var cargo = new Cargo(0, 1, goods, "", Set.of());
            var open = reduced(
                    network, l -> l.admission().goods().containsAll(goods), p -> true, goods.contains("dangerous"));
            assertThat(found(network, question(ready, cargo)))
                    .as(name + " " + goods)
                    .isEqualTo(oracle(open, ready).front("P0", "P1", READY, FOUR));
        });
    }

    @Test
    void aRegimeAndAWeightLeaveOutTheLinesThatDoNotTakeThem() {
        each((network, ready, random, name) -> {
            int kg = random.nextBoolean() ? 24_000 : 18_000;
            var cargo = new Cargo(kg, 1, Set.of(), "1210", Set.of());
            var open = reduced(
                    network,
                    l -> l.admission().regimes().isEmpty()
                            && (l.admission().maxKg() == 0
                                    || kg <= l.admission().maxKg()),
                    p -> true,
                    false);
            assertThat(found(network, question(ready, cargo)))
                    .as(name + " " + kg)
                    .isEqualTo(oracle(open, ready).front("P0", "P1", READY, FOUR));
        });
    }

    @Test
    void aCountryThatIsAvoidedIsNeitherCalledAtNorPassed() {
        each((network, ready, random, name) -> {
            var cargo = new Cargo(0, 1, Set.of(), "", Set.of("RU", "KZ"));
            var open = reduced(
                    network,
                    l -> !l.admission().via().contains("RU"),
                    p -> network.stations().stream()
                            .anyMatch(s -> s.id().equals(p) && s.country().equals("CN")),
                    false);
            assertThat(found(network, question(ready, cargo)))
                    .as(name)
                    .isEqualTo(oracle(open, ready).front("P0", "P1", READY, FOUR));
        });
    }

    @Test
    void whatIsClosedIsNotUsedAndWhatMustBeUsedIs() {
        each((network, ready, random, name) -> {
            String line = "L" + random.nextInt(network.lines().size());
            var q = new DoorSearch.Question("P0", "P1", ready, Cargo.PLAIN, "P2", Set.of(line, "P3"));
            var open = reduced(network, l -> !l.id().equals(line), p -> !p.equals("P3"), false);
            assertThat(found(network, q))
                    .as(name)
                    .isEqualTo(oracle(open, ready).mustUse("P2").front("P0", "P1", READY, FOUR));
        });
    }

    @Test
    void aDeadlineLeavesOutWhatComesLaterAndNothingElse() {
        each((network, ready, random, name) -> {
            var by = ready.plus(Duration.ofMinutes(600 + random.nextInt(3 * 1440)));
            var q = new DoorSearch.Question("P0", "P1", ready, Cargo.PLAIN, "", Set.of(), by);
            long latest = READY + Duration.between(ready, by).toMinutes();
            var all = new HashSet<>(oracle(network, ready).front("P0", "P1", READY, FOUR));
            all.removeIf(v -> v.get(0) > latest);
            assertThat(found(network, q)).as(name).isEqualTo(all);
        });
    }

    @Test
    void theLatestReadinessIsTheLastMinuteForWhichSomeWayKeepsTheDeadline() {
        each((network, ready, random, name) -> {
            var deadline = ready.plus(Duration.ofMinutes(600 + random.nextInt(3 * 1440)));
            long minute = READY + Duration.between(ready, deadline).toMinutes();
            var latest = new DoorSearch(network, DAYS).latestReady(question(ready, Cargo.PLAIN), deadline);
            var trial = oracle(network, ready);
            if (latest.isEmpty()) {
                assertThat(arrival(trial, READY)).as(name).isGreaterThan(minute);
            } else {
                int at = READY + (int) Duration.between(ready, latest.get()).toMinutes();
                assertThat(at).as(name).isBetween(READY, (int) minute);
                assertThat(arrival(trial, at)).as(name).isLessThanOrEqualTo(minute);
                assertThat(at == minute ? Long.MAX_VALUE : arrival(trial, at + 1))
                        .as(name + " a minute later")
                        .isGreaterThan(minute);
            }
        });
    }

    private static long arrival(Oracle trial, int at) {
        return trial.front("P0", "P1", at, EnumSet.of(Criteria.ARRIVAL)).stream()
                .mapToLong(v -> v.get(0))
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
