package org.tongdao.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells deliveries of Tongdao from everybody else's, by Standard Webhooks 1.0. The caller keeps the ids that he has seen: an event may come twice.
 *
 * @param secret {@code whsec_…}, as it was shown when the endpoint was added
 */
public record WebhookCheck(String secret) {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** The three headers of a delivery. */
    public record Headers(String id, String timestamp, String signature) {}

    /** Whether the body was signed with the secret, not more than five minutes from {@code now}. {@code body} is what came, byte for byte. */
    public boolean isGenuine(Headers headers, byte[] body, Instant now) {
        if (!headers.timestamp().matches("\\d{1,12}")) {
            return false;
        }
        var signed = Instant.ofEpochSecond(Long.parseLong(headers.timestamp()));
        if (Duration.between(signed, now).abs().compareTo(TOLERANCE) > 0) {
            return false;
        }
        byte[] wanted = ("v1," + sign(headers, body)).getBytes(StandardCharsets.US_ASCII);
        boolean genuine = false;
        for (var given : headers.signature().split(" ")) {
            genuine |= MessageDigest.isEqual(wanted, given.getBytes(StandardCharsets.US_ASCII));
        }
        return genuine;
    }

    private String sign(Headers headers, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
            mac.update((headers.id() + "." + headers.timestamp() + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }
}
