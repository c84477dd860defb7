package org.tongdao.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CheckDigitTest {

    @Test
    void s10OfThePublishedExample() {
        assertThat(S10.of("RR", 47312482, "CN").value()).isEqualTo("RR473124829CN");
        assertThat(S10.isValid("RR473124828CN")).isFalse();
    }

    @Test
    void ssccOfTheGs1Example() {
        assertThat(Sscc.isValid("106141411234567897")).isTrue();
        assertThat(Sscc.of(1, "0614141", 123456789).value()).isEqualTo("106141411234567897");
    }

    @Test
    void containerNumberOfTheIsoExample() {
        assertThat(ContainerNo.of("CSQU", 305438).value()).isEqualTo("CSQU3054383");
        assertThat(ContainerNo.isValid("CSQU3054384")).isFalse();
    }

    @Test
    void wagonNumberOfTheUicExample() {
        assertThat(WagonNo.isValid("218124712173")).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WagonNo("218124712174"))
                .withMessageContaining("check digit");
    }

    @Test
    void anySingleWrongDigitIsSeen() {
        String good = ContainerNo.of("TDGU", 123456).value();
        for (int i = 4; i < 10; i++) {
            char other = good.charAt(i) == '9' ? '0' : (char) (good.charAt(i) + 1);
            assertThat(ContainerNo.isValid(good.substring(0, i) + other + good.substring(i + 1)))
                    .isFalse();
        }
    }
}
