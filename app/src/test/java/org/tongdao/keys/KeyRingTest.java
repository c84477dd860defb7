package org.tongdao.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.customs.Envelope;
import org.tongdao.customs.Signer;
import org.tongdao.customs.SoftKey;
import org.tongdao.customs.Trust;
import org.tongdao.platform.WorkStopped;

/** Several keys, some of them gone: who signs, who is tried again, what a person is told. */
class KeyRingTest {

    private final SoftKey first = Lists.key();
    private final SoftKey second = Lists.key();
    private long nanos;

    @Test
    void theFirstKeySignsWhileItIsWell() {
        assertThat(ring(first, second).seal(Lists.message(), Lists.NOW).keyName())
                .isEqualTo(first.keyName());
    }

    @Test
    void theSecondSignsWhenTheFirstIsGoneAndTheFirstAgainWhenItIsBack() {
        var gone = new Gone(first);
        var ring = ring(gone, second);
        gone.isGone = true;
        var sealed = ring.seal(Lists.message(), Lists.NOW);
        assertThat(sealed.keyName()).isEqualTo(second.keyName());
        assertThat(Envelope.open("x", sealed.bytes(), Trust.only(second.certificate()), Lists.NOW)
                        .holds())
                .as("certificate and signature belong together")
                .isTrue();
        assertThatThrownBy(() -> ring.watch(Lists.NOW))
                .isInstanceOfSatisfying(
                        WorkStopped.class, e -> assertThat(e.maybe()).startsWith("another key signs"));

        gone.isGone = false;
        nanos += Duration.ofSeconds(11).toNanos();
        ring.watch(Lists.NOW);
        assertThat(ring.seal(Lists.message(), Lists.NOW).keyName()).isEqualTo(first.keyName());
    }

    @Test
    void aKeyThatFailsAmidstASignatureIsReplacedAtOnce() {
        var gone = new Gone(first);
        gone.failsSigning = true;
        assertThat(ring(gone, second).seal(Lists.message(), Lists.NOW).keyName())
                .isEqualTo(second.keyName());
    }

    @Test
    void nothingIsSealedWhenAllAreGone() {
        var gone = new Gone(first);
        gone.isGone = true;
        assertThatThrownBy(() -> ring(gone).seal(Lists.message(), Lists.NOW))
                .isInstanceOfSatisfying(WorkStopped.class, e -> {
                    assertThat(e.rule()).isEqualTo("KEY-FAILED");
                    assertThat(e.maybe()).startsWith("nothing is signed");
                });
    }

    @Test
    void aSignatureThatDoesNotHoldNeverLeaves() {
        Signer liar = new Signer() {
            @Override
            public byte[] sign(byte[] content) {
                return second.sign(content);
            }

            @Override
            public byte[] certificate() {
                return first.certificate();
            }

            @Override
            public String keyName() {
                return first.keyName();
            }
        };
        assertThatThrownBy(() -> ring(liar).seal(Lists.message(), Lists.NOW))
                .isInstanceOfSatisfying(
                        WorkStopped.class, e -> assertThat(e.rule()).isEqualTo("KEY-SIGNATURE"));
        assertThat(ring(liar, second).seal(Lists.message(), Lists.NOW).keyName())
                .isEqualTo(second.keyName());
    }

    @Test
    void aCertificateThatRunsOutWithinThirtyDaysIsToldWhileTheKeyStillSigns() {
        var ring = ring(first, second);
        var ends = first.validUntil();
        ring.watch(ends.minus(Duration.ofDays(31)));
        assertThatThrownBy(() -> ring.watch(ends.minus(Duration.ofDays(29))))
                .isInstanceOfSatisfying(WorkStopped.class, e -> {
                    assertThat(e.rule()).isEqualTo("KEY-EXPIRES");
                    assertThat(e.value()).contains(ends.toString());
                    assertThat(e.maybe()).contains("in 29 days");
                });
        assertThat(ring.seal(Lists.message(), ends.minus(Duration.ofDays(29))).keyName())
                .isEqualTo(first.keyName());
        assertThat(ring.states())
                .allSatisfy(state -> assertThat(state.validUntil()).isNotNull());
    }

    @Test
    void aKeyIsAskedForItsHealthAtMostEveryTenSeconds() {
        var counted = new Gone(first);
        var ring = ring(counted);
        ring.watch(Lists.NOW);
        ring.watch(Lists.NOW);
        assertThat(counted.probes).isEqualTo(1);
        nanos += Duration.ofSeconds(11).toNanos();
        ring.watch(Lists.NOW);
        assertThat(counted.probes).isEqualTo(2);
    }

    @Test
    void aKeyKeepsItsPace() {
        var slept = new ArrayList<Long>();
        var pace = new Pace(250, () -> nanos, wait -> {
            slept.add(wait);
            nanos += wait;
        });
        for (int i = 0; i < 1000; i++) {
            pace.await();
        }
        assertThat(Duration.ofNanos(nanos)).as("a thousand at 250 a minute").isEqualTo(Duration.ofMinutes(3));
        assertThat(slept).hasSize(3);
    }

    private KeyRing ring(Signer... signers) {
        var keys = new ArrayList<RingKey>();
        for (var signer : signers) {
            keys.add(new RingKey("key " + keys.size(), signer, Pace.of(0), () -> nanos));
        }
        return new KeyRing(List.copyOf(keys));
    }

    /** A key that can be pulled out. */
    private static final class Gone implements Signer, Probed {
        private final SoftKey key;
        private boolean isGone;
        private boolean failsSigning;
        private int probes;

        Gone(SoftKey key) {
            this.key = key;
        }

        @Override
        public void probe() {
            probes++;
            if (isGone) {
                throw new IllegalStateException("no card");
            }
        }

        @Override
        public byte[] sign(byte[] content) {
            if (isGone || failsSigning) {
                throw new IllegalStateException("no card");
            }
            return key.sign(content);
        }

        @Override
        public byte[] certificate() {
            return key.certificate();
        }

        @Override
        public String keyName() {
            return key.keyName();
        }
    }
}
