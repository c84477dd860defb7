package org.tongdao.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @TempDir
    Path folder;

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
                .allSatisfy(state -> assertThat(state.certificate()).isNotNull());
        var held = java.util.Objects.requireNonNull(ring.states().get(0).certificate());
        assertThat(held.holder()).isEqualTo("Tongdao soft key");
        assertThat(held.number()).isEqualTo(first.keyName());
        assertThat(held.daysLeft(ends.minus(Duration.ofDays(29)))).isEqualTo(29);
        assertThat(held.isOver(ends)).isTrue();
    }

    @Test
    void aKeyOutOfServiceSignsNothingUntilItIsBackAlsoAfterARestart() {
        var ring = ring(first, second);
        assertThat(ring.takeOut(aside("key 0"))).isEqualTo(KeyTurn.DONE);
        assertThat(ring.takeOut(aside("key 0"))).isEqualTo(KeyTurn.ALREADY);
        for (var asked : List.of(ring, ring(first, second))) {
            assertThat(asked.seal(Lists.message(), Lists.NOW).keyName()).isEqualTo(second.keyName());
            assertThat(asked.states().get(0).use().out()).isEqualTo(aside("key 0"));
        }
        assertThat(ring.putBack("key 0")).isEqualTo(KeyTurn.DONE);
        assertThat(ring.putBack("key 0")).isEqualTo(KeyTurn.ALREADY);
        assertThat(ring.putBack("key 7")).isEqualTo(KeyTurn.UNKNOWN);
        assertThat(ring.seal(Lists.message(), Lists.NOW).keyName()).isEqualTo(first.keyName());
    }

    @Test
    void theLastKeyThatAnswersStaysInService() {
        var gone = new Gone(second);
        gone.isGone = true;
        var ring = ring(first, gone);
        assertThat(ring.takeOut(aside("key 0"))).isEqualTo(KeyTurn.LAST);
        assertThat(ring.takeOut(aside("key 1")))
                .as("one that does not answer may be put aside")
                .isEqualTo(KeyTurn.DONE);
        ring.watch(Lists.NOW);
        assertThat(gone.probes).as("what is aside is not asked").isEqualTo(1);
    }

    @Test
    void aListWithoutAKeyInServiceSaysSo() {
        ring(first, second).takeOut(aside("key 0"));
        assertThatThrownBy(() -> ring(first).seal(Lists.message(), Lists.NOW))
                .isInstanceOfSatisfying(
                        WorkStopped.class, e -> assertThat(e.rule()).isEqualTo("KEY-OUT"));
    }

    @Test
    void aFileOfKeysAsideThatCannotBeReadStopsSigningWithItsName() throws IOException {
        Files.writeString(folder.resolve("out-of-service.csv"), "key,since,actor,reason\nkey 0,yesterday,wang,lost\n");
        assertThatThrownBy(() -> ring(first, second).seal(Lists.message(), Lists.NOW))
                .isInstanceOfSatisfying(
                        WorkStopped.class, e -> assertThat(e.value()).contains("out-of-service.csv", "yesterday"));
    }

    @Test
    void aProbeAsksAtOnceAndTellsWhatTheKeySaid() {
        var gone = new Gone(first);
        var ring = ring(gone, second);
        assertThat(ring.probe("key 0").orElseThrow().isWell()).isTrue();
        gone.isGone = true;
        var ill = ring.probe("key 0").orElseThrow();
        assertThat(gone.probes).isEqualTo(2);
        assertThat(ill.health().rule()).isEqualTo("KEY-FAILED");
        nanos += Duration.ofSeconds(3).toNanos();
        assertThat(ring.states().get(0).health().ago()).isEqualTo(Duration.ofSeconds(3));
        assertThat(ring.probe("no such key")).isEmpty();
    }

    @Test
    void howAKeyStandsIsToldWhileItSigns() throws Exception {
        var started = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var slow = new Gone(first) {
            @Override
            public byte[] sign(byte[] content) {
                started.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return super.sign(content);
            }
        };
        var ring = ring(slow);
        var signing = CompletableFuture.supplyAsync(() -> ring.seal(Lists.message(), Lists.NOW));
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
        try {
            var state =
                    CompletableFuture.supplyAsync(() -> ring.states().get(0)).get(5, TimeUnit.SECONDS);
            assertThat(state.use().inLine()).isEqualTo(1);
            assertThat(state.isWell()).isTrue();
        } finally {
            goOn.countDown();
        }
        assertThat(signing.get(10, TimeUnit.SECONDS).keyName()).isEqualTo(first.keyName());
        assertThat(ring.states().get(0).use().inLine()).isZero();
    }

    private static OutOfService aside(String key) {
        return new OutOfService(key, Lists.NOW, "wang", "card at the office, \"lost\"");
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
            keys.add(new RingKey(new KeyLine("key " + keys.size(), "soft", signer, Pace.of(0)), () -> nanos));
        }
        return new KeyRing(List.copyOf(keys), new OutOfServiceFile(folder));
    }

    /** A key that can be pulled out. */
    private static class Gone implements Signer, Probed {
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
