package org.tongdao.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.dispatch.Actual.Mark;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.port.Blocker;
import org.tongdao.port.BorderStory;
import org.tongdao.terms.Finding;
import org.tongdao.yard.YardPriority;
import org.tongdao.yard.YardResource;
import org.tongdao.yard.YardStage;
import org.tongdao.yard.YardStation;

/** The board of Dostyk with one train from Urumqi that arrived and one that takes its containers on. */
@OnDatabase
class DispatchIT {

    private static final Instant ARRIVED = Instant.parse("2026-12-02T22:00:00Z");
    private static final Instant NOW = ARRIVED.plusSeconds(1800);

    @Autowired
    Dispatch dispatch;

    @Autowired
    Actuals actuals;

    @Autowired
    BorderStory story;

    @Autowired
    FreshTenant tenants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private int tenant;
    private BorderStory.Told told = new BorderStory.Told("", "", List.of(), "");
    private YardStation dostyk =
            org.tongdao.port.StationFile.shipped().find("dostyk").orElseThrow();

    @BeforeEach
    void aTrainStandsAtDostyk() {
        tenant = tenants.create();
        told = as(() -> story.arrived(ARRIVED, 3));
        dostyk = dispatch.findStation("dostyk").orElseThrow();
    }

    @Test
    void theBoardShowsFactsAndWhatFollowsFromThem() {
        var board = board(NOW);
        assertThat(board.trains()).extracting(TrainHere::no).containsExactly(told.first());
        assertThat(step(board, YardStage.ARRIVAL_CHECK).told()).isEqualTo(PlannedStep.Told.BEGUN);
        assertThat(step(board, YardStage.PLACING).isOpen()).isTrue();
        assertThat(board.findings()).isEmpty();
        assertThat(board.lastFact()).contains(ARRIVED);
    }

    @Test
    void aMoveIsTriedCheckedSavedAndUndone() {
        var move = new Change.Move(told.first(), YardStage.PLACING, 3, NOW.plusSeconds(7200));
        var trial = as(() -> dispatch.attempt(dostyk, move, NOW));
        assertThat(trial.isAllowed()).isTrue();
        assertThat(trial.moved()).extracting(m -> m.is().stage()).contains(YardStage.PLACING, YardStage.TRANSLOADING);
        assertThat(board(NOW).version().isSaved()).isFalse();

        assertThat(rules(save(move, " "))).containsExactly("YARD-REASON");
        assertThat(save(move, "track 1 is being swept").isAllowed()).isTrue();
        assertThat(step(board(NOW), YardStage.PLACING).unit()).isEqualTo(3);
        assertThat(board(NOW).version().reason()).isEqualTo("track 1 is being swept");
        assertThat(save(new Change.Close(YardResource.CRANE, 0, NOW, NOW.plusSeconds(36_000)), "wind 18 m/s")
                        .isAllowed())
                .isTrue();
        assertThat(step(board(NOW), YardStage.PLACING).unit())
                .as("a pinned step stays")
                .isEqualTo(3);
        assertThat(step(board(NOW), YardStage.TRANSLOADING).begin()).isEqualTo(NOW.plusSeconds(36_000));

        assertThat(save(new Change.Undo(), "wrong").isAllowed()).isTrue();
        assertThat(step(board(NOW), YardStage.TRANSLOADING).begin())
                .as("no wind any more")
                .isBefore(NOW.plusSeconds(36_000));
        assertThat(save(new Change.Undo(), "wrong again").isAllowed()).isTrue();
        assertThat(step(board(NOW), YardStage.PLACING).pinned()).isFalse();
        assertThat(as(() -> dispatch.history(dostyk)))
                .extracting(Version::kind)
                .containsExactly("UNDO", "UNDO", "CLOSE", "MOVE");
    }

    @Test
    void aUnitThatWorksAgainSoonerReplacesWhatWasSaidOfIt() {
        save(new Change.Close(YardResource.CRANE, 0, NOW, NOW.plusSeconds(36_000)), "wind");
        save(new Change.Close(YardResource.CRANE, 0, NOW, NOW.plusSeconds(600)), "wind is over");
        assertThat(board(NOW).closures())
                .singleElement()
                .satisfies(c -> assertThat(c.until()).isEqualTo(NOW.plusSeconds(600)));
    }

    @Test
    void whatHappenedCannotBeMovedAndUnitsThatAreNotThereCannotBeUsed() {
        assertThat(rules(attempt(new Change.Move(told.first(), YardStage.ARRIVAL_CHECK, 2, NOW))))
                .containsExactly("YARD-HAPPENED");
        assertThat(rules(attempt(new Change.Move(told.first(), YardStage.PLACING, 9, NOW))))
                .containsExactly("YARD-UNIT");
        assertThat(rules(attempt(new Change.Move("NOBODY", YardStage.PLACING, 1, NOW))))
                .containsExactly("YARD-NO-TRAIN");
        assertThat(rules(attempt(new Change.Late(told.first(), NOW.plusSeconds(60)))))
                .containsExactly("YARD-HAPPENED");
        assertThat(rules(attempt(new Change.Close(YardResource.CRANE, 1, NOW, NOW))))
                .containsExactly("YARD-INVERTED");
        assertThat(rules(attempt(new Change.Undo()))).containsExactly("YARD-NO-VERSION");
        assertThat(rules(attempt(new Change.Reorder(List.of(YardPriority.PLACING)))))
                .containsExactly("YARD-CLASSES");
    }

    @Test
    void anInspectionMovesThePromiseAndSaysSo() {
        var trial = attempt(new Change.Inspect(told.first()));
        assertThat(trial.after().steps()).extracting(PlannedStep::stage).contains(YardStage.INSPECTION);
        var tight = as(() ->
                dispatch.attempt(dostyk, new Change.Close(YardResource.CRANE, 0, NOW, NOW.plusSeconds(200_000)), NOW));
        assertThat(tight.promises())
                .singleElement()
                .satisfies(p -> assertThat(p.isBroken()).isTrue());
    }

    @Test
    void actualsInTheFutureInTheWrongOrderOrTooEarlyAreFindings() {
        assertThat(tell(YardStage.ARRIVAL_CHECK, Mark.END, NOW.plusSeconds(60))).containsExactly("ACTUAL-FUTURE");
        assertThat(tell(YardStage.PLACING, Mark.BEGIN, NOW)).containsExactly("ACTUAL-ORDER");
        assertThat(tell(YardStage.ARRIVAL_CHECK, Mark.END, ARRIVED.minusSeconds(60)))
                .containsExactly("ACTUAL-TOO-EARLY");
        assertThat(tell(YardStage.ARRIVAL_CHECK, Mark.END, NOW)).isEmpty();
        assertThat(tell(YardStage.PLACING, Mark.BEGIN, NOW.minusSeconds(600))).containsExactly("ACTUAL-TOO-EARLY");
        assertThat(tell(YardStage.PLACING, Mark.END, NOW)).containsExactly("ACTUAL-ORDER");
        assertThat(tell(YardStage.PLACING, Mark.BEGIN, NOW)).isEmpty();
        assertThat(tell(YardStage.PLACING, Mark.BEGIN, NOW)).containsExactly("ACTUAL-KNOWN");
        assertThat(tell(YardStage.PLACING, Mark.END, NOW))
                .as("said, and stored")
                .containsExactly("ACTUAL-TOO-FAST");
        assertThat(tell(YardStage.TRANSLOADING, Mark.END, NOW)).contains("ACTUAL-LIFTS-OPEN");
        assertThat(tell(YardStage.DEPARTURE, Mark.END, NOW)).contains("ACTUAL-GATE");
        assertThat(step(board(NOW), YardStage.PLACING).told()).isEqualTo(PlannedStep.Told.DONE);
    }

    @Test
    void aCorrectionIsAFurtherTellingWithAReason() {
        tell(YardStage.ARRIVAL_CHECK, Mark.END, ARRIVED.plusSeconds(900));
        tell(YardStage.PLACING, Mark.BEGIN, NOW);
        var earlier = new Actual(told.first(), YardStage.PLACING, Mark.BEGIN, NOW.minusSeconds(300), true);
        assertThat(rules(as(() -> actuals.tell(dostyk, earlier, author(""))))).containsExactly("YARD-REASON");
        assertThat(as(() -> actuals.tell(dostyk, earlier, author("read the wrong clock"))))
                .isEmpty();
        assertThat(step(board(NOW), YardStage.PLACING).begin()).isEqualTo(NOW.minusSeconds(300));
        assertThat(number("SELECT count(*) FROM yard_actual WHERE stage = 'PLACING'"))
                .isEqualTo(2);
    }

    @Test
    void aTrainLeavesOnlyWhenSupervisionAndLiftsAreDoneInWhateverOrder() {
        var blockers = as(() -> actuals.depart(dostyk, told.second(), author("")));
        assertThat(blockers).extracting(Blocker::rule).contains("SUPERVISION-OPEN", "NOT-LIFTED-ON");
        assertThat(number("SELECT count(*) FROM train_fact WHERE milestone = 'T090' AND node = 'DST'"))
                .isZero();
        tell(YardStage.ARRIVAL_CHECK, Mark.END, NOW);
        told.containers().forEach(no -> {
            assertThat(as(() -> actuals.scan(dostyk, no, author("")))).isEmpty();
            assertThat(as(() -> actuals.scan(dostyk, no, author("")))).isEmpty();
            assertThat(as(() -> actuals.scan(dostyk, no, author(""))))
                    .map(Finding::rule)
                    .contains("RAIL-NOT-ON-TRAIN");
        });
        assertThat(as(() -> actuals.depart(dostyk, told.second(), author(""))))
                .extracting(Blocker::rule)
                .containsExactly("SUPERVISION-OPEN");
        assertThat(tell(YardStage.CUSTOMS, Mark.END, NOW)).noneMatch(r -> !r.equals("ACTUAL-TOO-FAST"));
        assertThat(as(() -> actuals.outgoing(dostyk, author(""))))
                .singleElement()
                .satisfies(o -> assertThat(o.blockers()).isEmpty());
        assertThat(as(() -> actuals.depart(dostyk, told.second(), author("")))).isEmpty();
        assertThat(step(board(NOW), YardStage.DEPARTURE).told()).isEqualTo(PlannedStep.Told.DONE);
    }

    @Test
    void theSecondOfTwoDispatchersIsToldThatAnotherSavedFirst() {
        var seen = OptionalInt.of(board(NOW).version().version());
        var first = as(() -> dispatch.save(dostyk, new Change.Confirm(), seen, author("start of shift")));
        assertThat(first.isAllowed()).isTrue();
        var second = as(() -> dispatch.save(dostyk, new Change.Confirm(), seen, author("start of shift, too")));
        assertThat(rules(second)).containsExactly("YARD-CONFLICT");
        assertThat(board(NOW).version().reason()).isEqualTo("start of shift");
    }

    @Test
    void aSearchThatFindsNothingBetterSaysSo() {
        assertThat(rules(attempt(new Change.Improve()))).containsExactly("YARD-NOTHING-BETTER");
    }

    @Test
    void theDatabaseKeepsTwoTrainsOffOneUnit() {
        save(new Change.Confirm(), "start of shift");
        assertThatThrownBy(() -> inTenant(() -> jdbc.sql("INSERT INTO yard_hold SELECT * FROM yard_hold")
                        .update()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasStackTraceContaining("yard_hold_one_train");
        assertThatThrownBy(() -> inTenant(
                        () -> jdbc.sql("UPDATE yard_plan SET reason = 'other'").update()))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> inTenant(() -> jdbc.sql(
                                "INSERT INTO yard_actual SELECT current_tenant(), id, 'DST', 'PLACING', 'END', 1, ?, 'x', '', ? FROM train LIMIT 1")
                        .params(Timestamp.from(NOW.plusSeconds(1)), Timestamp.from(NOW))
                        .update()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private List<String> tell(YardStage stage, Mark mark, Instant at) {
        return rules(as(() -> actuals.tell(dostyk, new Actual(told.first(), stage, mark, at, false), author(""))));
    }

    private Trial attempt(Change change) {
        return as(() -> dispatch.attempt(dostyk, change, NOW));
    }

    private Trial save(Change change, String reason) {
        return as(() -> dispatch.save(dostyk, change, OptionalInt.empty(), author(reason)));
    }

    private static Author author(String reason) {
        return new Author("ming", reason, NOW);
    }

    private static List<String> rules(Trial trial) {
        return rules(trial.findings());
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }

    private StationBoard board(Instant now) {
        return as(() -> dispatch.board(dostyk, now));
    }

    private static PlannedStep step(StationBoard board, YardStage stage) {
        return board.steps().stream()
                .filter(s -> s.stage() == stage)
                .findFirst()
                .orElseThrow();
    }

    private long number(String sql) {
        return inTenant(() -> jdbc.sql(sql).query(Long.class).single());
    }

    private <T> T as(Supplier<T> work) {
        return Tenancy.as(tenant, work);
    }

    private <T> T inTenant(Supplier<T> work) {
        return as(() -> {
            var result = transaction.execute(t -> work.get());
            if (result == null) {
                throw new AssertionError("no result");
            }
            return result;
        });
    }
}
