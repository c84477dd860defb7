package org.tongdao.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.StandardEnvironment;

/** A stranger's URL does not reach into the network of the installation. */
class EgressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "192.168.0.1",
                "172.16.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "::1",
                "fe80::1",
                "fd00::1",
                "::ffff:127.0.0.1",
                "198.18.0.1",
                "240.0.0.1",
                "2002:7f00:1::"
            })
    void anAddressInsideIsRefused(String address) throws UnknownHostException {
        assertThat(Egress.isInside(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "8.8.8.8", "2606:2800:220:1::1"})
    void aPublicAddressIsNot(String address) throws UnknownHostException {
        assertThat(Egress.isInside(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.216.34/", "ftp://93.184.216.34/", "https://user@93.184.216.34/", "https:///x",
                        "not a url",
                "https://127.0.0.1/", "https://[::1]/", "https://2130706433/", "https://0x7f000001/",
                        "file:///etc/passwd"
            })
    void anythingButHttpsToAPublicHostIsRefused(String url) {
        assertThat(new Egress(new StandardEnvironment()).refuses(url)).isPresent();
    }

    @Test
    void httpsToAPublicAddressIsFree() {
        assertThat(new Egress(new StandardEnvironment()).refuses("https://93.184.216.34/hook"))
                .isEmpty();
    }

    @Test
    void theWaitsGrowAndStayBelowAWorkingDay() {
        for (int failures = 2; failures < 20; failures++) {
            assertThat(Round.wait(failures)).isGreaterThanOrEqualTo(Round.wait(failures - 1));
        }
        assertThat(Round.wait(100)).hasHours(4);
    }

    @Test
    void aSignatureIsThatOfTheStandardsExample() {
        // the vector of the specification's reference libraries
        String header = Signature.header(
                java.util.List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330,
                "{\"test\": 2432232314}");
        assertThat(header).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
