package org.tongdao.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.journey.InvariantAudit;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import org.tongdao.terms.Finding;
import org.tongdao.tree.TreeStory;

/** An open container is loaded by hand: what breaks a rule is told and not kept, what is kept is a version, and sealing goes by the last one. */
@OnDatabase
class LoadByHandIT {

    private static final String LI = "li";

    @Autowired
    LoadDesk loads;

    @Autowired
    HandContainers containers;

    @Autowired
    OpenContainerStory story;

    @Autowired
    FreshTenant tenants;

    @Autowired
    InvariantAudit audit;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private int tenant;
    private OpenContainerStory.Told told = new OpenContainerStory.Told(0, "", List.of());

    @BeforeEach
    void twelveBagsLieInAnOpenContainer() {
        tenant = tenants.create();
        clock.set(TreeStory.day(3));
        told = Tenancy.as(tenant, () -> story.bags(12));
    }

    @AfterEach
    void wallClockAgain() {
        clock.release();
    }

    @Test
    void whatBreaksARuleIsToldAndNotKept() {
        Tenancy.run(tenant, () -> {
            assertThat(view().unplaced()).hasSize(12);
            var corner = List.of(box(0, 0, 0, 0));
            assertThat(rules(save(0, corner))).contains("LOAD-CENTRE");
            var floating = List.of(box(0, 2649, 976, 500));
            assertThat(rules(loads.attempt(view(), floating))).contains("LOAD-SUPPORT");
            var twice = List.of(box(0, 2649, 976, 0), box(0, 2649, 976, 0));
            assertThat(rules(loads.attempt(view(), twice))).contains("LOAD-QUANTITY", "LOAD-OVERLAP");
            var strange = List.of(new Stowed("006141429999999999", 2649, 976, 0, 600, 400, 400));
            assertThat(rules(loads.attempt(view(), strange))).contains("LOAD-CARGO");
            assertThat(view().history()).isEmpty();
        });
    }

    @Test
    void eachSavedPlanIsAVersionAndUndoGoesBackStepByStep() {
        Tenancy.run(tenant, () -> {
            var one = List.of(box(0, 2649, 976, 0));
            var two = List.of(box(0, 2649, 976, 0), box(1, 2649, 976, 400));
            assertThat(save(0, one).version()).isEqualTo(1);
            assertThat(save(1, two).version()).isEqualTo(2);
            assertThat(rules(save(1, one))).as("somebody saved meanwhile").containsExactly("HAND-OLD");
            assertThat(undo(2).version()).isEqualTo(3);
            assertThat(view().boxes()).isEqualTo(one);
            assertThat(undo(3).version()).isEqualTo(4);
            assertThat(view().boxes()).isEmpty();
            assertThat(rules(undo(4))).containsExactly("HAND-NOTHING");
            assertThat(view().history()).extracting(LoadVersion::kind).containsExactly("UNDO", "UNDO", "HAND", "HAND");
            assertThat(view().history())
                    .allMatch(v -> v.actor().equals(LI) && v.madeAt().equals(TreeStory.day(3)));
        });
    }

    @Test
    void theRestIsPlacedAroundWhatStandsAndSealingKeepsIt() {
        Tenancy.run(tenant, () -> {
            var filled = loads.fill(view(), List.of());
            assertThat(filled.leftOut()).isEmpty();
            assertThat(filled.findings()).isEmpty();
            assertThat(filled.boxes()).hasSize(12);
            assertThat(save(0, filled.boxes()).version()).isEqualTo(1);
            var fixed = filled.boxes().subList(0, 8);
            var again = loads.fill(view(), fixed);
            assertThat(again.boxes()).hasSize(12).containsAll(fixed);
            assertThat(rules(again)).isSubsetOf("LOAD-CENTRE", "LOAD-HALF");
            assertThat(seal()).isEmpty();
            assertThat(view().boxes()).isEqualTo(filled.boxes());
            assertThat(rules(save(2, List.of()))).contains("HAND-SEALED");
            assertThat(violations()).isZero();
        });
    }

    @Test
    void theDatabaseRefusesAPlanWithAVerdictAndTheAuditSeesABoxThatWasMoved() {
        Tenancy.run(tenant, () -> {
            assertThat(seal()).isEmpty();
            assertThat(violations()).isZero();
            transaction.executeWithoutResult(t -> {
                jdbc.sql(
                                "UPDATE container_bag SET x_mm = x_mm + 1 WHERE tenant_id = current_tenant() AND container_id = ?")
                        .param(told.container())
                        .update();
                assertThat(audit.report().violations().entrySet())
                        .anyMatch(v -> v.getKey().startsWith("I-17") && v.getValue() > 0);
                t.setRollbackOnly();
            });
            assertThatThrownBy(() ->
                            transaction.executeWithoutResult(t -> jdbc.sql("""
                            INSERT INTO load_version SELECT tenant_id, container_id, version + 1, version, 'HAND', actor, made_at, plan || '{"verdict":["x"]}'
                            FROM load_version WHERE tenant_id = current_tenant()""").update()))
                    .hasMessageContaining("load_version_in_order");
        });
    }

    private long violations() {
        return audit.report().violations().entrySet().stream()
                .filter(v -> v.getKey().startsWith("I-17"))
                .mapToLong(v -> v.getValue())
                .sum();
    }

    private Stowed box(int bag, int x, int y, int z) {
        return new Stowed(told.bags().get(bag), x, y, z, 600, 400, 400);
    }

    private LoadView view() {
        return loads.find(told.container()).orElseThrow();
    }

    private LoadTrial save(int seen, List<Stowed> boxes) {
        return java.util.Objects.requireNonNull(
                transaction.execute(t -> loads.save(view(), new LoadHand(LI, seen), new ArrayList<>(boxes))));
    }

    private LoadTrial undo(int seen) {
        return java.util.Objects.requireNonNull(transaction.execute(t -> loads.undo(view(), new LoadHand(LI, seen))));
    }

    private Optional<Finding> seal() {
        return java.util.Objects.requireNonNull(transaction.execute(
                t -> containers.seal(containers.find(told.containerNo()).orElseThrow(), "HAND" + tenant)));
    }

    private static List<String> rules(LoadTrial trial) {
        return trial.findings().stream().map(Finding::rule).toList();
    }
}
