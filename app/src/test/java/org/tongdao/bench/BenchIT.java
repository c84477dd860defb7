package org.tongdao.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.consolidation.Consolidation;
import org.tongdao.planning.Planning;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import org.tongdao.port.StationDesk;
import org.tongdao.terms.ContainerNo;
import org.tongdao.terms.Sscc;
import org.tongdao.tree.TreeStory;

/** What a scan does, what it refuses, and what two scanners at once come to. */
@OnDatabase
class BenchIT {

    private static final Worker LI = new Worker("li", "WAREHOUSE");
    private static final Worker WANG = new Worker("wang", "OPERATOR");

    @Autowired
    Bench bench;

    @Autowired
    BenchStory story;

    @Autowired
    FreshTenant tenants;

    @Autowired
    Consolidation consolidation;

    @Autowired
    Planning planning;

    @Autowired
    StationDesk station;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private int tenant;

    @BeforeEach
    void dayOne() {
        tenant = tenants.create();
        clock.set(TreeStory.day(1));
    }

    @AfterEach
    void wallClockAgain() {
        clock.release();
    }

    @Test
    void aParcelIsReceivedOnceAndTheSecondScanSaysWhenAndByWhom() {
        Tenancy.run(tenant, () -> {
            var no = story.released(1).get(0);
            assertThat(scan(Station.RECEIVE, no, "").severity()).isEqualTo("OK");
            var twice = scan(Station.RECEIVE, no, "");
            assertThat(twice.rule()).isEqualTo("BENCH-TWICE");
            assertThat(twice.value()).contains("li", "LOC-URC-BENCH1");
            assertThat(count("standing_scan")).isEqualTo(1);
        });
    }

    @Test
    void aScanThatIsSentAgainHasItsFirstAnswerAndCountsOnce() {
        Tenancy.run(tenant, () -> {
            var no = story.released(1).get(0);
            var sent = BenchStory.scan(Station.RECEIVE, no, "");
            var first = bench.scan(sent, LI);
            assertThat(bench.scan(sent, LI)).isEqualTo(first);
            assertThat(count("scan")).isEqualTo(1);
        });
    }

    @Test
    void theMerchantsOrderNumberFindsTheParcelAndAnUnknownCodeIsListed() {
        Tenancy.run(tenant, () -> {
            var no = story.released(2).get(1);
            assertThat(scan(Station.LABEL, "ORDER-1", "").subject()).isEqualTo(no);
            assertThat(scan(Station.LABEL, "NOBODYS", "").rule()).isEqualTo("BENCH-UNKNOWN");
            assertThat(bench.unknown()).extracting(Scanned::code).containsExactly("NOBODYS");
        });
    }

    @Test
    void withoutAPlaceNothingIsDone() {
        Tenancy.run(tenant, () -> {
            var no = story.released(1).get(0);
            var nowhere = new ScanInput(java.util.UUID.randomUUID(), Station.RECEIVE, "", "d", no, "", 0);
            assertThat(bench.scan(nowhere, LI).rule()).isEqualTo("BENCH-NO-PLACE");
            assertThat(count("standing_scan")).isZero();
        });
    }

    @Test
    void aSealedBagRefusesAndASupervisorOpensItAgain() {
        Tenancy.run(tenant, () -> {
            var parcels = story.released(3);
            var bag = filledBag(parcels.subList(0, 2));
            var sealed = scan(Station.SEAL, bag, "");
            assertThat(sealed.act()).isEqualTo("BAG_CLOSED");
            assertThat(scan(Station.BAG, parcels.get(2), bag).rule()).isEqualTo("BENCH-BAG-SEALED");
            assertThat(reverse(sealed, LI, "forgot one").rule()).isEqualTo("BENCH-NO-AUTHORITY");
            assertThat(reverse(sealed, WANG, "").rule()).isEqualTo("BENCH-NO-REASON");
            assertThat(reverse(sealed, WANG, "forgot one").act()).isEqualTo("BAG_REOPENED");
            assertThat(reverse(sealed, WANG, "forgot one").rule()).isEqualTo("BENCH-TWICE");
            assertThat(scan(Station.BAG, parcels.get(2), bag).act()).isEqualTo("BAGGED");
            assertThat(scan(Station.SEAL, bag, "").act()).isEqualTo("BAG_CLOSED");
            assertThat(number("SELECT parcels FROM bag")).isEqualTo(3);
            assertThat(number("SELECT gross_g FROM bag")).isEqualTo(300 + 500 + 600 + 700);
        });
    }

    @Test
    void aHeldParcelShoutsAtEveryStationUntilItIsReleased() {
        Tenancy.run(tenant, () -> {
            var parcels = story.released(2);
            var bag = scan(Station.BAG, "TD-NEW-BAG", "").target();
            assertThat(scan(Station.HOLD, parcels.get(0), "").rule()).isEqualTo("BENCH-NO-REASON");
            var held = scan(Station.HOLD, parcels.get(0), "TD-R-DAMAGED");
            assertThat(held.act()).isEqualTo("HELD");
            assertThat(scan(Station.RECEIVE, parcels.get(0), "").rule()).isEqualTo("BENCH-HELD");
            assertThat(scan(Station.LABEL, parcels.get(0), "").rule()).isEqualTo("BENCH-HELD");
            assertThat(scan(Station.BAG, parcels.get(0), bag).rule()).isEqualTo("BENCH-HELD");
            assertThat(consolidation.consolidate("ALA").parcels())
                    .as("nor does the desk bag it")
                    .isEqualTo(1);
            assertThat(reverse(held, LI, "looked at it").rule()).isEqualTo("BENCH-NO-AUTHORITY");
            assertThat(reverse(held, WANG, "looked at it").act()).isEqualTo("RELEASED");
            assertThat(scan(Station.BAG, parcels.get(0), bag).act()).isEqualTo("BAGGED");
        });
    }

    @Test
    void whatCustomsHasNotReleasedGoesIntoNoBag() {
        Tenancy.run(tenant, () -> {
            var parcels = story.released(2, 1);
            var bag = scan(Station.BAG, "TD-NEW-BAG", "").target();
            assertThat(scan(Station.BAG, parcels.get(1), bag).rule()).isEqualTo("BENCH-NOT-RELEASED");
            assertThat(scan(Station.BAG, parcels.get(0), bag).inside()).isEqualTo(1);
        });
    }

    @Test
    void twoScannersPutOneParcelIntoTwoBagsAndOneIsToldWhereItIs() {
        var answers = atOnce(Station.BAG, this::parcelAndTwoBags);
        assertThat(answers).extracting(ScanAnswer::act).contains("BAGGED");
        assertThat(answers).extracting(ScanAnswer::rule).contains("BENCH-ELSEWHERE");
        Tenancy.run(tenant, () -> {
            var lost =
                    answers.stream().filter(ScanAnswer::isRefused).findFirst().orElseThrow();
            var won = answers.stream().filter(a -> !a.isRefused()).findFirst().orElseThrow();
            assertThat(lost.value()).isEqualTo(won.target());
            assertThat(count("bag_parcel")).isEqualTo(1);
            assertThat(number("SELECT sum(parcels) FROM bag")).isEqualTo(1);
        });
    }

    @Test
    void twoScannersLoadOneBagIntoTwoContainersAndOneIsToldWhereItIs() {
        var answers = atOnce(Station.LOAD, () -> {
            var bag = filledBag(story.released(2));
            scan(Station.SEAL, bag, "");
            return List.of(bag, opened(1), opened(2));
        });
        var lost = answers.stream().filter(ScanAnswer::isRefused).findFirst().orElseThrow();
        var won = answers.stream().filter(a -> !a.isRefused()).findFirst().orElseThrow();
        assertThat(lost.rule()).isEqualTo("BENCH-ELSEWHERE");
        assertThat(lost.value()).isEqualTo(won.target());
        Tenancy.run(tenant, () -> {
            assertThat(count("container_bag")).isEqualTo(1);
            assertThat(number("SELECT sum(bags) FROM container")).isEqualTo(1);
        });
    }

    @Test
    void anOpenBagIsNotLoadedAndOneOpenedAgainBlocksTheDeparture() {
        Tenancy.run(tenant, () -> {
            var box = opened(7);
            var bag = filledBag(story.released(3));
            assertThat(scan(Station.LOAD, bag, box).rule()).isEqualTo("BENCH-BAG-OPEN");
            var closed = scan(Station.SEAL, bag, "");
            assertThat(scan(Station.LOAD, bag, box).act()).isEqualTo("LOADED");
            assertThat(planning.dispatch("ALA").containers())
                    .as("open containers find no train")
                    .isZero();
            assertThat(scan(Station.SEAL, box, "").act()).isEqualTo("CONTAINER_CHOSEN");
            assertThat(scan(Station.SEAL, "SEAL-H" + tenant, box).act()).isEqualTo("CONTAINER_SEALED");
            assertThat(planning.dispatch("ALA").containers()).isEqualTo(1);
            planning.compose();
            long train = number("SELECT min(id) FROM train");
            var departure = TreeStory.day(9);
            assertThat(Tenancy.as(tenant, () -> station.blockers(train, "URC", departure)))
                    .isEmpty();
            reverse(closed, WANG, "a parcel rattles");
            assertThat(station.blockers(train, "URC", departure))
                    .extracting(b -> b.rule() + " " + b.subject())
                    .contains("BAG-OPEN " + bag);
            assertThat(scan(Station.SEAL, bag, "").act()).isEqualTo("BAG_CLOSED");
            assertThat(station.blockers(train, "URC", departure)).isEmpty();
        });
    }

    @Test
    void aHandSealedContainerHasAPlanAndItsSealIsCutOnlyBeforeItIsBooked() {
        Tenancy.run(tenant, () -> {
            var box = opened(3);
            var bag = filledBag(story.released(4));
            scan(Station.SEAL, bag, "");
            scan(Station.LOAD, bag, box);
            assertThat(scan(Station.SEAL, "x", box).rule()).isEqualTo("BENCH-SEAL");
            var sealed = scan(Station.SEAL, "CUT" + tenant, box);
            assertThat(number("SELECT count(*) FROM container WHERE load_plan ->> 'seal' = 'CUT" + tenant + "'"))
                    .isEqualTo(1);
            assertThat(reverse(sealed, WANG, "wrong bag inside").act()).isEqualTo("CONTAINER_REOPENED");
            assertThat(scan(Station.SEAL, "CUT" + tenant, box).rule())
                    .as("a cut seal is spent")
                    .isEqualTo("BENCH-SEAL");
            assertThat(scan(Station.UNLOAD, bag, box).act()).isEqualTo("UNLOADED");
            assertThat(scan(Station.LOAD, bag, box).act()).isEqualTo("LOADED");
            var again = scan(Station.SEAL, "NEW" + tenant, box);
            planning.dispatch("ALA");
            assertThat(reverse(again, WANG, "too late").rule()).isEqualTo("BENCH-BOOKED");
        });
    }

    @Test
    void aWeightFarFromTheDeclaredOneIsRecordedAndDoubted() {
        Tenancy.run(tenant, () -> {
            var no = story.released(1).get(0);
            var onScale = scan(Station.WEIGH, no, "");
            var sized = scan(Station.WEIGH, "310x210x120", onScale.target());
            var weighed = scan(Station.WEIGH, "0.900 kg", sized.target());
            assertThat(weighed.severity()).isEqualTo("WARNING");
            assertThat(weighed.value()).isEqualTo("0.900 kg ≠ 0.500 kg");
            assertThat(number("SELECT gross_g + length_mm FROM parcel_weight")).isEqualTo(900 + 310);
            assertThat(scan(Station.WEIGH, "0.520 kg", no).severity()).isEqualTo("OK");
            assertThat(scan(Station.WEIGH, "0 kg", no).rule()).isEqualTo("BENCH-WEIGHT");
            var bare = scan(Station.WEIGH, "0.5", no);
            assertThat(bare.rule()).isEqualTo("BENCH-WEIGHT-UNIT");
            assertThat(bare.target()).as("the parcel stays on the scale").isEqualTo(no);
            assertThat(scan(Station.WEIGH, "0.5", "").rule()).isEqualTo("BENCH-UNKNOWN");
        });
    }

    @Test
    void everyScanThatDidSomethingIsAnEvent() {
        Tenancy.run(tenant, () -> {
            var parcels = story.released(2);
            var bag = filledBag(parcels);
            var held = scan(Station.HOLD, parcels.get(0), "TD-R-WET");
            reverse(held, WANG, "dry again");
            scan(Station.SEAL, bag, "");
            long acts = number("SELECT count(*) FROM scan WHERE act <> '' AND subject <> ''");
            assertThat(number("SELECT count(*) FROM epcis_event WHERE event_id LIKE '%:scan:%'"))
                    .isEqualTo(acts);
            assertThat(number("SELECT count(*) FROM epcis_event WHERE milestone = 'T050'"))
                    .isEqualTo(1);
        });
    }

    private String filledBag(List<String> parcels) {
        var bag = scan(Station.BAG, "TD-NEW-BAG", "").target();
        parcels.forEach(p -> assertThat(scan(Station.BAG, p, bag).act()).isEqualTo("BAGGED"));
        return bag;
    }

    private String opened(int n) {
        return scan(Station.LOAD, ContainerNo.of("MSKU", tenant * 10 + n).value(), "20GP")
                .target();
    }

    private List<String> parcelAndTwoBags() {
        var no = story.released(1).get(0);
        return List.of(
                no,
                scan(Station.BAG, Sscc.of(1, "6901234", tenant * 10L).value(), "")
                        .target(),
                scan(Station.BAG, Sscc.of(1, "6901234", tenant * 10L + 1).value(), "")
                        .target());
    }

    /** One thing, two targets, two hands in the same moment. */
    private List<ScanAnswer> atOnce(Station station, java.util.function.Supplier<List<String>> story) {
        var things = Tenancy.as(tenant, story);
        var start = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            var hands = new ArrayList<Callable<ScanAnswer>>();
            for (int i = 1; i <= 2; i++) {
                var input = BenchStory.scan(station, things.get(0), things.get(i));
                hands.add(() -> {
                    start.await();
                    return Tenancy.as(tenant, () -> bench.scan(input, LI));
                });
            }
            var answers = new ArrayList<ScanAnswer>();
            for (var done : pool.invokeAll(hands)) {
                answers.add(done.get());
            }
            return answers;
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private ScanAnswer scan(Station station, String code, String target) {
        return bench.scan(BenchStory.scan(station, code, target), LI);
    }

    private ScanAnswer reverse(ScanAnswer scan, Worker who, String reason) {
        return bench.reverse(BenchStory.scan(Station.SEAL, "TD-UNDO", ""), scan.scanId(), who, reason);
    }

    private long count(String table) {
        return number("SELECT count(*) FROM " + table);
    }

    private long number(String sql) {
        Long n = transaction.execute(t -> jdbc.sql(sql).query(Long.class).single());
        return n == null ? -1 : n;
    }
}
