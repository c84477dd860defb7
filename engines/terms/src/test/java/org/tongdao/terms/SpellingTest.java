package org.tongdao.terms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpellingTest {

    @Test
    void lettersPutInTakenAwayChangedAndSwappedCountOneEach() {
        assertThat(Spelling.distance("almaty", "almaty")).isZero();
        assertThat(Spelling.distance("almaty", "alma")).isEqualTo(2);
        assertThat(Spelling.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Spelling.distance("wight", "width")).isEqualTo(2);
        assertThat(Spelling.distance("khorgos", "khrogos")).isEqualTo(1);
        assertThat(Spelling.distance("", "urumqi")).isEqualTo(6);
    }
}
