package org.tongdao;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.consolidation.Consolidation;
import org.tongdao.declaration.BrokerQueue;
import org.tongdao.declaration.Declarations;
import org.tongdao.declaration.QueueFilter;
import org.tongdao.declaration.QueueItem;
import org.tongdao.emulator.Scenario;
import org.tongdao.emulator.carrier.CarrierConduct;
import org.tongdao.emulator.customs.Conduct;
import org.tongdao.emulator.rail.RailConduct;
import org.tongdao.fulfilment.Fulfilment;
import org.tongdao.fulfilment.ReturnCase;
import org.tongdao.intake.BatchReport;
import org.tongdao.intake.ImportRequest;
import org.tongdao.intake.Intake;
import org.tongdao.intake.RuleCount;
import org.tongdao.journey.InvariantAudit;
import org.tongdao.planning.Planning;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.port.Port;
import org.tongdao.port.TrainProgress;
import org.tongdao.settlement.Settlement;
import org.tongdao.statistics.Statistics;
import org.tongdao.tracking.DeliveryStatus;
import org.tongdao.visibility.PublicTracking;
import org.tongdao.visibility.Visibility;
import org.tongdao.yard.Spread;

/**
 * The page to read first: how a merchant's file of orders becomes parcels at the doors of Almaty, Dushanbe, Warsaw and Budapest.
 *
 * <p>One story in chapters, each going on where the one before ended, through the doors of the features. The data is real, the database is real, the
 * signatures are real; customs, railways and carriers are played by the emulator over the real message formats. Order numbers name the fate of an order
 * (docs/formats/emulator.md, test numbers).
 */
@OnDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FromFileToDoorTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T01:00:00Z");
    private static final List<String> HUBS = List.of("ALA", "CPE", "DYU", "WAW");

    /** Trains leave six to twelve hours late; nobody else is in a bad mood. */
    private static final Scenario SLOW_RAILS = new Scenario(7, Conduct.calm(), lateTrains(), CarrierConduct.calm());

    @Autowired
    InvariantAudit audit;

    @Autowired
    Intake intake;

    @Autowired
    Declarations declarations;

    @Autowired
    BrokerQueue queue;

    @Autowired
    Consolidation consolidation;

    @Autowired
    Planning planning;

    @Autowired
    Port port;

    @Autowired
    Fulfilment fulfilment;

    @Autowired
    Visibility visibility;

    @Autowired
    Settlement settlement;

    @Autowired
    Statistics statistics;

    @Autowired
    World world;

    @Autowired
    FreshTenant tenants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private int consolidator;
    private long batch;

    @BeforeAll
    void aConsolidatorInUrumqiOpensTheBench() {
        consolidator = tenants.create();
        world.beginsAt(MONDAY);
    }

    @AfterAll
    void theStoryEnds() {
        world.ends();
    }

    @Test
    @Order(1)
    void aFileComesInAndEveryRowIsAnsweredFor() {
        var monday = takeIn("monday.csv");
        batch = monday.batchId();
        assertThat(monday.rows()).isEqualTo(11);
        assertThat(monday.accepted()).as("good rows go on").isEqualTo(8);
        assertThat(monday.rejected()).as("bad rows are named").isEqualTo(2);
        assertThat(monday.duplicate()).as("a repeated row is recognised").isEqualTo(1);
        assertThat(errors(monday)).containsKeys("WEIGHT-ZERO", "HS-UNKNOWN");
        assertThat(number("MON-01-TEST-OK")).matches("L[A-Z][0-9]{9}CN");
    }

    @Test
    @Order(2)
    void theSameFileAgainChangesNothingAndChangedContentIsAConflict() {
        assertThat(takeIn("monday.csv").alreadyKnown()).isTrue();
        var tuesday = takeIn("tuesday.csv");
        assertThat(errors(tuesday)).containsOnlyKeys("ORDER-CONFLICT");
        assertThat(tuesday.orders()).as("the new order of that file is taken").isEqualTo(1);
        assertThat(count("parcel")).isEqualTo(9);
        as(() -> declarations.declare(tuesday.batchId()));
    }

    @Test
    @Order(3)
    void eachParcelIsDeclaredAndCustomsClearsMostOfThem() {
        var report = as(() -> declarations.declare(batch));
        assertThat(report.declared()).isEqualTo(8);
        untilDay(0.3);
        assertThat(status("MON-01-TEST-OK")).isEqualTo(DeliveryStatus.CLEARED);
        assertThat(as(() -> declarations.declare(batch)).declared())
                .as("nobody declares twice")
                .isZero();
    }

    @Test
    @Order(4)
    void whatCustomsHoldsWaitsInTheBrokersQueueWithCauseAndFix() {
        Map<String, QueueItem> waiting =
                as(() -> queue.list(QueueFilter.first(10))).stream().collect(toMap(QueueItem::orderNo, item -> item));
        assertThat(waiting).containsOnlyKeys("MON-05-TEST-INSPECT", "MON-06-TEST-REJECT-HS");
        assertThat(waiting.get("MON-05-TEST-INSPECT")).returns("INSPECTION", QueueItem::cause);
        assertThat(waiting.get("MON-06-TEST-REJECT-HS"))
                .returns("REFUSED", QueueItem::cause)
                .returns(true, QueueItem::mapped)
                .matches(item -> !item.fixZh().isBlank() && !item.fixEn().isBlank());
        assertThat(publicPage("MON-05-TEST-INSPECT").holdText()).isNotBlank();
        untilDay(1.5);
        assertThat(status("MON-05-TEST-INSPECT")).as("inspected, found right").isEqualTo(DeliveryStatus.CLEARED);
    }

    @Test
    @Order(5)
    void onlyClearedParcelsGoIntoBagsAndSealedContainers() {
        as(() -> HUBS.stream().map(consolidation::consolidate).toList());
        assertThat(count("bag_parcel")).isEqualTo(8);
        assertThat(count("container")).isEqualTo(4);
        assertThat(status("MON-06-TEST-REJECT-HS")).isNotEqualTo(DeliveryStatus.STUFFED);
        assertThat(status("MON-05-TEST-INSPECT")).isEqualTo(DeliveryStatus.STUFFED);
    }

    @Test
    @Order(6)
    void theContainersGetTheirTrainsAndTheTrainsAreOrdered() {
        as(() -> HUBS.stream().map(planning::dispatch).toList());
        as(planning::compose);
        as(() -> port.trains().stream()
                .map(train -> declarations.bind(train.trainId()))
                .toList());
        assertThat(as(port::orderAll))
                .as("nothing on board speaks against leaving")
                .isEqualTo(trains().size());
        assertThat(trains()).extracting(TrainProgress::gauge).contains(1435, 1520);
    }

    @Test
    @Order(7)
    void theTrainsLeaveLateAndThePublicPageSaysWhenTheParcelWillCome() {
        var planned = publicPage("MON-01-TEST-OK").eta().orElseThrow();
        var first = trains().get(0);
        world(first.plannedDeparture().plus(Duration.ofHours(13)));
        var left = trains().stream()
                .filter(t -> t.trainId() == first.trainId())
                .findFirst()
                .orElseThrow();
        assertThat(left.departed().orElseThrow())
                .isAfter(first.plannedDeparture().plus(Duration.ofHours(5)));
        assertThat(publicPage("MON-01-TEST-OK").eta().orElseThrow()).isAfter(planned);
        assertThat(publicPage("MON-01-TEST-OK").consignee()).doesNotContain("Данияр Иваненко");
    }

    @Test
    @Order(8)
    void atTheBorderTheContainersChangeWagonsAndNoneIsLost() {
        untilDay(25);
        var arrived = trains().stream().filter(t -> t.arrived().isPresent()).toList();
        assertThat(arrived).as("every train ran").hasSameSizeAs(trains());
        assertThat(arrived)
                .allMatch(t -> as(() -> port.conservation(t.trainId())).isComplete());
    }

    @Test
    @Order(9)
    void theLastMileBringsThemToTheDoorAtTheSecondTryOrBack() {
        untilDay(45);
        assertThat(List.of(
                        "MON-01-TEST-OK", "MON-02-TEST-OK", "MON-03-TEST-OK", "MON-04-TEST-OK", "MON-05-TEST-INSPECT"))
                .allMatch(order -> status(order) == DeliveryStatus.DELIVERED);
        assertThat(status("MON-07-TEST-FAIL")).as("delivered at the second try").isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(publicPage("MON-07-TEST-FAIL").steps())
                .anyMatch(step -> step.code().equals("T240"));
        assertThat(status("MON-08-TEST-RETURN")).isEqualTo(DeliveryStatus.RETURNED);
        assertThat(as(fulfilment::returnCases)).extracting(ReturnCase::orderNo).containsExactly("MON-08-TEST-RETURN");
    }

    @Test
    @Order(10)
    void freightIsChargedOnceAndTheBooksBalance() {
        assertThat(as(() -> settlement.charge(batch)).charged()).isEqualTo(7);
        assertThat(as(() -> settlement.charge(batch)).charged())
                .as("asked again, nothing is charged twice")
                .isZero();
        assertThat(as(settlement::trialBalance).isBalanced()).isTrue();
        assertThat(as(() -> settlement.find(number("MON-01-TEST-OK")))).isPresent();
    }

    @Test
    @Order(11)
    void theCountsCloseWithNothingLeftOnTheWay() {
        var counts = as(() -> statistics.report(batch)).counts();
        assertThat(counts.parcels()).isEqualTo(8);
        assertThat(counts.delivered() + counts.returned()).isEqualTo(7);
        assertThat(counts.underway()).isZero();
        assertThat(counts.waiting())
                .as("only the parcel that customs refused is still here")
                .isEqualTo(1);
        assertThat(as(() -> queue.list(QueueFilter.first(10))))
                .extracting(QueueItem::orderNo)
                .containsExactly("MON-06-TEST-REJECT-HS");
    }

    @Test
    @Order(12)
    void andNothingThatMustNeverBeIsFoundInTheDatabase() {
        assertThat(as(audit::report).violations())
                .allSatisfy(
                        (invariant, count) -> assertThat(count).as(invariant).isZero());
    }

    private BatchReport takeIn(String file) {
        return as(() -> intake.importFile(
                ImportRequest.of(Path.of("src/test/resources/story").resolve(file))));
    }

    private static Map<String, Integer> errors(BatchReport report) {
        return report.findings().stream()
                .filter(f -> f.severity().equals("ERROR"))
                .collect(toMap(RuleCount::rule, RuleCount::count));
    }

    private void untilDay(double days) {
        world(MONDAY.plusSeconds(Math.round(days * 86_400)));
    }

    private void world(Instant until) {
        Tenancy.run(consolidator, () -> world.passes(SLOW_RAILS, until));
    }

    private List<TrainProgress> trains() {
        return as(port::trains);
    }

    private DeliveryStatus status(String orderNo) {
        return publicPage(orderNo).status();
    }

    private PublicTracking publicPage(String orderNo) {
        return visibility.track(number(orderNo), Locale.ENGLISH).orElseThrow();
    }

    private String number(String orderNo) {
        return query(
                "SELECT p.parcel_no FROM parcel p JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id"
                        + " WHERE o.order_no = '" + orderNo + "'",
                String.class);
    }

    private long count(String table) {
        return query("SELECT count(*) FROM " + table, Long.class);
    }

    private <T> T query(String sql, Class<T> type) {
        return as(() -> transaction.execute(t -> jdbc.sql(sql).query(type).single()));
    }

    private <T> T as(Supplier<T> work) {
        return Tenancy.as(consolidator, work);
    }

    private static RailConduct lateTrains() {
        var life = RailConduct.asInLife();
        return new RailConduct(
                life.stations(), life.legs(), life.mode(), new Spread(360, 540, 720), life.lost(), life.step());
    }
}
