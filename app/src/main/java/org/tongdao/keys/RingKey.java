package org.tongdao.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tongdao.customs.CebMessage;
import org.tongdao.customs.Envelope;
import org.tongdao.customs.Signer;
import org.tongdao.customs.Trust;
import org.tongdao.platform.WorkStopped;

/** One key of the ring: signs at its pace, tries its own output before it lets it go, and knows whether it answered last time. */
final class RingKey {

    /** How long an answer about health counts; asking costs a smart key time in which it does not sign. */
    private static final long FRESH_NANOS = Duration.ofSeconds(10).toNanos();

    private final String name;
    private final Signer signer;
    private final Pace pace;
    private final LongSupplier nanos;
    private @Nullable WorkStopped trouble;
    private long askedAt;
    private boolean asked;
    private @Nullable Instant validUntil;

    RingKey(String name, Signer signer, Pace pace, LongSupplier nanos) {
        this.name = name;
        this.signer = signer;
        this.pace = pace;
        this.nanos = nanos;
    }

    String name() {
        return name;
    }

    /** Seals and tries the seal; what does not hold never leaves. One at a time: a key is one device. */
    synchronized Sealed seal(CebMessage message, Instant at) {
        try {
            pace.await();
            byte[] bytes = Envelope.seal(message, signer);
            var opened = Envelope.open(message.guid(), bytes, Trust.only(signer.certificate()), at);
            if (!opened.holds()) {
                throw new WorkStopped(
                        "KEY-SIGNATURE",
                        name + ": " + opened.findings().get(0).rule(),
                        "the key's own signature does not hold, nothing was sent; have the key and its certificate checked");
            }
            note(Optional.empty());
            return new Sealed(bytes, signer.keyName());
        } catch (RuntimeException e) {
            var stopped = stopped(e);
            note(Optional.of(stopped));
            throw stopped;
        }
    }

    /** What is wrong with the key, asked at most every ten seconds: whether it is there and still the one it was. */
    synchronized Optional<WorkStopped> trouble() {
        if (!asked || nanos.getAsLong() - askedAt > FRESH_NANOS) {
            try {
                if (signer instanceof Probed probed) {
                    probed.probe();
                }
                signer.profile();
                validUntil = signer.validUntil();
                note(Optional.empty());
            } catch (RuntimeException e) {
                note(Optional.of(stopped(e)));
            }
        }
        return Optional.ofNullable(trouble);
    }

    /** How long its certificate counts, as far as it was asked and answered. */
    synchronized Optional<Instant> validUntil() {
        return Optional.ofNullable(validUntil);
    }

    /** How it stands, asked like {@link #trouble()}; says in which form of the algorithm it signs. */
    synchronized KeyState state() {
        var now = trouble();
        String profile = now.isPresent() ? "" : signer.profile().name();
        return new KeyState(
                name,
                profile,
                pace.perMinute(),
                pace.usedInLastMinute(),
                now.map(WorkStopped::rule).orElse(""),
                now.map(WorkStopped::value).orElse(""),
                now.map(WorkStopped::maybe).orElse(""),
                validUntil);
    }

    private void note(Optional<WorkStopped> stopped) {
        trouble = stopped.orElse(null);
        askedAt = nanos.getAsLong();
        asked = true;
    }

    private WorkStopped stopped(RuntimeException e) {
        return e instanceof WorkStopped known
                ? known
                : new WorkStopped("KEY-FAILED", name + ": " + e.getMessage(), "see what the key's own program says", e);
    }
}
