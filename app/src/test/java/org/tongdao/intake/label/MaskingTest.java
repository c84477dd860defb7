package org.tongdao.intake.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource({"Иван Петров, И*** П*****", "王芳, 王*", "Jan, J**", "李, *", "Anna-Maria Nowak, A***-M**** N****"})
    void atLeastOneLetterOfANameIsHidden(String name, String shown) {
        assertThat(Masking.name(name)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "+77012345678, +770******78",
        "+48512345678, +485******78",
        "+992921234567, +9929******67",
        "+3612345678, +36******78"
    })
    void sixDigitsOfATelephoneAreHidden(String phone, String shown) {
        assertThat(Masking.phone(phone)).isEqualTo(shown);
        assertThat(Masking.phone(phone).chars().filter(c -> c == '*').count()).isGreaterThanOrEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ул. Абая 10, кв. 25 | ул. Абая 10",
                "ул. Длинная 7/12 | ул. Длинная 7",
                "ul. Puławska 145/67 | ul. Puławska 145",
                "ul. Długa 12 m. 34 | ul. Długa 12",
                "Váci út 12. 3. em. 5 | Váci út 12.",
                "хиёбони Рӯдакӣ 12, хонаи 8 | хиёбони Рӯдакӣ 12",
                "10 Downing Street, Flat 2 | 10 Downing Street",
                "解放路12号3单元502室 | 解放路12号",
                "мкр. Самал-2 58 | мкр. Самал-2 58"
            })
    void theRoomIsLeftOut(String address, String shown) {
        assertThat(Masking.address(address)).isEqualTo(shown);
    }

    @Test
    void aShortTelephoneIsHiddenWhole() {
        assertThat(Masking.phone("+12345")).isEqualTo("+*****");
    }
}
