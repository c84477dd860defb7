package org.tongdao.keys;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.jspecify.annotations.Nullable;
import org.tongdao.customs.SignatureProfile;
import org.tongdao.customs.Signer;
import org.tongdao.platform.WorkStopped;

/**
 * A smart key of the electronic port, through the client program on its PC: JSON over a WebSocket, usually {@code ws://127.0.0.1:61232}. Methods and answers as
 * seen in public tools (docs/formats/keys.md).
 *
 * <p>A wrong PIN is never tried again by itself: a few more tries would lock the card.
 */
final class SmartKey implements Signer, Probed, AutoCloseable {

    private static final int SM2_BYTES = 64;

    private final SmartKeyLine line;
    private final Supplier<String> pin;
    private byte @Nullable [] certificate;
    private @Nullable String number;
    private @Nullable WorkStopped pinRefused;

    SmartKey(URI address, Supplier<String> pin, Duration patience) {
        this.line = new SmartKeyLine(address, patience);
        this.pin = pin;
    }

    @Override
    public synchronized byte[] sign(byte[] content) {
        if (pinRefused != null) {
            throw pinRefused;
        }
        try {
            var data = line.call(
                    "cus-sec_SpcSignDataAsPEM",
                    Map.of("inData", new String(content, StandardCharsets.UTF_8), "passwd", pin.get()));
            var profile = profile();
            byte[] signature = base64(data.get(0));
            return profile == SignatureProfile.SM2_SM3 ? plain(signature) : signature;
        } catch (WorkStopped e) {
            if (e.rule().equals(SmartKeyLine.PIN_REFUSED)) {
                pinRefused = e;
            }
            throw e;
        }
    }

    @Override
    public synchronized byte[] certificate() {
        if (certificate == null) {
            certificate =
                    base64(line.call("cus-sec_SpcGetSignCertAsPEM", Map.of()).get(0));
        }
        return certificate.clone();
    }

    @Override
    public synchronized String keyName() {
        if (number == null) {
            number = line.call("cus-sec_SpcGetCertNo", Map.of()).get(0);
        }
        return number;
    }

    /** Another card in the reader is another key: its certificate is read anew. */
    @Override
    public synchronized void probe() {
        if (pinRefused != null) {
            throw pinRefused;
        }
        var now = line.call("cus-sec_SpcGetCertNo", Map.of()).get(0);
        if (number != null && !number.equals(now)) {
            certificate = null;
        }
        number = now;
    }

    @Override
    public void close() {
        line.close();
    }

    /** Cards answer r‖s; some clients answer the same two numbers as ASN.1. */
    static byte[] plain(byte[] signature) {
        if (signature.length == SM2_BYTES) {
            return signature;
        }
        try {
            var numbers = ASN1Sequence.getInstance(signature);
            byte[] both = new byte[SM2_BYTES];
            put(ASN1Integer.getInstance(numbers.getObjectAt(0)).getValue(), both, 0);
            put(ASN1Integer.getInstance(numbers.getObjectAt(1)).getValue(), both, SM2_BYTES / 2);
            return both;
        } catch (RuntimeException e) {
            throw new WorkStopped(
                    "KEY-SIGNATURE",
                    signature.length + " bytes",
                    "the key answered something that is no SM2 signature",
                    e);
        }
    }

    private static void put(BigInteger number, byte[] into, int at) {
        byte[] bytes = number.toByteArray();
        byte[] bare = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        System.arraycopy(bare, 0, into, at + SM2_BYTES / 2 - bare.length, bare.length);
    }

    private static byte[] base64(String text) {
        return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
    }
}
