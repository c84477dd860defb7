package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

    @ParameterizedTest
    @CsvSource({
        "C4, 9400, true",
        "C4, 940, false",
        "C..5, 12345, true",
        "C..5, 123456, false",
        "C1..3, abc, true",
        "C3..4, ab, false",
        "C, anything at all, true",
        "'N19,5', 12.34567, true",
        "'N19,5', 12.345678, false",
        "'N19,5', 12345678901234.12345, true",
        "'N19,5', 123456789012345.12345, false",
        "'N19,5', -1.5, true",
        "'N19,5', 1e5, false",
        "'N19,5', 1., false",
        "'N19,5', '1,5', false",
        "N9, 1.0, false",
        "N9, 123456789, true",
        "N9, 1234567890, false",
        "N, 123456789012, true",
        "N5, -, false"
    })
    void aValueFitsItsShapeOrNot(String format, String value, boolean fits) {
        assertThat(CebFormat.parse(format).accepts(value)).isEqualTo(fits);
    }

    @Test
    void charactersOutsideTheBasicPlaneCountOnce() {
        assertThat(CebFormat.parse("C1").accepts("𠮷")).isTrue();
        assertThat(CebFormat.parse("C2").accepts("𠮷")).isFalse();
    }

    @Test
    void aShapeThatIsNotOneIsRefused() {
        assertThatThrownBy(() -> CebFormat.parse("X9")).hasMessageContaining("X9");
    }
}
