package org.tongdao.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The vector is that of the specification's reference libraries. */
class WebhookCheckTest {

    private static final WebhookCheck CHECK = new WebhookCheck("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final Instant THEN = Instant.ofEpochSecond(1614265330);

    @Test
    void aSignedDeliveryIsGenuine() {
        assertThat(CHECK.isGenuine(headers(SIGNATURE), BODY, THEN.plusSeconds(299)))
                .isTrue();
    }

    @Test
    void oneOfSeveralSignaturesIsEnough() {
        assertThat(CHECK.isGenuine(headers("v1,AAAA " + SIGNATURE), BODY, THEN)).isTrue();
    }

    @Test
    void aChangedByteAnotherSecretOrAnotherIdIsNot() {
        byte[] changed = BODY.clone();
        changed[3]++;
        assertThat(CHECK.isGenuine(headers(SIGNATURE), changed, THEN)).isFalse();
        assertThat(new WebhookCheck("whsec_AAAA").isGenuine(headers(SIGNATURE), BODY, THEN))
                .isFalse();
        assertThat(CHECK.isGenuine(new WebhookCheck.Headers("msg_x", "1614265330", SIGNATURE), BODY, THEN))
                .isFalse();
        assertThat(CHECK.isGenuine(headers(SIGNATURE.replace("v1,", "v2,")), BODY, THEN))
                .isFalse();
    }

    @Test
    void anOldDeliveryIsNotTakenAgain() {
        assertThat(CHECK.isGenuine(headers(SIGNATURE), BODY, THEN.plusSeconds(301)))
                .isFalse();
        assertThat(CHECK.isGenuine(headers(SIGNATURE), BODY, THEN.minusSeconds(301)))
                .isFalse();
        assertThat(CHECK.isGenuine(new WebhookCheck.Headers("x", "soon", SIGNATURE), BODY, THEN))
                .isFalse();
    }

    private static WebhookCheck.Headers headers(String signature) {
        return new WebhookCheck.Headers("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", signature);
    }
}
