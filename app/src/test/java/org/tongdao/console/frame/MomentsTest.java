package org.tongdao.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private final Moments at = in(Locale.ENGLISH);

    private static Moments in(Locale language) {
        var glossary = new Glossary();
        return new Moments(
                new Places(), Instant.EPOCH, key -> glossary.find(key, language).orElseThrow());
    }

    @Test
    void anAgeNamesItsUnitInTheReadersLanguage() {
        var days = Instant.EPOCH.minus(Duration.ofDays(32));
        assertThat(at.age(days)).isEqualTo("32 d");
        assertThat(in(Locale.CHINESE).age(days)).isEqualTo("32 天");
        assertThat(in(Locale.forLanguageTag("ru")).age(days)).isEqualTo("32 дн.");
        assertThat(in(Locale.forLanguageTag("kk")).age(days)).isEqualTo("32 күн");
        assertThat(in(Locale.CHINESE).age(Instant.EPOCH.minus(Duration.ofHours(5))))
                .isEqualTo("5 小时");
        assertThat(in(Locale.forLanguageTag("ru")).age(Instant.EPOCH.minus(Duration.ofMinutes(12))))
                .isEqualTo("12 мин");
    }

    @Test
    void aMomentWrittenForMachinesIsReadInLocalTime() {
        assertThat(at.told("It is 2026-12-02T23:00:00Z now.", "DST")).isEqualTo("It is 2026-12-03 04:00 +5 now.");
        assertThat(at.told("2026-12-02T16:30:00.5Z", "AKL")).isEqualTo("2026-12-03 00:30");
    }

    @Test
    void whatOnlyLooksLikeAMomentStaysAsItIs() {
        assertThat(at.told("2026-99-02T23:00:00Z $1", "AKL")).isEqualTo("2026-99-02T23:00:00Z $1");
        assertThat(at.told("TDGU0002064", "AKL")).isEqualTo("TDGU0002064");
    }
}
