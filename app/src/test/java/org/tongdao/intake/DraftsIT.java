package org.tongdao.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;

/** A messy file through the wizard's steps. {@code -Dslow}: a hundred thousand rows, XLSX and its GB18030 twin, each within twenty seconds of work. */
@OnDatabase
class DraftsIT {

    private static final boolean SLOW = System.getProperty("slow") != null;
    private static final int ROWS = SLOW ? 100_000 : 2_000;
    private static final long SECONDS = 20;
    private static final Map<String, String> OWN = Map.of("sku", "我的货号", "hs", "我的税号");

    @Autowired
    Drafts drafts;

    @Autowired
    FreshTenant tenants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    @Test
    void aMessySheetIsMappedOnceTriedMendedEverywhereAndTakenIn() {
        Tenancy.run(tenants.create(), () -> {
            var draft = open(MessyFile.xlsx(folder, ROWS));
            assertThat(drafts.read(draft).isComplete())
                    .as("two columns are his own")
                    .isFalse();
            drafts.map(draft, mapping(draft), Map.of(), "li");
            var trial = attempt(draft);
            assertThat(trial.rows()).isEqualTo(ROWS);
            assertThat(trial.rejected()).isEqualTo(ROWS / 50 + ROWS / 100);
            assertThat(count("customer_order")).as("a trial stores nothing").isZero();
            var hs = drafts.page(trial, "", 0, 50).get(0).faults().get(0);
            assertThat(hs.columnNo()).isEqualTo(MessyFile.header().indexOf("我的税号"));
            drafts.fix(draft, 0, hs.columnNo(), "6116930", "6116920000", "li");
            assertThat(get(draft).stale()).isTrue();
            assertThat(attempt(draft).rejected()).isEqualTo(ROWS / 100);
            var report = drafts.commit(get(draft), "li", rows -> {});
            assertThat(report.accepted()).isEqualTo(ROWS - ROWS / 100);
            assertThat(get(draft).batch()).isEqualTo(report.batchId());
            assertThat(drafts.commit(get(draft), "li", rows -> {}).batchId()).isEqualTo(report.batchId());
            var twin = open(MessyFile.csv(folder, ROWS));
            var reading = drafts.read(twin);
            assertThat(reading.isComplete())
                    .as("the second time nothing is to be said")
                    .isTrue();
            assertThat(reading.charset()).isEqualTo("GB18030");
            var again = attempt(twin);
            assertThat(again.duplicate()).as("the same orders").isEqualTo(ROWS - ROWS / 100 - ROWS / 50);
            assertThat(drafts.page(again, "", 0, 200))
                    .as("every row that stays out says why, a duplicate too")
                    .hasSize(200)
                    .allSatisfy(row -> assertThat(row.faults()).isNotEmpty());
        });
    }

    @Test
    void oneCellIsMendedAndTheOthersStayAsTheyCame() {
        Tenancy.run(tenants.create(), () -> {
            var draft = open(MessyFile.csv(folder, 120));
            drafts.map(draft, mapping(draft), Map.of(), "li");
            var trial = attempt(draft);
            assertThat(drafts.rules(trial.id())).isNotEmpty();
            var row = drafts.page(trial, "", 0, 50).stream()
                    .filter(r ->
                            r.faults().get(0).columnNo() == MessyFile.header().indexOf("电话"))
                    .findFirst()
                    .orElseThrow();
            drafts.fix(draft, row.line(), row.faults().get(0).columnNo(), "+8613800001111", "+77012345678", "li");
            assertThat(attempt(draft).rejected()).isEqualTo(trial.rejected() - 1);
        });
    }

    @Test
    void theNomenclatureIsSearchedInThreeLanguagesAndByDigits() {
        assertThat(drafts.suggest("针织手套", 6))
                .extracting(l -> l.code().heading())
                .contains("6116");
        assertThat(drafts.suggest("warm gloves", 6))
                .extracting(l -> l.code().heading())
                .contains("6116");
        assertThat(drafts.suggest("перчатки", 6))
                .extracting(l -> l.code().heading())
                .contains("6116");
        assertThat(drafts.suggest("перчатка", 6))
                .as("while somebody types")
                .extracting(line -> line.code().value())
                .contains("6116920000");
        assertThat(drafts.suggest("611692", 6))
                .isNotEmpty()
                .allMatch(l -> l.code().value().startsWith("611692"));
        assertThat(drafts.suggest("61", 6)).isEmpty();
    }

    private Map<String, String> mapping(Draft draft) {
        var headers = new java.util.HashMap<String, String>();
        drafts.read(draft).columns().forEach(c -> headers.put(c.column(), c.header()));
        headers.putAll(OWN);
        return headers;
    }

    private Draft.Trial attempt(Draft draft) {
        long trial = drafts.attempt(get(draft), rows -> {});
        var kept = drafts.trial(trial).orElseThrow();
        System.out.println(draft.fileName() + ": " + kept.rows() + " rows tried in " + kept.millis() + " ms");
        assertThat(kept.millis()).isLessThan(SECONDS * 1000 * (SLOW ? 1 : 2));
        return kept;
    }

    private Draft open(Path file) {
        try {
            long id = drafts.open("天山外贸", file.getFileName().toString(), Files.readAllBytes(file), "li");
            return drafts.find(id).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Draft get(Draft draft) {
        return drafts.find(draft.id()).orElseThrow();
    }

    private long count(String table) {
        return java.util.Objects.requireNonNull(transaction.execute(
                t -> jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single()));
    }
}
