package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongdao.terms.Dice;

/** On networks too large for the trial of every way the three searches, which share no code of theirs, say the same where their questions meet. */
class SearchesAgreeTest {

    private static final int PLACES = 260;
    private static final int QUERIES = 60;

    private record Setting(Timetable t, List<int[]> queries) {

        static Setting of(NetworkGenerator.Kind kind) {
            var start = NetworkGenerator.FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
            var t = Timetable.of(NetworkGenerator.of(kind, PLACES, 11), start, 14);
            var random = Dice.of(3, "agree");
            var queries = new ArrayList<int[]>();
            for (int i = 0; i < QUERIES; i++) {
                int from = random.nextInt(PLACES);
                queries.add(
                        new int[] {from, (from + 1 + random.nextInt(PLACES - 1)) % PLACES, random.nextInt(3 * 1440)});
            }
            return new Setting(t, queries);
        }

        long minutes(Journey j) {
            return Duration.between(t.start(), j.arrives()).toMinutes();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEarliestArrivalIsTheSameByScanByRoundsAndByLabels(NetworkGenerator.Kind kind) {
        var setting = Setting.of(kind);
        var scan = new EarliestArrival(setting.t());
        var rounds = new RoundSearch(setting.t());
        var labels = new ParetoSearch(
                setting.t(), new ParetoSearch.Question(EnumSet.of(Criteria.ARRIVAL), -1, RoundSearch.MAX_BOARDINGS));
        int answered = 0;
        for (var q : setting.queries()) {
            var earliest = scan.find(q[0], q[1], q[2]).map(setting::minutes).orElse(-1L);
            assertThat(first(setting, rounds.find(q[0], q[1], q[2]))).isEqualTo(earliest);
            assertThat(first(setting, labels.find(q[0], q[1], q[2]))).isEqualTo(earliest);
            answered += earliest < 0 ? 0 : 1;
        }
        assertThat(answered).isGreaterThan(QUERIES / 2);
    }

    private static long first(Setting setting, List<Journey> journeys) {
        return journeys.stream().mapToLong(setting::minutes).min().orElse(-1);
    }

    @ParameterizedTest
    @EnumSource
    void roundsAndLabelsHaveTheSameFrontOfArrivalAndTransfers(NetworkGenerator.Kind kind) {
        var setting = Setting.of(kind);
        var two = new ParetoSearch(
                setting.t(), new ParetoSearch.Question(EnumSet.of(Criteria.ARRIVAL, Criteria.TRANSFERS), -1, 8));
        var rounds = new RoundSearch(setting.t(), 8);
        for (var q : setting.queries()) {
            assertThat(front(setting, rounds.find(q[0], q[1], q[2])))
                    .isEqualTo(front(setting, two.find(q[0], q[1], q[2])));
        }
    }

    private static Set<List<Long>> front(Setting setting, List<Journey> journeys) {
        return journeys.stream()
                .map(j -> List.of(setting.minutes(j), (long) j.transfers()))
                .collect(java.util.stream.Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource
    void everyJourneyIsWhatItsLegsSay(NetworkGenerator.Kind kind) {
        var setting = Setting.of(kind);
        var search = new ParetoSearch(
                setting.t(),
                new ParetoSearch.Question(EnumSet.of(Criteria.ARRIVAL, Criteria.TRANSFERS, Criteria.COST), -1, 8));
        for (var q : setting.queries().subList(0, QUERIES / 3)) {
            for (var j : search.find(q[0], q[1], q[2])) {
                long services =
                        j.legs().stream().filter(l -> !l.line().isEmpty()).count();
                assertThat(j.transfers()).isEqualTo((int) Math.max(0, services - 1));
                assertThat(j.cost())
                        .isEqualTo(j.legs().stream().mapToInt(Journey.Leg::cost).sum());
                assertThat(j.arrives())
                        .isEqualTo(j.legs().get(j.legs().size() - 1).ready());
                for (int i = 0; i < j.legs().size(); i++) {
                    var leg = j.legs().get(i);
                    assertThat(leg.arrives()).isAfter(leg.departs());
                    assertThat(leg.latest()).isBeforeOrEqualTo(leg.departs());
                    if (i > 0) {
                        assertThat(leg.from()).isEqualTo(j.legs().get(i - 1).to());
                        assertThat(leg.latest())
                                .isAfterOrEqualTo(j.legs().get(i - 1).ready());
                    }
                    assertThat(Stretch.of(setting.t().network(), leg))
                            .hasSizeGreaterThanOrEqualTo(leg.line().isEmpty() ? 0 : 1);
                }
            }
        }
    }
}
