package org.tongdao.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongdao.tree.TreeStory.day;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.ledger.Price;
import org.tongdao.ledger.TariffBook;
import org.tongdao.ledger.TrialBalance;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Money;
import org.tongdao.tree.TreeStory;
import org.tongdao.tree.TreeStory.Told;

@OnDatabase
class SettlementIT {

    @Autowired
    Settlement settlement;

    @Autowired
    TreeStory story;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

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
        clock.set(day(30));
    }

    @AfterEach
    void wallClock() {
        clock.release();
    }

    @Test
    void departedParcelsAreChargedOnceByTheTariffOfTheDay() {
        Told told = Tenancy.as(tenant, () -> story.whole(3));
        assertThat(charge(told)).isEqualTo(new ChargeReport(3, 0, 0, List.of()));
        assertThat(charge(told)).isEqualTo(new ChargeReport(0, 3, 0, List.of()));
        Charge charge = find(told.numbers().get(1));
        // 600 g actual; 20 × 15 × 10 cm = 3,000 cm³ = 500 g; 5.00 + 0.6 × 17.50 = 15.50
        assertThat(charge.amount()).isEqualTo(Money.of("15.50", "CNY"));
        assertThat(charge.tariffVersion()).isEqualTo("ALA-2026-1");
        assertThat(charge.mark()).isEqualTo("typical");
        assertThat(charge.departedAt()).isEqualTo(day(3));
    }

    @Test
    void priceCanBeAskedWhyAndComesOutTheSame() {
        Told told = Tenancy.as(tenant, () -> story.whole(2));
        charge(told);
        Charge charge = find(told.numbers().get(0));
        assertThat(charge.why().total()).isEqualTo(charge.amount());
        assertThat(charge.why().chargeable()).isEqualTo(charge.chargeable());
        assertThat(charge.why().trace()).extracting(Price.Step::rule).contains("WEIGHT-COUNTS", "PER-PARCEL", "SUM");
    }

    @Test
    void trialBalanceIsZeroAndSumsTheCharges() {
        charge(Tenancy.as(tenant, () -> story.whole(3)));
        TrialBalance trial = Tenancy.as(tenant, settlement::trialBalance);
        assertThat(trial.isBalanced()).isTrue();
        assertThat(trial.balance("receivable/Acme", "money:CNY")).isEqualTo(1375 + 1550 + 1725);
        assertThat(trial.balance("income/freight/ALA", "money:CNY")).isEqualTo(-(1375 + 1550 + 1725));
    }

    @Test
    void parcelThatHasNotDepartedOwesNothing() {
        Told told = Tenancy.as(tenant, () -> {
            Told t = story.accepted(2);
            story.cleared(t.parcels(), 0.2);
            return story.planned(story.sealed(t));
        });
        assertThat(charge(told)).isEqualTo(new ChargeReport(0, 0, 2, List.of()));
        assertThat(Tenancy.as(tenant, () -> settlement.find(told.numbers().get(0))))
                .isEmpty();
    }

    @Test
    void chargeTakenBackCanBeMadeAnewButNotTakenBackTwice() {
        Told told = Tenancy.as(tenant, () -> story.whole(2));
        charge(told);
        String number = told.numbers().get(0);
        assertThat(reverse(number)).isEmpty();
        assertThat(reverse(number)).extracting(Finding::rule).containsExactly("CHARGE-NONE");
        assertThat(Tenancy.as(tenant, settlement::trialBalance).balance("receivable/Acme", "money:CNY"))
                .isEqualTo(1550);
        assertThat(charge(told).charged()).isEqualTo(1);
        assertThat(find(number).entryId()).isEqualTo("freight:" + number + ":2");
        assertThat(reverse(number)).isEmpty();
        assertThat(Tenancy.as(tenant, settlement::trialBalance).isBalanced()).isTrue();
    }

    @Test
    void laneWithoutATariffIsAFindingAndTheOthersAreCharged() {
        Told told = Tenancy.as(tenant, () -> story.whole(2));
        tenants.asOwner("UPDATE parcel SET hub = 'XXX' WHERE parcel_no = '"
                + told.numbers().get(0) + "' RETURNING id");
        ChargeReport report = charge(told);
        assertThat(report.charged()).isEqualTo(1);
        assertThat(report.findings()).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo("TARIFF-NONE");
            assertThat(f.value()).isEqualTo("XXX 2026-01-04");
        });
    }

    @Test
    void manyClerksAtOnceChargeEveryParcelOnce() throws Exception {
        Told told = Tenancy.as(tenant, () -> story.whole(5));
        try (var clerks = new Clerks()) {
            List<Future<Integer>> all = IntStream.range(0, 6)
                    .mapToObj(i -> clerks.pool().submit(() -> {
                        try {
                            return charge(told).charged();
                        } catch (org.springframework.dao.DataAccessException beaten) {
                            return 0;
                        }
                    }))
                    .toList();
            int charged = 0;
            for (Future<Integer> one : all) {
                charged += one.get();
            }
            assertThat(charged).isEqualTo(5);
        }
        assertThat(charge(told).chargedBefore()).isEqualTo(5);
    }

    @Test
    void databaseRefusesAnEntryThatDoesNotBalance() {
        charge(Tenancy.as(tenant, () -> story.whole(1)));
        assertThatThrownBy(() -> Tenancy.run(
                        tenant,
                        () -> transaction.executeWithoutResult(t -> {
                            jdbc.sql("INSERT INTO journal_entry (tenant_id, entry_id, effective_at, cause, turn, note)"
                                            + " VALUES (current_tenant(), 'x', now(), '', 1, '')")
                                    .update();
                            jdbc.sql(
                                            "INSERT INTO journal_line VALUES (current_tenant(), 'x', 1, 'receivable/Acme', 1, 0, 'money:CNY')")
                                    .update();
                        })))
                .rootCause()
                .hasMessageContaining("does not balance");
    }

    @Test
    void statementShowsEveryChargeWithItsFigures() throws IOException {
        Told told = Tenancy.as(tenant, () -> story.whole(3));
        charge(told);
        reverse(told.numbers().get(2));
        Path csv = folder.resolve("statement.csv");
        Tenancy.run(tenant, () -> settlement.writeStatement(csv));
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1))
                .isEqualTo("Acme,ORDER-0," + told.numbers().get(0)
                        + ",ALA,2026-01-04T00:00:00Z,ALA-2026-1,typical,500,500,500,13.75,CNY,freight:"
                        + told.numbers().get(0) + ",");
        assertThat(lines.get(3)).endsWith("/reversed");
    }

    @Test
    void textsThatLookLikeFormulasAreShownAsText() {
        assertThat(Statement.shown("=1+1")).isEqualTo("'=1+1");
        assertThat(Statement.shown("ORDER-1")).isEqualTo("ORDER-1");
        assertThat(Statement.shown("")).isEmpty();
    }

    @Test
    void starterTariffsHaveNoFaultsAndAreMarkedTypical() {
        assertThat(TariffBook.of(Tariffs.starter()).faults()).isEmpty();
        assertThat(Tariffs.starter()).isNotEmpty().allMatch(t -> t.mark().equals("typical"));
    }

    @Test
    void merchantsNeverShareAnAccount() {
        assertThat(List.of("a b", "a_b", "a%20b", "张三", "").stream().map(Accounts::receivable))
                .doesNotHaveDuplicates();
        assertThat(Accounts.receivable("张三 & Co")).isEqualTo("receivable/张三%20%26%20Co");
    }

    private ChargeReport charge(Told told) {
        return Tenancy.as(tenant, () -> settlement.charge(told.batch()));
    }

    private Charge find(String number) {
        return Tenancy.as(tenant, () -> settlement.find(number)).orElseThrow();
    }

    private List<Finding> reverse(String number) {
        return Tenancy.as(tenant, () -> settlement.reverse(number, "wrong weight"));
    }

    private record Clerks(java.util.concurrent.ExecutorService pool) implements AutoCloseable {

        Clerks() {
            this(Executors.newFixedThreadPool(3));
        }

        @Override
        public void close() {
            pool.shutdownNow();
        }
    }
}
