package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

/** Each kind of spoiling a plan, many times on plans of every station: the checker must name one of the rules that it breaks. */
class DayMutationsTest {

    /** Spoils a plan; answers the rules of which one must be named, none when this plan cannot be spoilt that way. */
    private interface Mutation {
        Set<String> on(List<DayStep> steps, DayQuestion question, SplittableRandom random);
    }

    private static final Map<String, Mutation> MUTATIONS = mutations();

    private static Map<String, Mutation> mutations() {
        Map<String, Mutation> all = new LinkedHashMap<>();
        all.put("a step is left out", (steps, question, random) -> {
            steps.remove(random.nextInt(steps.size()));
            return Set.of("YARD-STEPS");
        });
        all.put("a step is there twice", (steps, question, random) -> {
            steps.add(steps.get(random.nextInt(steps.size())));
            return Set.of("YARD-STEPS");
        });
        all.put("a step ends sooner than it can", (steps, question, random) -> {
            int i = random.nextInt(steps.size());
            var s = steps.get(i);
            steps.set(i, at(s, s.begin(), s.end().minusSeconds(1 + random.nextInt(60))));
            return Set.of("YARD-SHORT");
        });
        all.put("a step begins before what it waits for is over", (steps, question, random) -> {
            int i = random.nextInt(steps.size());
            var s = steps.get(i);
            steps.set(i, at(s, s.ready().minusSeconds(1), s.end()));
            return Set.of("YARD-ORDER", "YARD-BOX", "YARD-PAST");
        });
        all.put("two steps of a train change places", (steps, question, random) -> {
            int i = find(steps, random, YardStage.MARSHALLING);
            int j = find(steps, steps.get(i).trainId(), YardStage.WAYBILLING);
            var a = steps.get(i);
            var b = steps.get(j);
            steps.set(i, at(a, b.begin(), b.end().plusSeconds(86_400)));
            steps.set(j, at(b, a.begin(), a.end().plusSeconds(86_400)));
            return Set.of("YARD-ORDER");
        });
        all.put("a unit that is not there", (steps, question, random) -> {
            int i = random.nextInt(steps.size());
            var s = steps.get(i);
            steps.set(i, on(s, "Z" + random.nextInt(9), s.second()));
            return Set.of("YARD-UNIT");
        });
        all.put("no locomotive", (steps, question, random) -> {
            int i = find(steps, random, YardStage.PULL_OUT);
            steps.set(i, on(steps.get(i), steps.get(i).unit(), ""));
            return Set.of("YARD-UNIT");
        });
        all.put("lifted where it does not stand", (steps, question, random) -> {
            int i = find(steps, random, YardStage.TRANSLOADING);
            var others = question.layout().units(YardResource.TRANSLOAD_TRACK).stream()
                    .filter(u -> !u.id().equals(steps.get(i).unit()))
                    .toList();
            if (others.isEmpty()) {
                return Set.of();
            }
            steps.set(
                    i,
                    on(
                            steps.get(i),
                            others.get(random.nextInt(others.size())).id(),
                            steps.get(i).second()));
            return Set.of("YARD-TRACK");
        });
        all.put("two trains in one lane", (steps, question, random) -> {
            int i = find(steps, random, YardStage.CUSTOMS);
            int j = find(steps, random, YardStage.CUSTOMS);
            var a = steps.get(i);
            var b = steps.get(j);
            if (i == j) {
                return Set.of();
            }
            steps.set(i, on(at(a, b.begin(), b.end()), b.unit(), ""));
            return Set.of("YARD-OVERLAP");
        });
        all.put("two departures within the headway", (steps, question, random) -> {
            int i = find(steps, random, YardStage.DEPARTURE);
            int j = find(steps, random, YardStage.DEPARTURE);
            if (i == j) {
                return Set.of();
            }
            var b = steps.get(j);
            steps.set(i, at(steps.get(i), b.begin().plusSeconds(1), b.end().plusSeconds(1)));
            return Set.of("YARD-OVERLAP");
        });
        all.put("a train is called another name", (steps, question, random) -> {
            var of = steps.get(random.nextInt(steps.size())).trainId();
            steps.replaceAll(s -> s.trainId().equals(of) ? named(s, "somebody") : s);
            return Set.of("YARD-TRAIN");
        });
        all.put("everything a day too soon", (steps, question, random) -> {
            steps.replaceAll(s -> at(s, s.begin().minusSeconds(86_400), s.end().minusSeconds(86_400)));
            return Set.of("YARD-PAST");
        });
        return all;
    }

    private static int find(List<DayStep> steps, SplittableRandom random, YardStage stage) {
        int from = random.nextInt(steps.size());
        for (int i = 0; i < steps.size(); i++) {
            int at = (from + i) % steps.size();
            if (steps.get(at).stage() == stage) {
                return at;
            }
        }
        throw new IllegalStateException("no " + stage);
    }

    private static int find(List<DayStep> steps, String train, YardStage stage) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).is(train, stage, 0)) {
                return i;
            }
        }
        throw new IllegalStateException("no " + stage + " of " + train);
    }

    private static DayStep at(DayStep s, Instant begin, Instant end) {
        return new DayStep(s.trainId(), s.stage(), s.part(), s.unit(), s.second(), s.ready(), begin, end, s.fixed());
    }

    private static DayStep on(DayStep s, String unit, String second) {
        return new DayStep(s.trainId(), s.stage(), s.part(), unit, second, s.ready(), s.begin(), s.end(), s.fixed());
    }

    private static DayStep named(DayStep s, String train) {
        return new DayStep(train, s.stage(), s.part(), s.unit(), s.second(), s.ready(), s.begin(), s.end(), s.fixed());
    }

    @Test
    void everyKindOfSpoiltPlanIsNamed() {
        var random = new SplittableRandom(7);
        var spoilt = new HashSet<String>();
        for (var station : List.of("alashankou", "khorgos", "altynkol", "dostyk", "malaszewicze", "fenyeslitke")) {
            var question = Days.day(station, 7, 3);
            var right = DayPlanner.plan(question, DayLimits.FIRST).steps();
            assertThat(DayCheck.check(question, right)).as(station).isEmpty();
            MUTATIONS.forEach((name, mutation) -> {
                for (int turn = 0; turn < 6; turn++) {
                    var steps = new ArrayList<>(right);
                    var wanted = mutation.on(steps, question, random);
                    if (!wanted.isEmpty()) {
                        spoilt.add(name);
                        assertThat(rules(question, steps))
                                .as("%s: %s", station, name)
                                .containsAnyElementsOf(wanted);
                    }
                }
            });
        }
        assertThat(spoilt).isEqualTo(MUTATIONS.keySet());
    }

    @Test
    void aFindingNamesTheStepAndWhenItWouldBegin() {
        var question = Days.day("dostyk", 4, 1);
        var right = DayPlanner.plan(question, DayLimits.FIRST).steps();
        for (int i = 0; i < right.size(); i++) {
            var step = right.get(i);
            var steps = new ArrayList<>(right);
            steps.set(i, at(step, step.begin(), step.begin()));
            assertThat(DayCheck.check(question, steps)).anySatisfy(f -> {
                assertThat(f.rule()).isEqualTo("YARD-SHORT");
                assertThat(f.place().toString())
                        .contains(step.trainId(), step.stage().name());
                assertThat(f.value()).isEqualTo(step.begin().toString());
            });
        }
    }

    @Test
    void theOrderOfTheStepsInTheDocumentDoesNotMatter() {
        var random = new SplittableRandom(3);
        var question = Days.day("malaszewicze", 6, 2);
        var right = DayPlanner.plan(question, DayLimits.FIRST).steps();
        for (int turn = 0; turn < 5; turn++) {
            var steps = new ArrayList<>(right);
            for (int i = steps.size() - 1; i > 0; i--) {
                java.util.Collections.swap(steps, i, random.nextInt(i + 1));
            }
            assertThat(DayCheck.check(question, steps)).isEmpty();
        }
    }

    @Test
    void aPlanOfAnotherDayIsWrongForThisOne() {
        var question = Days.day("khorgos", 6, 1);
        var other = DayPlanner.plan(Days.day("khorgos", 6, 2), DayLimits.FIRST).steps();
        assertThat(rules(question, other)).isNotEmpty();
        assertThat(rules(question, List.of()))
                .containsOnly("YARD-STEPS")
                .hasSize(question.trains().stream()
                        .mapToInt(t -> DayFlow.nodes(t).size())
                        .sum());
    }

    private static List<String> rules(DayQuestion question, List<DayStep> steps) {
        return DayCheck.check(question, steps).stream().map(Finding::rule).collect(Collectors.toList());
    }
}
