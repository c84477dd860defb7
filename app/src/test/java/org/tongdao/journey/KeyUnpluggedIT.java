package org.tongdao.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.customs.SoftKey;
import org.tongdao.declaration.Declarations;
import org.tongdao.emulator.MerchantExport;
import org.tongdao.emulator.SmartKeyServer;
import org.tongdao.intake.ImportRequest;
import org.tongdao.intake.Intake;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.PlatformSettings;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.TestHome;
import org.tongdao.platform.WorkLease;
import org.tongdao.platform.WorldClock;

/** The key is pulled for half an hour: the queue holds, a person is told within a minute, and afterwards everything is there once. */
@OnDatabase
class KeyUnpluggedIT {

    private static final PulseRequest REAL = PulseRequest.real();
    private static final Duration BEAT = Duration.ofSeconds(2);

    @Autowired
    FreshTenant tenants;

    @Autowired
    Intake intake;

    @Autowired
    Declarations declarations;

    @Autowired
    StandingQuery standing;

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
    PlatformSettings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final SmartKeyServer key = new SmartKeyServer(
            0, SoftKey.create(Instant.parse("2020-01-01T00:00:00Z"), new SecureRandom()), "88888888");

    private Path signers;
    private Pulse pulse;
    private int tenant;
    private Instant now;
    private long nanos;

    @BeforeEach
    void aSmartKeyIsSetUp() throws IOException {
        Path folder = Files.createDirectories(settings.home().resolve("keys"));
        Files.writeString(folder.resolve("pin"), "88888888\n");
        signers = folder.resolve("signers.csv");
        Files.writeString(
                signers,
                "name,kind,address,secret_file,per_minute\ncard,smart-key,ws://127.0.0.1:" + key.port() + ",pin,250\n");
        pulse = new Pulse(lease, work, book, farSides, clock, "here", () -> nanos);
        tenant = tenants.create();
        now = Instant.parse("2026-11-23T02:00:00Z");
        Tenancy.run(tenant, () -> book.moveClock(now));
    }

    @AfterEach
    void theSoftKeyCountsAgain() throws Exception {
        pulse.end();
        key.close();
        Files.delete(signers);
        tenants.asOwner("WITH gone AS (DELETE FROM work_lease RETURNING 1) SELECT count(*) FROM gone");
        clock.release();
    }

    @Test
    void theQueueHoldsTheAlarmShowsAndNothingIsSentTwice() {
        long batch = takeIn(130);
        key.unplugAfter(2); // in the middle of the first chunk
        Tenancy.run(tenant, () -> declarations.request(batch, "broker"));

        beat();
        assertThat(standing(batch).declared()).isZero();
        assertThat(number("SELECT count(*) FROM outbox"))
                .as("a chunk is sent whole or not at all")
                .isZero();
        beatFor(Duration.ofMinutes(1));
        assertThat(text("SELECT rule || ' ' || value FROM work_failure WHERE job = 'key' AND resolved_at IS NULL"))
                .contains("KEY-UNREACHABLE", "50070");

        beatFor(Duration.ofMinutes(29));
        assertThat(standing(batch).declared()).as("the queue holds").isZero();
        assertThat(number("SELECT count(*) FROM work_failure WHERE job = 'key'"))
                .as("one alarm, not hundreds")
                .isOne();

        key.plug();
        beatFor(Duration.ofMinutes(2));
        int parcels = standing(batch).parcels();
        assertThat(standing(batch).declared()
                        + number("SELECT count(DISTINCT parcel_id) FROM declaration_finding WHERE severity = 'ERROR'"))
                .isEqualTo(parcels);
        assertThat(number("SELECT count(*) FROM work_failure WHERE resolved_at IS NULL"))
                .isZero();
        assertThat(number("SELECT count(*) FROM outbox")).isEqualTo(6);
        assertThat(number("SELECT count(*) FROM outbox WHERE sent_at IS NULL")).isZero();
        assertThat(number("SELECT count(*) - count(DISTINCT (type, receipt_key)) FROM customs_document"))
                .isZero();
        assertThat(number("SELECT count(*) - count(DISTINCT parcel_id) FROM declaration"))
                .isZero();
        int signatures = key.signatures();
        beatFor(Duration.ofMinutes(1));
        assertThat(key.signatures()).as("nothing is signed for nobody").isEqualTo(signatures);
    }

    /** One pulse of serve, two seconds later on every clock. */
    private void beat() {
        nanos += BEAT.toNanos();
        now = now.plus(BEAT);
        Tenancy.run(tenant, () -> book.moveClock(now));
        assertThat(pulse.beat(REAL, List.of(tenant))).isTrue();
    }

    /** The key's health is asked every ten seconds of the real clock, so the first pulses of a while are given that time. */
    private void beatFor(Duration while_) {
        sleepUntilHealthIsAskedAgain();
        for (long i = 0; i < while_.toSeconds(); i += BEAT.toSeconds() * 5) {
            nanos += BEAT.multipliedBy(4).toNanos();
            now = now.plus(BEAT.multipliedBy(4));
            beat();
        }
    }

    private static void sleepUntilHealthIsAskedAgain() {
        try {
            Thread.sleep(10_200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long takeIn(int orders) {
        var file = TestHome.create().resolve("orders.csv");
        MerchantExport.write(file, orders, 5);
        return Tenancy.as(
                tenant,
                () -> intake.importFile(new ImportRequest(file, "shop", Optional.empty()))
                        .batchId());
    }

    private Standing standing(long batch) {
        return Tenancy.as(tenant, () -> standing.of(batch));
    }

    private long number(String sql) {
        return Tenancy.as(
                tenant,
                () -> transaction.execute(t -> jdbc.sql(sql).query(Long.class).single()));
    }

    private String text(String sql) {
        return Tenancy.as(
                tenant,
                () -> transaction.execute(t -> jdbc.sql(sql).query(String.class).single()));
    }
}
