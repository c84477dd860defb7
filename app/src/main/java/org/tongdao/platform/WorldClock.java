package org.tongdao.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The time that work goes by: the wall clock, or the emulator's clock while the far side is emulated.
 *
 * <p>Features take their {@code Instant} from here only. The emulated time of a tenant is kept in the table {@code work_clock}.
 */
public final class WorldClock extends Clock {

    private volatile @Nullable Instant emulated;
    /** Tenants that standing work looks after: their own time, or nothing for the wall clock. */
    private final Map<Integer, Optional<Instant>> own = new ConcurrentHashMap<>();

    /** From now on time stands still at {@code instant} until the next call. */
    public void set(Instant instant) {
        emulated = instant;
    }

    /** From now on this tenant's time stands still at {@code instant}, or is the wall clock when there is none; other tenants are not touched. */
    public void setFor(int tenant, Optional<Instant> instant) {
        own.put(tenant, instant);
    }

    /** Back to the wall clock. */
    public void release() {
        emulated = null;
        own.clear();
    }

    @Override
    public Instant instant() {
        return emulatedNow().orElseGet(Clock.systemUTC()::instant);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return emulatedNow().map(now -> Clock.fixed(now, zone)).orElseGet(() -> Clock.system(zone));
    }

    private Optional<Instant> emulatedNow() {
        var mine = Tenancy.find().map(own::get);
        return mine.orElseGet(() -> Optional.ofNullable(emulated));
    }
}
