package org.tongdao.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.declaration.Declarations;
import org.tongdao.emulator.MerchantExport;
import org.tongdao.intake.ImportRequest;
import org.tongdao.intake.Intake;
import org.tongdao.platform.FolderWire;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.TestHome;
import org.tongdao.platform.WorkLease;
import org.tongdao.platform.WorldClock;

/** The standing work: what serve does every few seconds, without anybody asking. */
@OnDatabase
class PulseIT {

    /** Ten days a second. */
    private static final PulseRequest HURRIED = new PulseRequest(Duration.ofSeconds(1), true, 864_000, 11);

    private static final PulseRequest REAL = PulseRequest.real();

    @Autowired
    FreshTenant tenants;

    @Autowired
    Intake intake;

    @Autowired
    Declarations declarations;

    @Autowired
    StandingQuery standing;

    @Autowired
    FolderWire wire;

    @Autowired
    WorkLease lease;

    @Autowired
    DayWork work;

    @Autowired
    WorkBook book;

    @Autowired
    FarSides farSides;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Pulse here;
    private Pulse there;
    private int tenant;

    @BeforeEach
    void twoNodes() {
        here = node("here");
        there = node("there");
        tenant = tenants.create();
    }

    @AfterEach
    void bothEnd() throws InterruptedException {
        here.end();
        there.end();
        tenants.asOwner("WITH gone AS (DELETE FROM work_lease RETURNING 1) SELECT count(*) FROM gone");
        clock.release();
    }

    @Test
    void aFileThatSomebodyAskedToDeclareIsDeliveredByPulsesAlone() {
        long batch = takeIn(40);
        here.beat(HURRIED, List.of(tenant));
        assertThat(standing(batch).declared()).as("nobody asked yet").isZero();

        Tenancy.run(
                tenant,
                () -> assertThat(declarations.request(batch, "operator")).isTrue());
        beatUntilAllEnded(here, batch);

        assertThat(standing(batch).delivered()).isGreaterThan(30);
        assertThat(number("SELECT count(*) FROM declaration_request WHERE done_at IS NULL"))
                .isZero();
        assertThat(number("SELECT count(*) FROM freight_charge"))
                .as("what departed is charged, once")
                .isEqualTo(number("SELECT count(DISTINCT parcel_id) FROM freight_charge"))
                .isGreaterThan(30);
        assertThat(number("SELECT count(*) FROM work_failure")).as(failures()).isZero();
        assertThat(number("SELECT count(*) FROM work_pulse WHERE node = 'here'"))
                .isOne();
    }

    @Test
    void anotherNodeGoesOnWhereTheKilledOneWas() {
        long batch = takeIn(20);
        Tenancy.run(tenant, () -> declarations.request(batch, "operator"));
        for (int i = 0; i < 400 && standing(batch).cleared() == 0; i++) {
            here.beat(HURRIED, List.of(tenant));
        }
        var before = standing(batch);
        assertThat(before.cleared()).isPositive();
        assertThat(there.beat(HURRIED, List.of(tenant)))
                .as("the lease is not over")
                .isFalse();

        leaseRunsOut();
        beatUntilAllEnded(there, batch);

        var after = standing(batch);
        assertThat(after.cleared() + number(HELD))
                .as("none lost, none twice; customs holds some")
                .isEqualTo(before.parcels());
        assertThat(after.ended())
                .as("all but those found damaged or missing overseas")
                .isBetween(after.cleared() * 3 / 4, after.cleared());
        assertThat(number("SELECT count(*) FROM work_pulse WHERE node = 'there'"))
                .isOne();
    }

    @Test
    void ofTwoNodesOneWorksAndTheOtherFollowsItsClock() throws InterruptedException {
        assertThat(here.beat(HURRIED, List.of(tenant))).isTrue();
        assertThat(there.beat(HURRIED, List.of(tenant))).isFalse();
        assertThat(here.beat(HURRIED, List.of(tenant))).isTrue();
        assertThat(number("SELECT count(*) FROM work_pulse WHERE node = 'there'"))
                .isZero();
        here.end();
        assertThat(there.beat(HURRIED, List.of(tenant)))
                .as("given back, not run out")
                .isTrue();
    }

    @Test
    void aTenantFailsAloneAndItsJobAlone() throws IOException {
        int neighbour = tenants.create();
        Path in = Tenancy.as(tenant, () -> wire.in("carrier"));
        Files.delete(in);
        Files.writeString(in, "not a folder");

        here.beat(REAL, List.of(tenant, neighbour));
        assertThat(failures()).startsWith("parcels JOB-FAILED").contains("1 times, open");
        assertThat(number("SELECT count(*) FROM work_pulse")).isOne();
        assertThat(Tenancy.as(neighbour, this::failuresHere)).isEmpty();

        here.beat(REAL, List.of(tenant, neighbour));
        assertThat(failures()).as("it rests before it is tried again").contains("1 times, open");

        Files.delete(in);
        leaseRunsOut();
        there.beat(REAL, List.of(tenant));
        assertThat(failures()).contains("1 times, over");
    }

    @Test
    void aRealFarSideIsNotReplacedByAnEmulatedOne() {
        Tenancy.run(
                tenant,
                () -> transaction.executeWithoutResult(t -> jdbc.sql(
                                "INSERT INTO outbox (tenant_id, wire, message_key, payload, created_at, sent_at) VALUES (current_tenant(), 'customs', 'K', 'x', now(), now())")
                        .update()));
        here.beat(HURRIED, List.of(tenant));
        assertThat(failures()).startsWith("emulation FAR-SIDE-REAL");
        assertThat(number("SELECT count(*) FROM work_clock")).isZero();
    }

    @Test
    void timeDoesNotHurryWhileNothingIsUnderWay() {
        here.beat(HURRIED, List.of(tenant));
        var first = Tenancy.as(tenant, book::clock).orElseThrow();
        here.beat(HURRIED, List.of(tenant));
        var second = Tenancy.as(tenant, book::clock).orElseThrow();
        assertThat(Duration.between(first, second)).isBetween(Duration.ZERO, Duration.ofMinutes(10));
    }

    private Pulse node(String name) {
        return new Pulse(lease, work, book, farSides, clock, name, System::nanoTime);
    }

    private long takeIn(int orders) {
        var file = TestHome.create().resolve("orders.csv");
        MerchantExport.write(file, orders, 5);
        return Tenancy.as(
                tenant,
                () -> intake.importFile(new ImportRequest(file, "shop", Optional.empty()))
                        .batchId());
    }

    private void beatUntilAllEnded(Pulse node, long batch) {
        long end = System.nanoTime() + Duration.ofSeconds(150).toNanos();
        while (unfinished(standing(batch)) && System.nanoTime() < end) {
            assertThat(node.beat(HURRIED, List.of(tenant))).isTrue();
        }
        assertThat(standing(batch)).matches(s -> !unfinished(s));
    }

    private boolean unfinished(Standing s) {
        return s.cleared() == 0
                || s.cleared() + number(HELD) < s.parcels()
                || (s.ended() < s.cleared()
                        && number(DUE) > 0); // a parcel found damaged or missing overseas ends without a door
    }

    private static final String DUE = "SELECT count(*) FROM work_pulse WHERE next_due IS NOT NULL";
    private static final String HELD = "SELECT count(DISTINCT parcel_id) FROM broker_queue";

    private void leaseRunsOut() {
        tenants.asOwner(
                "WITH past AS (UPDATE work_lease SET until = clock_timestamp() - interval '1 second' RETURNING 1) SELECT count(*) FROM past");
    }

    private Standing standing(long batch) {
        return Tenancy.as(tenant, () -> standing.of(batch));
    }

    private String failures() {
        return Tenancy.as(tenant, this::failuresHere);
    }

    private String failuresHere() {
        List<String> all = transaction.execute(t -> jdbc.sql(
                        "SELECT job || ' ' || rule || ' ' || value || ' ' || times || ' times, ' || CASE WHEN resolved_at IS NULL THEN 'open' ELSE 'over' END"
                                + " FROM work_failure ORDER BY id")
                .query(String.class)
                .list());
        return String.join("; ", Objects.requireNonNull(all));
    }

    private long number(String sql) {
        return Tenancy.as(
                tenant,
                () -> transaction.execute(t -> jdbc.sql(sql).query(Long.class).single()));
    }
}
