package org.tongdao.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tongdao.terms.ContainerNo;
import org.tongdao.terms.S10;
import org.tongdao.terms.Sscc;

class ScanCodeTest {

    @Test
    void aCodeIsKnownByItsShapeAndItsCheckDigit() {
        var parcel = S10.of("LZ", 12345678, "CN").value();
        var bag = Sscc.of(0, "6901234", 7).value();
        var box = ContainerNo.of("TDGU", 123456).value();
        assertThat(ScanCode.of(parcel.toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(new ScanCode(ScanCode.Kind.PARCEL, parcel));
        for (var form : new String[] {bag, "00" + bag, "(00)" + bag, "]C100" + bag, "(00) " + bag}) {
            assertThat(ScanCode.of(form)).as(form).isEqualTo(new ScanCode(ScanCode.Kind.BAG, bag));
        }
        assertThat(ScanCode.of(box).kind()).isEqualTo(ScanCode.Kind.CONTAINER);
        assertThat(ScanCode.of("td-new-bag")).isEqualTo(new ScanCode(ScanCode.Kind.COMMAND, "TD-NEW-BAG"));
    }

    @Test
    void aWrongCheckDigitIsNoNumber() {
        assertThat(ScanCode.of("LZ123456789CN").kind()).isEqualTo(ScanCode.Kind.OTHER);
        assertThat(ScanCode.of("069012340000000079").kind()).isEqualTo(ScanCode.Kind.OTHER);
        assertThat(ScanCode.of("TDGU1234560").kind()).isEqualTo(ScanCode.Kind.OTHER);
    }

    @Test
    void scalesSendKilogramsOrGrams() {
        assertThat(ScanCode.of("0.512 kg").grams()).hasValue(512);
        assertThat(ScanCode.of("12,5KG").grams()).hasValue(12_500);
        assertThat(ScanCode.of("+ 480 g").grams()).hasValue(480);
        assertThat(ScanCode.of("480").grams()).isEmpty();
        assertThat(ScanCode.sides("300x200X100")).containsExactly(300, 200, 100);
        assertThat(ScanCode.sides("300x200")).isEmpty();
    }
}
