package org.tongdao.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tongdao.customs.CebMessage;
import org.tongdao.customs.Envelope;
import org.tongdao.customs.Signer;
import org.tongdao.customs.Trust;
import org.tongdao.platform.WorkStopped;

/**
 * One key of the ring: signs at its pace, tries its own output before it lets it go, and knows whether it answered last time. A key is one device: one at a
 * time has the lock; how it stands is told without waiting for a signature.
 */
final class RingKey {

    /** How long an answer about health counts; asking costs a smart key time in which it does not sign. */
    private static final long FRESH_NANOS = Duration.ofSeconds(10).toNanos();

    private final String name;
    private final String kind;
    private final Signer signer;
    private final Pace pace;
    private final LongSupplier nanos;
    private final ReentrantLock device = new ReentrantLock();
    private final AtomicInteger inLine = new AtomicInteger();
    private volatile @Nullable Asked asked;
    private volatile @Nullable KeyCertificate certificate;

    /** What was answered last, and when on the monotonic clock. */
    private record Asked(@Nullable WorkStopped trouble, long nanos) {}

    RingKey(KeyLine line, LongSupplier nanos) {
        this.name = line.name();
        this.kind = line.kind();
        this.signer = line.signer();
        this.pace = line.pace();
        this.nanos = nanos;
    }

    String name() {
        return name;
    }

    /** Seals and tries the seal; what does not hold never leaves. */
    Sealed seal(CebMessage message, Instant at) {
        inLine.incrementAndGet();
        device.lock();
        try {
            return sealed(message, at);
        } catch (RuntimeException e) {
            var stopped = stopped(e);
            note(stopped);
            throw stopped;
        } finally {
            device.unlock();
            inLine.decrementAndGet();
        }
    }

    private Sealed sealed(CebMessage message, Instant at) {
        pace.await();
        byte[] bytes = Envelope.seal(message, signer);
        var opened = Envelope.open(message.guid(), bytes, Trust.only(signer.certificate()), at);
        if (!opened.holds()) {
            throw new WorkStopped(
                    "KEY-SIGNATURE",
                    name + ": " + opened.findings().get(0).rule(),
                    "the key's own signature does not hold, nothing was sent; have the key and its certificate checked");
        }
        note(null);
        return new Sealed(bytes, signer.keyName());
    }

    /** What is wrong with the key, asked at most every ten seconds: whether it is there and still the one it was. */
    Optional<WorkStopped> trouble() {
        device.lock();
        try {
            var known = asked;
            if (known == null || nanos.getAsLong() - known.nanos() > FRESH_NANOS) {
                known = ask();
            }
            return Optional.ofNullable(known.trouble());
        } finally {
            device.unlock();
        }
    }

    /** Asks it now, however short ago it was asked; a key that signs at this moment is well and is not disturbed. */
    void probe() {
        if (device.tryLock()) {
            try {
                ask();
            } finally {
                device.unlock();
            }
        }
    }

    private Asked ask() {
        try {
            if (signer instanceof Probed probed) {
                probed.probe();
            }
            certificate = KeyCertificate.of(signer);
            return note(null);
        } catch (RuntimeException e) {
            return note(stopped(e));
        }
    }

    /** Its certificate, as far as it was asked and answered. */
    Optional<KeyCertificate> certificate() {
        return Optional.ofNullable(certificate);
    }

    /** How it stands: asked like {@link #trouble()} while it is in service and free, else what is known. */
    KeyState state(Optional<OutOfService> out) {
        if (out.isEmpty() && device.tryLock()) {
            try {
                trouble();
            } finally {
                device.unlock();
            }
        }
        var use = new KeyUse(pace.perMinute(), pace.usedInLastMinute(), inLine.get(), out.orElse(null));
        return new KeyState(name, kind, certificate, use, health());
    }

    private KeyHealth health() {
        var known = asked;
        if (known == null) {
            return new KeyHealth("", "", "", null);
        }
        var ago = Duration.ofNanos(nanos.getAsLong() - known.nanos());
        var trouble = known.trouble();
        return trouble == null
                ? new KeyHealth("", "", "", ago)
                : new KeyHealth(trouble.rule(), trouble.value(), trouble.maybe(), ago);
    }

    private Asked note(@Nullable WorkStopped trouble) {
        var now = new Asked(trouble, nanos.getAsLong());
        asked = now;
        return now;
    }

    private WorkStopped stopped(RuntimeException e) {
        return e instanceof WorkStopped known
                ? known
                : new WorkStopped("KEY-FAILED", name + ": " + e.getMessage(), "see what the key's own program says", e);
    }
}
