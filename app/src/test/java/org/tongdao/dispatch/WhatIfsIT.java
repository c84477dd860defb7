package org.tongdao.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.terms.Finding;
import org.tongdao.yard.YardComparison;
import org.tongdao.yard.YardStation;

/** What-ifs of Alashankou, small ones: the answer is the engine's, kept once, by whoever reckons. */
@OnDatabase
class WhatIfsIT {

    private static final Author MING = new Author("ming", "", Instant.parse("2026-12-02T22:00:00Z"));
    private static final WhatIfCase.Wish WISH =
            new WhatIfCase.Wish("mode=serial", List.of("mode=parallel", "transload_track=+1"), 2, 4);

    @Autowired
    WhatIfs whatIfs;

    @Autowired
    Dispatch dispatch;

    @Autowired
    FreshTenant tenants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private int tenant;

    @BeforeEach
    void aFreshTenant() {
        tenant = tenants.create();
    }

    @Test
    void aQuestionIsReckonedPieceByPieceAndKeepsItsAddress() {
        long id = as(() -> whatIfs.ask(alashankou(), WISH, MING)).id();
        assertThat(find(id).answered()).isZero();
        assertThat(as(whatIfs::step)).isTrue();
        assertThat(find(id).answered()).isEqualTo(1);
        assertThat(find(id).isDone()).isFalse();
        assertThat(as(whatIfs::step)).isTrue();
        assertThat(as(whatIfs::step)).isFalse();
        var done = find(id);
        assertThat(done.isDone()).isTrue();
        assertThat(done.assumed()).isNotEmpty().allMatch(f -> f.station().equals("alashankou"));
        assertThat(as(() -> whatIfs.latest(alashankou()))).containsExactly(done);
    }

    @Test
    void theAnswerIsTheEnginesToTheLastDigit() {
        long id = as(() -> whatIfs.ask(alashankou(), WISH, MING)).id();
        as(whatIfs::step);
        var serial = WhatIfs.changed(org.tongdao.yard.YardVariant.of(alashankou()), "mode=serial");
        var engine =
                YardComparison.of(serial, WhatIfs.changed(serial, "mode=parallel"), new YardComparison.Effort(2, 4, 1));
        var answer = find(id).variants().get(0).answer().orElseThrow();
        assertThat(answer.measures()).isEqualTo(engine.measures());
        assertThat(answer.measures().get(0).difference().mean()).isNegative();
    }

    @Test
    void twoWhoReckonTheSameKeepOneAnswer() {
        long id = as(() -> whatIfs.ask(alashankou(), WISH, MING)).id();
        var one = java.util.concurrent.CompletableFuture.supplyAsync(() -> as(whatIfs::step));
        as(whatIfs::step);
        one.join();
        as(whatIfs::step);
        as(whatIfs::step);
        assertThat(find(id).isDone()).isTrue();
        assertThat(find(id).variants().get(0).answer().orElseThrow().measures())
                .extracting(YardComparison.Measure::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatCannotBeIsAFindingAndNothingIsPutDown() {
        var asked = as(() -> whatIfs.ask(
                alashankou(), new WhatIfCase.Wish("", List.of("crane=-9", "transload_track=+1"), 2, 4), MING));
        assertThat(asked.findings()).extracting(Finding::rule).containsExactly("WHATIF-VALUE");
        assertThat(as(() -> whatIfs.latest(alashankou()))).isEmpty();
    }

    @Test
    void aNeighbourSeesNothingAndNobodyChangesAnAnswer() {
        long id = as(() -> whatIfs.ask(alashankou(), WISH, MING)).id();
        as(whatIfs::step);
        int neighbour = tenants.create();
        assertThat(Tenancy.as(neighbour, () -> whatIfs.find(id))).isEmpty();
        assertThatThrownBy(() -> Tenancy.run(
                        tenant,
                        () -> transaction.executeWithoutResult(
                                t -> jdbc.sql("UPDATE yard_whatif_measure SET change = 0")
                                        .update())))
                .isInstanceOf(DataAccessException.class);
    }

    private WhatIfCase find(long id) {
        return as(() -> whatIfs.find(id)).orElseThrow();
    }

    private YardStation alashankou() {
        return dispatch.findStation("alashankou").orElseThrow();
    }

    private <T> T as(Supplier<T> work) {
        return Tenancy.as(tenant, work);
    }
}
