package org.tongdao.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongdao.customs.SoftKey;
import org.tongdao.emulator.SmartKeyServer;
import org.tongdao.platform.WorkStopped;

/** A smart key through the client program on its PC, over a real WebSocket. */
class SmartKeyTest {

    private final SoftKey card = Lists.key();
    private final SmartKeyServer server = new SmartKeyServer(0, card, "1234");
    private final SmartKey key = key(server.port(), "1234");

    /** The reader is back at its port; a moment may pass until whoever borrowed the port lets go of it. */
    private static SmartKeyServer reopened(int port, SoftKey key) {
        for (int i = 0; i < 100; i++) {
            try {
                return new SmartKeyServer(port, key, "1234");
            } catch (UncheckedIOException e) {
                sleep();
            }
        }
        return new SmartKeyServer(port, key, "1234");
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        key.close();
        server.close();
    }

    @Test
    void itSignsAndShowsItsCertificate() {
        byte[] content = "<ds:SignedInfo 通道/>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(key.keyName()).isEqualTo(card.keyName());
        assertThat(key.certificate()).isEqualTo(card.certificate());
        assertThat(key.profile().holds(card.certificate(), content, key.sign(content)))
                .isTrue();
    }

    @Test
    void aPulledKeyIsSaidInWordsAndWorksAgainWhenItIsBack() {
        key.probe();
        server.unplug();
        assertThatThrownBy(() -> key.sign(new byte[] {65})).isInstanceOfSatisfying(WorkStopped.class, e -> {
            assertThat(e.rule()).isEqualTo("KEY-UNREACHABLE");
            assertThat(e.value()).contains("50070");
        });
        assertThatThrownBy(key::probe).isInstanceOf(WorkStopped.class);
        server.plug();
        key.probe();
        assertThat(key.sign(new byte[] {65})).hasSize(64);
    }

    @Test
    void aProgramThatDoesNotRunIsSaidInWords() {
        int port = server.port();
        server.close();
        assertThatThrownBy(() -> key(port, "1234").probe())
                .isInstanceOfSatisfying(
                        WorkStopped.class, e -> assertThat(e.rule()).isEqualTo("KEY-UNREACHABLE"));
    }

    @Test
    void aClientThatWasRestartedIsCalledAnew() {
        key.probe();
        int port = server.port();
        server.close();
        assertThatThrownBy(key::probe).isInstanceOf(WorkStopped.class);
        try (var again = reopened(port, card)) {
            key.probe();
            assertThat(again.signatures()).isZero();
        }
    }

    @Test
    void aWrongPinIsTriedOnceOnlySoThatTheCardIsNotLocked() {
        try (var wrong = key(server.port(), "0000")) {
            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(() -> wrong.sign(new byte[] {65}))
                        .isInstanceOfSatisfying(
                                WorkStopped.class, e -> assertThat(e.rule()).isEqualTo("KEY-PIN"));
            }
        }
        assertThat(key.sign(new byte[] {65})).as("the right PIN still opens it").hasSize(64);
    }

    @Test
    void anotherCardInTheReaderIsAnotherKey() {
        assertThat(key.keyName()).isEqualTo(card.keyName());
        int port = server.port();
        server.close();
        var other = Lists.key();
        try (var again = reopened(port, other)) {
            probeTwice();
            assertThat(key.keyName()).isEqualTo(other.keyName());
            assertThat(key.certificate()).isEqualTo(other.certificate());
            assertThat(again.signatures()).isZero();
        }
    }

    @Test
    void aSignatureInAsn1IsTheSameTwoNumbers() throws IOException {
        byte[] plain = card.sign(new byte[] {1});
        var numbers = new ASN1EncodableVector();
        numbers.add(new ASN1Integer(new BigInteger(1, Arrays.copyOf(plain, 32))));
        numbers.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(plain, 32, 64))));
        assertThat(SmartKey.plain(new DERSequence(numbers).getEncoded())).isEqualTo(plain);
        assertThatThrownBy(() -> SmartKey.plain(new byte[] {1, 2, 3})).isInstanceOf(WorkStopped.class);
    }

    /** The old line may be found dead by the first question. */
    private void probeTwice() {
        try {
            key.probe();
        } catch (WorkStopped e) {
            key.probe();
        }
    }

    private static SmartKey key(int port, String pin) {
        return new SmartKey(URI.create("ws://127.0.0.1:" + port), () -> pin, Duration.ofSeconds(5));
    }
}
