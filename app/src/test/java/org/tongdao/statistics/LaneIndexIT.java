package org.tongdao.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongdao.tree.TreeStory.day;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import org.tongdao.tree.TreeStory;

/**
 * Nine parcels of 500, 600 … 1,300 grams, all released on day 0.2 of 2026: three delivered and one back in January, two delivered in February by
 * Beijing's calendar, one in April, one a year later, one under way.
 */
@OnDatabase
class LaneIndexIT {

    @Autowired
    Statistics statistics;

    @Autowired
    TreeStory story;

    @Autowired
    FreshTenant tenants;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private int tenant;
    private List<Long> parcels = List.of();

    @BeforeEach
    void nineParcels() {
        tenant = tenants.create();
        clock.set(day(500));
        Tenancy.run(tenant, () -> {
            var told = story.accepted(9);
            parcels = told.parcels();
            story.cleared(parcels, 0.2);
            story.railed(story.planned(story.sealed(told)));
            ended("T250", 10.2, 12.2, 20.2);
            story.parcelFact(parcels.get(3), "T900", 1, 22);
            // the 31st of January, 16:48 in Greenwich and already February in Beijing
            story.parcelFact(parcels.get(4), "T250", 1, 30.7);
            story.parcelFact(parcels.get(5), "T250", 1, 33.2);
            story.parcelFact(parcels.get(6), "T250", 1, 95.2);
            story.parcelFact(parcels.get(7), "T250", 1, 400.2);
        });
    }

    @AfterEach
    void wallClock() {
        clock.release();
    }

    @Test
    void daysAndReliabilityAreOfTheMonthInWhichParcelsReachedTheirEnd() {
        var index = index(2026);
        assertThat(index).extracting(LaneIndex::month).containsExactly(month(4), month(2), month(1));
        assertThat(index).extracting(LaneIndex::hub).containsOnly("ALA");
        assertThat(index).extracting(LaneIndex::parcels).containsExactly(1L, 2L, 3L);
        assertThat(index).extracting(LaneIndex::returned).containsExactly(0L, 0L, 1L);
        assertThat(index).extracting(LaneIndex::days).containsExactly(days("95.0"), days("30.5"), days("12.0"));
        assertThat(index).extracting(LaneIndex::daysP90).containsExactly(days("95.0"), days("33.0"), days("20.0"));
        assertThat(index)
                .as("two of four; the one that came back was not there")
                .extracting(LaneIndex::within)
                .containsExactly(0.0, 0.0, 0.5);
    }

    @Test
    void theChangeIsAgainstTheMonthBeforeAndNotAgainstAnEarlierOne() {
        assertThat(index(2026))
                .as("nothing was delivered in March")
                .extracting(LaneIndex::trendDays)
                .containsExactly(null, days("18.5"), null);
        assertThat(index(2027)).extracting(LaneIndex::trendDays).containsExactly((BigDecimal) null);
    }

    @Test
    void freightIsWhatStandsChargedInCnyOverTheWeightOfTheParcelsSoCharged() {
        Tenancy.run(tenant, () -> {
            tariff();
            charge(0, 1, 5000, "CNY");
            refund(0);
            charge(0, 2, 3000, "CNY");
            charge(1, 1, 6000, "CNY");
            charge(2, 1, 7000, "EUR");
            charge(3, 1, 4000, "CNY");
            charge(4, 1, 9000, "CNY");
            charge(6, 1, 9000, "CNY");
            refund(6);
        });
        var index = index(2026);
        // January: 30 + 60 + 40 CNY for 500 + 600 + 800 g; February: 90 CNY for 900 g
        assertThat(index).extracting(LaneIndex::cnyPerKg).containsExactly(null, days("100.00"), days("68.42"));
        assertThat(index).extracting(LaneIndex::trendCny).containsExactly(null, days("31.58"), null);
    }

    @Test
    void aYearIsAPageTheLatestFirst() {
        var latest = Tenancy.as(tenant, () -> statistics.lanes(Optional.empty()));
        assertThat(latest.year()).isEqualTo(2027);
        assertThat(latest.years()).containsExactly(2027, 2026);
        assertThat(latest.lines()).extracting(LaneIndex::month).containsExactly(YearMonth.of(2027, 2));
        assertThat(index(2031)).isEmpty();
        var nothing = Tenancy.as(tenants.create(), () -> statistics.lanes(Optional.empty()));
        assertThat(nothing).isEqualTo(new LaneIndex.OfYear(0, List.of(), List.of()));
    }

    private List<LaneIndex> index(int year) {
        return Tenancy.as(tenant, () -> statistics.lanes(Optional.of(year))).lines();
    }

    private static YearMonth month(int month) {
        return YearMonth.of(2026, month);
    }

    private static BigDecimal days(String text) {
        return new BigDecimal(text);
    }

    private void ended(String milestone, double... days) {
        for (int i = 0; i < days.length; i++) {
            story.parcelFact(parcels.get(i), milestone, 1, days[i]);
        }
    }

    private void tariff() {
        run("""
                INSERT INTO tariff VALUES (current_tenant(), 'index-1', 'URC-ALA', '2026-01-01', '2027-01-01', 'CNY', 0, 26, 0, 100, 6000, 'assumed')""");
    }

    private void charge(int parcel, int turn, long amount, String currency) {
        String entry = "index-" + parcel + "-" + turn;
        entry(entry, entry, turn, "");
        run(
                "INSERT INTO freight_charge VALUES (current_tenant(), ?, ?, ?, ?, 'URC-ALA', 'index-1', 500, 500, 500, ?, ?)",
                parcels.get(parcel),
                turn,
                entry,
                Timestamp.from(day(3)),
                amount,
                currency);
    }

    private void refund(int parcel) {
        entry("index-" + parcel + "-back", "", 1, "index-" + parcel + "-1");
    }

    private void entry(String id, String cause, int turn, String reverses) {
        run(
                "INSERT INTO journal_entry VALUES (current_tenant(), ?, ?, ?, ?, nullif(?, ''), '')",
                id,
                Timestamp.from(day(3)),
                cause,
                turn,
                reverses);
    }

    private void run(String sql, Object... values) {
        transaction.executeWithoutResult(
                s -> jdbc.sql(sql).params(Arrays.asList(values)).update());
    }
}
