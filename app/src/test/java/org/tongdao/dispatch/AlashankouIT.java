package org.tongdao.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.dispatch.Actual.Mark;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.port.Blocker;
import org.tongdao.port.BorderStory;
import org.tongdao.terms.Finding;
import org.tongdao.yard.YardStage;
import org.tongdao.yard.YardStation;

/** A train from Urumqi to Dostyk passes Alashankou: it is expected, arrives, is supervised and handed over, all told by the dispatcher there. */
@OnDatabase
class AlashankouIT {

    private static final Instant EXPECTED = Instant.parse("2026-12-02T16:00:00Z");
    private static final Instant NOW = Instant.parse("2026-12-02T18:00:00Z");

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

    @BeforeEach
    void aTrainIsOnItsWay() {
        tenant = tenants.create();
        told = as(() -> story.passing(EXPECTED, 3));
    }

    @Test
    void aTrainThatOnlyPassesIsExpectedAtItsPlannedTime() {
        var board = board(EXPECTED.minusSeconds(7200));
        assertThat(board.trains()).singleElement().satisfies(t -> {
            assertThat(t.no()).isEqualTo(told.first());
            assertThat(t.isArrived()).isFalse();
            assertThat(t.changesGauge()).isFalse();
            assertThat(t.arrival()).isEqualTo(EXPECTED);
        });
        assertThat(board.steps()).allMatch(PlannedStep::isOpen);
        assertThat(outgoing()).isEmpty();
    }

    @Test
    void itIsSupervisedAndHandedOverByTheDispatcherAlone() {
        assertThat(tell(YardStage.CUSTOMS, Mark.END, NOW)).contains("ACTUAL-ORDER");
        assertThat(tell(YardStage.ARRIVAL_CHECK, Mark.BEGIN, EXPECTED.plusSeconds(600)))
                .isEmpty();
        assertThat(outgoing())
                .singleElement()
                .satisfies(
                        o -> assertThat(o.blockers()).extracting(Blocker::rule).containsExactly("SUPERVISION-OPEN"));
        assertThat(depart(told.first())).extracting(Blocker::rule).containsExactly("SUPERVISION-OPEN");
        assertThat(tell(YardStage.ARRIVAL_CHECK, Mark.END, EXPECTED.plusSeconds(3000)))
                .isEmpty();
        assertThat(tell(YardStage.CUSTOMS, Mark.END, NOW)).isEmpty();
        assertThat(depart(told.first())).isEmpty();
        assertThat(board(NOW).steps()).extracting(PlannedStep::told).containsOnly(PlannedStep.Told.DONE);
        assertThat(outgoing()).isEmpty();
        assertThat(facts("T170")).containsExactly("AKL");
        assertThat(facts("T090")).as("it left Urumqi once and nowhere else").containsExactly("URC");
    }

    @Test
    void anUnknownTrainIsAPlainAnswer() {
        assertThat(depart("T9999")).extracting(Blocker::rule).containsExactly("NOT-HERE-TO-LEAVE");
        assertThat(rules(as(() -> actuals.tell(
                        alashankou(), new Actual("T9999", YardStage.ARRIVAL_CHECK, Mark.BEGIN, NOW, false), author()))))
                .containsExactly("YARD-NO-TRAIN");
        assertThat(as(() -> actuals.scan(alashankou(), "TDGU0000000", author())))
                .map(Finding::rule)
                .contains("RAIL-NOT-ON-TRAIN");
    }

    @Test
    void anArrivalInTheFutureOrBeforeTheTrainLeftIsRefused() {
        assertThat(tell(YardStage.ARRIVAL_CHECK, Mark.BEGIN, NOW.plusSeconds(60)))
                .containsExactly("ACTUAL-FUTURE");
        assertThat(tell(YardStage.ARRIVAL_CHECK, Mark.BEGIN, Instant.parse("2026-12-02T05:59:00Z")))
                .containsExactly("ACTUAL-BEFORE-PLAN");
        assertThat(facts("T100")).isEmpty();
    }

    @Test
    void whatWasToldFurtherOnIsNotContradictedHere() {
        fact("T180", "DST", NOW);
        assertThat(board(NOW).trains())
                .as("it stands at Dostyk, so it is not expected here")
                .isEmpty();
        assertThat(board(NOW.minusSeconds(60)).trains()).hasSize(1);
        fact("T100", "AKL", EXPECTED);
        assertThat(board(NOW).trains()).isEmpty();
        assertThat(outgoing()).isEmpty();
    }

    private void fact(String milestone, String node, Instant at) {
        Tenancy.run(
                tenant,
                () -> transaction.executeWithoutResult(t -> jdbc.sql(
                                "INSERT INTO train_fact SELECT tenant_id, id, ?, ?, ? FROM train WHERE tenant_id = current_tenant() AND train_no = ?")
                        .params(milestone, node, Timestamp.from(at), told.first())
                        .update()));
    }

    private List<String> facts(String milestone) {
        return as(() -> Objects.requireNonNull(transaction.execute(
                t -> jdbc.sql("SELECT node FROM train_fact WHERE tenant_id = current_tenant() AND milestone = ?")
                        .param(milestone)
                        .query(String.class)
                        .list())));
    }

    private List<String> tell(YardStage stage, Mark mark, Instant at) {
        return rules(as(() -> actuals.tell(alashankou(), new Actual(told.first(), stage, mark, at, false), author())));
    }

    private List<Blocker> depart(String train) {
        return as(() -> actuals.depart(alashankou(), train, author()));
    }

    private List<Outgoing> outgoing() {
        return as(() -> actuals.outgoing(alashankou(), author()));
    }

    private StationBoard board(Instant now) {
        return as(() -> dispatch.board(alashankou(), now));
    }

    private YardStation alashankou() {
        return dispatch.findStation("alashankou").orElseThrow();
    }

    private static Author author() {
        return new Author("ming", "", NOW);
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }

    private <T> T as(Supplier<T> work) {
        return Tenancy.as(tenant, work);
    }
}
