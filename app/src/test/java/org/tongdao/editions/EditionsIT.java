package org.tongdao.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.console.OnConsole;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Sha256;
import org.tongdao.platform.Tenancy;
import org.tongdao.terms.Finding;

/** Editions on a real database: in force at once here and soon on another node, one winner of two, never changed, added by the home tenant only. */
@OnConsole
class EditionsIT {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-29");

    @Autowired
    Editions editions;

    @Autowired
    EditionStore store;

    @Autowired
    List<Shelf> shelves;

    @Autowired
    ObjectProvider<Shelf> onShelves;

    @Autowired
    FreshTenant tenants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private EditableList list(String name) {
        return shelves.stream()
                .flatMap(shelf -> shelf.lists().stream())
                .filter(list -> list.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Trial put(String name, String text, int base) {
        return Tenancy.as(
                Tenancy.HOME,
                () -> editions.put(list(name), new NewEdition(text, base, -1, "test " + text.length(), "ann"), TODAY));
    }

    @Test
    void everyListThatCanBeBroughtIsSoundAsItWasPacked() {
        var lists = shelves.stream().flatMap(shelf -> shelf.lists().stream()).toList();
        assertThat(lists).hasSizeGreaterThanOrEqualTo(15);
        assertThat(lists).allSatisfy(list -> {
            var packed = Packaged.get(list.name());
            assertThat(Trial.of(list, packed, packed.text(), TODAY).findings())
                    .as(list.name())
                    .extracting(Finding::rule)
                    .containsExactly("LIST-SAME");
        });
    }

    @Test
    void aReaderTakesTheNewEditionAtOnceAndAnotherNodeSoonAfter() throws InterruptedException {
        var words = editions.read(
                List.of("stop-words.csv"), of -> of.apply("stop-words.csv").name());
        var node = new Editions(store, onShelves);
        var there = node.read(
                List.of("stop-words.csv"), of -> of.apply("stop-words.csv").text());
        var before = there.get();
        assertThat(words.get()).isEqualTo("stop-words");
        assertThat(there.get()).as("made once as long as nothing changes").isSameAs(before);

        var text = Packaged.get("stop-words.csv").text() + "bits and bobs,en,test\n";
        assertThat(put("stop-words.csv", text, 0).isSound()).isTrue();

        assertThat(words.get()).isEqualTo("stop-words@1");
        for (int i = 0; i < 300 && !there.get().contains("bits and bobs"); i++) {
            Thread.sleep(100);
        }
        assertThat(there.get()).isEqualTo(text);
        assertThat(editions.history("stop-words.csv"))
                .extracting(e -> e.number() + " " + e.actor() + " " + e.sha256())
                .containsExactly(
                        "1 ann " + Sha256.hex(text),
                        "0 program " + Packaged.get("stop-words.csv").sha256());
        assertThat(editions.find("stop-words.csv", 0)).contains(Packaged.get("stop-words.csv"));
        assertThat(editions.find("stop-words.csv", 9)).isEmpty();
    }

    @Test
    void ofTwoAdministratorsAtOnceOneWinsAndTheOtherIsToldByWhom() throws Exception {
        var packed = Packaged.get("door-days.csv").text();
        var start = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            var tried =
                    pool
                            .invokeAll(List.of(race(start, packed + "DE,4,a,\n"), race(start, packed + "CZ,4,b,\n")))
                            .stream()
                            .map(EditionsIT::done)
                            .toList();
            assertThat(tried).filteredOn(Trial::isSound).hasSize(1);
            var second = tried.stream().filter(t -> !t.isSound()).findFirst().orElseThrow();
            assertThat(second.findings().get(0).rule()).isEqualTo("LIST-OVERTAKEN");
            assertThat(second.findings().get(0).value()).startsWith("ann: test");
            assertThat(editions.inForce("door-days.csv").number()).isEqualTo(1);
            assertThat(put("door-days.csv", packed + "SK,4,c,\n", 0).findings())
                    .extracting(Finding::rule)
                    .as("a decision on an old page")
                    .contains("LIST-OVERTAKEN");
        } finally {
            pool.shutdown();
            assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Callable<Trial> race(CyclicBarrier start, String text) {
        return () -> {
            start.await(30, TimeUnit.SECONDS);
            return put("door-days.csv", text, 0);
        };
    }

    private static Trial done(Future<Trial> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aBroughtListThatItsReaderRefusesIsFoundByTheSelfTest() {
        assertThat(editions.unread()).isEmpty();
        Tenancy.run(
                Tenancy.HOME,
                () -> store.add(
                        "returns.csv", new NewEdition("rule,regime\nx,y\n", 0, -1, "by an older program", "ann")));
        var node = new Editions(store, onShelves);
        assertThat(node.unread()).containsExactly("returns.csv");
        assertThat(node.brought()).contains("returns@1");
        assertThat(put("returns.csv", Packaged.get("returns.csv").text(), 1).isSound())
                .isTrue();
        assertThat(editions.unread()).isEmpty();
    }

    @Test
    void onlyTheHomeTenantAddsAndNobodyChangesOrRemoves() {
        int other = tenants.create();
        var wish = new NewEdition("word,language,mark\nx,en,y\n", 7, -1, "no right", "eve");
        var insert =
                "INSERT INTO list_edition (list, number, content, line_count, actor, reason) VALUES ('a.csv', 1, 'x', 1, 'eve', 'y')";
        assertThat(Tenancy.as(Tenancy.HOME, () -> store.add("units.csv", wish)))
                .as("no gap in the numbers")
                .isFalse();
        for (Runnable guilty : List.<Runnable>of(
                () -> Tenancy.run(other, () -> run(insert)),
                () -> Tenancy.asMerchant(Tenancy.HOME, "M1", () -> run(insert)))) {
            assertThatThrownBy(guilty::run).rootCause().hasMessageContaining("row-level security");
        }
        for (var sql : List.of("UPDATE list_edition SET reason = 'z'", "DELETE FROM list_edition")) {
            assertThatThrownBy(() -> Tenancy.run(Tenancy.HOME, () -> run(sql)))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        assertThat(tenants.asOwner("SELECT count(*) FROM list_edition WHERE actor = 'eve'"))
                .isZero();
    }

    private int run(String sql) {
        return java.util.Objects.requireNonNull(
                transaction.execute(t -> jdbc.sql(sql).update()));
    }
}
