package org.tongdao.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongdao.api.ApiKeys;
import org.tongdao.console.OnConsole;
import org.tongdao.intake.ImportRequest;
import org.tongdao.intake.Intake;
import org.tongdao.intake.OrderLines;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;

/** While the far side is emulated the clock of the work stands still; shops' servers do not. */
@OnConsole
class WallClockIT {

    private static final Instant STANDS = Instant.parse("2031-05-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @Autowired
    FreshTenant tenants;

    @Autowired
    ApiKeys keys;

    @Autowired
    Webhooks webhooks;

    @Autowired
    Intake intake;

    @Autowired
    WorldClock clock;

    private final Receiver shop = new Receiver();

    @BeforeEach
    void theClockStands() {
        System.setProperty("tongdao.webhooks.private", "true");
        clock.set(STANDS);
    }

    @AfterEach
    void itGoesOn() {
        clock.release();
        System.clearProperty("tongdao.webhooks.private");
        shop.close();
    }

    @Test
    void whatWasRefusedIsTriedAgainAndSignedByTheClockOnTheWall() {
        int tenant = tenants.create();
        shop.answers(503);
        long hook = Tenancy.as(tenant, () -> {
            keys.issue("shop", List.of("events:read"), "", "test");
            return webhooks.add(shop.url(), List.of(), "", Signature.newSecret());
        });
        var file = OrderLines.file().row("merchant", "Tianshan Trade").write(folder, "f.csv");
        Tenancy.run(tenant, () -> intake.importFile(ImportRequest.of(file)));
        await(() -> !Tenancy.as(tenant, () -> webhooks.attempts(hook, Optional.empty(), 5))
                .isEmpty());
        shop.answers(204);
        await(() -> !shop.taken().isEmpty());
        assertThat(shop.taken()).singleElement().satisfies(d -> {
            var signed = Instant.ofEpochSecond(Long.parseLong(d.timestamp()));
            assertThat(Duration.between(signed, Instant.now()).abs()).isLessThan(PATIENCE);
        });
    }

    private static void await(BooleanSupplier done) {
        var end = Instant.now().plus(PATIENCE);
        while (!done.getAsBoolean() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }
}
