package org.tongdao.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.consolidation.Consolidation;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import org.tongdao.tree.TreeStory;

@OnDatabase
class BagsToTrainsIT {

    @Autowired
    FreshTenant tenants;

    @Autowired
    TreeStory story;

    @Autowired
    Consolidation consolidation;

    @Autowired
    Planning planning;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void wallClockAgain() {
        clock.release();
    }

    @Test
    void clearedParcelsAreBaggedLoadedBookedAndComposed() {
        Tenancy.run(tenants.create(), () -> {
            var told = story.accepted(200);
            story.cleared(told.parcels(), 0.5);
            clock.set(TreeStory.day(1));
            var report = consolidation.consolidate("ALA");
            assertThat(report.parcels()).isEqualTo(200);
            assertThat(count("bag_parcel")).isEqualTo(200);
            assertThat(report.containers()).isEqualTo(1);
            assertThat(planning.dispatch("ALA").containers()).isEqualTo(1);
            planning.compose();
            assertThat(count("train")).isEqualTo(2);
            assertThat(count("wagon_load")).isEqualTo(2);
            assertThat(consolidation.consolidate("ALA").parcels()).isZero();
        });
    }

    @Test
    void theNextCutOffLiesAhead() {
        Tenancy.run(tenants.create(), () -> {
            var now = TreeStory.day(3);
            for (var hub : new String[] {"ALA", "DYU", "WAW", "CPE"}) {
                assertThat(planning.nextCutOff(hub, now)).isAfter(now).isBefore(now.plus(Duration.ofDays(8)));
            }
        });
    }

    private long count(String table) {
        Long count = transaction.execute(
                t -> jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single());
        return count == null ? -1 : count;
    }
}
