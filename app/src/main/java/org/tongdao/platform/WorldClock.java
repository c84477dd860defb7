package org.tongdao.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time that work goes by: the wall clock, or the emulator's clock while the far side is emulated.
 *
 * <p>Features take their {@code Instant} from here only. The emulated time of a tenant is kept in the table {@code work_clock}.
 */
public final class WorldClock extends Clock {

    private volatile @Nullable Instant emulated;

    /** From now on time stands still at {@code instant} until the next call. */
    public void set(Instant instant) {
        emulated = instant;
    }

    /** Back to the wall clock. */
    public void release() {
        emulated = null;
    }

    public Optional<Instant> emulatedNow() {
        return Optional.ofNullable(emulated);
    }

    @Override
    public Instant instant() {
        var now = emulated;
        return now != null ? now : Clock.systemUTC().instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        var now = emulated;
        return now != null ? Clock.offset(Clock.fixed(now, zone), Duration.ZERO) : Clock.system(zone);
    }
}
