package org.tongdao.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongdao.tree.TreeStory.day;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import org.tongdao.statistics.StatisticsReport.Comparison;
import org.tongdao.statistics.StatisticsReport.Counts;
import org.tongdao.statistics.StatisticsReport.Flow;
import org.tongdao.statistics.StatisticsReport.SameDay;
import org.tongdao.statistics.StatisticsReport.Stage;
import org.tongdao.tracking.EpcisEvent;
import org.tongdao.tracking.EpcisReader;
import org.tongdao.tree.TreeStory;
import org.tongdao.tree.TreeStory.Told;
import org.tongdao.visibility.Visibility;

@OnDatabase
class StatisticsIT {

    @Autowired
    Statistics statistics;

    @Autowired
    Visibility visibility;

    @Autowired
    TreeStory story;

    @Autowired
    FreshTenant tenants;

    @Autowired
    WorldClock clock;

    @TempDir
    Path folder;

    private int tenant;

    @BeforeEach
    void newTenant() {
        tenant = tenants.create();
        clock.set(day(60));
    }

    @AfterEach
    void wallClock() {
        clock.release();
    }

    @Test
    void tenParcelsInFigures() {
        StatisticsReport report = report(Tenancy.as(tenant, () -> story.whole(10)));
        assertThat(report.counts()).isEqualTo(new Counts(10, 10, 10, 10, 0, 0, 0));
        assertThat(report.flows()).singleElement().satisfies(flow -> {
            assertThat(flow)
                    .extracting(Flow::regime, Flow::country, Flow::currency, Flow::parcels)
                    .containsExactly("9610", "KZ", "EUR", 10);
            assertThat(flow.kilograms()).isEqualByComparingTo("9.5");
            assertThat(flow.value()).isEqualByComparingTo("123.40");
        });
        // delivered on days 8 … 17: median between 12 and 13; ninth tenth between 16 and 17; days 8 … 14 are within 14
        DoorToDoor days = report.doorToDoor().orElseThrow();
        assertThat(days.p50()).isEqualByComparingTo("12.5");
        assertThat(days.p90()).isEqualByComparingTo("16.1");
        assertThat(days.shareWithin14Days()).isEqualByComparingTo("0.7");
        assertThat(report.stages())
                .extracting(Stage::name)
                .containsExactly("accepted-released", "released-departed", "departed-hub", "hub-door");
        assertThat(report.stages().get(2).medianDays()).isEqualByComparingTo("3.4");
    }

    @Test
    void seaIsShownAsATypicalValueWithItsSource() {
        StatisticsReport report = report(Tenancy.as(tenant, () -> story.whole(10)));
        Comparison sea = report.comparisons().stream()
                .filter(c -> c.way().equals("sea"))
                .findFirst()
                .orElseThrow();
        assertThat(sea.mark()).isEqualTo("typical");
        assertThat(sea.source()).contains("S50");
        assertThat(sea.daysFrom()).isEqualTo(35);
        // (40 − 12.5) / 40
        assertThat(sea.savedShare()).isEqualByComparingTo("0.6875");
    }

    @Test
    void sameDayIsTheChineseDay() {
        // declared on 1 January 02:24 UTC = 10:24 in Shanghai; day 0.6 is 22:24 there, day 0.7 already the next day
        Told told = Tenancy.as(tenant, () -> {
            Told t = story.accepted(4);
            story.cleared(t.parcels().subList(0, 2), 0.6);
            story.cleared(t.parcels().subList(2, 3), 0.7);
            return t;
        });
        SameDay sameDay = report(told).sameDayClearance();
        assertThat(sameDay.released()).isEqualTo(3);
        assertThat(sameDay.sameDay()).isEqualTo(2);
        assertThat(sameDay.share()).isEqualByComparingTo("0.6667");
        assertThat(report(told).counts()).isEqualTo(new Counts(4, 3, 0, 0, 0, 0, 4));
    }

    @Test
    void underWayIsWhatHasDepartedAndNotEnded() {
        var all = Tenancy.as(tenant, () -> story.accepted(5));
        Tenancy.as(tenant, () -> {
            var three = all.parcels().subList(0, 3);
            story.cleared(three, 0.2);
            var train = story.planned(story.sealed(new Told(all.batch(), three, all.numbers(), 0, 0, 0, 0)));
            story.trainFact(train.first(), "T090", "URC", 3);
            story.parcelFact(three.get(0), "T250", 1, 8);
            return train;
        });
        assertThat(report(all).counts()).isEqualTo(new Counts(5, 3, 3, 1, 0, 2, 2));
    }

    @Test
    void nothingDeliveredHasNoDaysAndNoComparison() {
        StatisticsReport report = report(Tenancy.as(tenant, () -> story.accepted(2)));
        assertThat(report.doorToDoor()).isEmpty();
        assertThat(report.comparisons()).isEmpty();
        assertThat(report.stages()).isEmpty();
        assertThat(report.sameDayClearance().share()).isEqualByComparingTo("0");
    }

    @Test
    void everyFigureEqualsARecomputationFromTheEvents() throws IOException {
        StatisticsReport report = report(Tenancy.as(tenant, () -> {
            Told t = story.whole(7);
            return t;
        }));
        Path file = folder.resolve("epcis.jsonl");
        Tenancy.run(tenant, () -> visibility.export(file));
        List<EpcisEvent> events = new ArrayList<>();
        try (var in = Files.newBufferedReader(file)) {
            assertThat(EpcisReader.read(in, "epcis.jsonl", events::add)).isEmpty();
        }
        var recomputed = new Recomputation(events);
        assertThat(report.counts()).isEqualTo(recomputed.counts());
        DoorToDoor days = report.doorToDoor().orElseThrow();
        assertThat(days.p50()).isEqualByComparingTo(recomputed.percentile(0.5));
        assertThat(days.p90()).isEqualByComparingTo(recomputed.percentile(0.9));
        assertThat(days.shareWithin14Days()).isEqualByComparingTo(recomputed.shareWithin(14));
    }

    @Test
    void otherTenantsDoNotCount() {
        Told mine = Tenancy.as(tenant, () -> story.whole(3));
        int other = tenants.create();
        Tenancy.run(other, () -> story.whole(5));
        assertThat(Tenancy.as(tenant, statistics::overall)).isEqualTo(report(mine));
        assertThat(Tenancy.as(other, () -> statistics.report(mine.batch()))
                        .counts()
                        .parcels())
                .isZero();
    }

    private StatisticsReport report(Told told) {
        return Tenancy.as(tenant, () -> statistics.report(told.batch()));
    }
}
